/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * driver/params against recordings of real kernel cards in tests/params, its arithmetic piece
 * by piece, and garbage.  A recorded card is a name and the limits that describe it.
 */
// links: driver/params
#include "../../driver/params.h"

#include "../../driver/interval.h"
#include "../params/transcript.h"

#include <glob.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#define F(format) (UINT64_C(1) << (format))
#define S8 0
#define U8 1
#define S16_LE 2
#define S16_BE 3
#define S24_LE 6
#define S24_BE 7
#define S32_LE 10
#define S32_BE 11
#define FLOAT_LE 14
#define FLOAT_BE 15
#define S24_3LE 32
#define S24_3BE 33

#define RW 0x8u /* access */
#define RW_MMAP 0x9u
#define RWN 0x10u
#define RWN_MMAP 0x12u

static const unsigned int ac97_rates[] = {48000};
static const unsigned int ca0106_rates[] = {48000, 96000, 192000};
static const unsigned int hda_rates[] = {16000, 22050, 32000, 44100, 48000, 88200, 96000};

#define DUMMY(access_, info_)                                                                      \
	.formats = F(U8) | F(S16_LE), .access = access_, .info = info_, .channels_min = 1,         \
	.channels_max = 2, .rate_min = 5500, .rate_max = 48000, .period_bytes_min = 64,            \
	.period_bytes_max = 65536, .periods_min = 1, .periods_max = 1024, .buffer_bytes_max = 65536

static const struct card {
	const char *name;
	struct params_limits limits;
} cards[] = {
	{"dummy", {DUMMY(RW_MMAP, 0x40103)}},
	{"dummy-noninterleaved", {DUMMY(RWN_MMAP, 0x40203)}},
	{"dummy-rw", {DUMMY(RW, 0x40100)}},
	{"dummy-rw-noninterleaved", {DUMMY(RWN, 0x40200)}},
	{"dummy-emu10k1",
	 {.formats = F(U8) | F(S16_LE), .access = RW_MMAP, .info = 0x40103, .channels_min = 1,
	  .channels_max = 2, .rate_min = 5500, .rate_max = 48000, .period_bytes_min = 64,
	  .period_bytes_max = 65536, .periods_min = 1, .periods_max = 1024,
	  .buffer_bytes_max = 131072}},
	{"dummy-rme9652",
	 {.formats = F(S32_LE), .access = RW_MMAP, .info = 0x40103, .channels_min = 26,
	  .channels_max = 26, .rate_min = 5500, .rate_max = 48000, .period_bytes_min = 64,
	  .period_bytes_max = 65536, .periods_min = 2, .periods_max = 2,
	  .buffer_bytes_max = 26 * 64 * 1024}},
	{"dummy-ice1712",
	 {.formats = F(S32_LE), .access = RW_MMAP, .info = 0x40103, .channels_min = 10,
	  .channels_max = 10, .rate_min = 5500, .rate_max = 48000, .period_bytes_min = 64,
	  .period_bytes_max = 65536, .periods_min = 1, .periods_max = 1024,
	  .buffer_bytes_max = 256 * 1024}},
	{"dummy-uda1341",
	 {.formats = F(S16_LE), .access = RW_MMAP, .info = 0x40103, .channels_min = 2,
	  .channels_max = 2, .rate_min = 5500, .rate_max = 48000, .period_bytes_min = 64,
	  .period_bytes_max = 65536, .periods_min = 2, .periods_max = 255,
	  .buffer_bytes_max = 16380}},
	{"dummy-ac97",
	 {.formats = F(S16_LE), .access = RW_MMAP, .info = 0x40103, .channels_min = 2,
	  .channels_max = 2, .rate_min = 48000, .rate_max = 48000, .period_bytes_min = 64,
	  .period_bytes_max = 65536, .periods_min = 1, .periods_max = 1024,
	  .buffer_bytes_max = 65536, .rates = ac97_rates, .rates_count = 1}},
	{"dummy-ca0106",
	 {.formats = F(S16_LE), .access = RW_MMAP, .info = 0x40103, .channels_min = 2,
	  .channels_max = 2, .rate_min = 48000, .rate_max = 192000, .period_bytes_min = 64,
	  .period_bytes_max = 65536 - 64, .periods_min = 2, .periods_max = 8,
	  .buffer_bytes_max = (65536 - 64) * 8, .rates = ca0106_rates, .rates_count = 3}},
	{"aloop",
	 {.formats = F(S16_LE) | F(S16_BE) | F(S24_LE) | F(S24_BE) | F(S32_LE) | F(S32_BE) |
	             F(FLOAT_LE) | F(FLOAT_BE) | F(S24_3LE) | F(S24_3BE),
	  .access = RW_MMAP, .info = 0xc0103, .channels_min = 1, .channels_max = 32,
	  .rate_min = 8000, .rate_max = 192000, .period_bytes_min = 64,
	  .period_bytes_max = 1024 * 1024, .periods_min = 1, .periods_max = 1024,
	  .buffer_bytes_max = 2 * 1024 * 1024, .periods_integer = true,
	  .stated_twice = true}},
	{"hda",
	 {.formats = F(S16_LE), .access = RW_MMAP, .info = 0xc90103, .channels_min = 2,
	  .channels_max = 2, .rate_min = 16000, .rate_max = 96000, .period_bytes_min = 128,
	  .period_bytes_max = 2 * 1024 * 1024, .periods_min = 2, .periods_max = 32,
	  .buffer_bytes_max = 4 * 1024 * 1024, .periods_integer = true,
	  .rates = hda_rates, .rates_count = 7, .period_bytes_step = 4,
	  .buffer_bytes_step = 4,
	  .buffer_time_min = 20, .buffer_time_max = 178000000}},
	{"hda-aligned",
	 {.formats = F(S16_LE), .access = RW_MMAP, .info = 0xc90103, .channels_min = 2,
	  .channels_max = 2, .rate_min = 16000, .rate_max = 96000, .period_bytes_min = 128,
	  .period_bytes_max = 2 * 1024 * 1024, .periods_min = 2, .periods_max = 32,
	  .buffer_bytes_max = 4 * 1024 * 1024, .periods_integer = true,
	  .rates = hda_rates, .rates_count = 7, .period_bytes_step = 128,
	  .buffer_bytes_step = 128,
	  .buffer_time_min = 20, .buffer_time_max = 178000000}},
};

