/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Descriptors that outlive this process, in systemd's file descriptor store:
 * the stream table and each twin's /dev/cuse. Without systemd they are not
 * stored, and nothing fails.
 */
#ifndef HARDMUTED_STORE_H
#define HARDMUTED_STORE_H

#include <stddef.h>

/* "table", or "twin-<card>-<device>-<number>" */
#define STORE_NAME_MAX 48
#define STORE_TABLE "table"

/* Each descriptor that systemd kept for us; found takes it over. */
typedef void store_found_fn(void *userdata, const char *name, int fd);
void store_take(store_found_fn *found, void *userdata);

/* 0 or -errno, which is logged. The caller keeps its own copy of fd. */
int store_put(const char *name, int fd);
void store_remove(const char *name);

void store_name_twin(char *name, size_t size, unsigned card, unsigned device, unsigned number);
/* 0, or -EINVAL when the name is not that of a twin. */
int store_parse_twin(const char *name, unsigned *card, unsigned *device, unsigned *number);

#endif
