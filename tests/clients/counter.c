/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lpulse -lm -pthread
/*
 * A microphone whose every frame carries its own number, and a recorder that
 * checks which numbers arrive when, for sound servers.
 *
 *   counter play SINK      plays numbered frames into a null sink until killed
 *   counter trials ...     mutes and unmutes N times, and judges what came
 *
 * A frame is float stereo: left = number % 2^23 + 1, right = number / 2^23 + 1,
 * both / 2^23: never zero, exact in 24 bits, and still in order when a frame
 * more or less was interpolated into the stream.
 *
 * Threads: one plays (and notes when each number was handed to the server),
 * one records the microphone itself, one the virtual one; main gives the
 * commands. Notes are read only after all of them were joined.
 */
#include <errno.h>
#include <getopt.h>
#include <pthread.h>
#include <pulse/pulseaudio.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define RATE 48000u
#define FRAME_BYTES 8u
#define MS 1000000LL
#define MODULUS 8388608u	/* 2^23 */
#define PLAY_MS 20u		/* kept in the server by the player */
#define TRIALS_MAX 1000000u
#define LIVE_TIMEOUT_NS (5000 * MS)

/* (Part of) a read of count frames: the first and last number in it, or -1 when it has none. */
struct note {
	int64_t start_ns, end_ns;
	int64_t first, last;
	uint32_t count, sounding, breaks;	/* breaks: places where numbers do not follow */
};

struct notes {
	struct note *note;
	size_t count, room;
};

struct recorder {
	const char *source;	/* of the server, or NULL: */
	const char *command;	/* whose standard output is read */
	unsigned fragment_ms;	/* 0: what the server likes */
	bool numbered;
	struct notes notes;
	_Atomic int64_t sounded_ns;	/* last read that was not all zero */
	int64_t expected;
	int error;
};

struct trial {
	int64_t mute_ns, muted_ns;	/* command given, command returned */
	int64_t unmute_ns, unmuted_ns;
	int64_t live_ns;		/* first sound after it */
};

struct options {
	const char *sink, *direct, *mute, *unmute;
	unsigned trials, settle_ms, live_ms, muted_ms, seed;
};

static atomic_bool ended;

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void sleep_ms(unsigned ms)
{
	struct timespec time = { ms / 1000, (long)(ms % 1000) * MS };

	nanosleep(&time, NULL);
}

static void add_note(struct notes *notes, const struct note *note)
{
	if (notes->count == notes->room) {
		notes->room = notes->room ? 2 * notes->room : 4096;
		notes->note = realloc(notes->note, notes->room * sizeof *note);
		if (!notes->note)
			abort();
	}
	notes->note[notes->count++] = *note;
}

static pa_context *connect_server(pa_mainloop *loop)
{
	pa_context *context = pa_context_new(pa_mainloop_get_api(loop), "counter");

	if (pa_context_connect(context, NULL, PA_CONTEXT_NOAUTOSPAWN, NULL) < 0)
		return NULL;
	while (pa_context_get_state(context) != PA_CONTEXT_READY) {
		if (!PA_CONTEXT_IS_GOOD(pa_context_get_state(context)))
			return NULL;
		pa_mainloop_iterate(loop, 1, NULL);
	}
	return context;
}

struct player {
	const char *sink;
	struct notes notes;	/* end_ns: handed to the server */
	uint64_t number;
	int error;
};

static void on_request(pa_stream *stream, size_t bytes, void *userdata)
{
	struct player *player = userdata;
	struct note note = { .first = (int64_t)player->number, .end_ns = now_ns() };
	size_t count = bytes / FRAME_BYTES;
	float *frames = malloc(count * FRAME_BYTES);

	for (size_t i = 0; i < count; i++, player->number++) {
		frames[2 * i] = (float)(player->number % MODULUS + 1) / (float)MODULUS;
		frames[2 * i + 1] = (float)(player->number / MODULUS + 1) / (float)MODULUS;
	}
	pa_stream_write(stream, frames, count * FRAME_BYTES, free, 0, PA_SEEK_RELATIVE);
	note.last = (int64_t)player->number - 1;
	note.count = (uint32_t)count;
	if (count)
		add_note(&player->notes, &note);
}

