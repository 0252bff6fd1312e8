# A loss between a live request and its fence makes the request stale.
driver-ready
live
mute
live
lost
fenced

muted:
live: show-live open-gates complete
muting: close-gates fence
muting:
muting: cancel-live
muted: show-muted complete
