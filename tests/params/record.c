/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Asks a real capture device for hardware parameters and writes down what it answers.
 * As a program (record DEVICE SEED COUNT) it makes up requests: everything, single wishes at the
 * edges of what is left, walks towards one configuration, contradictions and garbage; the same
 * seed asks the same.  As a preloaded library it notes what an application asks, in the file
 * named by PARAMS_RECORD; record --shorten makes such a file readable.  Starts no stream; frees
 * what it sets.
 */
#include "transcript.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define BIT(param) (1u << (param))
#define FIRST_INTERVAL SNDRV_PCM_HW_PARAM_FIRST_INTERVAL
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static uint64_t seed;

static struct transcript transcript;

static int error_of(long result)
{
	if (result >= 0)
		return 0;
	/* The kernel lets some huge numbers through as errors; most are no errno at all. */
	if (result != -1 || strerrorname_np(errno) == NULL)
		return EINVAL;
	return errno;
}

static void note(FILE *to, unsigned long request, const struct snd_pcm_hw_params *asked, int error,
                 struct snd_pcm_hw_params *answer)
{
	transcript.choose = request == SNDRV_PCM_IOCTL_HW_PARAMS;
	transcript.asked = *asked;
	transcript_put_request(to, &transcript);
	transcript_put_answer(to, &transcript, error, answer);
	putc('\n', to);
}

/* Takes the C library's place in a preloaded application.  Each line stands for itself: others
 * write to the same file. */
int ioctl(int fd, unsigned long request, ...)
{
	const char *path = getenv("PARAMS_RECORD");
	struct snd_pcm_hw_params asked;
	void *argument;
	va_list list;
	long result;
	int error;
	FILE *to;

	va_start(list, request);
	argument = va_arg(list, void *);
	va_end(list);
	if (path == NULL ||
	    (request != SNDRV_PCM_IOCTL_HW_REFINE && request != SNDRV_PCM_IOCTL_HW_PARAMS))
		return (int)syscall(SYS_ioctl, fd, request, argument);
	memcpy(&asked, argument, sizeof(asked));
	result = syscall(SYS_ioctl, fd, request, argument);
	error = error_of(result);
	to = fopen(path, "ae");
	if (to != NULL) {
		transcript_start(&transcript);
		note(to, request, &asked, error, argument);
		fclose(to);
	}
	errno = error;
	return (int)result;
}

static uint32_t any_number(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (uint32_t)(seed >> 16);
}

static uint32_t below(uint32_t bound)
{
	return any_number() % bound;
}

/* Numbers at which something happens. */
static uint32_t edge_number(const struct snd_interval *left)
{
	static const uint32_t usual[] = {
		0, 1, 2, 3, 4, 6, 8, 16, 24, 32, 64, 128, 256, 441, 480, 512, 1000, 1023, 1024, 1599,
		2048, 4096, 5512, 8000, 8001, 11025, 16000, 20000, 22050, 32000, 44099, 44100, 44101,
		48000, 65535, 65536, 88200, 96000, 100000, 192000, 500000, 1000000, 2000000,
		0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff};

	switch (below(6)) {
	case 0:
		return left->min + below(3) - 1;
	case 1:
		return left->max + below(3) - 1;
	case 2:
	case 3:
		if (left->max > left->min)
			return left->min + below(left->max - left->min);
		return left->min;
	case 4:
		return any_number() >> below(32);
	default:
		return usual[below(COUNT(usual))];
	}
}

/* One wish for an interval: a value, a lower or an upper end or both, open or not. */
static void wish_interval(struct snd_interval *i)
{
	struct snd_interval left = *i;
	uint32_t a = edge_number(&left), b = edge_number(&left);
	uint32_t kind = below(8);

	if (kind < 2)
		i->min = i->max = a;
	else if (kind < 4)
		i->min = a;
	else if (kind < 6)
		i->max = a;
	else {
		i->min = a < b ? a : b;
		i->max = a < b ? b : a;
	}
	if (kind >= 2) {
		i->openmin = below(3) == 0;
		i->openmax = below(3) == 0;
	}
	if (below(8) == 0)
		i->integer = !i->integer;
}