static void *play(void *userdata)
{
	const pa_sample_spec spec = { PA_SAMPLE_FLOAT32LE, RATE, 2 };
	struct player *player = userdata;
	pa_mainloop *loop = pa_mainloop_new();
	pa_context *context = connect_server(loop);
	pa_stream *stream;
	pa_buffer_attr attr;

	if (!context) {
		player->error = -ENODEV;
		return NULL;
	}
	memset(&attr, 0xff, sizeof attr);
	attr.tlength = PLAY_MS * (RATE / 1000) * FRAME_BYTES;
	stream = pa_stream_new(context, "numbers", &spec, NULL);
	pa_stream_set_write_callback(stream, on_request, player);
	pa_stream_connect_playback(stream, player->sink, &attr, PA_STREAM_DONT_MOVE, NULL, NULL);
	while (!ended && pa_mainloop_iterate(loop, 1, NULL) >= 0)
		if (!PA_STREAM_IS_GOOD(pa_stream_get_state(stream)))
			break;
	if (!ended)
		player->error = -EIO;
	pa_context_disconnect(context);
	return NULL;
}

static int64_t number_of(const float *frame)
{
	double low = (double)frame[0] * MODULUS, high = (double)frame[1] * MODULUS;

	return (int64_t)(low + 0.5) - 1 + ((int64_t)(high + 0.5) - 1) * MODULUS;
}

/*
 * Too few frames in a row to be believed: next to a hole, a frame that was
 * interpolated has any number.
 */
#define RUN_MIN 4

static void end_run(struct recorder *recorder, struct note *note)
{
	if (note->last - note->first + 1 < RUN_MIN)
		note->first = note->last = -1;
	if (note->count)
		add_note(&recorder->notes, note);
	note->count = note->sounding = note->breaks = 0;
	note->first = note->last = -1;
}

/* A read becomes one note for each run of numbers in it. */
static void hear(struct recorder *recorder, const float *frames, size_t count, int64_t start_ns)
{
	struct note note = { .start_ns = start_ns, .end_ns = now_ns(), .first = -1, .last = -1 };

	for (size_t i = 0; i < count; i++) {
		const float *frame = frames + 2 * i;
		int64_t number = -1;

		if (frame[0] != 0.0f || frame[1] != 0.0f)
			number = recorder->numbered ? number_of(frame) : 0;
		if (number >= 0)
			recorder->sounded_ns = note.end_ns;
		if (number >= 0 && recorder->numbered && recorder->expected >= 0 &&
		    number != recorder->expected)
			note.breaks++;
		if (note.count && (number < 0) != (note.sounding == 0))
			end_run(recorder, &note);
		if (note.last >= 0 && llabs(number - note.last - 1) > 1)
			end_run(recorder, &note);
		recorder->expected = number < 0 ? -1 : number + 1;
		note.count++;
		note.sounding += number >= 0;
		if (number < 0 || !recorder->numbered)
			continue;
		if (note.first < 0)
			note.first = number;
		note.last = number;
	}
	end_run(recorder, &note);
}

static void record_server(struct recorder *recorder)
{
	const pa_sample_spec spec = { PA_SAMPLE_FLOAT32LE, RATE, 2 };
	pa_mainloop *loop = pa_mainloop_new();
	pa_context *context = connect_server(loop);
	pa_stream *stream;
	pa_buffer_attr attr;
	int64_t start_ns;

	if (!context) {
		recorder->error = -ENODEV;
		return;
	}
	memset(&attr, 0xff, sizeof attr);
	if (recorder->fragment_ms)
		attr.fragsize = recorder->fragment_ms * (RATE / 1000) * FRAME_BYTES;
	stream = pa_stream_new(context, "counter", &spec, NULL);
	pa_stream_connect_record(stream, recorder->source, &attr,
				 PA_STREAM_DONT_MOVE |
				 (recorder->fragment_ms ? PA_STREAM_ADJUST_LATENCY : 0));
	start_ns = now_ns();
	while (!ended && pa_mainloop_iterate(loop, 1, NULL) >= 0) {
		const void *frames;
		size_t bytes;

		if (!PA_STREAM_IS_GOOD(pa_stream_get_state(stream)))
			break;
		while (pa_stream_get_state(stream) == PA_STREAM_READY &&
		       pa_stream_peek(stream, &frames, &bytes) == 0 && bytes) {
			if (frames)
				hear(recorder, frames, bytes / FRAME_BYTES, start_ns);
			start_ns = now_ns();	/* the next read */
			pa_stream_drop(stream);
		}
	}
	if (!ended)
		recorder->error = -EIO;
	pa_context_disconnect(context);
}

static void record_command(struct recorder *recorder)
{
	size_t bytes = (recorder->fragment_ms ? recorder->fragment_ms : 20) * (RATE / 1000) *
		       FRAME_BYTES;
	FILE *pipe = popen(recorder->command, "r");
	char *buffer = malloc(bytes);
	size_t have = 0;

	while (pipe && buffer && !ended) {
		int64_t start_ns = now_ns();
		ssize_t n = read(fileno(pipe), buffer + have, bytes - have);
		size_t frames;

		if (n <= 0)
			break;
		have += (size_t)n;
		frames = have / FRAME_BYTES;
		hear(recorder, (float *)(void *)buffer, frames, start_ns);
		have -= frames * FRAME_BYTES;
		memmove(buffer, buffer + frames * FRAME_BYTES, have);
	}
	if (!ended)
		recorder->error = -EIO;
	if (pipe)
		pclose(pipe);
	free(buffer);
}

static void *record(void *userdata)
{
	struct recorder *recorder = userdata;

	recorder->expected = -1;
	if (recorder->command)
		record_command(recorder);
	else
		record_server(recorder);
	return NULL;
}

static int run(const char *command)
{
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	if (pid < 0 || waitpid(pid, &status, 0) < 0)
		return -errno;
	if (status)
		fprintf(stderr, "counter: \"%s\" failed (status %d)\n", command, status);
	return status ? -EIO : 0;
}

static unsigned around(struct options *options, unsigned ms)
{
	return ms / 2 + (unsigned)((uint64_t)ms * (unsigned)rand_r(&options->seed) / RAND_MAX);
}

static int await_sound(const struct recorder *recorder, int64_t since_ns, int64_t *live_ns)
{
	while (recorder->sounded_ns < since_ns) {
		if (now_ns() - since_ns > LIVE_TIMEOUT_NS)
			return -ETIMEDOUT;
		sleep_ms(1);
	}
	*live_ns = recorder->sounded_ns;
	return 0;
}

static int go_live(const struct recorder *recorder, const struct options *options,
		   struct trial *trial)
{
	int error;

	trial->unmute_ns = now_ns();
	error = run(options->unmute);
	trial->unmuted_ns = now_ns();
	if (!error)
		error = await_sound(recorder, trial->unmute_ns, &trial->live_ns);
	if (error == -ETIMEDOUT)
		fprintf(stderr, "counter: no sound within %lld s of \"%s\"\n",
			LIVE_TIMEOUT_NS / 1000000000LL, options->unmute);
	return error;
}

