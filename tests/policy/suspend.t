# Sleep mutes, no live while it lasts, and waking leaves it muted.
driver-ready
live
suspend
fenced
live
resume
live

muted:
live: show-live open-gates complete
muting: close-gates fence suspend-driver
muted: show-muted complete
muted: refuse-suspended
muted: resume-driver
live: show-live open-gates complete
