# A driver that dies while live: muted, and it stays so when the next one is up.
driver-ready
live
driver-lost
live
driver-ready

muted:
live: show-live open-gates complete
muted: close-gates show-muted complete
muted: refuse-no-driver
muted:
