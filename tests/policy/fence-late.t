# A driver that does not answer is killed; its death is the fence. Live waits for a fresh request.
driver-ready
live
mute
live
fence-late
live
driver-lost
driver-ready
live

muted:
live: show-live open-gates complete
muting: close-gates fence
muting:
muting: cancel-live kill-driver
muting: refuse-no-driver
muted: show-muted complete
muted:
live: show-live open-gates complete