static const struct params_limits *limits_of(const char *name)
{
	for (size_t n = 0; n < sizeof(cards) / sizeof(cards[0]); n++) {
		if (strcmp(cards[n].name, name) == 0)
			return &cards[n].limits;
	}
	fail_msg("no limits for card %s", name);
	return NULL;
}

/* Recordings. */

static const char *recordings = "tests/params";

struct replay {
	struct transcript transcript;
	const struct params_limits *limits;
	const char *file;
	int line;
	int exchanges, wrong;
	int broken; /* the card chose something beyond its own limits, we did not */
};

static char *our_answer(struct replay *replay)
{
	struct transcript transcript = replay->transcript;
	struct snd_pcm_hw_params params = transcript.asked;
	char *text;
	size_t size;
	FILE *to = open_memstream(&text, &size);
	int err = transcript.choose ? params_choose(replay->limits, &params)
	                            : params_refine(replay->limits, &params);

	transcript_put_answer(to, &transcript, -err, &params);
	fclose(to);
	return text;
}

static struct snd_interval *interval(struct snd_pcm_hw_params *params, int param)
{
	return &params->intervals[param - SNDRV_PCM_HW_PARAM_FIRST_INTERVAL];
}

/* Numbers that wrapped around (driver/params.c, check_limits). */
static bool is_beyond(const struct params_limits *limits, struct snd_pcm_hw_params *chosen)
{
	return interval(chosen, SNDRV_PCM_HW_PARAM_PERIODS)->max > limits->periods_max ||
	       interval(chosen, SNDRV_PCM_HW_PARAM_PERIODS)->min < limits->periods_min ||
	       interval(chosen, SNDRV_PCM_HW_PARAM_PERIOD_BYTES)->max > limits->period_bytes_max ||
	       interval(chosen, SNDRV_PCM_HW_PARAM_PERIOD_BYTES)->min < limits->period_bytes_min ||
	       interval(chosen, SNDRV_PCM_HW_PARAM_BUFFER_BYTES)->max > limits->buffer_bytes_max;
}

/* What the card said becomes the base of the next request, also where we said something else. */
static void take_answer(struct replay *replay, char *line)
{
	struct snd_pcm_hw_params answer = replay->transcript.asked;

	if (line[0] != '0')
		return;
	assert_true(transcript_get(line + 1, &answer));
	replay->transcript.answer = answer;
}

static void replay_answer(struct replay *replay, char *line)
{
	char *ours = our_answer(replay), *theirs;

	line[strcspn(line, "\n")] = '\0';
	theirs = strdup(line);
	take_answer(replay, line);
	replay->exchanges++;
	if (replay->transcript.choose && theirs[0] == '0' && strcmp(ours, "EINVAL") == 0 &&
	    is_beyond(replay->limits, &replay->transcript.answer))
		replay->broken++;
	else if (strcmp(theirs, ours) != 0 && replay->wrong++ < 20)
		print_error("%s:%d: the card says\n%s\nwe say\n%s\n", replay->file, replay->line,
		            theirs, ours);
	free(ours);
	free(theirs);
}

static void replay_line(struct replay *replay, char *line, bool *asked)
{
	if (*asked) {
		*asked = false;
		replay_answer(replay, line);
	} else if (strncmp(line, "card ", 5) == 0) {
		line[strcspn(line, "\n")] = '\0';
		replay->limits = limits_of(line + 5);
		transcript_start(&replay->transcript);
	} else if (line[0] != '#') {
		*asked = transcript_get_request(&replay->transcript, line);
		if (!*asked)
			fail_msg("%s:%d: what is this?", replay->file, replay->line);
	}
}

static void replay_file(struct replay *replay, const char *path)
{
	FILE *file = fopen(path, "re");
	char *line = NULL;
	size_t size = 0;
	bool asked = false;

	assert_non_null(file);
	replay->file = path;
	replay->line = 0;
	while (getline(&line, &size, file) > 0) {
		replay->line++;
		replay_line(replay, line, &asked);
	}
	assert_false(asked);
	free(line);
	fclose(file);
}

static void answers_as_real_cards_do(void **state)
{
	struct replay replay = {0};
	char pattern[PATH_MAX];
	glob_t files;

	(void)state;
	snprintf(pattern, sizeof(pattern), "%s/*.t", recordings);
	assert_int_equal(glob(pattern, 0, NULL, &files), 0);
	for (size_t n = 0; n < files.gl_pathc; n++)
		replay_file(&replay, files.gl_pathv[n]);
	print_message("%d exchanges from %zu files, %d differ, %d beyond the card's own limits\n",
	              replay.exchanges, files.gl_pathc, replay.wrong, replay.broken);
	globfree(&files);
	assert_true(replay.exchanges >= 300);
	assert_int_equal(replay.wrong, 0);
}

/* The arithmetic. */

#define CLOSED(min_, max_) ((struct snd_interval){.min = (min_), .max = (max_)})
#define WHOLE(min_, max_) ((struct snd_interval){.min = (min_), .max = (max_), .integer = 1})
#define OPEN(min_, max_) \
	((struct snd_interval){.min = (min_), .max = (max_), .openmin = 1, .openmax = 1})

static void check_interval(struct snd_interval is, struct snd_interval wanted, const char *what)
{
	if (transcript_same_interval(&is, &wanted))
		return;
	printf("%s: is ", what);
	transcript_put_interval(stdout, &is);
	printf(", wanted ");
	transcript_put_interval(stdout, &wanted);
	printf("\n");
	fail();
}

static void narrows(struct snd_interval i, struct snd_interval to, int result,
                    struct snd_interval wanted, const char *what)
{
	assert_int_equal(interval_narrow(&i, &to), result);
	if (result >= 0)
		check_interval(i, wanted, what);
	else
		assert_true(i.empty);
}

