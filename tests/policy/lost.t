# A lost microphone mutes; so does anything else that is lost.
driver-ready
live
lost
lost
fenced
lost

muted:
live: show-live open-gates complete
muting: close-gates fence
muting:
muted: show-muted complete
muted:
