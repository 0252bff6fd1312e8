# SPDX-License-Identifier: GPL-2.0-or-later
# What tests in tests/vm/t share; source it first: . /src/tests/vm/guest-lib.sh (bash).
# A test runs as root in the guest and reports with ok, fail and skip; its exit status is that
# of its last "fail", so a test that just ends is judged by what it reported.

failures=0
ok() { echo "ok $1"; }
skip() { echo "skip $1${2:+: $2}"; }
fail() { # fail NAME WHY
	failures=$((failures + 1))
	echo "not ok $1${2:+: $2}"
}
# check NAME COMMAND...: ok when the command succeeds; its output goes to the log.
check() {
	local name=$1 status
	shift
	"$@" && ok "$name" && return
	status=$?
	fail "$name" "\"$*\" gave $status"
}
# Cleaning up: every "at_exit COMMAND" is run, last one first, when the test ends.
exit_commands=()
at_exit() { exit_commands=("$*" "${exit_commands[@]}"); }
on_exit() {
	local status=$? command
	for command in "${exit_commands[@]}"; do eval "$command"; done
	[ "$failures" = 0 ] || [ "$status" != 0 ] || status=1
	exit "$status"
}
trap on_exit EXIT

# wait_for SECONDS COMMAND...: tries until the command succeeds. The guest is 10 to 25 times
# slower than a real machine: be generous.
wait_for() {
	local end=$((SECONDS + $1))
	shift
	until "$@" >/dev/null 2>&1; do
		[ "$SECONDS" -lt "$end" ] || return 1
		sleep 0.2
	done
}

# session_of USER: id of the user's login session, nothing when there is none.
declare -A uids=([alice]=1000 [bob]=1001)
session_of() {
	local scope
	for scope in "/sys/fs/cgroup/user.slice/user-${uids[$1]}.slice"/session-*.scope; do
		[ -d "$scope" ] || continue
		scope=${scope##*/session-}
		echo "${scope%.scope}"
		return
	done
}

# as_user USER COMMAND...: as a program of that user's session sees the world. When the user has
# a login session the command runs inside its scope, so logind, polkit and a device guard on
# user.slice take it for what it plays. alice has one on seat0; bob has none.
as_user() (
	user=$1 uid=${uids[$1]} session=$(session_of "$1")
	shift
	set -- env --chdir="/home/$user" HOME="/home/$user" USER="$user" LOGNAME="$user" "$@"
	if [ -n "$session" ]; then
		echo "$BASHPID" > "/sys/fs/cgroup/user.slice/user-$uid.slice/session-$session.scope/cgroup.procs"
		export XDG_SESSION_ID=$session
	fi
	if [ -d "/run/user/$uid" ]; then
		export XDG_RUNTIME_DIR=/run/user/$uid DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$uid/bus
	fi
	exec setpriv --reuid="$uid" --regid="$uid" --init-groups "$@"
)
alice() { as_user alice "$@"; }
# end PID [SIGNAL]: of "alice COMMAND &", where the PID is that of a shell that waits for it.
end() {
	pkill "-${2:-TERM}" -P "$1"
	wait "$1"
}

# Sound servers, as alice's user units: one at a time.
start_pulseaudio() {
	alice systemctl --user start pulseaudio.socket pulseaudio.service || return
	wait_for 60 alice pactl info
}
stop_pulseaudio() { alice systemctl --user stop pulseaudio.socket pulseaudio.service; }
# In a virtual machine PipeWire raises its quantum to 1024; /etc/pipewire in guest-root stops that.
start_pipewire() {
	alice systemctl --user start pipewire.socket pipewire-pulse.socket pipewire.service \
		wireplumber.service pipewire-pulse.service || return
	wait_for 60 alice pactl info
}
# start_with_microphone pulseaudio|pipewire [COMMAND]: until it has one, or the command succeeds:
# PipeWire 0.3.65 leaves a card without a profile now and then when it starts, hardmute or not.
start_with_microphone() {
	local _ server=$1
	shift
	[ $# != 0 ] || set -- has_source
	for _ in 1 2 3; do
		"start_$server" && wait_for 30 "$@" && return
		"stop_$server"
	done
	return 1
}
stop_pipewire() {
	alice systemctl --user stop pipewire-pulse.socket pipewire.socket pipewire-pulse.service \
		wireplumber.service pipewire.service
}
# Name of the first source that is a microphone, not a sink's monitor.
first_source() { alice pactl list short sources | awk '$2 !~ /\.monitor$/ { print $2; exit }'; }
has_source() { [ -n "$(first_source)" ]; }

# load_aloop [ID [SUBSTREAMS [INDEX]]]: a card whose microphone hw:ID,1,0 hears what is played
# into hw:ID,0,0 (and hw:ID,0,0 what is played into hw:ID,1,0).
load_aloop() {
	modprobe snd-aloop id="${1:-Mic}" pcm_substreams="${2:-1}" ${3:+index="$3"} || return
	udevadm settle --timeout=60
}
# play_raw FILE [DEVICE]: raw S16, 48000 Hz, 2 channels, over and over until the test ends or
# stop_player; its pid is in $player.
play_raw() {
	# one process to be ended: the endless file ends with its reader
	aplay -q -D "${2:-hw:Mic,0,0}" -t raw -f S16_LE -r 48000 -c 2 --buffer-time=500000 2>/dev/null \
		< <(while cat "$1" 2>/dev/null; do :; done) &
	player=$!
	at_exit "kill $player 2>/dev/null"
}
stop_player() {
	kill "$player"
	wait "$player"
}
# play_tone [DEVICE]: a loud tone into a microphone.
play_tone() {
	[ -e /tmp/tone.raw ] || sox -n -t raw -r 48000 -b 16 -c 2 -e signed /tmp/tone.raw synth 2 square 1000 vol 0.5
	play_raw /tmp/tone.raw "$@"
}
unload_aloop() { modprobe -r snd-aloop; }

# monitor COMMAND...: a line for QEMU's monitor, carried out by the host; prints the answer.
# Only the host can press a key that is not made by a program, or pull a PCI card.
monitor() {
	local id=$RANDOM$RANDOM
	echo "$id $*" >> /results/requests
	wait_for 30 test -e "/results/answer.$id" || return
	cat "/results/answer.$id"
}
# press_key NAME [HOLD_MS]: on the emulated PS/2 keyboard, a real one to the kernel.
press_key() { monitor sendkey "$@"; }
# PS/2 has no microphone key: from here on F12 is one, or the Linux key code given.
map_f12() { setkeycodes 58 "${1:-248}"; }

# install_hardmute: the system mode. The install target itself starts everything on a running
# system. PREFIX stays the Makefile's own: the programs were built with it.
install_hardmute() {
	make -C /src --no-print-directory install || return
	wait_for 60 systemctl is-active --quiet hardmuted.service || return
	udevadm settle --timeout=60
}
