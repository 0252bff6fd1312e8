# A driver started during sleep is told so.
suspend
driver-ready
live
driver-lost
resume
driver-ready

muted:
muted: suspend-driver
muted: refuse-suspended
muted:
muted:
muted:
