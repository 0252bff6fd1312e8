/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Log lines to standard error, one per event, where the facts are. Under
 * systemd each begins with the syslog priority ("<4>...") that the journal
 * reads; on a terminal with the program's name. The audio path never logs.
 */
#ifndef HARDMUTE_LOG_H
#define HARDMUTE_LOG_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define log_at(priority, format, ...) \
	(getenv("JOURNAL_STREAM") \
		? (void)fprintf(stderr, "<" #priority ">" format "\n", ##__VA_ARGS__) \
		: (void)fprintf(stderr, "%s: " format "\n", program_invocation_short_name, ##__VA_ARGS__))

#define log_error(format, ...) log_at(3, format, ##__VA_ARGS__)
#define log_warning(format, ...) log_at(4, format, ##__VA_ARGS__)
#define log_notice(format, ...) log_at(5, format, ##__VA_ARGS__)
#define log_info(format, ...) log_at(6, format, ##__VA_ARGS__)

#endif
