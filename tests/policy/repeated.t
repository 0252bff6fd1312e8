# Asking again for what is so is done at once; a second mute joins the first.
driver-ready
mute
live
live
mute
mute
fenced

muted:
muted: complete
live: show-live open-gates complete
live: complete
muting: close-gates fence
muting:
muted: show-muted complete
