# A live request waits for the fence: muted was true, and said, in between.
driver-ready
live
mute
live
fenced

muted:
live: show-live open-gates complete
muting: close-gates fence
muting:
live: show-muted complete show-live open-gates complete
