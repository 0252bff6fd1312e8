/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The only dlopen in hardmuted; never reached in system mode. */
#include "mic_load.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>

#include "beside.h"
#include "log.h"
#include "names.h"

const struct mic_ops *mic_load(const char *kind)
{
	char name[64], symbol[64], path[PATH_MAX];
	const struct mic_ops *ops;
	void *object;

	snprintf(name, sizeof(name), MIC_NAME, kind);
	snprintf(symbol, sizeof(symbol), "mic_%s", kind);
	object = dlopen(beside_find(name, path, sizeof(path)), RTLD_NOW | RTLD_LOCAL);
	ops = object ? dlsym(object, symbol) : NULL;
	if (!ops)
		log_error("%s", dlerror());
	return ops;
}