static void narrowing(void **state)
{
	struct snd_interval openmin = {.min = 5, .max = 9, .openmin = 1};

	(void)state;
	narrows(CLOSED(0, UINT_MAX), CLOSED(3, 8), 1, CLOSED(3, 8), "cut both");
	narrows(CLOSED(3, 8), CLOSED(0, UINT_MAX), 0, CLOSED(3, 8), "nothing to cut");
	narrows(CLOSED(5, 9), openmin, 1, openmin, "closed to open at the same number");
	narrows(openmin, CLOSED(5, 9), 0, openmin, "open stays open");
	narrows(OPEN(5, 9), WHOLE(0, 100), 1, WHOLE(6, 8), "open ends of whole numbers close");
	narrows(CLOSED(4, 4), CLOSED(0, 9), 0, WHOLE(4, 4), "one closed value is whole");
	narrows(OPEN(4, 5), CLOSED(0, 9), 0, OPEN(4, 5), "between two numbers");
	narrows(OPEN(4, 5), WHOLE(0, 9), -EINVAL, OPEN(4, 5), "no whole number between");
	narrows(OPEN(4, 4), CLOSED(0, 9), -EINVAL, OPEN(4, 4), "void");
	narrows(CLOSED(5, 4), CLOSED(0, 9), -EINVAL, CLOSED(5, 4), "upside down");
	narrows(CLOSED(1, 2), CLOSED(3, 4), -EINVAL, CLOSED(1, 2), "apart");
}

static void picking(void **state)
{
	struct snd_interval i = CLOSED(3, 9);

	(void)state;
	assert_int_equal(interval_pick_lowest(&i), 1);
	check_interval(i, CLOSED(3, 3), "lowest");
	assert_int_equal(interval_pick_lowest(&i), 0);
	i = OPEN(3, 9);
	assert_int_equal(interval_pick_lowest(&i), 1);
	check_interval(i, ((struct snd_interval){.min = 3, .max = 4, .openmin = 1}), "above three");
	i = OPEN(3, 4);
	assert_int_equal(interval_pick_lowest(&i), 0);
	assert_int_equal(interval_value(&i), 3);
	i = CLOSED(3, 9);
	assert_int_equal(interval_pick_highest(&i), 1);
	check_interval(i, CLOSED(9, 9), "highest");
	i = OPEN(3, 9);
	assert_int_equal(interval_pick_highest(&i), 1);
	check_interval(i, ((struct snd_interval){.min = 8, .max = 9, .openmax = 1}), "below nine");
	assert_int_equal(interval_value(&i), 8);
}

static void products_and_quotients(void **state)
{
	struct snd_interval bits = WHOLE(16, 32), channels = WHOLE(1, 2), rate = CLOSED(44100, 48000);
	struct snd_interval size = WHOLE(100, 442), huge = CLOSED(0, UINT_MAX), none = CLOSED(0, 0);

	(void)state;
	check_interval(interval_product(&bits, &channels, 1), WHOLE(16, 64), "frame bits");
	check_interval(interval_product(&size, &bits, 8), CLOSED(200, 1768), "bytes");
	check_interval(interval_quotient(&size, 1000000, &rate), OPEN(2083, 10023),
	               "time, inexact below");
	check_interval(interval_product(&huge, &huge, 1), CLOSED(0, UINT_MAX), "too large");
	check_interval(interval_quotient(&size, 8, &none),
	               CLOSED(UINT_MAX, UINT_MAX), "by nothing");
	check_interval(interval_quotient(&huge, 1000000, &huge), CLOSED(0, UINT_MAX), "no limit");
}

static void multiples(void **state)
{
	struct snd_interval i = CLOSED(5, 19), none = CLOSED(5, 7);

	(void)state;
	assert_int_equal(interval_narrow_to_multiples(&i, 4), 1);
	check_interval(i, CLOSED(8, 16), "fours");
	assert_int_equal(interval_narrow_to_multiples(&i, 4), 0);
	assert_int_equal(interval_narrow_to_multiples(&none, 4), -EINVAL);
}

