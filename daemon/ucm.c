/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The upper half runs in the child, the lower half in the daemon's main
 * thread. snd_use_case_mgr_open() reads files and the card's control node; it
 * writes nothing, sequences run when a use case is set.
 */
#include "ucm.h"

#include <alsa/asoundlib.h>
#include <alsa/use-case.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "alsa_quiet.h"
#include "log.h"
#include "names.h"
#include "spawn.h"

#define TIMEOUT_US (20 * 1000000ull)

/*
 * What alsa.conf would say of control nodes: it also loads whatever plug-ins the
 * system has, and those look for the sound server of a user without home.
 */
static int set_configuration(void)
{
	static const char text[] = "ctl.hw { @args [ CARD ] @args.CARD { type string } "
		"type hw card $CARD }\n";
	int fd = memfd_create("alsa.conf", 0);
	char path[32];

	if (fd < 0 || write(fd, text, sizeof(text) - 1) != sizeof(text) - 1)
		return -EIO;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	return setenv("ALSA_CONFIG_PATH", path, 1) ? -errno : 0;
}

/* That a card has none is an error to alsa-lib; one whose files are broken may be cured. */
int ucm_run(const char *card)
{
	snd_use_case_mgr_t *manager;
	char name[16];
	int error;

	snprintf(name, sizeof(name), "hw:%.4s", card);
	alsa_be_quiet();
	error = set_configuration();
	if (error)
		return EXIT_FAILED;
	error = snd_use_case_mgr_open(&manager, name);
	if (!error)
		snd_use_case_mgr_close(manager);
	return error == -ENOENT || error == -ENXIO ? EXIT_NO : EXIT_DONE;
}

struct ucm {
	unsigned card;
	pid_t pid;
	sd_event_source *child, *timer;
	ucm_answer_fn *answer;
	void *userdata;
};

static void destroy(struct ucm *ucm)
{
	sd_event_source_disable_unref(ucm->child);
	sd_event_source_disable_unref(ucm->timer);
	free(ucm);
}

static int on_exit_of_child(sd_event_source *source, const siginfo_t *info, void *userdata)
{
	struct ucm *ucm = userdata;

	(void)source;
	ucm->pid = 0;
	sd_event_source_set_enabled(ucm->timer, SD_EVENT_OFF);
	if (!ucm->answer)
		destroy(ucm);
	else
		ucm->answer(ucm->userdata, ucm->card,
			    info->si_code != CLD_EXITED || info->si_status != EXIT_NO);
	return 0;
}

static int on_timeout(sd_event_source *source, uint64_t usec, void *userdata)
{
	struct ucm *ucm = userdata;

	(void)source;
	(void)usec;
	log_warning("card %u: its use case configuration takes too long to read", ucm->card);
	kill(ucm->pid, SIGKILL);
	return 0;
}

static int start_child(struct ucm *ucm, sd_event *event)
{
	char number[16];
	char *argv[] = { (char *)"hardmuted", (char *)"--" UCM_OPTION, number, NULL };
	int error;

	snprintf(number, sizeof(number), "%u", ucm->card);
	error = spawn("/proc/self/exe", argv, NULL, 0, 3, &ucm->pid);
	if (error)
		return error;
	error = sd_event_add_child(event, &ucm->child, ucm->pid, WEXITED, on_exit_of_child, ucm);
	if (error >= 0)
		error = sd_event_add_time_relative(event, &ucm->timer, CLOCK_MONOTONIC, TIMEOUT_US,
						   0, on_timeout, ucm);
	return error;
}

int ucm_ask(struct ucm **result, sd_event *event, unsigned card, ucm_answer_fn *answer,
	    void *userdata)
{
	struct ucm *ucm = calloc(1, sizeof(*ucm));
	int error;

	if (!ucm)
		return -ENOMEM;
	*ucm = (struct ucm){ .card = card, .answer = answer, .userdata = userdata };
	error = start_child(ucm, event);
	if (error < 0) {
		if (ucm->pid > 0)
			kill(ucm->pid, SIGKILL);
		destroy(ucm);
		return error;
	}
	*result = ucm;
	return 0;
}

void ucm_free(struct ucm *ucm)
{
	if (ucm && ucm->pid > 0) {
		/* it is waited for when it ends */
		ucm->answer = NULL;
		kill(ucm->pid, SIGKILL);
	} else if (ucm) {
		destroy(ucm);
	}
}