/* trials[i] is a mute and the unmute after it; the first unmute is nobody's. */
static int try_all(struct trial *trials, const struct recorder *recorder, struct options *options)
{
	struct trial first;
	int error = go_live(recorder, options, &first);

	for (unsigned i = 0; i < options->trials && !error; i++) {
		sleep_ms(around(options, options->live_ms));
		trials[i].mute_ns = now_ns();
		error = run(options->mute);
		trials[i].muted_ns = now_ns();
		sleep_ms(options->settle_ms + around(options, options->muted_ms));
		if (!error)
			error = go_live(recorder, options, &trials[i]);
	}
	return error;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void print_spread(const char *what, double *values, size_t count)
{
	if (!count)
		return;
	qsort(values, count, sizeof *values, compare);
	printf("%-34s p50 %7.2f  p99 %7.2f  max %7.2f ms\n", what, values[count / 2],
	       values[count * 99 / 100], values[count - 1]);
}

/* Keeps only notes with numbers, each above the ones before it: what `when` searches. */
static void keep_growing(struct notes *notes)
{
	size_t kept = 0;

	for (size_t i = 0; i < notes->count; i++)
		if (notes->note[i].last >= 0 &&
		    (!kept || notes->note[i].last > notes->note[kept - 1].last))
			notes->note[kept++] = notes->note[i];
	notes->count = kept;
}

/* When the frame with this number was noted; INT64_MAX never. */
static int64_t when(const struct notes *notes, int64_t number)
{
	size_t low = 0, high = notes->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (notes->note[middle].last < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < notes->count ? notes->note[low].end_ns : INT64_MAX;
}

struct verdict {
	uint64_t late_frames, late_reads;	/* sound in reads begun after the mute returned */
	double late_ms;				/* the latest end of such a read */
	uint64_t muted_frames;			/* captured while muted for certain */
	uint64_t stale_frames;			/* captured before the unmute, delivered after */
	double *last_ms;			/* command to the end of the last read with sound */
	size_t last_count;
};

/* One read of the virtual microphone between a mute's return and the next mute. */
static void judge_read(struct verdict *verdict, const struct note *note, const struct trial *trial,
		       const struct notes *played, const struct notes *direct, int64_t settle_ns)
{
	if (!note->sounding)
		return;
	if (note->start_ns >= trial->muted_ns + settle_ns && note->end_ns < trial->unmute_ns) {
		double after_ms = (double)(note->end_ns - trial->muted_ns) / 1e6;

		verdict->late_reads++;
		verdict->late_frames += note->sounding;
		if (after_ms > verdict->late_ms)
			verdict->late_ms = after_ms;
	}
	if (note->first < 0)
		return;
	for (int64_t number = note->first; number <= note->last; number++) {
		int64_t seen_ns = when(direct, number);

		if (seen_ns >= trial->unmute_ns)
			break;
		if (when(played, number) > trial->muted_ns + settle_ns)
			verdict->muted_frames++;
		else if (note->start_ns >= trial->unmute_ns)
			verdict->stale_frames++;
	}
}

static void judge(struct verdict *verdict, const struct options *options,
		  const struct trial *trials, const struct notes *heard,
		  const struct notes *played, const struct notes *direct)
{
	size_t at = 0;

	for (unsigned i = 0; i < options->trials; i++) {
		int64_t next_ns = i + 1 < options->trials ? trials[i + 1].mute_ns : INT64_MAX;
		int64_t last_ns = 0;

		for (; at < heard->count && heard->note[at].end_ns < next_ns; at++) {
			const struct note *note = &heard->note[at];

			if (note->end_ns < trials[i].mute_ns)
				continue;
			if (note->sounding && note->end_ns < trials[i].unmute_ns)
				last_ns = note->end_ns;
			judge_read(verdict, note, &trials[i], played, direct,
				   options->settle_ms * MS);
		}
		if (last_ns)
			verdict->last_ms[verdict->last_count++] =
				(double)(last_ns - trials[i].mute_ns) / 1e6;
	}
}

static void print_latency(const struct notes *heard, const struct notes *direct)
{
	double *values = calloc(heard->count + 1, sizeof *values);
	size_t count = 0;
	uint64_t breaks = 0, frames = 0;

	for (size_t i = 0; i < heard->count; i++) {
		const struct note *note = &heard->note[i];

		breaks += note->breaks;
		frames += note->sounding;
		if (note->last >= 0 && when(direct, note->last) != INT64_MAX)
			values[count++] = (double)(note->end_ns - when(direct, note->last)) / 1e6;
	}
	print_spread("added latency", values, count);
	printf("%-34s %llu in %.1f s of sound\n", "breaks in the numbers",
	       (unsigned long long)breaks, (double)frames / RATE);
	free(values);
}

static void print_times(const struct options *options, const struct trial *trials,
			struct verdict *verdict)
{
	double *values = calloc(options->trials, sizeof *values);

	for (unsigned i = 0; i < options->trials; i++)
		values[i] = (double)(trials[i].muted_ns - trials[i].mute_ns) / 1e6;
	print_spread("mute: command to return", values, options->trials);
	print_spread("mute: command to last sound", verdict->last_ms, verdict->last_count);
	for (unsigned i = 0; i < options->trials; i++)
		values[i] = (double)(trials[i].live_ns - trials[i].unmute_ns) / 1e6;
	print_spread("unmute: command to first sound", values, options->trials);
	free(values);
}

static int report(const struct options *options, const struct trial *trials,
		  const struct recorder *recorder, const struct recorder *direct,
		  const struct player *player)
{
	struct verdict verdict = { .last_ms = calloc(options->trials, sizeof(double)) };

	judge(&verdict, options, trials, &recorder->notes, &player->notes, &direct->notes);
	printf("%-34s %u\n", "mutes", options->trials);
	print_times(options, trials, &verdict);
	if (recorder->numbered)
		print_latency(&recorder->notes, &direct->notes);
	printf("%-34s %llu in %llu reads, until %.1f ms\n", "sound in reads begun after mute",
	       (unsigned long long)verdict.late_frames, (unsigned long long)verdict.late_reads,
	       verdict.late_ms);
	if (recorder->numbered)
		printf("%-34s %llu\n%-34s %llu\n", "frames captured while muted",
		       (unsigned long long)verdict.muted_frames, "stale frames after unmute",
		       (unsigned long long)verdict.stale_frames);
	free(verdict.last_ms);
	return verdict.late_frames || verdict.muted_frames || verdict.stale_frames;
}

static int run_trials(struct options *options, struct recorder *recorder)
{
	struct trial *trials = calloc(options->trials, sizeof *trials);
	struct recorder direct = { .source = options->direct, .numbered = true, .fragment_ms = 5 };
	struct player player = { .sink = options->sink };
	pthread_t threads[3];
	unsigned count = 0;
	int error;

	recorder->numbered = options->direct != NULL;
	direct.fragment_ms = recorder->fragment_ms ? recorder->fragment_ms : 20;
	pthread_create(&threads[count++], NULL, record, recorder);
	if (options->direct) {
		pthread_create(&threads[count++], NULL, play, &player);
		pthread_create(&threads[count++], NULL, record, &direct);
	}
	sleep_ms(500);
	error = try_all(trials, recorder, options);
	sleep_ms(100);
	ended = true;
	for (unsigned i = 0; i < count; i++)
		pthread_join(threads[i], NULL);
	if (recorder->error || direct.error || player.error)
		fprintf(stderr, "counter: a stream ended before its time\n");
	if (error || recorder->error || direct.error || player.error)
		return 2;
	keep_growing(&direct.notes);
	keep_growing(&player.notes);
	return report(options, trials, recorder, &direct, &player);
}

static int usage(void)
{
	fprintf(stderr,
		"usage: counter play SINK\n"
		"       counter trials --mute COMMAND --unmute COMMAND [--trials N]\n"
		"               --source NAME | --reader COMMAND  (float stereo 48000 on its output)\n"
		"               [--sink NAME --direct NAME]  the microphone: a null sink and its monitor\n"
		"               [--fragment-ms N] [--settle-ms N] [--live-ms N] [--muted-ms N] [--seed N]\n"
		"exit status: 0 nothing leaked, 1 something did, 2 could not be tried\n");
	return 2;
}

int main(int argc, char **argv)
{
	static const struct option names[] = {
		{ "mute", 1, NULL, 'm' }, { "unmute", 1, NULL, 'u' }, { "trials", 1, NULL, 'n' },
		{ "source", 1, NULL, 's' }, { "reader", 1, NULL, 'r' }, { "sink", 1, NULL, 'k' },
		{ "direct", 1, NULL, 'd' }, { "fragment-ms", 1, NULL, 'f' },
		{ "settle-ms", 1, NULL, 't' }, { "live-ms", 1, NULL, 'l' },
		{ "muted-ms", 1, NULL, 'q' }, { "seed", 1, NULL, 'e' }, { NULL, 0, NULL, 0 },
	};
	struct options options = { .trials = 10, .live_ms = 400, .muted_ms = 300, .seed = 1 };
	struct recorder recorder = { .fragment_ms = 20 };
	int option;

	setvbuf(stdout, NULL, _IOLBF, 0);
	if (argc == 3 && strcmp(argv[1], "play") == 0) {
		struct player player = { .sink = argv[2] };

		play(&player);
		return 1;
	}
	if (argc < 2 || strcmp(argv[1], "trials") != 0)
		return usage();
	while ((option = getopt_long(argc - 1, argv + 1, "", names, NULL)) >= 0)
		switch (option) {
		case 'm': options.mute = optarg; break;
		case 'u': options.unmute = optarg; break;
		case 'n': options.trials = (unsigned)atoi(optarg); break;
		case 's': recorder.source = optarg; break;
		case 'r': recorder.command = optarg; break;
		case 'k': options.sink = optarg; break;
		case 'd': options.direct = optarg; break;
		case 'f': recorder.fragment_ms = (unsigned)atoi(optarg); break;
		case 't': options.settle_ms = (unsigned)atoi(optarg); break;
		case 'l': options.live_ms = (unsigned)atoi(optarg); break;
		case 'q': options.muted_ms = (unsigned)atoi(optarg); break;
		case 'e': options.seed = (unsigned)atoi(optarg); break;
		default: return usage();
		}
	if (!options.mute || !options.unmute || !options.trials || options.trials > TRIALS_MAX ||
	    (!recorder.source && !recorder.command) || !options.sink != !options.direct)
		return usage();
	return run_trials(&options, &recorder);
}
