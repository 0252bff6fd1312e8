/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The guard's byte code and its table, by bpf(2) itself. One hash map: a
 * device's major << 32 | minor is a key when it is refused; under ALLOWED is
 * the number of the control group that may. Map and link are pinned, so that
 * they stay and every call finds them.
 */
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#define PIN_DIR "/sys/fs/bpf/hardmute"
#define PIN_MAP PIN_DIR "/devices"
#define PIN_LINK PIN_DIR "/guard"
#define CGROUPS "/sys/fs/cgroup"
#define DEVICES_MAX 512
#define ALLOWED UINT64_MAX	/* no device has this number */

#define INSTRUCTION(operation, to, from, offset, value) \
	{ .code = (operation), .dst_reg = (to), .src_reg = (from), .off = (offset), .imm = (value) }
#define LOAD(size, to, from, offset) \
	INSTRUCTION(BPF_LDX | BPF_MEM | (size), to, from, offset, 0)
#define STORE(size, to, offset, from) \
	INSTRUCTION(BPF_STX | BPF_MEM | (size), to, from, offset, 0)
#define COPY(to, from) INSTRUCTION(BPF_ALU64 | BPF_MOV | BPF_X, to, from, 0, 0)
#define SET(to, value) INSTRUCTION(BPF_ALU64 | BPF_MOV | BPF_K, to, 0, 0, value)
#define COMPUTE(operation, to, value) INSTRUCTION(BPF_ALU64 | (operation) | BPF_K, to, 0, 0, value)
#define JUMP_IF(condition, left, value, here, to) \
	INSTRUCTION(BPF_JMP | (condition) | BPF_K, left, 0, (to) - (here) - 1, value)
#define CALL(function) INSTRUCTION(BPF_JMP | BPF_CALL, 0, 0, 0, function)
#define END INSTRUCTION(BPF_JMP | BPF_EXIT, 0, 0, 0, 0)
/* Two instructions long. */
#define LOAD_MAP(to, fd) \
	INSTRUCTION(BPF_LD | BPF_DW | BPF_IMM, to, BPF_PSEUDO_MAP_FD, 0, fd), INSTRUCTION(0, 0, 0, 0, 0)

static int call(enum bpf_cmd command, union bpf_attr *attr)
{
	long result = syscall(SYS_bpf, command, attr, sizeof(*attr));

	return result < 0 ? -errno : (int)result;
}

static int get_pinned(const char *path)
{
	union bpf_attr attr = { .pathname = (uintptr_t)path };

	return call(BPF_OBJ_GET, &attr);
}

static int pin(int fd, const char *path)
{
	union bpf_attr attr = { .pathname = (uintptr_t)path, .bpf_fd = (uint32_t)fd };

	return call(BPF_OBJ_PIN, &attr);
}

static int make_map(void)
{
	union bpf_attr attr = {
		.map_type = BPF_MAP_TYPE_HASH, .key_size = sizeof(uint64_t),
		.value_size = sizeof(uint64_t), .max_entries = DEVICES_MAX,
		.map_name = "hardmute",
	};

	return call(BPF_MAP_CREATE, &attr);
}

static int set_entry(int map, uint64_t key, uint64_t value)
{
	union bpf_attr attr = { .map_fd = (uint32_t)map, .key = (uintptr_t)&key,
				.value = (uintptr_t)&value, .flags = BPF_ANY };

	return call(BPF_MAP_UPDATE_ELEM, &attr);
}

static int delete_entry(int map, uint64_t key)
{
	union bpf_attr attr = { .map_fd = (uint32_t)map, .key = (uintptr_t)&key };

	return call(BPF_MAP_DELETE_ELEM, &attr);
}

/* The key after `after`, which need not be there. False: there is none. */
static bool next_key(int map, const uint64_t *after, uint64_t *key)
{
	union bpf_attr attr = { .map_fd = (uint32_t)map, .key = (uintptr_t)after,
				.next_key = (uintptr_t)key };

	return call(BPF_MAP_GET_NEXT_KEY, &attr) == 0;
}

/*
 * 1 lets the opening pass, 0 is EPERM. Making a node is not refused: udev's
 * helper has to. The numbers in front are the instructions'.
 */