/* A twin, as the driver offers it. */

static const struct params_limits twin = {
	.formats = F(S16_LE) | F(S24_LE) | F(S24_3LE) | F(S32_LE) | F(FLOAT_LE),
	.access = RW | RWN,
	.info = SNDRV_PCM_INFO_INTERLEAVED | SNDRV_PCM_INFO_NONINTERLEAVED,
	.channels_min = 1,
	.channels_max = 8,
	.rate_min = 8000,
	.rate_max = 192000,
	.period_bytes_min = 32,
	.period_bytes_max = 1 << 20,
	.periods_min = 2,
	.periods_max = 1024,
	.buffer_bytes_max = 4 << 20,
};

static void refuses_mmap(void **state)
{
	struct snd_pcm_hw_params params;

	(void)state;
	params_any(&params);
	memset(&params.masks[SNDRV_PCM_HW_PARAM_ACCESS], 0, sizeof(struct snd_mask));
	params.masks[SNDRV_PCM_HW_PARAM_ACCESS].bits[0] =
		1u << SNDRV_PCM_ACCESS_MMAP_INTERLEAVED | 1u << SNDRV_PCM_ACCESS_MMAP_COMPLEX;
	assert_int_equal(params_refine(&twin, &params), -EINVAL);
}

static void a_refused_request_stays_as_it_was(void **state)
{
	struct snd_pcm_hw_params params, before;

	(void)state;
	params_any(&params);
	*interval(&params, SNDRV_PCM_HW_PARAM_RATE) = CLOSED(1, 7999);
	before = params;
	assert_int_equal(params_refine(&twin, &params), -EINVAL);
	assert_memory_equal(&params, &before, sizeof(params));
	assert_int_equal(params_choose(&twin, &params), -EINVAL);
	assert_memory_equal(&params, &before, sizeof(params));
}

static void readers_tell_what_was_chosen(void **state)
{
	struct snd_pcm_hw_params params;

	(void)state;
	params_any(&params);
	params.masks[SNDRV_PCM_HW_PARAM_FORMAT].bits[0] = 1u << S24_LE;
	params.masks[SNDRV_PCM_HW_PARAM_FORMAT].bits[1] = 0;
	*interval(&params, SNDRV_PCM_HW_PARAM_CHANNELS) = CLOSED(2, 2);
	*interval(&params, SNDRV_PCM_HW_PARAM_RATE) = CLOSED(48000, 96000);
	*interval(&params, SNDRV_PCM_HW_PARAM_PERIOD_SIZE) = CLOSED(1599, 2000);
	*interval(&params, SNDRV_PCM_HW_PARAM_PERIODS) = CLOSED(2, 3);
	assert_int_equal(params_choose(&twin, &params), 0);
	assert_int_equal(params_access(&params), SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	assert_int_equal(params_format(&params), S24_LE);
	assert_int_equal(params_channels(&params), 2);
	assert_int_equal(params_rate(&params), 48000);
	assert_int_equal(params_period_size(&params), 1599);
	assert_int_equal(params_periods(&params), 3);
	assert_int_equal(params_buffer_size(&params), 4797);
	assert_int_equal(params_frame_bytes(&params), 8);
	assert_int_equal(params.info, twin.info);
	assert_int_equal(params.msbits, 32);
	assert_int_equal(params_format_width(S24_LE), 24);
	assert_int_equal(params_format_physical_width(S24_LE), 32);
	assert_int_equal(params_format_width(24), 0);
	assert_int_equal(params_format_width(UINT_MAX), 0);
}

static void fifo_and_significant_bits(void **state)
{
	struct params_limits limits = twin;
	struct snd_pcm_hw_params params;

	(void)state;
	limits.fifo_size = 256;
	limits.msbits_width = 32;
	limits.msbits = 20;
	limits.formats = F(S32_LE);
	params_any(&params);
	assert_int_equal(params_refine(&limits, &params), 0);
	assert_int_equal(params.fifo_size, 0);
	assert_int_equal(params.msbits, 20);
	assert_int_equal(params_choose(&limits, &params), 0);
	assert_int_equal(params.fifo_size, 64);
	limits.fifo_in_frames = true;
	assert_int_equal(params_choose(&limits, &params), 0);
	assert_int_equal(params.fifo_size, 256);
}

/* Whatever bytes come: an errno that a driver may answer, or values within the limits. */

static uint64_t seed = 1;

static uint32_t any_number(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 16);
}

