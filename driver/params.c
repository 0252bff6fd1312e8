/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The hw_params constraint engine.  A configuration space is three masks and twelve intervals,
 * tied together by relations (frame_bits = sample_bits * channels, ...).  Refining cuts each by
 * its limit, then cuts by the relations until none has more to say.  Intervals only get smaller,
 * but in steps as small as one: a strange wish (a period of exactly a second, whatever the rate)
 * keeps a kernel busy for up to 0.1 s.  Here a budget ends it and the answer is EINVAL.
 */
#include "params.h"

#include "interval.h"

#include <errno.h>
#include <limits.h>
#include <string.h>

/* Rules run in one refinement: 30 are usual, applications need up to 500, these take 1-2 ms. */
#define RULES_BUDGET (1u << 17)

#define BIT(param) (1u << (param))
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum {
	ACCESS = SNDRV_PCM_HW_PARAM_ACCESS,
	FORMAT = SNDRV_PCM_HW_PARAM_FORMAT,
	SUBFORMAT = SNDRV_PCM_HW_PARAM_SUBFORMAT,
	FIRST_MASK = SNDRV_PCM_HW_PARAM_FIRST_MASK,
	LAST_MASK = SNDRV_PCM_HW_PARAM_LAST_MASK,
	SAMPLE_BITS = SNDRV_PCM_HW_PARAM_SAMPLE_BITS,
	FRAME_BITS = SNDRV_PCM_HW_PARAM_FRAME_BITS,
	CHANNELS = SNDRV_PCM_HW_PARAM_CHANNELS,
	RATE = SNDRV_PCM_HW_PARAM_RATE,
	PERIOD_TIME = SNDRV_PCM_HW_PARAM_PERIOD_TIME,
	PERIOD_SIZE = SNDRV_PCM_HW_PARAM_PERIOD_SIZE,
	PERIOD_BYTES = SNDRV_PCM_HW_PARAM_PERIOD_BYTES,
	PERIODS = SNDRV_PCM_HW_PARAM_PERIODS,
	BUFFER_TIME = SNDRV_PCM_HW_PARAM_BUFFER_TIME,
	BUFFER_SIZE = SNDRV_PCM_HW_PARAM_BUFFER_SIZE,
	BUFFER_BYTES = SNDRV_PCM_HW_PARAM_BUFFER_BYTES,
	TICK_TIME = SNDRV_PCM_HW_PARAM_TICK_TIME,
	FIRST_INTERVAL = SNDRV_PCM_HW_PARAM_FIRST_INTERVAL,
	LAST_INTERVAL = SNDRV_PCM_HW_PARAM_LAST_INTERVAL,
};

/* In bits.  A width of 0 in memory is no linear format: it cannot be sized. */
static const struct {
	uint8_t width, physical;
} format_bits[SNDRV_PCM_FORMAT_LAST + 1] = {
	[0 ... 1] = {8, 8},     /* S8 U8 */
	[2 ... 5] = {16, 16},   /* S16 U16 */
	[6 ... 9] = {24, 32},   /* S24 U24 */
	[10 ... 15] = {32, 32}, /* S32 U32 FLOAT */
	[16 ... 17] = {64, 64}, /* FLOAT64 */
	[18 ... 19] = {32, 32}, /* IEC958_SUBFRAME */
	[20 ... 21] = {8, 8},   /* MU_LAW A_LAW */
	[22] = {4, 4},          /* IMA_ADPCM */
	[25 ... 28] = {20, 32}, /* S20 U20 */
	[32 ... 35] = {24, 24}, /* S24_3 U24_3 */
	[36 ... 39] = {20, 24}, /* S20_3 U20_3 */
	[40 ... 43] = {18, 24}, /* S18_3 U18_3 */
	[44] = {3, 3},          /* G723_24 */
	[45] = {3, 8},          /* G723_24_1B */
	[46] = {5, 5},          /* G723_40 */
	[47] = {5, 8},          /* G723_40_1B */
	[48] = {8, 8},          /* DSD_U8 */
	[49] = {16, 16},        /* DSD_U16_LE */
	[50] = {32, 32},        /* DSD_U32_LE */
	[51] = {16, 16},        /* DSD_U16_BE */
	[52] = {32, 32},        /* DSD_U32_BE */
};