static int load_program(int map)
{
	enum { DENY = 28, PASS = 30, LENGTH = 32 };
	const struct bpf_insn program[] = {
		/* 0: a character device, to be read or written? */
		LOAD(BPF_W, BPF_REG_2, BPF_REG_1, offsetof(struct bpf_cgroup_dev_ctx, access_type)),
		COPY(BPF_REG_3, BPF_REG_2),
		COMPUTE(BPF_AND, BPF_REG_3, 0xffff),
		JUMP_IF(BPF_JNE, BPF_REG_3, BPF_DEVCG_DEV_CHAR, 3, PASS),
		COMPUTE(BPF_RSH, BPF_REG_2, 16),
		COMPUTE(BPF_AND, BPF_REG_2, BPF_DEVCG_ACC_READ | BPF_DEVCG_ACC_WRITE),
		JUMP_IF(BPF_JEQ, BPF_REG_2, 0, 6, PASS),
		/* 7: one that is refused? */
		LOAD(BPF_W, BPF_REG_2, BPF_REG_1, offsetof(struct bpf_cgroup_dev_ctx, major)),
		LOAD(BPF_W, BPF_REG_3, BPF_REG_1, offsetof(struct bpf_cgroup_dev_ctx, minor)),
		COMPUTE(BPF_LSH, BPF_REG_2, 32),
		INSTRUCTION(BPF_ALU64 | BPF_OR | BPF_X, BPF_REG_2, BPF_REG_3, 0, 0),
		STORE(BPF_DW, BPF_REG_10, -8, BPF_REG_2),
		LOAD_MAP(BPF_REG_1, map),
		COPY(BPF_REG_2, BPF_REG_10),
		COMPUTE(BPF_ADD, BPF_REG_2, -8),
		CALL(BPF_FUNC_map_lookup_elem),
		JUMP_IF(BPF_JEQ, BPF_REG_0, 0, 17, PASS),
		/* 18: to all but one control group */
		INSTRUCTION(BPF_ST | BPF_MEM | BPF_DW, BPF_REG_10, 0, -8, -1),
		LOAD_MAP(BPF_REG_1, map),
		COPY(BPF_REG_2, BPF_REG_10),
		COMPUTE(BPF_ADD, BPF_REG_2, -8),
		CALL(BPF_FUNC_map_lookup_elem),
		JUMP_IF(BPF_JEQ, BPF_REG_0, 0, 24, DENY),
		LOAD(BPF_DW, BPF_REG_6, BPF_REG_0, 0),
		CALL(BPF_FUNC_get_current_cgroup_id),
		INSTRUCTION(BPF_JMP | BPF_JEQ | BPF_X, BPF_REG_0, BPF_REG_6, PASS - 27 - 1, 0),
		/* 28 */
		SET(BPF_REG_0, 0),
		END,
		/* 30 */
		SET(BPF_REG_0, 1),
		END,
	};
	union bpf_attr attr = {
		.prog_type = BPF_PROG_TYPE_CGROUP_DEVICE, .insns = (uintptr_t)program,
		.insn_cnt = LENGTH, .license = (uintptr_t)"GPL", .prog_name = "hardmute",
		.expected_attach_type = BPF_CGROUP_DEVICE,
	};

	_Static_assert(sizeof(program) / sizeof(program[0]) == LENGTH, "the numbers are right");
	return call(BPF_PROG_LOAD, &attr);
}

/* On the root of all control groups. The descriptor of a link, or -errno. */
static int attach(int map)
{
	union bpf_attr attr = { .link_create.attach_type = BPF_CGROUP_DEVICE };
	int root = open(CGROUPS, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int program, link;

	if (root < 0)
		return -errno;
	program = load_program(map);
	if (program < 0) {
		close(root);
		return program;
	}
	attr.link_create.prog_fd = (uint32_t)program;
	attr.link_create.target_fd = (uint32_t)root;
	link = call(BPF_LINK_CREATE, &attr);
	close(program);
	close(root);
	return link;
}

/* The number of the caller's control group, as the kernel's programs see it; 0: none in v2. */
static uint64_t own_cgroup(void)
{
	char line[512], path[600];
	FILE *file = fopen("/proc/self/cgroup", "re");
	uint64_t number = 0;
	struct stat group;

	while (file && fgets(line, sizeof(line), file)) {
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, "0::", 3))
			continue;
		snprintf(path, sizeof(path), CGROUPS "%s", line + 3);
		if (!stat(path, &group))
			number = group.st_ino;
	}
	if (file)
		fclose(file);
	return number;
}

static int get_map(void)
{
	int map = get_pinned(PIN_MAP), error;

	if (map != -ENOENT)
		return map;
	if (mkdir(PIN_DIR, 0700) && errno != EEXIST)
		return -errno;
	map = make_map();
	if (map < 0)
		return map;
	error = pin(map, PIN_MAP);
	if (!error)
		return map;
	close(map);
	return error;
}

/* A link that root detached stays where it is pinned, and guards nothing. */
static bool is_attached(int link)
{
	struct bpf_link_info info = { 0 };
	union bpf_attr attr = { .info.bpf_fd = (uint32_t)link, .info.info_len = sizeof(info),
				.info.info = (uintptr_t)&info };

	return !call(BPF_OBJ_GET_INFO_BY_FD, &attr) && info.cgroup.cgroup_id;
}

static int ensure_link(int map)
{
	int link = get_pinned(PIN_LINK), error;
	bool attached;

	if (link >= 0) {
		attached = is_attached(link);
		close(link);
		if (attached)
			return 0;
		unlink(PIN_LINK);
	}
	link = attach(map);
	if (link < 0)
		return link;
	error = pin(link, PIN_LINK);
	close(link);
	return error;
}

int guard_on(void)
{
	uint64_t cgroup = own_cgroup();
	int map, error;

	if (!cgroup)
		return -ENOTSUP;
	map = get_map();
	if (map < 0)
		return map;
	error = set_entry(map, ALLOWED, cgroup);
	if (!error)
		error = ensure_link(map);
	close(map);
	return error;
}

int guard_open(void)
{
	return get_pinned(PIN_LINK);
}

static uint64_t key_of(dev_t device)
{
	return (uint64_t)major(device) << 32 | minor(device);
}

static bool is_wanted(uint64_t key, const dev_t *devices, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (key_of(devices[i]) == key)
			return true;
	return key == ALLOWED;
}

int guard_set(const dev_t *devices, size_t count)
{
	uint64_t stale[DEVICES_MAX], key = 0, after = 0;
	int map = get_pinned(PIN_MAP), error = 0;
	size_t stales = 0;
	bool more;

	if (map < 0)
		return map;
	for (size_t i = 0; i < count && !error; i++)
		error = set_entry(map, key_of(devices[i]), 1);
	for (more = next_key(map, NULL, &key); more && stales < DEVICES_MAX;
	     more = next_key(map, &after, &key)) {
		if (!is_wanted(key, devices, count))
			stale[stales++] = key;
		after = key;
	}
	for (size_t i = 0; i < stales; i++)
		delete_entry(map, stale[i]);
	close(map);
	return error;
}

void guard_off(void)
{
	unlink(PIN_LINK);
	unlink(PIN_MAP);
	rmdir(PIN_DIR);
}
