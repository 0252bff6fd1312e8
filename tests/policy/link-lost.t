# A driver that hung up or broke the rules: closed, killed, and muted when it is reaped.
driver-ready
live
link-lost
fenced
driver-lost

muted:
live: show-live open-gates complete
muting: close-gates kill-driver
muted: show-muted complete
muted:
