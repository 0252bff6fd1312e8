/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * systemd's file descriptor store, through sd_notify. Everything goes out
 * without waiting for an answer; there is none.
 */
#include "store.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-daemon.h>

#include "log.h"

void store_take(store_found_fn *found, void *userdata)
{
	char **names = NULL;
	int count = sd_listen_fds_with_names(1, &names);

	if (count < 0) {
		log_warning("the service manager's descriptors cannot be taken: %s",
			    strerror(-count));
		return;
	}
	for (int i = 0; i < count; i++) {
		found(userdata, names[i], SD_LISTEN_FDS_START + i);
		free(names[i]);
	}
	free(names);
}

int store_put(const char *name, int fd)
{
	char state[STORE_NAME_MAX + 40];
	int sent;

	/* FDPOLL=0: a /dev/cuse that hangs up must not be dropped behind our back */
	snprintf(state, sizeof(state), "FDSTORE=1\nFDNAME=%s\nFDPOLL=0", name);
	sent = sd_pid_notify_with_fds(0, 0, state, &fd, 1);
	if (sent < 0)
		log_warning("%s could not be stored for a restart: %s", name, strerror(-sent));
	return sent < 0 ? sent : 0;
}

void store_remove(const char *name)
{
	(void)sd_notifyf(0, "FDSTOREREMOVE=1\nFDNAME=%s", name);
}

void store_name_twin(char *name, size_t size, unsigned card, unsigned device, unsigned number)
{
	snprintf(name, size, "twin-%u-%u-%u", card, device, number);
}

int store_parse_twin(const char *name, unsigned *card, unsigned *device, unsigned *number)
{
	char again[STORE_NAME_MAX];

	if (sscanf(name, "twin-%9u-%9u-%9u", card, device, number) != 3)
		return -EINVAL;
	/* sscanf forgives what we would never have written */
	store_name_twin(again, sizeof(again), *card, *device, *number);
	return strcmp(name, again) ? -EINVAL : 0;
}
