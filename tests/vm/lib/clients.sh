# SPDX-License-Identifier: GPL-2.0-or-later
# Recording programs against a microphone of known content; source it after guest-lib.sh.
#
#	play counted S16_LE 48000 2	# snd-aloop's microphone hw:Mic,1 hears numbered frames
#	client NAME counted 16 S16_LE 48000 2 240000 arecord ... @
#	record				# all clients named since, together
#
# Each recording begins muted, then comes an unmute, then a mute. It must be zeros, the sound
# whole, zeros, of the right length, and the program must end well. An emulated machine whose
# host is busy stands still now and then, which no recorder can make up for: then, and only
# then, what went wrong is tried again.
clients=/tmp/clients
frames=/src/build/clients/frames
speaker=hw:Mic,0	# its other side; hw:Mic,1 is the other side of the microphone hw:Mic,0
live_seconds=1	# how long each recording is live
tail_seconds=0.3	# how long a recording "until interrupted" goes on muted
in_order=	# not empty: each client waits for the first bytes of the one before
tries=4
player=
names=() kinds=() lengths=() commands=()

ctl() { hardmutectl --system -q "$@"; }

# play counted|tone FORMAT RATE CHANNELS: until stop_playing; see tests/vm/clients/frames.c.
play() {
	local what=count rate=
	[ "$1" = counted ] || what=tone rate=$3
	stop_playing
	"$frames" "$what" "$2" "$4" $rate |
		aplay -q -D "$speaker" -t raw -f "$2" -r "$3" -c "$4" \
			--buffer-time=1000000 - &
	player=$!
	wait_for 20 playing
}
playing() { grep -q RUNNING "/proc/asound/Mic/pcm${speaker##*,}p/sub0/status"; }
stop_playing() {
	[ -n "$player" ] && kill "$player" && wait "$player"
	player=
} 2>/dev/null

# client NAME counted|tone BITS FORMAT RATE CHANNELS FRAMES COMMAND...: one more for record. The
# command, run by alice, writes raw frames to the file that "@" stands for, or a WAV file named
# "@.wav". FRAMES is the whole number of them, or "any" for a program that records until it is
# interrupted.
client() {
	names+=("$1")
	kinds+=("$2 $3 $4 $6 $5")
	lengths+=("$7")
	commands+=("$(printf '%q ' "${@:8}")")
}

# Notes when this machine stood still.
watch_stalls() {
	local cpu
	for cpu in $(seq 0 $(($(nproc) - 1))); do
		taskset -c "$cpu" "$frames" watch "$clients/stalls" &
		at_exit "kill $!"
	done
}

start_client() { # NUMBER FILE
	local arguments
	eval "arguments=(${commands[$1]})"
	rm -f "$2" "$2.wav"
	alice "${arguments[@]//@/$2}" < /dev/null > "$2.log" 2>&1 &
	pids[$1]=$!
	starts[$1]=$EPOCHREALTIME
}

has_sound() { # FILE...: more than a header
	local file
	for file; do
		[ -n "$(find "$file" "$file.wav" -size +2k 2>/dev/null)" ] || return
	done
}

end_client() { # NUMBER FILE
	if [ "${lengths[$1]}" = any ]; then end "${pids[$1]}" INT; else wait "${pids[$1]}"; fi
	statuses[$1]=$?
	case ${lengths[$1]}:${statuses[$1]} in any:130 | any:1 | any:255) statuses[$1]=0 ;; esac
	ends[$1]=$EPOCHREALTIME
	[ ! -e "$2.wav" ] || sox "$2.wav" -t raw -b 16 -e signed "$2"
}

# judge NUMBER FILE: sets said; what a recording must be.
judge() {
	local bad seconds
	set -- "$1" "$2" ${kinds[$1]}	# NUMBER FILE KIND BITS FORMAT CHANNELS RATE
	said=$("$frames" judge "${@:3}" "$2" 2>&1)
	bad=$?
	[ -s "$2.log" ] && said+=" | $(tr '\n' ' ' < "$2.log")"
	[ "${statuses[$1]}" = 0 ] || { said="exit status ${statuses[$1]}: $said"; return 1; }
	[ "$bad" = 0 ] || return
	seconds=$(awk -v a="${starts[$1]}" -v b="${ends[$1]}" 'BEGIN { print b - a }')
	awk -v wanted="${lengths[$1]}" -v rate="$7" -v least="$live_seconds" \
		-v seconds="$seconds" '{
		if ($4 < rate / 20 || $8 < rate / 20 || $6 < rate * least / 2) exit 1
		if (wanted != "any") exit $2 != wanted
		exit $2 < rate * (seconds - 8) * 0.9 || $2 > rate * (seconds + 0.2)
	}' <<< "$said" || { said+=" | of ${lengths[$1]} in $seconds s"; return 1; }
}

# record: starts the clients, unmutes and mutes, waits for their ends, judges.
record() {
	local todo=("${!names[@]}") files again i try said stalls
	local pids=() starts=() ends=() statuses=()
	mkdir -p "$clients"
	chmod 777 "$clients"
	for try in $(seq $tries); do
		again=()
		: > "$clients/stalls"
		files=()
		for i in "${todo[@]}"; do
			files+=("$clients/$i.raw")
			start_client "$i" "$clients/$i.raw"
			[ -z "$in_order" ] || wait_for 20 has_sound "$clients/$i.raw"
		done
		wait_for 20 has_sound "${files[@]}" || echo "not all of ${files[*]} have something yet"
		sleep 0.2
		ctl unmute
		sleep "$live_seconds"
		${while_live:-}
		ctl mute
		sleep "$tail_seconds"
		for i in "${todo[@]}"; do end_client "$i" "$clients/$i.raw"; done
		stalls=$(tr '\n' ' ' < "$clients/stalls")
		for i in "${todo[@]}"; do
			if judge "$i" "$clients/$i.raw"; then
				echo "${names[i]}: $said"
				ok "${names[i]}"
				continue
			fi
			cp "$clients/$i.raw" "/results/$VM_TEST-${names[i]//\//-}-$try.raw"
			if [ "$try" -lt $tries ] && [ -n "$stalls" ]; then
				echo "${names[i]}: again, this machine stood still for $stalls ms: $said"
				again+=("$i")
			else
				fail "${names[i]}" "$said"
			fi
		done
		todo=("${again[@]}")
		[ ${#todo[@]} != 0 ] || break
	done
	names=() kinds=() lengths=() commands=()
}
