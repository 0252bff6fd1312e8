# The plain case: live is shown before the gates open, muted after the fence.
driver-ready
live
mute
fenced

muted:
live: show-live open-gates complete
muting: close-gates fence
muted: show-muted complete
