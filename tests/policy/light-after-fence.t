# A live request that waits for the fence waits for the lights after it.
driver-ready
lights
live
lit
mute
live
fenced
lit

muted:
muted:
muted: light-live
live: show-live open-gates complete
muting: close-gates fence
muting:
muted: show-muted complete light-live
live: show-live open-gates complete
