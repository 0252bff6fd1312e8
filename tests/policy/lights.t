# Lights say live before anything is open; a mute needs to wait for none of them.
driver-ready
lights
live
live
lit
lit
mute
fenced
live
no-lights

muted:
muted:
muted: light-live
muted:
live: show-live open-gates complete
live:
muting: close-gates fence
muted: show-muted complete
muted: light-live
live: show-live open-gates complete
