/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Capture switches of sound cards, and the file that remembers how they were
 * before hardmute turned them off. No loop, no state: hardmuted and
 * hardmute-node use the same. Errors are negative errnos.
 */
#ifndef HARDMUTED_SWITCHES_H
#define HARDMUTED_SWITCHES_H

#include <stdbool.h>
#include <stdint.h>

#define SWITCHES_MAX 32		/* of one card */
#define SAVED_MAX 256		/* of all cards that were ever here */
#define CARD_ID_BYTES 16

/* A writable BOOLEAN element of the mixer, named "... Capture Switch" (ControlNames.txt). */
struct capture_switch {
	uint32_t numid;		/* the kernel's short name for it, until the card goes */
	uint32_t device, subdevice, index;
	char name[44];
	unsigned count;		/* of values, 1..64 */
	/*
	 * No other control shares its name. alsa-lib's simple mixer writes all
	 * controls of a name at once: were "Headset Capture Switch" locked,
	 * setting "Headset Playback Volume" would fail, and PipeWire then turns
	 * the speakers down twice.
	 */
	bool alone;
};

/* How it is now. A bit for each value that is on. */
struct switch_look {
	uint64_t on;
	bool locked, ours;	/* nobody but the owner of the lock may write; the owner is this fd */
};

/* fd: an open control node. Number of switches found, at most max; or -errno. */
int switches_find(int fd, struct capture_switch *found, unsigned max);
int switches_read_card_id(int fd, char id[CARD_ID_BYTES]);
/* Whether an element of that name is one, or may decide whether one is alone. */
bool switches_is_name(const char *name);

int switch_look(int fd, const struct capture_switch *element, struct switch_look *look);
int switch_write(int fd, const struct capture_switch *element, uint64_t on);
/* -EBUSY: somebody else has locked it. The lock ends with the descriptor. */
int switch_lock(int fd, const struct capture_switch *element);
int switch_unlock(int fd, const struct capture_switch *element);

/* switches_file.c: a line per switch that is, or should be, off because of hardmute. */
struct saved_switch {
	char card_id[CARD_ID_BYTES];
	struct capture_switch element;	/* numid and alone are not saved */
	uint64_t on;		/* as the user had it */
};

struct saved {
	bool changed;		/* the file is not like this */
	unsigned count;
	struct saved_switch list[SAVED_MAX];
};

/* Bad lines are logged as PATH:LINE and left out. No file: 0, and empty. */
int saved_load(const char *path, struct saved *saved);
/* When it has changed. All or nothing, and on the disk when it returns 0. Empty: no file. */
int saved_store(const char *path, struct saved *saved);

struct saved_switch *saved_find(struct saved *saved, const char *card_id,
				const struct capture_switch *element);
/* -ENOSPC: too many. */
int saved_put(struct saved *saved, const char *card_id, const struct capture_switch *element,
	      uint64_t on);
void saved_drop(struct saved *saved, struct saved_switch *entry);

/*
 * Gives a card's switches back as they were saved; one that is not off any more
 * has been moved since, and stays. What is done is forgotten if forget says so.
 * 0, or the first error.
 */
int switches_restore(int fd, const char *card_id, struct saved *saved, bool forget);

#endif