unsigned int params_format_width(unsigned int format)
{
	return format < COUNT(format_bits) ? format_bits[format].width : 0;
}

unsigned int params_format_physical_width(unsigned int format)
{
	return format < COUNT(format_bits) ? format_bits[format].physical : 0;
}

static struct snd_mask *mask_of(struct snd_pcm_hw_params *params, unsigned int param)
{
	return &params->masks[param - FIRST_MASK];
}

static struct snd_interval *interval_of(struct snd_pcm_hw_params *params, unsigned int param)
{
	return &params->intervals[param - FIRST_INTERVAL];
}

/* What each mask and interval may be at most, before any relation between them. */

static uint64_t limit_mask(const struct params_limits *limits, unsigned int param)
{
	switch (param) {
	case ACCESS:
		return limits->access;
	case FORMAT:
		return limits->formats;
	default:
		return UINT64_C(1) << SNDRV_PCM_SUBFORMAT_STD;
	}
}

static struct snd_interval limit_range(const struct params_limits *limits, unsigned int param)
{
	switch (param) {
	case CHANNELS:
		return interval_between(limits->channels_min, limits->channels_max);
	case RATE:
		return interval_between(limits->rate_min, limits->rate_max);
	case PERIOD_BYTES:
		return interval_between(limits->period_bytes_min, limits->period_bytes_max);
	case PERIODS:
		return interval_between(limits->periods_min, limits->periods_max);
	case BUFFER_BYTES:
		return interval_between(limits->period_bytes_min, limits->buffer_bytes_max);
	case BUFFER_TIME:
		if (limits->buffer_time_max != 0)
			return interval_between(limits->buffer_time_min, limits->buffer_time_max);
		break;
	default:
		break;
	}
	return interval_between(0, UINT_MAX);
}

static struct snd_interval limit_interval(const struct params_limits *limits, unsigned int param)
{
	const uint32_t whole = BIT(SAMPLE_BITS) | BIT(FRAME_BITS) | BIT(CHANNELS) |
	                       BIT(PERIOD_SIZE) | BIT(BUFFER_SIZE) | BIT(BUFFER_BYTES);
	struct snd_interval limit = limit_range(limits, param);

	if ((whole & BIT(param)) != 0 || (param == PERIODS && limits->periods_integer))
		limit.integer = 1;
	return limit;
}

/* Rules: each narrows one parameter by what others say about it. */

struct rule {
	int (*apply)(const struct params_limits *limits, struct snd_pcm_hw_params *params,
	             const struct rule *rule);
	unsigned int param; /* that it narrows */
	uint32_t inputs;    /* bits of the parameters that it reads */
	unsigned int a, b;  /* of product and quotient */
	unsigned int k;
};

static int rule_format(const struct params_limits *limits, struct snd_pcm_hw_params *params,
                       const struct rule *rule)
{
	const struct snd_interval *bits = interval_of(params, SAMPLE_BITS);
	uint64_t fitting = UINT64_MAX;

	(void)limits;
	for (unsigned int format = 0; format < COUNT(format_bits); format++) {
		unsigned int width = params_format_physical_width(format);

		if (width != 0 && (width < bits->min || width > bits->max))
			fitting &= ~(UINT64_C(1) << format);
	}
	return mask_narrow(mask_of(params, rule->param), fitting);
}

