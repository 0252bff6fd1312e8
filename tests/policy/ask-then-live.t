# What does not mute leaves a question open; the answer yes is a live request as any other.
driver-ready
ask
twin-added
live
ask
mute
fenced
live

muted:
muted:
muted:
live: show-live open-gates complete
live:
muting: close-gates fence cancel-ask
muted: show-muted complete
live: show-live open-gates complete
