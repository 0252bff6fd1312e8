/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Pixels by signed distance: each shape says how far a point is from its edge,
 * and half a pixel on either side of the edge becomes its smooth border.
 * Colours are of the palette of Okabe and Ito, which people of all kinds of
 * colour vision tell apart; each has a contrast above 3 to black and to white,
 * so that the picture stands on any panel without knowing it.
 */
#include "icon.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#define GRID 16.0

enum colour { COLOUR_NONE = 0, COLOUR_BLUE, COLOUR_VERMILION, COLOUR_GREY, COLOUR_WHITE, COLOUR_YELLOW,
	      COLOUR_BLACK };

static const uint8_t colours[][3] = {
	[COLOUR_BLUE] = { 0x00, 0x72, 0xb2 },
	[COLOUR_VERMILION] = { 0xd5, 0x5e, 0x00 },
	[COLOUR_GREY] = { 0x80, 0x80, 0x80 },
	[COLOUR_WHITE] = { 0xff, 0xff, 0xff },
	[COLOUR_YELLOW] = { 0xf0, 0xe4, 0x42 },
	[COLOUR_BLACK] = { 0x1a, 0x1a, 0x1a },
};

enum kind {
	KIND_END = 0,
	KIND_DISC,	/* x, y, radius */
	KIND_RING,	/* x, y, radius, width */
	KIND_BOX,	/* left, top, width, height, radius of the corners */
	KIND_LINE,	/* from x, y, to x, y, width; round ends */
	KIND_ARC,	/* x, y, radius, width, from, to: degrees, clockwise from the right; round ends */
	KIND_TRIANGLE,	/* x, y of the tip, y of the base, half its width */
};

struct shape {
	enum kind kind;
	enum colour colour;
	double at[6];
};

/* A microphone: its body, the arc that holds it, its foot. */
#define MICROPHONE \
	{ KIND_LINE, COLOUR_WHITE, { 8, 4, 8, 7, 4 } }, \
	{ KIND_ARC, COLOUR_WHITE, { 8, 7, 3.5, 1.1, 0, 180 } }, \
	{ KIND_LINE, COLOUR_WHITE, { 8, 10.5, 8, 13, 1.4 } }, \
	{ KIND_LINE, COLOUR_WHITE, { 6, 13.4, 10, 13.4, 1.2 } }

/* The slash has a border of the disc's colour: it stays apart from the microphone. */
#define MUTED \
	{ KIND_DISC, COLOUR_BLUE, { 8, 8, 7.75 } }, \
	MICROPHONE, \
	{ KIND_LINE, COLOUR_BLUE, { 4, 3.2, 13, 12.2, 1.5 } }, \
	{ KIND_LINE, COLOUR_WHITE, { 3.2, 4, 12, 12.8, 1.5 } }

static const struct shape muted[] = { MUTED, { KIND_END, COLOUR_NONE, { 0 } } };

static const struct shape unproven[] = {
	MUTED,
	{ KIND_TRIANGLE, COLOUR_BLACK, { 11.5, 4.6, 16, 4.5 } },
	{ KIND_TRIANGLE, COLOUR_YELLOW, { 11.5, 6.7, 15.3, 3.4 } },
	{ KIND_LINE, COLOUR_BLACK, { 11.5, 9.6, 11.5, 12, 1.2 } },
	{ KIND_DISC, COLOUR_BLACK, { 11.5, 14, 0.75 } },
	{ KIND_END, COLOUR_NONE, { 0 } }
};

static const struct shape live[] = {
	{ KIND_BOX, COLOUR_VERMILION, { 1, 1, 14, 14, 2.5 } },
	MICROPHONE,
	{ KIND_END, COLOUR_NONE, { 0 } }
};

static const struct shape heard[] = {
	{ KIND_BOX, COLOUR_VERMILION, { 0, 0, 16, 16, 2.5 } },
	MICROPHONE,
	{ KIND_ARC, COLOUR_WHITE, { 8, 7, 6.2, 1.3, -38, 38 } },
	{ KIND_ARC, COLOUR_WHITE, { 8, 7, 6.2, 1.3, 142, 218 } },
	{ KIND_END, COLOUR_NONE, { 0 } }
};