static int rule_sample_bits(const struct params_limits *limits, struct snd_pcm_hw_params *params,
                            const struct rule *rule)
{
	uint64_t formats = mask_get(mask_of(params, FORMAT));
	struct snd_interval widths = {.min = UINT_MAX, .max = 0, .integer = 1};

	(void)limits;
	for (unsigned int format = 0; format < COUNT(format_bits); format++) {
		unsigned int width = params_format_physical_width(format);

		if (width == 0 || (formats >> format & 1) == 0)
			continue;
		if (width < widths.min)
			widths.min = width;
		if (width > widths.max)
			widths.max = width;
	}
	return interval_narrow(interval_of(params, rule->param), &widths);
}

/* param = a * b / k */
static int rule_product(const struct params_limits *limits, struct snd_pcm_hw_params *params,
                        const struct rule *rule)
{
	struct snd_interval product = interval_product(interval_of(params, rule->a),
	                                               interval_of(params, rule->b), rule->k);

	(void)limits;
	return interval_narrow(interval_of(params, rule->param), &product);
}

/* param = a * k / b */
static int rule_quotient(const struct params_limits *limits, struct snd_pcm_hw_params *params,
                         const struct rule *rule)
{
	struct snd_interval quotient = interval_quotient(interval_of(params, rule->a), rule->k,
	                                                 interval_of(params, rule->b));

	(void)limits;
	return interval_narrow(interval_of(params, rule->param), &quotient);
}

static int rule_step(const struct params_limits *limits, struct snd_pcm_hw_params *params,
                     const struct rule *rule)
{
	unsigned int step = rule->param == PERIOD_BYTES ? limits->period_bytes_step
	                                                : limits->buffer_bytes_step;

	if (step == 0)
		return 0;
	return interval_narrow_to_multiples(interval_of(params, rule->param), step);
}

static int rule_msbits(const struct params_limits *limits, struct snd_pcm_hw_params *params,
                       const struct rule *rule)
{
	const struct snd_interval *bits = interval_of(params, rule->param);

	if (limits->msbits == 0 || !interval_is_single(bits))
		return 0;
	if (interval_value(bits) != limits->msbits_width)
		return 0;
	if (params->msbits == 0 || params->msbits > limits->msbits)
		params->msbits = limits->msbits;
	return 0;
}

static int rule_formats_again(const struct params_limits *limits, struct snd_pcm_hw_params *params,
                              const struct rule *rule)
{
	if (!limits->stated_twice)
		return 0;
	return mask_narrow(mask_of(params, rule->param), limits->formats);
}

static int rule_range_again(const struct params_limits *limits, struct snd_pcm_hw_params *params,
                            const struct rule *rule)
{
	struct snd_interval range = limit_range(limits, rule->param);

	if (!limits->stated_twice)
		return 0;
	return interval_narrow(interval_of(params, rule->param), &range);
}

/* The kernel's own room for the buffer; endless here, but it makes the size whole. */
static int rule_whole_buffer(const struct params_limits *limits, struct snd_pcm_hw_params *params,
                             const struct rule *rule)
{
	const struct snd_interval whole = {.max = UINT_MAX, .integer = 1};

	(void)limits;
	return interval_narrow(interval_of(params, rule->param), &whole);
}

static int rule_rates(const struct params_limits *limits, struct snd_pcm_hw_params *params,
                      const struct rule *rule)
{
	struct snd_interval *rate = interval_of(params, rule->param);
	struct snd_interval listed = {.min = UINT_MAX, .max = 0};

	if (limits->rates_count == 0)
		return 0;
	for (unsigned int n = 0; n < limits->rates_count; n++) {
		if (!interval_has(rate, limits->rates[n]))
			continue;
		if (limits->rates[n] < listed.min)
			listed.min = limits->rates[n];
		if (limits->rates[n] > listed.max)
			listed.max = limits->rates[n];
	}
	return interval_narrow(rate, &listed);
}

#define PRODUCT(param, a, b, k) {rule_product, param, BIT(a) | BIT(b), a, b, k}
#define QUOTIENT(param, a, k, b) {rule_quotient, param, BIT(a) | BIT(b), a, b, k}
#define ALONE(apply, param, inputs) {apply, param, inputs, 0, 0, 0}

