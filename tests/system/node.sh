#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# hardmute-node in a directory that plays / : nodes of numbers that nothing uses. Needs mknod.
# usage: node.sh BUILD_DIRECTORY
set -u
node=${1:-build}/hardmute-node
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
failed=0

check() {
	name=$1
	shift
	if "$@"; then echo "ok $name"; else echo "not ok $name"; failed=1; fi
}
fails() { ! "$@"; }
run() { "$node" --root "$root" "$@"; }
numbers() { stat -c %t:%T:%a:%U "$root$1" 2>/dev/null || echo none; }
is() { test "$(numbers "$1")" = "$2"; }
real() { mkdir -p "$root/sys/class/sound/$1"; echo "$2" >"$root/sys/class/sound/$1/dev"; }

mknod "$root/try" c 240 1 2>/dev/null || { echo "skip node: mknod is not allowed here"; exit 0; }
mkdir -p "$root/dev/snd" "$root/sys/class/sound"

# f0:21 is 240:33, the real microphone; f1:0 is 241:0, its twin.
real pcmC0D0c 240:33
mknod -m 666 "$root/dev/snd/pcmC0D0c" c 240 33
setfacl -m u:1:rw "$root/dev/snd/pcmC0D0c" 2>/dev/null
check "hide" run hide pcmC0D0c
check "the public node is gone" is /dev/snd/pcmC0D0c none
check "the hidden one has it" is /dev/hardmute/pcmC0D0c f0:21:660:root
check "without ACL" test -z "$(getfacl -cs "$root/dev/hardmute/pcmC0D0c" 2>/dev/null)"
check "in a closed directory" test "$(stat -c %a "$root/dev/hardmute")" = 750

mknod -m 660 "$root/dev/snd/pcmC0D0c" c 241 0
check "hide again" run hide pcmC0D0c
check "leaves the twin alone" is /dev/snd/pcmC0D0c f1:0:660:root
check "and the hidden node" is /dev/hardmute/pcmC0D0c f0:21:660:root

# Unplugged and plugged in with another number, while the twin still had the name.
real pcmC0D0c 240:34
check "hide a new device" run hide pcmC0D0c
check "makes its node" is /dev/hardmute/pcmC0D0c f0:22:660:root
check "and leaves the twin alone" is /dev/snd/pcmC0D0c f1:0:660:root
check "no other file is left" test "$(ls "$root/dev/hardmute")" = pcmC0D0c
check "remove while a new device is there" run remove pcmC0D0c
check "keeps its node" is /dev/hardmute/pcmC0D0c f0:22:660:root

rm -r "$root/sys/class/sound/pcmC0D0c"
check "remove" run remove pcmC0D0c
check "takes the node away" is /dev/hardmute/pcmC0D0c none
check "but not the twin" is /dev/snd/pcmC0D0c f1:0:660:root
check "remove again" run remove pcmC0D0c
check "hide what is unplugged" run hide pcmC0D0c
check "makes nothing" is /dev/hardmute/pcmC0D0c none

real controlC0 240:0
mknod -m 660 "$root/dev/snd/controlC0" c 240 0
check "copy" run copy controlC0
check "leaves the control node" is /dev/snd/controlC0 f0:0:660:root
check "and makes another" is /dev/hardmute/controlC0 f0:0:660:root
check "copy again" run copy controlC0

# Waiting: not without hardmuted; not longer than until the twin is there; not for ever.
real pcmC0D0c 240:33
rm "$root/dev/snd/pcmC0D0c"
run hide pcmC0D0c
elapsed() {
	start=$(date +%s%N)
	run wait controlC0
	echo $((($(date +%s%N) - start) / 1000000))
}
check "no wait without hardmuted" test "$(elapsed)" -lt 500
mkdir -p "$root/run/hardmute"
(sleep 0.5; mknod -m 600 "$root/dev/snd/pcmC0D0c" c 241 0; sleep 0.5; chmod 660 "$root/dev/snd/pcmC0D0c") &
waited=$(elapsed)
check "waits for the twin and its mode ($waited ms)" test "$waited" -gt 900 -a "$waited" -lt 2500
rm "$root/dev/snd/pcmC0D0c"
waited=$(elapsed 2>/dev/null)
check "but not for ever ($waited ms)" test "$waited" -gt 2500 -a "$waited" -lt 6000
check "no wait for other cards" test "$(real controlC1 240:1; start=$(date +%s%N); run wait controlC1
	echo $((($(date +%s%N) - start) / 1000000)))" -lt 500

check "restore" run restore
check "gives the node back" is /dev/snd/pcmC0D0c f0:21:600:root
check "and leaves no directory" test ! -e "$root/dev/hardmute"
check "restore again" run restore

for bad in "hide" "hide ../x" "hide .x" "restore x" "nothing pcmC0D0c" ""; do
	# shellcheck disable=SC2086
	check "usage: $bad" fails run $bad 2>/dev/null
done
exit $failed