static void scribble(void *memory, size_t size)
{
	uint32_t words[sizeof(struct snd_pcm_hw_params) / sizeof(uint32_t)];

	for (size_t n = 0; n < size / sizeof(words[0]); n++)
		words[n] = any_number() >> (any_number() % 32);
	memcpy(memory, words, size);
}

/* All of it, or a few fields; the fewer the more gets past the first look. */
static void fill_with_garbage(struct snd_pcm_hw_params *params)
{
	params_any(params);
	if (any_number() % 4 == 0)
		scribble(params, sizeof(*params));
	for (uint32_t fields = any_number() % 5; fields > 0; fields--) {
		struct snd_interval *i = &params->intervals[any_number() % TRANSCRIPT_INTERVALS];
		unsigned int before = any_number() % 2 == 0 ? i->max : i->min;

		scribble(i, sizeof(*i));
		i->empty = any_number() % 16 == 0;
		if (any_number() % 4 != 0)
			i->max = i->min < before ? before : UINT_MAX;
	}
	if (any_number() % 4 == 0)
		scribble(&params->masks[any_number() % TRANSCRIPT_MASKS], sizeof(struct snd_mask));
	if (any_number() % 4 == 0)
		params->rmask = any_number();
}

static void check_chosen(const struct params_limits *limits, const struct snd_pcm_hw_params *params)
{
	unsigned int period_bytes = params_period_size(params) * params_frame_bytes(params);
	unsigned int buffer_bytes = params_buffer_size(params) * params_frame_bytes(params);

	assert_true(limits->access >> params_access(params) & 1);
	assert_true(limits->formats >> params_format(params) & 1);
	assert_in_range(params_channels(params), limits->channels_min, limits->channels_max);
	assert_in_range(params_rate(params), limits->rate_min, limits->rate_max);
	assert_in_range(period_bytes, limits->period_bytes_min, limits->period_bytes_max);
	assert_in_range(buffer_bytes, limits->period_bytes_min, limits->buffer_bytes_max);
	assert_in_range(params_periods(params), limits->periods_min, limits->periods_max);
	assert_true(params_buffer_size(params) >= params_period_size(params));
	assert_int_equal(params_frame_bytes(params) * 8,
	                 params_channels(params) *
	                         params_format_physical_width(params_format(params)));
	assert_int_equal(params->info, limits->info);
}

static void garbage_is_refused_or_refined(void **state)
{
	size_t refined = 0, chosen = 0;

	(void)state;
	for (int n = 0; n < 100000; n++) {
		const struct params_limits *limits = n % 4 == 0 ? &twin : &cards[n % 12].limits;
		struct snd_pcm_hw_params params;
		int err;

		fill_with_garbage(&params);
		err = params_refine(limits, &params);
		assert_in_range(-err, 0, 511);
		refined += err == 0;
		err = params_choose(limits, &params);
		assert_in_range(-err, 0, 511);
		chosen += err == 0;
		if (err == 0)
			check_chosen(limits, &params);
	}
	print_message("refined %zu, chosen %zu of 100000\n", refined, chosen);
	assert_true(refined > 1000 && chosen > 1000);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_as_real_cards_do),
		cmocka_unit_test(narrowing),
		cmocka_unit_test(picking),
		cmocka_unit_test(products_and_quotients),
		cmocka_unit_test(multiples),
		cmocka_unit_test(refuses_mmap),
		cmocka_unit_test(a_refused_request_stays_as_it_was),
		cmocka_unit_test(readers_tell_what_was_chosen),
		cmocka_unit_test(fifo_and_significant_bits),
		cmocka_unit_test(garbage_is_refused_or_refined),
	};

	if (argc > 1)
		recordings = argv[1];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
