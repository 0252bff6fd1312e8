# While the user is asked whether a program may unmute, any mute, loss or sleep ends the question.
driver-ready
ask
mute
mute
ask
lost
ask
suspend
resume
ask
driver-lost
driver-ready
ask
link-lost

muted:
muted:
muted: cancel-ask complete
muted: complete
muted:
muted: cancel-ask
muted:
muted: cancel-ask suspend-driver
muted: resume-driver
muted:
muted: cancel-ask
muted:
muted:
muted: kill-driver cancel-ask
