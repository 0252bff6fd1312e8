/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The pictures: the files are what the shapes make; each stands on any panel,
 * and is told from the others by shape alone. With --write it writes the files.
 */
// links: ctl/icon
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../ctl/icon.h"

#define PIXELS_MAX (64 * 64)

static void name_file(enum agent_state state, char path[128])
{
	snprintf(path, 128, "ctl/icons/%s.svg", icon_get_name(state));
}

static int write_files(void)
{
	char path[128];
	FILE *file;

	for (enum agent_state state = 0; state < AGENT_STATES; state++) {
		name_file(state, path);
		file = fopen(path, "we");
		if (!file || icon_write_svg(state, file) || fclose(file)) {
			perror(path);
			return 1;
		}
	}
	return 0;
}

/* The tests run in the top directory. */
static void test_files(void **state)
{
	char path[128], *made, found[4096];
	size_t size, length;
	FILE *file;

	(void)state;
	for (enum agent_state which = 0; which < AGENT_STATES; which++) {
		file = open_memstream(&made, &size);
		assert_non_null(file);
		assert_int_equal(icon_write_svg(which, file), 0);
		fclose(file);
		name_file(which, path);
		file = fopen(path, "re");
		assert_non_null(file);
		length = fread(found, 1, sizeof(found), file);
		fclose(file);
		assert_int_equal(length, size);
		assert_memory_equal(found, made, size);
		free(made);
	}
}

/* WCAG 2.1, relative luminance. */
static double get_luminance(const uint8_t *rgb)
{
	static const double weights[] = { 0.2126, 0.7152, 0.0722 };
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		double part = rgb[i] / 255.0;

		sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
	}
	return sum;
}

/* What meets the panel: the outermost pixels that are quite covered. */
static double find_worst_contrast(enum agent_state state, double panel)
{
	uint8_t pixels[PIXELS_MAX * 4];
	double worst = 21;

	icon_draw(state, 64, pixels);
	for (unsigned row = 8; row < 32; row++)	/* above the mark of what is not proven */
		for (unsigned column = 0; column < 64; column++) {
			const uint8_t *pixel = pixels + 4 * (row * 64 + column);
			double here;

			if (pixel[0] < 255)
				continue;
			here = get_luminance(pixel + 1);
			here = (fmax(here, panel) + 0.05) / (fmin(here, panel) + 0.05);
			worst = fmin(worst, here);
			break;
		}
	return worst;
}

static void test_contrast(void **state)
{
	(void)state;
	for (enum agent_state which = 0; which < AGENT_STATES; which++) {
		assert_true(find_worst_contrast(which, 0) >= 3);
		assert_true(find_worst_contrast(which, 1) >= 3);
	}
}

/* A panel in grey, as a bad eye or a bad screen shows it. */
static unsigned char see(const uint8_t *pixel)
{
	return (unsigned char)lround(255 * (get_luminance(pixel + 1) * pixel[0] / 255 +
					    0.18 * (255 - pixel[0]) / 255));
}

/* In how many of 16 x 16 pixels two of them differ plainly, without colour. */
static unsigned compare(enum agent_state one, enum agent_state other)
{
	uint8_t pixels[2][16 * 16 * 4];
	unsigned differ = 0;

	icon_draw(one, 16, pixels[0]);
	icon_draw(other, 16, pixels[1]);
	for (unsigned i = 0; i < 16 * 16; i++)
		differ += abs(see(pixels[0] + 4 * i) - see(pixels[1] + 4 * i)) > 64;
	return differ;
}

static void test_shapes_differ(void **state)
{
	(void)state;
	for (enum agent_state one = 0; one < AGENT_STATES; one++)
		for (enum agent_state other = 0; other < one; other++)
			assert_true(compare(one, other) >= 16);
}

static void test_draw(void **state)
{
	static const unsigned sizes[] = { 1, 16, 22, 24, 48, 64 };
	uint8_t pixels[PIXELS_MAX * 4 + 4];

	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		memset(pixels, 0xa5, sizeof(pixels));
		icon_draw(AGENT_STATE_PROVEN, sizes[i], pixels);
		assert_int_equal(pixels[sizes[i] * sizes[i] * 4], 0xa5);
		assert_true(sizes[i] == 1 || pixels[0] < 255);	/* the corner beside the disc */
	}
	icon_draw(AGENT_STATE_LIVE, 16, pixels);
	assert_memory_equal(pixels + 4 * (3 * 16 + 3), "\xff\xd5\x5e\x00", 4);	/* alpha first */
}

int main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_files),
		cmocka_unit_test(test_contrast),
		cmocka_unit_test(test_shapes_differ),
		cmocka_unit_test(test_draw),
	};

	if (argc == 2 && !strcmp(argv[1], "--write"))
		return write_files();
	return cmocka_run_group_tests_name("icon", tests, NULL, NULL);
}
