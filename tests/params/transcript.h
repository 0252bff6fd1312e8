/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * How an hw_params exchange is written down: one line asks, the next line answers.
 *
 *	refine ... rate=(44100,48000] rmask=800
 *	0 rate=[48000]i cmask=9800 info=10301
 *
 * The asking line says how the request differs from all that can be asked for or, after three
 * dots, from the last answer that was no error; the answering line gives 0 or the name of the
 * errno and how the result differs from the request.  Masks and rmask, cmask, info, flags are
 * hexadecimal; a mask's 32-bit words come low first, a star after the last fills the rest.
 * Intervals have round brackets for open ends and the flags i(nteger) and e(mpty).
 * "card NAME" tells who answers, "#" starts a comment.  Shared by record.c and the replay.
 */
#ifndef TESTS_PARAMS_TRANSCRIPT_H
#define TESTS_PARAMS_TRANSCRIPT_H

#include <sound/asound.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TRANSCRIPT_MASKS 3
#define TRANSCRIPT_INTERVALS 12
#define TRANSCRIPT_WORDS 8

static const char *const transcript_masks[TRANSCRIPT_MASKS] = {"access", "format", "subformat"};

static const char *const transcript_intervals[TRANSCRIPT_INTERVALS] = {
	"sample_bits",  "frame_bits", "channels",    "rate",        "period_time",  "period_size",
	"period_bytes", "periods",    "buffer_time", "buffer_size", "buffer_bytes", "tick_time"};

static const struct {
	const char *name;
	int base;
	size_t offset;
} transcript_words[] = {
	{"flags", 16, offsetof(struct snd_pcm_hw_params, flags)},
	{"rmask", 16, offsetof(struct snd_pcm_hw_params, rmask)},
	{"cmask", 16, offsetof(struct snd_pcm_hw_params, cmask)},
	{"info", 16, offsetof(struct snd_pcm_hw_params, info)},
	{"msbits", 10, offsetof(struct snd_pcm_hw_params, msbits)},
	{"rate_num", 10, offsetof(struct snd_pcm_hw_params, rate_num)},
	{"rate_den", 10, offsetof(struct snd_pcm_hw_params, rate_den)},
};

#define TRANSCRIPT_WORDS_COUNT (sizeof(transcript_words) / sizeof(transcript_words[0]))

static inline unsigned int *transcript_word(struct snd_pcm_hw_params *params, size_t n)
{
	return (unsigned int *)(void *)((char *)params + transcript_words[n].offset);
}

static inline void transcript_any(struct snd_pcm_hw_params *params)
{
	memset(params, 0, sizeof(*params));
	memset(params->masks, 0xff, sizeof(params->masks));
	for (size_t n = 0; n < TRANSCRIPT_INTERVALS; n++)
		params->intervals[n].max = ~0u;
	params->rmask = ~0u;
	params->info = ~0u;
}

static inline bool transcript_same_interval(const struct snd_interval *a,
                                            const struct snd_interval *b)
{
	return a->min == b->min && a->max == b->max && a->openmin == b->openmin &&
	       a->openmax == b->openmax && a->integer == b->integer && a->empty == b->empty;
}

static inline void transcript_put_mask(FILE *to, const struct snd_mask *mask)
{
	size_t last = TRANSCRIPT_WORDS - 1;

	while (last > 0 && mask->bits[last] == mask->bits[last - 1])
		last--;
	if (mask->bits[last] == 0 && last > 0)
		last--;
	for (size_t n = 0; n <= last; n++)
		fprintf(to, "%s%x", n > 0 ? "," : "", mask->bits[n]);
	if (mask->bits[TRANSCRIPT_WORDS - 1] != 0 && last < TRANSCRIPT_WORDS - 1)
		putc('*', to);
}

static inline void transcript_put_interval(FILE *to, const struct snd_interval *i)
{
	putc(i->openmin ? '(' : '[', to);
	if (i->min == i->max)
		fprintf(to, "%u", i->min);
	else
		fprintf(to, "%u,%u", i->min, i->max);
	putc(i->openmax ? ')' : ']', to);
	fprintf(to, "%s%s", i->integer ? "i" : "", i->empty ? "e" : "");
}

/* What differs from before, each with a space in front. */
static inline void transcript_put(FILE *to, struct snd_pcm_hw_params *before,
                                  struct snd_pcm_hw_params *params)
{
	for (size_t n = 0; n < TRANSCRIPT_MASKS; n++) {
		if (memcmp(&params->masks[n], &before->masks[n], sizeof(struct snd_mask)) == 0)
			continue;
		fprintf(to, " %s=", transcript_masks[n]);
		transcript_put_mask(to, &params->masks[n]);
	}
	for (size_t n = 0; n < TRANSCRIPT_INTERVALS; n++) {
		if (transcript_same_interval(&params->intervals[n], &before->intervals[n]))
			continue;
		fprintf(to, " %s=", transcript_intervals[n]);
		transcript_put_interval(to, &params->intervals[n]);
	}
	for (size_t n = 0; n < TRANSCRIPT_WORDS_COUNT; n++) {
		unsigned int word = *transcript_word(params, n);

		if (word == *transcript_word(before, n))
			continue;
		fprintf(to, " %s=", transcript_words[n].name);
		fprintf(to, transcript_words[n].base == 16 ? "%x" : "%u", word);
	}
	if (params->fifo_size != before->fifo_size)
		fprintf(to, " fifo_size=%lu", params->fifo_size);
	if (memcmp(params->mres, before->mres, sizeof(params->mres)) != 0 ||
	    memcmp(params->ires, before->ires, sizeof(params->ires)) != 0 ||
	    memcmp(params->reserved, before->reserved, sizeof(params->reserved)) != 0)
		fprintf(to, " reserved=changed");
}

