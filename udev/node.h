/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Device nodes of the kernel's sound devices ("pcmC0D0c"): where they stand and
 * who may use them. All functions that do something return an exit code, 0 or
 * EXIT_FAILED, after a line in the log. Each can be repeated; none touches a
 * node whose numbers are not the real device's, so a twin of that name is safe.
 */
#ifndef HARDMUTE_NODE_H
#define HARDMUTE_NODE_H

#include <stdbool.h>
#include <sys/types.h>

#define NODE_PATH_BYTES 320
#define NODE_NAME_BYTES 32
#define NODE_ACL "system.posix_acl_access"

/* Put before every path; not empty only when the helper itself is tested. */
extern const char *node_root;

void node_make_path(char path[NODE_PATH_BYTES], const char *directory, const char *name);
/* A character device with this number stands there, under this very name. */
bool node_is_at(const char *path, dev_t devnum);
/* The kernel's number of a device below /sys/class; 0: there is no such device. */
dev_t node_read_class_devnum(const char *class, const char *name);
/* ... of a sound device; 0: there is no such device. */
dev_t node_read_devnum(const char *name);
bool node_is_pcm_capture(const char *name);
/* What the rules hide: capture PCMs and compressed devices. */
bool node_is_capture(const char *name);
/* What an OSS program records from: the kernel itself opens the microphone for it. */
bool node_is_oss(const char *name);
/* Its card is none of ours, by the configuration. */
bool node_is_exempt(const char *name);
/* Logs errno and returns EXIT_FAILED. */
int node_fail(const char *what, const char *path);

/* Its number; 0, root's, where there is no such group. */
gid_t node_find_group(const char *name);
/* /dev/hardmute: hardmuted's unit cannot start without it. */
int node_make_hidden_dir(gid_t group);
/* From /dev/snd to /dev/hardmute; one that is exempt comes back. */
int node_hide(const char *name);
/* The control node stays where it is; hardmuted gets one of its own. */
int node_copy(const char *name);
/* It stays where it is, closed by the rules; from now on the guard knows its number. */
int node_refuse(const char *name);
/* The device is gone: cleans up. */
int node_remove(const char *name);
/* A twin whose node somebody took away, or put another in its place. */
int node_place_twin(const char *name);
/* From /dev/hardmute to /dev/snd, for whoever may use its card. */
int node_restore(const char *name);

/*
 * access.c: for /proc/self/fd, not for use: nobody can put another node under
 * its name meanwhile. A descriptor, or -errno; -ENOENT: another device's node.
 */
int node_open(const char *path, dev_t devnum);
/* Gives the node, if it has this number, to whoever may use its card. */
int node_lend(const char *path, const char *name, dev_t devnum);
/* A twin that the kernel has just made, for whoever may use its card. */
int node_share(const char *name);
/* It is gone. */
int node_unshare(const char *name);
/* All twins of a card whose control node has just been given to its users. */
int node_share_card(const char *name);
/*
 * "MAJOR:MINOR" is root's alone, whatever its users had: udev's uaccess builtin
 * gives a node to them again that was theirs before our rules came. USB devices
 * can be looked at by all.
 */
int node_close(const char *number);

/* keys.c: hardmuted may read an event device that has one of its keys, and no other. */
int node_lend_keys(const char *name);
int node_lend_all_keys(void);
/* ... and none any more. */
int node_take_all_keys(void);

/* announce.c: returns when the twins of a control node's card are up, or after a while. */
int wait_for_twins(const char *name);

#endif