static void wish_mask(struct snd_mask *mask)
{
	uint64_t left = mask->bits[0] | (uint64_t)mask->bits[1] << 32;
	uint64_t wish = UINT64_C(1) << below(64);

	for (int tries = 0; tries < 200 && (left & wish) == 0; tries++)
		wish = UINT64_C(1) << below(64);
	if (below(4) == 0)
		wish |= (uint64_t)any_number() << 32 | any_number();
	memset(mask, 0, sizeof(*mask));
	mask->bits[0] = (uint32_t)wish;
	mask->bits[1] = (uint32_t)(wish >> 32);
}

/* Narrows one parameter and says which. */
static unsigned int wish(struct snd_pcm_hw_params *params)
{
	unsigned int param = below(TRANSCRIPT_MASKS + TRANSCRIPT_INTERVALS);

	if (param < TRANSCRIPT_MASKS) {
		wish_mask(&params->masks[param]);
		return param;
	}
	wish_interval(&params->intervals[param - TRANSCRIPT_MASKS]);
	return param - TRANSCRIPT_MASKS + FIRST_INTERVAL;
}

static int ask(int fd, unsigned long request, struct snd_pcm_hw_params *params)
{
	struct snd_pcm_hw_params asked = *params;
	int error = error_of(syscall(SYS_ioctl, fd, request, params));

	note(stdout, request, &asked, error, params);
	if (request == SNDRV_PCM_IOCTL_HW_PARAMS && error == 0)
		syscall(SYS_ioctl, fd, SNDRV_PCM_IOCTL_HW_FREE);
	return error;
}

static unsigned long some_request(void)
{
	return below(3) == 0 ? SNDRV_PCM_IOCTL_HW_PARAMS : SNDRV_PCM_IOCTL_HW_REFINE;
}

static int ask_everything(int fd)
{
	struct snd_pcm_hw_params params;

	transcript_any(&params);
	if (below(2) == 0)
		params.flags = any_number() >> below(32);
	if (below(3) == 0)
		params.rmask = BIT(below(20));
	if (below(8) == 0)
		params.rmask = 0;
	ask(fd, some_request(), &params);
	return 1;
}

/* Wish after wish, each on top of the answer to the last, as applications do. */
static int ask_walk(int fd)
{
	struct snd_pcm_hw_params params;
	int asked = 1;

	transcript_any(&params);
	ask(fd, SNDRV_PCM_IOCTL_HW_REFINE, &params);
	for (int steps = (int)below(9); steps >= 0; steps--) {
		struct snd_pcm_hw_params before = params;

		params.rmask = BIT(wish(&params));
		params.cmask = 0;
		if (below(4) == 0)
			params.rmask |= BIT(wish(&params));
		if (below(8) == 0)
			params.rmask = ~0u;
		asked++;
		if (ask(fd, SNDRV_PCM_IOCTL_HW_REFINE, &params) != 0)
			params = before;
	}
	params.rmask = 0;
	ask(fd, SNDRV_PCM_IOCTL_HW_PARAMS, &params);
	return asked + 1;
}

/* A few wishes at once on the whole space. */
static int ask_wishes(int fd)
{
	struct snd_pcm_hw_params params, left;

	transcript_any(&params);
	left = params;
	syscall(SYS_ioctl, fd, SNDRV_PCM_IOCTL_HW_REFINE, &left);
	if (below(2) == 0) {
		memcpy(params.intervals, left.intervals, sizeof(left.intervals));
		memcpy(params.masks, left.masks, sizeof(left.masks));
	}
	for (int wishes = (int)below(4); wishes >= 0; wishes--)
		wish(&params);
	ask(fd, some_request(), &params);
	return 1;
}