/* In the kernel's order: where the intervals end does not depend on it, a few open ends do. */
static const struct rule rules[] = {
	ALONE(rule_format, FORMAT, BIT(SAMPLE_BITS)),
	ALONE(rule_sample_bits, SAMPLE_BITS, BIT(FORMAT) | BIT(SAMPLE_BITS)),
	QUOTIENT(SAMPLE_BITS, FRAME_BITS, 1, CHANNELS),
	PRODUCT(FRAME_BITS, SAMPLE_BITS, CHANNELS, 1),
	QUOTIENT(FRAME_BITS, PERIOD_BYTES, 8, PERIOD_SIZE),
	QUOTIENT(FRAME_BITS, BUFFER_BYTES, 8, BUFFER_SIZE),
	QUOTIENT(CHANNELS, FRAME_BITS, 1, SAMPLE_BITS),
	QUOTIENT(RATE, PERIOD_SIZE, 1000000, PERIOD_TIME),
	QUOTIENT(RATE, BUFFER_SIZE, 1000000, BUFFER_TIME),
	QUOTIENT(PERIODS, BUFFER_SIZE, 1, PERIOD_SIZE),
	QUOTIENT(PERIOD_SIZE, BUFFER_SIZE, 1, PERIODS),
	QUOTIENT(PERIOD_SIZE, PERIOD_BYTES, 8, FRAME_BITS),
	PRODUCT(PERIOD_SIZE, PERIOD_TIME, RATE, 1000000),
	PRODUCT(BUFFER_SIZE, PERIOD_SIZE, PERIODS, 1),
	QUOTIENT(BUFFER_SIZE, BUFFER_BYTES, 8, FRAME_BITS),
	PRODUCT(BUFFER_SIZE, BUFFER_TIME, RATE, 1000000),
	PRODUCT(PERIOD_BYTES, PERIOD_SIZE, FRAME_BITS, 8),
	PRODUCT(BUFFER_BYTES, BUFFER_SIZE, FRAME_BITS, 8),
	QUOTIENT(PERIOD_TIME, PERIOD_SIZE, 1000000, RATE),
	QUOTIENT(BUFFER_TIME, BUFFER_SIZE, 1000000, RATE),
	ALONE(rule_msbits, SAMPLE_BITS, BIT(SAMPLE_BITS)),
	ALONE(rule_step, BUFFER_BYTES, BIT(BUFFER_BYTES)),
	ALONE(rule_step, PERIOD_BYTES, BIT(PERIOD_BYTES)),
	ALONE(rule_formats_again, FORMAT, BIT(FORMAT)),
	ALONE(rule_range_again, RATE, BIT(RATE)),
	ALONE(rule_range_again, CHANNELS, BIT(CHANNELS)),
	ALONE(rule_whole_buffer, BUFFER_BYTES, BIT(BUFFER_BYTES)),
	ALONE(rule_rates, RATE, BIT(RATE)),
};

static int narrow_to_limits(const struct params_limits *limits, struct snd_pcm_hw_params *params)
{
	for (unsigned int param = FIRST_MASK; param <= LAST_MASK; param++) {
		struct snd_mask *mask = mask_of(params, param);
		int changed = 0;

		if (mask_get(mask) == 0)
			return -EINVAL;
		if ((params->rmask & BIT(param)) != 0)
			changed = mask_narrow(mask, limit_mask(limits, param));
		if (changed < 0)
			return changed;
		if (changed > 0)
			params->cmask |= BIT(param);
	}
	for (unsigned int param = FIRST_INTERVAL; param <= LAST_INTERVAL; param++) {
		struct snd_interval limit = limit_interval(limits, param);
		int changed = 0;

		if (interval_of(params, param)->empty)
			return -EINVAL;
		if ((params->rmask & BIT(param)) != 0)
			changed = interval_narrow(interval_of(params, param), &limit);
		if (changed < 0)
			return changed;
		if (changed > 0)
			params->cmask |= BIT(param);
	}
	return 0;
}

