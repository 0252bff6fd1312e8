# A light that does not say live keeps it muted; what comes meanwhile wins.
driver-ready
lights
live
not-lit
not-lit
live
mute
lit
live
suspend
resume
live
lost
live
driver-lost

muted:
muted:
muted: light-live
muted: light-muted refuse-not-lit
muted:
muted: light-live
muted: light-muted cancel-live complete
muted:
muted: light-live
muted: light-muted cancel-live suspend-driver
muted: resume-driver
muted: light-live
muted: light-muted cancel-live
muted: light-live
muted: light-muted cancel-live
