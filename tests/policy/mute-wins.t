# A mute after a waiting live request cancels it.
driver-ready
live
mute
live
mute
fenced

muted:
live: show-live open-gates complete
muting: close-gates fence
muting:
muting: cancel-live
muted: show-muted complete