/* For each parameter, the rules that read it. */
static void find_readers(uint32_t readers[LAST_INTERVAL + 1])
{
	memset(readers, 0, (LAST_INTERVAL + 1) * sizeof(readers[0]));
	for (unsigned int n = 0; n < COUNT(rules); n++) {
		for (uint32_t inputs = rules[n].inputs; inputs != 0; inputs &= inputs - 1)
			readers[__builtin_ctz(inputs)] |= BIT(n);
	}
}

/* A rule is due when a parameter that it reads was asked for or has changed since its last turn. */
static int narrow_by_rules(const struct params_limits *limits, struct snd_pcm_hw_params *params)
{
	uint32_t readers[LAST_INTERVAL + 1];
	uint32_t due = 0;
	unsigned int budget = RULES_BUDGET;

	find_readers(readers);
	for (unsigned int param = 0; param <= LAST_INTERVAL; param++) {
		if ((params->rmask & BIT(param)) != 0)
			due |= readers[param];
	}
	for (unsigned int n = 0; due != 0; n = (n + 1) % COUNT(rules)) {
		int changed;

		if ((due & BIT(n)) == 0)
			continue;
		if (budget-- == 0)
			return -EINVAL;
		changed = rules[n].apply(limits, params, &rules[n]);
		if (changed < 0)
			return changed;
		if (changed > 0) {
			params->cmask |= BIT(rules[n].param);
			due |= readers[rules[n].param];
		}
		due &= ~BIT(n);
	}
	return 0;
}

static int refine(const struct params_limits *limits, struct snd_pcm_hw_params *params)
{
	int err;

	params->info = 0;
	params->fifo_size = 0;
	if ((params->rmask & BIT(SAMPLE_BITS)) != 0)
		params->msbits = 0;
	if ((params->rmask & BIT(RATE)) != 0)
		params->rate_num = params->rate_den = 0;
	err = narrow_to_limits(limits, params);
	if (err == 0)
		err = narrow_by_rules(limits, params);
	params->rmask = 0;
	return err;
}

static unsigned int fifo_frames(const struct params_limits *limits,
                                struct snd_pcm_hw_params *params)
{
	const struct snd_mask *format = mask_of(params, FORMAT);
	const struct snd_interval *channels = interval_of(params, CHANNELS);
	uint64_t frame_bytes;

	if (!mask_is_single(format) || !interval_is_single(channels))
		return 0;
	frame_bytes = (uint64_t)params_format_physical_width(mask_lowest(format)) *
	              interval_value(channels) / 8;
	if (limits->fifo_in_frames || frame_bytes == 0)
		return limits->fifo_size;
	return (unsigned int)(limits->fifo_size / frame_bytes);
}

/* The answers beside masks and intervals. */
static void report(const struct params_limits *limits, struct snd_pcm_hw_params *params)
{
	const struct snd_interval *bits = interval_of(params, SAMPLE_BITS);
	const struct snd_interval *rate = interval_of(params, RATE);

	if (params->msbits == 0 && interval_is_single(bits))
		params->msbits = interval_value(bits);
	if (params->rate_den == 0 && interval_is_single(rate)) {
		params->rate_num = interval_value(rate);
		params->rate_den = 1;
	}
	params->fifo_size = fifo_frames(limits, params);
	params->info = limits->info;
}

/*
 * The kernel passes the picked value on in the int that also tells of errors, so the largest ones
 * (of tick_time, all others are limited) come out as errors, some with strange names.
 */
static int picked(struct snd_pcm_hw_params *params, unsigned int param)
{
	unsigned int value = param <= LAST_MASK ? 0 : interval_value(interval_of(params, param));

	if (value <= INT_MAX)
		return 0;
	return value > UINT_MAX - EHWPOISON ? -(int)(UINT_MAX - value + 1) : -EINVAL;
}

