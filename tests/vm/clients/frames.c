/* SPDX-License-Identifier: GPL-2.0-or-later */
// build: -lm
/*
 * Frames that can be recognised, and what became of them in a recording.
 *
 *   frames count FORMAT CHANNELS        numbered frames to standard output, for ever
 *   frames tone FORMAT CHANNELS RATE    a sine of 1 kHz, -6 dBFS, for ever
 *   frames judge counted BITS FORMAT CHANNELS RATE FILE
 *   frames judge tone BITS FORMAT CHANNELS RATE FILE
 *   frames watch FILE                   notes in FILE when this machine stood still
 *
 * A numbered frame's even channels hold its number modulo 2^b - 1, plus one,
 * the odd ones how often that went round, plus one; both times an odd constant
 * modulo 2^b, so that every bit of the b (the sample's; 24 in FLOAT) is used
 * and no sample is ever zero. BITS are those of the microphone when the
 * recording has more. Any change, loss or repetition of a frame is a break.
 *
 * judge prints "total FRAMES lead FRAMES live FRAMES tail FRAMES ..." where lead and tail
 * are the exact zeros around the sound, and exits 0 when the sound is whole.
 */
#include <math.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#define HZ 1000
#define BLOCKS 100		/* a second; a whole number of the tone's periods each */
#define AMPLITUDE 0.5
#define FACTOR 0x9e3779b1u	/* odd */
#define CHANNELS_MAX 64
#define WATCH_MS 5
#define STALL_MS 60
#define RATE_MAX 384000
#define EDGE 3			/* blocks at either end of the sound that a resampler may shape */

struct format {
	const char *name;
	unsigned bytes, bits;
};

static const struct format formats[] = {
	{ "S16_LE", 2, 16 }, { "S24_3LE", 3, 24 }, { "S24_LE", 4, 24 },
	{ "S32_LE", 4, 32 }, { "FLOAT_LE", 4, 24 },
};

struct sound {
	const struct format *format;
	unsigned channels, rate, bits;
	size_t total;
	uint8_t *data;
};

static void die(const char *why)
{
	fprintf(stderr, "frames: %s\n", why);
	exit(2);
}

static unsigned parse(const char *text, long most)
{
	long value = atol(text);

	if (value < 1 || value > most)
		die("a number is out of range");
	return (unsigned)value;
}

static const struct format *find_format(const char *name)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (!strcmp(formats[i].name, name))
			return &formats[i];
	die("unknown format");
	return NULL;
}

static uint64_t mask_of(unsigned bits)
{
	return (1ull << bits) - 1;
}

/* A sample of b bits, left-justified in 32, as the format has it. */
static void store(const struct format *format, uint32_t sample, uint8_t *out)
{
	int32_t value = (int32_t)sample >> (32 - format->bits);
	float real = (float)value / 8388608.0f;

	memcpy(out, strcmp(format->name, "FLOAT_LE") ? (void *)&value : (void *)&real, format->bytes);
}

/* Left-justified in 32 bits; what does not fit exactly makes *exact false. */
static uint32_t load(const struct format *format, const uint8_t *in, int *exact)
{
	uint32_t value = 0;
	float real;

	memcpy(&value, in, format->bytes);
	if (!strcmp(format->name, "FLOAT_LE")) {
		memcpy(&real, in, sizeof real);
		if (real * 8388608.0f != rintf(real * 8388608.0f) || fabsf(real) > 1.0f)
			*exact = 0;
		return (uint32_t)(int32_t)lrintf(real * 8388608.0f) << 8;
	}
	if (!strcmp(format->name, "S24_LE") && (int32_t)(value << 8) >> 8 != (int32_t)value)
		*exact = 0;	/* not sign-extended */
	return value << (32 - format->bits);
}

static uint32_t code(uint64_t number, unsigned channel, unsigned bits)
{
	uint64_t mask = mask_of(bits);
	uint64_t part = channel % 2 ? number / mask % mask + 1 : number % mask + 1;

	return (uint32_t)(part * FACTOR & mask) << (32 - bits);
}

