/* SPDX-License-Identifier: GPL-2.0-or-later */
/* When a card that the sound server has lost is loaded again, and when not. */
// links: ctl/server_lost
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../ctl/server_lost.h"

#define START_US 1000000

static struct server_lost lost;
static char folder[64];
static json_t *up, *down;
static int64_t wait_us;

static void plug(int card, const char *suffix)
{
	char path[96];
	FILE *file;

	snprintf(path, sizeof(path), "%s/controlC%d%s", folder, card, suffix);
	file = fopen(path, "w");
	assert_non_null(file);
	fclose(file);
}

static int set_up(void **unused)
{
	(void)unused;
	strcpy(folder, "/tmp/hardmute-unit-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	server_lost_init(&lost, folder);
	up = json_pack("[{si,sb}]", "card", 0, "twin_up", 1);
	down = json_pack("[{si,sb}]", "card", 0, "twin_up", 0);
	plug(0, "");
	return 0;
}

static int tear_down(void **unused)
{
	char command[96];

	(void)unused;
	json_decref(up);
	json_decref(down);
	snprintf(command, sizeof(command), "rm -r %s", folder);
	return system(command);
}

/* A look that finds card 0 with this module, or nothing. */
static void look(bool there, uint32_t module, int64_t now_us)
{
	server_lost_begin(&lost);
	if (there && server_lost_see(&lost, 0, module))
		server_lost_learn(&lost, module, "device_id=0");
	server_lost_end(&lost, now_us);
}

static const struct server_lost_card *next(const json_t *microphones, int64_t now_us)
{
	return server_lost_next(&lost, microphones, now_us, &wait_us);
}

static void test_brought_back(void **unused)
{
	const struct server_lost_card *card;

	(void)unused;
	look(true, 7, START_US);
	assert_null(next(up, START_US));
	assert_int_equal(wait_us, -1);
	look(false, 0, START_US);
	assert_null(next(up, START_US + 500000));
	assert_int_equal(wait_us, SERVER_LOST_WAIT_US - 500000);
	assert_null(next(down, START_US + SERVER_LOST_WAIT_US));	/* the driver is not there yet */
	card = next(up, START_US + SERVER_LOST_WAIT_US);
	assert_non_null(card);
	assert_string_equal(card->arguments, "device_id=0");
	look(false, 0, START_US + SERVER_LOST_WAIT_US);
	assert_null(next(up, START_US + 9 * SERVER_LOST_WAIT_US));	/* once */
	look(true, 8, START_US);
	look(false, 0, START_US);
	assert_non_null(next(up, START_US + SERVER_LOST_WAIT_US));	/* for each loss */
}

static void test_came_back_by_itself(void **unused)
{
	(void)unused;
	look(true, 7, START_US);
	look(false, 0, START_US);
	look(true, 8, START_US + 1000);
	assert_null(next(up, START_US + SERVER_LOST_WAIT_US));
	assert_int_equal(wait_us, -1);
}

static void test_plugged_out(void **unused)
{
	char path[96], other[96];

	(void)unused;
	look(true, 7, START_US);
	look(false, 0, START_US);
	snprintf(path, sizeof(path), "%s/controlC0", folder);
	snprintf(other, sizeof(other), "%s/controlC0.new", folder);
	plug(0, ".new");
	assert_int_equal(rename(other, path), 0);	/* and in again: the server's to find */
	assert_null(next(up, START_US + SERVER_LOST_WAIT_US));
	assert_int_equal(unlink(path), 0);
	assert_null(next(up, START_US + SERVER_LOST_WAIT_US));
}

static void test_not_ours(void **unused)
{
	json_t *other = json_pack("[{si,sb}]", "card", 1, "twin_up", 1);

	(void)unused;
	look(true, 7, START_US);
	look(false, 0, START_US);
	assert_null(next(other, START_US + SERVER_LOST_WAIT_US));
	assert_null(next(NULL, START_US + SERVER_LOST_WAIT_US));
	server_lost_forget(&lost);
	assert_null(next(up, START_US + SERVER_LOST_WAIT_US));
	json_decref(other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_brought_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_came_back_by_itself, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_plugged_out, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_not_ours, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