static int pick(struct snd_pcm_hw_params *params, unsigned int param)
{
	if (param <= LAST_MASK)
		return mask_pick_lowest(mask_of(params, param));
	if (param == BUFFER_SIZE)
		return interval_pick_highest(interval_of(params, param));
	return interval_pick_lowest(interval_of(params, param));
}

/*
 * Here the kernel is not followed: an open end at the end of all numbers wraps around when it is
 * made whole and so gets past its limit, and a buffer larger than the limits must not be.
 */
static int check_limits(const struct params_limits *limits, struct snd_pcm_hw_params *params)
{
	for (unsigned int param = FIRST_INTERVAL; param <= LAST_INTERVAL; param++) {
		const struct snd_interval *i = interval_of(params, param);
		struct snd_interval limit = limit_interval(limits, param);

		if (i->min < limit.min || i->max > limit.max)
			return -EINVAL;
	}
	return 0;
}

static int choose(const struct params_limits *limits, struct snd_pcm_hw_params *params)
{
	static const uint8_t order[] = {ACCESS, FORMAT, SUBFORMAT, CHANNELS, RATE,
	                                PERIOD_TIME, BUFFER_SIZE, TICK_TIME};
	int err;

	params->rmask = ~0u;
	err = refine(limits, params);
	for (unsigned int n = 0; n < COUNT(order) && err == 0; n++) {
		int changed = pick(params, order[n]);

		if (changed < 0)
			return changed;
		if (changed > 0) {
			params->cmask |= BIT(order[n]);
			params->rmask = BIT(order[n]);
			err = refine(limits, params);
		}
		if (err == 0)
			err = picked(params, order[n]);
	}
	return err == 0 ? check_limits(limits, params) : err;
}

void params_any(struct snd_pcm_hw_params *params)
{
	memset(params, 0, sizeof(*params));
	for (unsigned int param = FIRST_MASK; param <= LAST_MASK; param++)
		memset(mask_of(params, param), 0xff, sizeof(struct snd_mask));
	for (unsigned int param = FIRST_INTERVAL; param <= LAST_INTERVAL; param++)
		*interval_of(params, param) = interval_between(0, UINT_MAX);
	params->rmask = ~0u;
	params->info = ~0u;
}

int params_refine(const struct params_limits *limits, struct snd_pcm_hw_params *params)
{
	struct snd_pcm_hw_params work = *params;
	int err = refine(limits, &work);

	if (err < 0)
		return err;
	report(limits, &work);
	*params = work;
	return 0;
}

int params_choose(const struct params_limits *limits, struct snd_pcm_hw_params *params)
{
	struct snd_pcm_hw_params work = *params;
	int err = choose(limits, &work);

	if (err < 0)
		return err;
	report(limits, &work);
	*params = work;
	return 0;
}

/* The lower end, where the kernel's streams take theirs from. */
static unsigned int chosen(const struct snd_pcm_hw_params *params, unsigned int param)
{
	return params->intervals[param - FIRST_INTERVAL].min;
}

unsigned int params_access(const struct snd_pcm_hw_params *params)
{
	return mask_lowest(&params->masks[ACCESS - FIRST_MASK]);
}

unsigned int params_format(const struct snd_pcm_hw_params *params)
{
	return mask_lowest(&params->masks[FORMAT - FIRST_MASK]);
}

unsigned int params_channels(const struct snd_pcm_hw_params *params)
{
	return chosen(params, CHANNELS);
}

unsigned int params_rate(const struct snd_pcm_hw_params *params)
{
	return chosen(params, RATE);
}

unsigned int params_period_size(const struct snd_pcm_hw_params *params)
{
	return chosen(params, PERIOD_SIZE);
}

unsigned int params_periods(const struct snd_pcm_hw_params *params)
{
	return chosen(params, PERIODS);
}

unsigned int params_buffer_size(const struct snd_pcm_hw_params *params)
{
	return chosen(params, BUFFER_SIZE);
}

unsigned int params_frame_bytes(const struct snd_pcm_hw_params *params)
{
	return chosen(params, FRAME_BITS) / 8;
}