static uint32_t inverse(void)
{
	uint32_t x = FACTOR;	/* Newton's: each turn doubles the right bits */

	for (int i = 0; i < 5; i++)
		x *= 2 - FACTOR * x;
	return x;
}

static uint64_t decode(uint32_t sample, unsigned bits)
{
	return ((uint64_t)(sample >> (32 - bits)) * inverse() & mask_of(bits)) - 1;
}

static void put_frame(const struct format *format, unsigned channels, uint64_t number,
		      const uint32_t *tone)
{
	uint8_t frame[CHANNELS_MAX * 4];

	for (unsigned c = 0; c < channels; c++)
		store(format, tone ? *tone : code(number, c, format->bits), frame + c * format->bytes);
	if (fwrite(frame, format->bytes, channels, stdout) != channels)
		exit(0);
}

static void produce_counted(const struct format *format, unsigned channels)
{
	for (uint64_t number = 0;; number++)
		put_frame(format, channels, number, NULL);
}

/* From a table of one second, which holds whole periods: a guest is slow. */
static void produce_tone(const struct format *format, unsigned channels, unsigned rate)
{
	uint32_t *table = malloc(rate * sizeof *table);

	if (!table)
		die("memory");
	for (unsigned i = 0; i < rate; i++)
		table[i] = (uint32_t)(int32_t)lrint(AMPLITUDE * 2147483647.0 *
						    sin(2 * M_PI * HZ * i / rate));
	for (uint64_t number = 0;; number++)
		put_frame(format, channels, number, &table[number % rate]);
}

static void read_sound(struct sound *sound, const char *path)
{
	size_t frame = (size_t)sound->format->bytes * sound->channels, bytes;
	FILE *file = fopen(path, "rb");
	struct stat st;

	if (!file || fstat(fileno(file), &st))
		die(path);
	bytes = (size_t)st.st_size;
	sound->data = malloc(bytes + 1);
	if (!sound->data || fread(sound->data, 1, bytes, file) != bytes)
		die("cannot read");
	sound->total = bytes / frame;
	if (bytes % frame)
		printf("broken-frame ");
	fclose(file);
}

static const uint8_t *at(const struct sound *sound, size_t frame, unsigned channel)
{
	return sound->data + (frame * sound->channels + channel) * sound->format->bytes;
}

static int is_zero(const struct sound *sound, size_t frame)
{
	const uint8_t *bytes = at(sound, frame, 0);

	for (unsigned i = 0; i < sound->channels * sound->format->bytes; i++)
		if (bytes[i])
			return 0;
	return 1;
}

/* The number in a frame; -1 when its channels or its spare bits do not agree. */
static int64_t number_of(const struct sound *sound, size_t frame)
{
	uint64_t low = 0, high = 0, number;
	int exact = 1;

	low = decode(load(sound->format, at(sound, frame, 0), &exact), sound->bits);
	if (sound->channels > 1)
		high = decode(load(sound->format, at(sound, frame, 1), &exact), sound->bits);
	number = high * mask_of(sound->bits) + low;
	for (unsigned c = 0; c < sound->channels; c++)
		if (load(sound->format, at(sound, frame, c), &exact) != code(number, c, sound->bits))
			exact = 0;
	return exact ? (int64_t)number : -1;
}

static int judge_counted(const struct sound *sound, size_t first, size_t end)
{
	unsigned breaks = 0, wrong = 0;
	int64_t expected = -1, number;

	for (size_t i = first; i < end; i++) {
		number = number_of(sound, i);
		if (sound->channels == 1 && expected >= 0)
			expected %= (int64_t)mask_of(sound->bits);
		wrong += number < 0;
		if (expected >= 0 && number != expected && breaks++ < 5)
			printf("[at %zu: %lld, not %lld] ", i, (long long)number,
			       (long long)expected);
		expected = number < 0 ? -1 : number + 1;
	}
	printf("wrong %u breaks %u\n", wrong, breaks);
	return wrong || breaks;
}

struct wave {
	double amplitude, phase, rest;	/* rest: what is not the tone, against it */
};

static struct wave fit(const struct sound *sound, size_t first, size_t count, unsigned channel)
{
	double in = 0, quad = 0, power = 0, value, angle, tone;
	int exact;