static inline bool transcript_get_mask(const char *text, struct snd_mask *mask)
{
	size_t n = 0;
	char *end = (char *)text;

	memset(mask, 0, sizeof(*mask));
	do {
		if (n == TRANSCRIPT_WORDS)
			return false;
		mask->bits[n] = (unsigned int)strtoul(n == 0 ? end : end + 1, &end, 16);
		n++;
	} while (*end == ',');
	if (*end == '*') {
		for (; n < TRANSCRIPT_WORDS; n++)
			mask->bits[n] = mask->bits[n - 1];
		end++;
	}
	return *end == '\0';
}

static inline bool transcript_get_interval(const char *text, struct snd_interval *i)
{
	char *end;

	memset(i, 0, sizeof(*i));
	i->openmin = *text == '(';
	i->max = i->min = (unsigned int)strtoul(text + 1, &end, 10);
	if (*end == ',')
		i->max = (unsigned int)strtoul(end + 1, &end, 10);
	i->openmax = *end == ')';
	if (*end != ')' && *end != ']')
		return false;
	for (end++; *end == 'i' || *end == 'e'; end++) {
		if (*end == 'i')
			i->integer = 1;
		else
			i->empty = 1;
	}
	return *end == '\0';
}

static inline bool transcript_get_field(const char *name, const char *value,
                                        struct snd_pcm_hw_params *params)
{
	for (size_t n = 0; n < TRANSCRIPT_MASKS; n++) {
		if (strcmp(name, transcript_masks[n]) == 0)
			return transcript_get_mask(value, &params->masks[n]);
	}
	for (size_t n = 0; n < TRANSCRIPT_INTERVALS; n++) {
		if (strcmp(name, transcript_intervals[n]) == 0)
			return transcript_get_interval(value, &params->intervals[n]);
	}
	for (size_t n = 0; n < TRANSCRIPT_WORDS_COUNT; n++) {
		if (strcmp(name, transcript_words[n].name) != 0)
			continue;
		*transcript_word(params, n) = (unsigned int)strtoul(value, NULL, transcript_words[n].base);
		return true;
	}
	if (strcmp(name, "fifo_size") != 0)
		return false;
	params->fifo_size = strtoul(value, NULL, 10);
	return true;
}

/* Applies the differences in text, which is cut up on the way. */
static inline bool transcript_get(char *text, struct snd_pcm_hw_params *params)
{
	char *rest = NULL;

	for (char *word = strtok_r(text, " \n", &rest); word != NULL;
	     word = strtok_r(NULL, " \n", &rest)) {
		char *equals = strchr(word, '=');

		if (equals == NULL)
			return false;
		*equals = '\0';
		if (!transcript_get_field(word, equals + 1, params))
			return false;
	}
	return true;
}

/* Where one is in a file. */
struct transcript {
	struct snd_pcm_hw_params answer; /* the last that was no error */
	struct snd_pcm_hw_params asked;
	bool choose; /* asked for HW_PARAMS */
};

static inline void transcript_start(struct transcript *t)
{
	transcript_any(&t->answer);
}

/* Reads an asking line, which is cut up; false when it is none. */
static inline bool transcript_get_request(struct transcript *t, char *line)
{
	t->choose = strncmp(line, "params", 6) == 0;
	if (!t->choose && strncmp(line, "refine", 6) != 0)
		return false;
	line += 6;
	if (strncmp(line, " ...", 4) == 0) {
		t->asked = t->answer;
		return transcript_get(line + 4, &t->asked);
	}
	transcript_any(&t->asked);
	return transcript_get(line, &t->asked);
}

static inline void transcript_put_request(FILE *to, struct transcript *t)
{
	struct snd_pcm_hw_params any;
	char *whole, *short_;
	size_t whole_size, short_size;
	FILE *file;

	transcript_any(&any);
	file = open_memstream(&whole, &whole_size);
	transcript_put(file, &any, &t->asked);
	fclose(file);
	file = open_memstream(&short_, &short_size);
	transcript_put(file, &t->answer, &t->asked);
	fclose(file);
	fputs(t->choose ? "params" : "refine", to);
	if (short_size + 4 < whole_size)
		fprintf(to, " ...%s\n", short_);
	else
		fprintf(to, "%s\n", whole);
	free(whole);
	free(short_);
}

/* The answering line, without its end.  The request stays what it was; error is a positive errno. */
static inline void transcript_put_answer(FILE *to, struct transcript *t, int error,
                                         struct snd_pcm_hw_params *answer)
{
	fputs(error == 0 ? "0" : strerrorname_np(error), to);
	transcript_put(to, &t->asked, answer);
	if (error == 0)
		t->answer = *answer;
}

#endif
