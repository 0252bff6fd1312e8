/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The names in the descriptor store, and what is sent to the service manager (here: the test). */
// links: daemon/store
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../daemon/store.h"

static void test_names(void **unused)
{
	static const char *const wrong[] = { "table", "twin-1-2", "twin-1-2-3-4", "twin-1-2-3x",
		"twin--1-2-3", "twin-01-2-3", "twin- 1-2-3", "twin-99999999999-2-3", "", };
	unsigned card, device, number;
	char name[STORE_NAME_MAX];

	(void)unused;
	store_name_twin(name, sizeof(name), 3, 7, 31);
	assert_string_equal(name, "twin-3-7-31");
	assert_int_equal(store_parse_twin(name, &card, &device, &number), 0);
	assert_int_equal(card, 3);
	assert_int_equal(device, 7);
	assert_int_equal(number, 31);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		if (store_parse_twin(wrong[i], &card, &device, &number) != -EINVAL)
			fail_msg("\"%s\" was taken for a twin", wrong[i]);
}

static void test_without_manager(void **unused)
{
	(void)unused;
	unsetenv("NOTIFY_SOCKET");
	assert_int_equal(store_put("table", STDIN_FILENO), 0);
	store_remove("table");
}

static int listen_as_manager(void)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);

	assert_true(fd >= 0);
	snprintf(address.sun_path, sizeof(address.sun_path), "/tmp/hardmute-test-%d", getpid());
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof(address)), 0);
	setenv("NOTIFY_SOCKET", address.sun_path, 1);
	return fd;
}

static void test_with_manager(void **unused)
{
	int fd = listen_as_manager(), count = 0;
	char text[200] = "", control[CMSG_SPACE(sizeof(int) * 4) + CMSG_SPACE(64)];
	struct iovec part = { text, sizeof(text) - 1 };
	struct msghdr header = { .msg_iov = &part, .msg_iovlen = 1, .msg_control = control,
				 .msg_controllen = sizeof(control) };

	(void)unused;
	assert_int_equal(store_put("twin-1-2-3", STDIN_FILENO), 0);
	assert_true(recvmsg(fd, &header, MSG_CMSG_CLOEXEC) > 0);
	assert_string_equal(text, "FDSTORE=1\nFDNAME=twin-1-2-3\nFDPOLL=0");
	for (struct cmsghdr *c = CMSG_FIRSTHDR(&header); c; c = CMSG_NXTHDR(&header, c))
		if (c->cmsg_type == SCM_RIGHTS) {
			count++;
			close(*(int *)(void *)CMSG_DATA(c));
		}
	assert_int_equal(count, 1);
	store_remove("twin-1-2-3");
	memset(text, 0, sizeof(text));
	assert_true(recv(fd, text, sizeof(text) - 1, 0) > 0);
	assert_string_equal(text, "FDSTOREREMOVE=1\nFDNAME=twin-1-2-3");
	close(fd);
	unlink(getenv("NOTIFY_SOCKET"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_without_manager),
		cmocka_unit_test(test_with_manager),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