	for (size_t i = 0; i < count; i++) {
		value = (int32_t)load(sound->format, at(sound, first + i, channel), &exact) /
			2147483648.0;
		angle = 2 * M_PI * HZ * (double)(i % sound->rate) / sound->rate;
		in += value * sin(angle);
		quad += value * cos(angle);
		power += value * value;
	}
	in *= 2.0 / (double)count;
	quad *= 2.0 / (double)count;
	tone = (in * in + quad * quad) / 2;
	return (struct wave){ sqrt(2 * tone), atan2(quad, in),
		tone > 0 ? sqrt(fabs(power / (double)count - tone) / tone) : 1 };
}

static int judge_tone(const struct sound *sound, size_t first, size_t end)
{
	size_t count = sound->rate / BLOCKS;
	double worst_level = 0, worst_turn = 0, worst_rest = 0, turn, level;
	unsigned bad = 0;

	first += EDGE * count;
	for (unsigned c = 0; c < sound->channels; c++) {
		struct wave before = { 0 }, wave;

		for (size_t i = first; i + (EDGE + 1) * count <= end; i += count, before = wave) {
			wave = fit(sound, i, count, c);
			level = fabs(20 * log10(wave.amplitude / AMPLITUDE + 1e-9));
			turn = i == first ? 0 : fabs(remainder(wave.phase - before.phase, 2 * M_PI));
			if ((level > 0.3 || turn > 0.02 || wave.rest > 0.02) && bad++ < 3)
				printf("[at %zu: %.2f dB off, turned %.3f, rest %.3f] ", i, level, turn,
				       wave.rest);
			worst_level = fmax(worst_level, level);
			worst_turn = fmax(worst_turn, turn);
			worst_rest = fmax(worst_rest, wave.rest);
		}
	}
	printf("off %.2f dB turned %.4f rest %.4f bad %u\n", worst_level, worst_turn, worst_rest, bad);
	return bad != 0;
}

static int judge(int counted, struct sound *sound)
{
	size_t first = 0, end = sound->total;

	while (first < end && is_zero(sound, first))
		first++;
	while (end > first && is_zero(sound, end - 1))
		end--;
	printf("total %zu lead %zu live %zu tail %zu ", sound->total, first, end - first,
	       sound->total - end);
	return counted ? judge_counted(sound, first, end) : judge_tone(sound, first, end);
}

/* One line for each time that a process of the highest priority was not let run: milliseconds. */
static void watch(const char *path)
{
	struct sched_param param = { .sched_priority = 50 };
	struct timespec before, now, step = { .tv_nsec = WATCH_MS * 1000000 };
	long late_ms;
	FILE *file;

	sched_setscheduler(0, SCHED_FIFO, &param);
	clock_gettime(CLOCK_MONOTONIC, &before);
	for (;; before = now) {
		nanosleep(&step, NULL);
		clock_gettime(CLOCK_MONOTONIC, &now);
		late_ms = (now.tv_sec - before.tv_sec) * 1000 + (now.tv_nsec - before.tv_nsec) / 1000000;
		if (late_ms < STALL_MS)
			continue;
		file = fopen(path, "a");
		if (file) {
			fprintf(file, "%ld\n", late_ms);
			fclose(file);
		}
	}
}

int main(int argc, char **argv)
{
	if (argc == 4 && !strcmp(argv[1], "count")) {
		produce_counted(find_format(argv[2]), parse(argv[3], CHANNELS_MAX));
	} else if (argc == 5 && !strcmp(argv[1], "tone")) {
		produce_tone(find_format(argv[2]), parse(argv[3], CHANNELS_MAX),
			     parse(argv[4], RATE_MAX));
	} else if (argc == 3 && !strcmp(argv[1], "watch")) {
		watch(argv[2]);
	} else if (argc == 8 && !strcmp(argv[1], "judge")) {
		struct sound sound = {
			.bits = parse(argv[3], 32), .format = find_format(argv[4]),
			.channels = parse(argv[5], CHANNELS_MAX), .rate = parse(argv[6], RATE_MAX),
		};

		read_sound(&sound, argv[7]);
		return judge(!strcmp(argv[2], "counted"), &sound);
	}
	die("what?");
}