/* A question mark in an empty ring. */
static const struct shape gone[] = {
	{ KIND_RING, COLOUR_GREY, { 8, 8, 7, 1.5 } },
	{ KIND_ARC, COLOUR_GREY, { 8, 6.3, 2.4, 1.6, 180, 410 } },
	{ KIND_LINE, COLOUR_GREY, { 8.4, 8.9, 8, 9.6, 1.6 } },
	{ KIND_DISC, COLOUR_GREY, { 8, 12.1, 1 } },
	{ KIND_END, COLOUR_NONE, { 0 } }
};

static const struct {
	const char *name;
	const struct shape *shapes;
} icons[AGENT_STATES] = {
	[AGENT_STATE_GONE] = { "hardmute-gone", gone },
	[AGENT_STATE_UNPROVEN] = { "hardmute-unproven", unproven },
	[AGENT_STATE_PROVEN] = { "hardmute-muted", muted },
	[AGENT_STATE_LIVE] = { "hardmute-live", live },
	[AGENT_STATE_HEARD] = { "hardmute-heard", heard },
};

const char *icon_get_name(enum agent_state state)
{
	return icons[state].name;
}

static double measure_line(const double *at, double x, double y)
{
	double dx = at[2] - at[0], dy = at[3] - at[1];
	double part = ((x - at[0]) * dx + (y - at[1]) * dy) / (dx * dx + dy * dy);

	part = fmin(fmax(part, 0), 1);
	return hypot(x - at[0] - part * dx, y - at[1] - part * dy) - at[4] / 2;
}

static double measure_box(const double *at, double x, double y)
{
	double beyond_x = fabs(x - at[0] - at[2] / 2) - at[2] / 2 + at[4];
	double beyond_y = fabs(y - at[1] - at[3] / 2) - at[3] / 2 + at[4];

	return hypot(fmax(beyond_x, 0), fmax(beyond_y, 0)) + fmin(fmax(beyond_x, beyond_y), 0) - at[4];
}

static void find_end(const double *at, double degrees, double end[2])
{
	end[0] = at[0] + at[2] * cos(degrees * M_PI / 180);
	end[1] = at[1] + at[2] * sin(degrees * M_PI / 180);
}

static double measure_arc(const double *at, double x, double y)
{
	double degrees = atan2(y - at[1], x - at[0]) * 180 / M_PI, from[2], to[2];

	while (degrees < at[4])
		degrees += 360;
	if (degrees <= at[5])
		return fabs(hypot(x - at[0], y - at[1]) - at[2]) - at[3] / 2;
	find_end(at, at[4], from);
	find_end(at, at[5], to);
	return fmin(hypot(x - from[0], y - from[1]), hypot(x - to[0], y - to[1])) - at[3] / 2;
}

static double measure_triangle(const double *at, double x, double y)
{
	double height = at[2] - at[1], side = hypot(height, at[3]);

	return fmax(y - at[2], (fabs(x - at[0]) * height - (y - at[1]) * at[3]) / side);
}

/* How far the point is outside of the shape, in units of the grid; negative inside. */
static double measure(const struct shape *shape, double x, double y)
{
	const double *at = shape->at;

	switch (shape->kind) {
	case KIND_DISC: return hypot(x - at[0], y - at[1]) - at[2];
	case KIND_RING: return fabs(hypot(x - at[0], y - at[1]) - at[2]) - at[3] / 2;
	case KIND_BOX: return measure_box(at, x, y);
	case KIND_LINE: return measure_line(at, x, y);
	case KIND_ARC: return measure_arc(at, x, y);
	case KIND_TRIANGLE: return measure_triangle(at, x, y);
	case KIND_END: break;
	}
	return HUGE_VAL;
}

/* cover: how much of the pixel the colour covers; the colour goes over what is there. */
static void paint(double pixel[4], enum colour colour, double cover)
{
	double alpha = cover + pixel[0] * (1 - cover);

	if (cover <= 0)
		return;
	for (int i = 0; i < 3; i++)
		pixel[i + 1] = (colours[colour][i] * cover + pixel[i + 1] * pixel[0] * (1 - cover)) / alpha;
	pixel[0] = alpha;
}

static void draw_pixel(const struct shape *shapes, double x, double y, double scale, uint8_t *bytes)
{
	double pixel[4] = { 0 };

	for (; shapes->kind; shapes++)
		paint(pixel, shapes->colour, fmin(0.5 - measure(shapes, x, y) * scale, 1));
	bytes[0] = (uint8_t)lround(pixel[0] * 255);
	for (int i = 1; i < 4; i++)
		bytes[i] = (uint8_t)lround(pixel[i]);
}

void icon_draw(enum agent_state state, unsigned size, uint8_t *pixels)
{
	double scale = size / GRID;

	for (unsigned row = 0; row < size; row++)
		for (unsigned column = 0; column < size; column++, pixels += 4)
			draw_pixel(icons[state].shapes, (column + 0.5) / scale, (row + 0.5) / scale,
				   scale, pixels);
}

static void write_arc(const double *at, const char *colour, FILE *file)
{
	double from[2], to[2];

	find_end(at, at[4], from);
	find_end(at, at[5], to);
	fprintf(file, "<path d=\"M%.2f %.2fA%g %g 0 %d 1 %.2f %.2f\" fill=\"none\" stroke=\"%s\" "
		"stroke-width=\"%g\" stroke-linecap=\"round\"/>", from[0], from[1], at[2], at[2],
		at[5] - at[4] > 180, to[0], to[1], colour, at[3]);
}

static void write_shape(const struct shape *shape, FILE *file)
{
	const double *at = shape->at;
	const uint8_t *rgb = colours[shape->colour];
	char colour[8];

	snprintf(colour, sizeof(colour), "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
	fputs("\t", file);
	switch (shape->kind) {
	case KIND_DISC:
		fprintf(file, "<circle cx=\"%g\" cy=\"%g\" r=\"%g\" fill=\"%s\"/>", at[0], at[1], at[2],
			colour);
		break;
	case KIND_RING:
		fprintf(file, "<circle cx=\"%g\" cy=\"%g\" r=\"%g\" fill=\"none\" stroke=\"%s\" "
			"stroke-width=\"%g\"/>", at[0], at[1], at[2], colour, at[3]);
		break;
	case KIND_BOX:
		fprintf(file, "<rect x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\" rx=\"%g\" fill=\"%s\"/>",
			at[0], at[1], at[2], at[3], at[4], colour);
		break;
	case KIND_LINE:
		fprintf(file, "<path d=\"M%g %gL%g %g\" stroke=\"%s\" stroke-width=\"%g\" "
			"stroke-linecap=\"round\"/>", at[0], at[1], at[2], at[3], colour, at[4]);
		break;
	case KIND_ARC:
		write_arc(at, colour, file);
		break;
	case KIND_TRIANGLE:
		fprintf(file, "<path d=\"M%g %gL%g %gH%gZ\" fill=\"%s\"/>", at[0], at[1], at[0] + at[3],
			at[2], at[0] - at[3], colour);
		break;
	case KIND_END:
		break;
	}
	fputs("\n", file);
}

int icon_write_svg(enum agent_state state, FILE *file)
{
	fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	      "<!-- SPDX-License-Identifier: GPL-2.0-or-later -->\n"
	      "<!-- From ctl/icon.c, by make icons. -->\n"
	      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"16\" height=\"16\" viewBox=\"0 0 16 16\">\n",
	      file);
	for (const struct shape *shape = icons[state].shapes; shape->kind; shape++)
		write_shape(shape, file);
	fputs("</svg>\n", file);
	return ferror(file) ? -EIO : 0;
}
