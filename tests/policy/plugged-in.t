# A microphone plugged in while live is live, because live is shown already; while muted it is muted.
driver-ready
twin-added
live
twin-added
mute
twin-added
fenced

muted:
muted:
live: show-live open-gates complete
live: open-gates
muting: close-gates fence
muting:
muted: show-muted complete