static int ask_contradiction(int fd)
{
	struct snd_pcm_hw_params params;
	struct snd_interval *i;

	transcript_any(&params);
	i = &params.intervals[below(TRANSCRIPT_INTERVALS)];
	switch (below(5)) {
	case 0:
		memset(&params.masks[below(TRANSCRIPT_MASKS)], 0, sizeof(struct snd_mask));
		break;
	case 1:
		i->empty = 1;
		break;
	case 2:
		wish_interval(i);
		i->openmin = i->openmax = 1;
		i->max = i->min + below(3);
		break;
	case 3:
		wish_interval(i);
		i->max = i->min - 1;
		break;
	default:
		i->min = i->max = 0u - below(2);
		i->openmin = below(2);
		i->openmax = below(2);
		i->integer = below(2);
		break;
	}
	if (below(4) == 0)
		params.rmask = any_number();
	ask(fd, some_request(), &params);
	return 1;
}

static int ask_garbage(int fd)
{
	struct snd_pcm_hw_params params;
	uint32_t words[sizeof(params) / sizeof(uint32_t)];
	int shift = (int)below(3) * 8;

	for (size_t n = 0; n < COUNT(words); n++)
		words[n] = any_number() >> (below(4) == 0 ? 0 : shift);
	memcpy(&params, words, sizeof(params));
	memset(params.mres, 0, sizeof(params.mres));
	memset(params.ires, 0, sizeof(params.ires));
	memset(params.reserved, 0, sizeof(params.reserved));
	for (size_t n = 0; n < TRANSCRIPT_INTERVALS; n++) {
		struct snd_interval *i = &params.intervals[n];

		*i = (struct snd_interval){.min = i->min, .max = i->max, .openmin = i->openmin,
		                           .openmax = i->openmax, .integer = i->integer,
		                           .empty = below(100) == 0};
		if (below(2) == 0)
			i->min = 0;
		if (below(2) == 0 || i->min > i->max)
			i->max = ~0u;
	}
	if (below(2) == 0)
		params.rmask = 1u << below(20);
	ask(fd, below(8) == 0 ? SNDRV_PCM_IOCTL_HW_PARAMS : SNDRV_PCM_IOCTL_HW_REFINE, &params);
	return 1;
}

static int record(int fd, int count)
{
	static int (*const kinds[])(int) = {ask_everything, ask_walk,          ask_walk, ask_wishes,
	                                    ask_wishes,     ask_contradiction, ask_garbage};
	struct snd_pcm_hw_params params;
	int asked = 2;

	transcript_start(&transcript);
	transcript_any(&params);
	ask(fd, SNDRV_PCM_IOCTL_HW_REFINE, &params);
	ask(fd, SNDRV_PCM_IOCTL_HW_PARAMS, &params);
	while (asked < count)
		asked += kinds[below(COUNT(kinds))](fd);
	return 0;
}

/* Standard input again, each exchange once and as short as it goes. */
static int shorten(void)
{
	char *seen[4096], *line = NULL, *answer = NULL;
	size_t count = 0, size = 0, answer_size = 0, n;
	ssize_t length;

	transcript_start(&transcript);
	while ((length = getline(&line, &size, stdin)) > 0) {
		char *words;
		struct snd_pcm_hw_params params;
		int error;

		if (*line != 'r' && *line != 'p') {
			fputs(line, stdout);
			continue;
		}
		if (getline(&answer, &answer_size, stdin) <= 0)
			return 1;
		for (n = 0; n < count && strcmp(seen[n], line) != 0; n++)
			;
		if (n < count || count == COUNT(seen))
			continue;
		seen[count++] = strdup(line);
		if (!transcript_get_request(&transcript, line))
			return 1;
		transcript_put_request(stdout, &transcript);
		fputs(answer, stdout);
		params = transcript.asked;
		words = strchrnul(answer, ' ');
		error = answer[0] != '0';
		if (!transcript_get(words, &params))
			return 1;
		if (!error)
			transcript.answer = params;
	}
	return 0;
}

int main(int argc, char **argv)
{
	int fd;

	if (argc == 2 && strcmp(argv[1], "--shorten") == 0)
		return shorten();
	if (argc != 4) {
		fprintf(stderr, "usage: record DEVICE SEED COUNT | record --shorten\n");
		return 2;
	}
	seed = (strtoull(argv[2], NULL, 0) + 1) * UINT64_C(0x9e3779b97f4a7c15);
	fd = open(argv[1], O_RDWR | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0) {
		perror(argv[1]);
		return 1;
	}
	return record(fd, atoi(argv[3]));
}
