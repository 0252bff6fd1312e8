# At the start there is no driver: muted, and live is refused.
mute
live
twin-added
lost

muted: complete
muted: refuse-no-driver
muted:
muted:
