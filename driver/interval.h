/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The arithmetic of snd_mask and snd_interval, with the kernel's results to the bit.  An interval
 * with an open end leaves that number out; an integer one has whole ends and no open ones.
 * Unsigned numbers wrap at the far ends exactly as they do in the kernel.
 * What narrows returns 1 when something was cut off, 0 when not, -EINVAL when nothing is left.
 */
#ifndef DRIVER_INTERVAL_H
#define DRIVER_INTERVAL_H

#include <errno.h>
#include <limits.h>
#include <sound/asound.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* The kernel looks at 64 of a mask's 256 bits and leaves the others alone. */
static inline uint64_t mask_get(const struct snd_mask *mask)
{
	return mask->bits[0] | (uint64_t)mask->bits[1] << 32;
}

static inline void mask_set(struct snd_mask *mask, uint64_t bits)
{
	mask->bits[0] = (uint32_t)bits;
	mask->bits[1] = (uint32_t)(bits >> 32);
}

static inline bool mask_is_single(const struct snd_mask *mask)
{
	uint64_t bits = mask_get(mask);

	return bits != 0 && (bits & (bits - 1)) == 0;
}

static inline unsigned int mask_lowest(const struct snd_mask *mask)
{
	uint64_t bits = mask_get(mask);

	return bits != 0 ? (unsigned int)__builtin_ctzll(bits) : 0;
}

static inline int mask_narrow(struct snd_mask *mask, uint64_t to)
{
	uint64_t before = mask_get(mask);

	mask_set(mask, before & to);
	if ((before & to) == 0)
		return -EINVAL;
	return (before & to) != before;
}

static inline int mask_pick_lowest(struct snd_mask *mask)
{
	uint64_t bits = mask_get(mask);

	if (bits == 0)
		return -EINVAL;
	if (mask_is_single(mask))
		return 0;
	memset(mask, 0, sizeof(*mask));
	mask_set(mask, bits & -bits);
	return 1;
}

static inline struct snd_interval interval_between(unsigned int min, unsigned int max)
{
	return (struct snd_interval){.min = min, .max = max, .integer = min == max};
}

static inline bool interval_is_void(const struct snd_interval *i)
{
	return i->min > i->max || (i->min == i->max && (i->openmin || i->openmax));
}

static inline bool interval_is_single(const struct snd_interval *i)
{
	return i->min == i->max || (i->min + 1 == i->max && (i->openmin || i->openmax));
}

/* Of a single one.  With both ends open there is no whole number inside: the lower end it is. */
static inline unsigned int interval_value(const struct snd_interval *i)
{
	return i->openmin && !i->openmax ? i->max : i->min;
}

static inline bool interval_has(const struct snd_interval *i, unsigned int value)
{
	if (value < i->min || (value == i->min && i->openmin))
		return false;
	return value < i->max || (value == i->max && !i->openmax);
}

static inline int interval_settle(struct snd_interval *i, int changed)
{
	if (!interval_is_void(i))
		return changed;
	i->empty = 1;
	return -EINVAL;
}

static inline int interval_narrow(struct snd_interval *i, const struct snd_interval *to)
{
	int changed = 0;

	if (i->min < to->min || (i->min == to->min && !i->openmin && to->openmin)) {
		i->min = to->min;
		i->openmin = to->openmin;
		changed = 1;
	}
	if (i->max > to->max || (i->max == to->max && !i->openmax && to->openmax)) {
		i->max = to->max;
		i->openmax = to->openmax;
		changed = 1;
	}
	if (!i->integer && to->integer) {
		i->integer = 1;
		changed = 1;
	}
	if (i->integer) {
		i->min += i->openmin;
		i->max -= i->openmax;
		i->openmin = i->openmax = 0;
	} else if (i->min == i->max && !i->openmin && !i->openmax) {
		i->integer = 1;
	}
	return interval_settle(i, changed);
}

static inline int interval_pick_lowest(struct snd_interval *i)
{
	unsigned int max = i->max;

	if (interval_is_single(i))
		return 0;
	i->max = i->min + i->openmin;
	i->openmax = i->openmax && i->max >= max;
	return 1;
}

static inline int interval_pick_highest(struct snd_interval *i)
{
	unsigned int min = i->min;

	if (interval_is_single(i))
		return 0;
	i->min = i->max - i->openmax;
	i->openmin = i->openmin && i->min <= min;
	return 1;
}

static inline int interval_narrow_to_multiples(struct snd_interval *i, unsigned int step)
{
	int changed = 0;

	if (i->min % step != 0 || i->openmin) {
		i->min += step - i->min % step;
		i->openmin = 0;
		changed = 1;
	}
	if (i->max % step != 0 || i->openmax) {
		i->max -= i->max % step;
		i->openmax = 0;
		changed = 1;
	}
	return interval_settle(i, changed);
}

/* x * y / z, with everything too large taken for the largest number. */
static inline unsigned int interval_scale(unsigned int x, unsigned int y, unsigned int z,
                                          bool *inexact)
{
	uint64_t product = (uint64_t)x * y;

	*inexact = false;
	if (z == 0 || product / z >= UINT_MAX)
		return UINT_MAX;
	*inexact = product % z != 0;
	return (unsigned int)(product / z);
}

/* a * b / k */
static inline struct snd_interval interval_product(const struct snd_interval *a,
                                                   const struct snd_interval *b, unsigned int k)
{
	struct snd_interval product = {.integer = k == 1 && a->integer && b->integer};
	bool inexact;

	product.min = interval_scale(a->min, b->min, k, &inexact);
	product.openmin = inexact || a->openmin || b->openmin;
	product.max = interval_scale(a->max, b->max, k, &inexact);
	product.max += inexact;
	product.openmax = inexact || a->openmax || b->openmax;
	return product;
}

/* a * k / b */
static inline struct snd_interval interval_quotient(const struct snd_interval *a, unsigned int k,
                                                    const struct snd_interval *b)
{
	struct snd_interval quotient = {.max = UINT_MAX};
	bool inexact;

	quotient.min = interval_scale(a->min, k, b->max, &inexact);
	quotient.openmin = inexact || a->openmin || b->openmax;
	if (b->min > 0) {
		quotient.max = interval_scale(a->max, k, b->min, &inexact);
		quotient.max += inexact;
		quotient.openmax = inexact || a->openmax || b->openmin;
	}
	return quotient;
}

#endif
