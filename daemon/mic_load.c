/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The only dlopen in hardmuted; never reached in system mode. */
#include "mic_load.h"

#include <dlfcn.h>
#include <limits.h>

#include "beside.h"
#include "log.h"
#include "names.h"

const struct mic_ops *mic_load(const char *symbol)
{
	char path[PATH_MAX];
	void *object = dlopen(beside_find(MICS_NAME, path, sizeof(path)), RTLD_NOW | RTLD_LOCAL);
	const struct mic_ops *ops = object ? dlsym(object, symbol) : NULL;

	if (!ops)
		log_error("%s", dlerror());
	return ops;
}
