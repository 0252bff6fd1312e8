/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A node with all of the driver behind it; the kernel at the other end of its descriptor is this
 * test, which moves a program's memory as fs/fuse does. What a 64-bit program does, 32-bit ones do
 * as well, with a time_t of either size; and so when the driver is killed in between.
 */
// links: driver/node driver/request driver/wait driver/journal driver/table driver/twin driver/pcm driver/pcm_ioctl driver/compat driver/params driver/clock driver/reader
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cmocka.h>
#include <linux/fuse.h>

#include "../../driver/compat_layout.h"
#include "../../driver/driver.h"
#include "../../driver/link.h"
#include "../../driver/node.h"

#define MS 1000000LL
#define MEMORY_BYTES 65536
#define FILL 0xa5	/* what the program's memory holds before */
#define FRAMES 480
#define FRAME_BYTES 4
#define BUFFER 1920
#define DRIVERS 8	/* that one test lets die */

/* ---- the layouts ---- */

struct layout {
	const char *name;
	uint32_t flags;		/* FUSE_IOCTL_* */
	unsigned word;		/* bytes of its long and its pointers */
	uint32_t hw_params, sw_params, sync_ptr, status_ext, delay, rewind, channel_info;
	uint32_t readi, readn, writei;
	unsigned hw_bytes;	/* of the struct */
	unsigned sw_avail_min, sw_start, sw_stop, sw_boundary, sw_proto;	/* offsets */
	unsigned sync_hw, sync_appl, sync_avail_min, status_avail, channel_first;
	uint64_t boundary;	/* of BUFFER frames */
};

#define COMPAT_FLAGS (FUSE_IOCTL_COMPAT | FUSE_IOCTL_32BIT)
#define COMMON32 .word = 4, .flags = COMPAT_FLAGS,						\
	.hw_params = 0xc25c4111, .sw_params = 0xc0684113, .delay = 0x80044121,			\
	.rewind = 0x40044146, .channel_info = 0x80104132,					\
	.readi = 0x800c4151, .readn = 0x800c4153, .writei = 0x400c4150, .hw_bytes = 604,	\
	.sw_avail_min = 12, .sw_start = 20, .sw_stop = 24, .sw_boundary = 36, .sw_proto = 40,	\
	.channel_first = 8, .boundary = 0x78000000

static const struct layout layouts[] = {
	{ .name = "64 bits", .word = 8,
	  .hw_params = SNDRV_PCM_IOCTL_HW_PARAMS, .sw_params = SNDRV_PCM_IOCTL_SW_PARAMS,
	  .sync_ptr = SNDRV_PCM_IOCTL_SYNC_PTR, .status_ext = SNDRV_PCM_IOCTL_STATUS_EXT,
	  .delay = SNDRV_PCM_IOCTL_DELAY, .rewind = SNDRV_PCM_IOCTL_REWIND,
	  .channel_info = SNDRV_PCM_IOCTL_CHANNEL_INFO, .readi = SNDRV_PCM_IOCTL_READI_FRAMES,
	  .readn = SNDRV_PCM_IOCTL_READN_FRAMES, .writei = SNDRV_PCM_IOCTL_WRITEI_FRAMES,
	  .hw_bytes = 608, .sw_avail_min = 16, .sw_start = 32, .sw_stop = 40, .sw_boundary = 64,
	  .sw_proto = 72, .sync_hw = 16, .sync_appl = 72, .sync_avail_min = 80,
	  .status_avail = 64, .channel_first = 16, .boundary = 0x7800000000000000 },
	{ .name = "32 bits", COMMON32, .sync_ptr = 0xc0844123, .status_ext = 0xc06c4124,
	  .sync_hw = 12, .sync_appl = 68, .sync_avail_min = 72, .status_avail = 32 },
	{ .name = "32 bits, time_t of 64", COMMON32, .sync_ptr = 0xc0884123, .status_ext = 0xc0804124,
	  .sync_hw = 16, .sync_appl = 72, .sync_avail_min = 76, .status_avail = 52 },
};

/* ---- the test's world ---- */

static struct {
	const struct layout *layout;
	struct driver drivers[DRIVERS], *driver;	/* the one that lives */
	struct node *nodes[DRIVERS], *node;
	unsigned deaths;
	int table_fd, ring_fd;
	int ours, kernel;	/* ends of what is /dev/cuse here */
	int cuse_fd;		/* ours, as the driver has it */
	uint64_t unique, handle;
	uint8_t *memory;	/* the program's, where 32 bits point to it */
	bool dies, died;	/* at its next answer */
	struct table as_it_died;
} test;

/*
 * The driver's answers. It may be killed before one is out: what it does after that is undone, its
 * memory was as it is here.
 */
ssize_t writev(int fd, const struct iovec *iov, int count)
{
	ssize_t bytes = 0;

	if (!test.dies || fd != test.cuse_fd)
		return syscall(SYS_writev, fd, iov, count);
	memcpy(&test.as_it_died, test.driver->table, sizeof test.as_it_died);
	test.dies = false;
	test.died = true;
	for (int i = 0; i < count; i++)
		bytes += (ssize_t)iov[i].iov_len;
	return bytes;
}

int link_send(const struct link_message *message)
{
	(void)message;
	return 0;
}

static void start_driver(bool adopted)
{
	static const struct link_twin info = { .card = 1, .channels_max = 2, .id = "Mic" };
	struct driver *driver = &test.drivers[test.deaths];

	*driver = (struct driver){ .now = test.driver ? test.driver->now : 1000 * MS };
	test.driver = driver;
	test.cuse_fd = dup(test.ours);
	assert_int_equal(table_map(test.table_fd, &driver->table), 0);
	assert_int_equal(twin_add(driver, 0, &info, dup(test.ring_fd)), 0);
	assert_int_equal(node_new(&test.nodes[test.deaths], &driver->twins[0], test.cuse_fd, adopted), 0);
	test.node = test.nodes[test.deaths];
}

/* ---- the kernel ---- */

static void send_request(uint32_t opcode, const void *body, size_t bytes)
{
	uint8_t raw[8192];
	struct fuse_in_header header = {
		.len = (uint32_t)(sizeof header + bytes), .opcode = opcode, .unique = ++test.unique,
		.nodeid = 1, .pid = (uint32_t)getpid(),
	};

	memcpy(raw, &header, sizeof header);
	memcpy(raw + sizeof header, body, bytes);
	assert_int_equal(send(test.kernel, raw, header.len, 0), header.len);
}

/* The body of the answer to the last request: bytes, -errno, or -EAGAIN when there is none. */
static ssize_t take_answer(void *body, size_t size)
{
	static uint8_t raw[262144];
	struct fuse_out_header header;
	ssize_t bytes = recv(test.kernel, raw, sizeof raw, MSG_DONTWAIT);

	if (bytes < 0)
		return -EAGAIN;
	memcpy(&header, raw, sizeof header);
	assert_int_equal(header.len, bytes);
	assert_int_equal(header.unique, test.unique);
	bytes -= (ssize_t)sizeof header;
	assert_in_range(bytes, 0, size);
	memcpy(body, raw + sizeof header, (size_t)bytes);
	return header.error ? header.error : bytes;
}

struct memory_list {
	struct fuse_ioctl_iovec part[80];
	unsigned count;
};

static size_t length(const struct memory_list *list)
{
	size_t bytes = 0;

	for (unsigned i = 0; i < list->count; i++)
		bytes += list->part[i].len;
	return bytes;
}

/* An ioctl on its way. */
static struct {
	uint32_t command;
	uint64_t arg;
	struct memory_list in, out;
	unsigned rounds;
} call;

static bool is_mapped(const struct fuse_ioctl_iovec *part)
{
	return part->base >= (uintptr_t)test.memory &&
	       part->base + part->len <= (uintptr_t)test.memory + MEMORY_BYTES;
}

static int send_ioctl(void)
{
	uint8_t body[4096];
	struct fuse_ioctl_in in = {
		.fh = test.handle, .flags = test.layout->flags | FUSE_IOCTL_UNRESTRICTED,
		.cmd = call.command, .arg = call.arg, .in_size = (uint32_t)length(&call.in),
		.out_size = (uint32_t)length(&call.out),
	};
	size_t bytes = sizeof in;

	memcpy(body, &in, sizeof in);
	for (unsigned i = 0; i < call.in.count; i++) {
		if (!is_mapped(&call.in.part[i]))
			return -EFAULT;
		memcpy(body + bytes, (void *)(uintptr_t)call.in.part[i].base, call.in.part[i].len);
		bytes += call.in.part[i].len;
	}
	send_request(FUSE_IOCTL, body, bytes);
	call.rounds++;
	return 0;
}

/* The driver wants memory moved. */
static int retry(const struct fuse_ioctl_out *out, const uint8_t *list, size_t bytes)
{
	size_t in_bytes = out->in_iovs * sizeof *call.in.part;

	assert_int_equal(bytes, in_bytes + out->out_iovs * sizeof *call.out.part);
	assert_in_range(out->in_iovs, 0, 80);
	assert_in_range(out->out_iovs, 0, 80);
	call.in.count = out->in_iovs;
	call.out.count = out->out_iovs;
	memcpy(call.in.part, list, in_bytes);
	memcpy(call.out.part, list + in_bytes, bytes - in_bytes);
	if (test.layout->word == 4)
		for (unsigned i = 0; i < out->in_iovs + out->out_iovs; i++)
			assert_true(i < out->in_iovs ? call.in.part[i].base <= UINT32_MAX
						     : call.out.part[i - out->in_iovs].base <= UINT32_MAX);
	return send_ioctl();
}

static int finish(const struct fuse_ioctl_out *out, const uint8_t *data, size_t bytes)
{
	assert_in_range(bytes, 0, length(&call.out));
	for (unsigned i = 0; i < call.out.count && bytes; i++) {
		size_t part = bytes < call.out.part[i].len ? bytes : call.out.part[i].len;

		if (!is_mapped(&call.out.part[i]))
			return -EFAULT;
		memcpy((void *)(uintptr_t)call.out.part[i].base, data, part);
		data += part;
		bytes -= part;
	}
	return out->result;
}

/* Goes on with the ioctl as far as it is answered: its result, or -EAGAIN while it waits. */
static int go_on(void)
{
	static uint8_t body[262144];
	struct fuse_ioctl_out out;
	ssize_t bytes;
	int err = 0;

	while (!err) {
		bytes = take_answer(body, sizeof body);
		if (bytes < 0)
			return (int)bytes;
		assert_in_range(bytes, sizeof out, sizeof body);
		memcpy(&out, body, sizeof out);
		bytes -= (ssize_t)sizeof out;
		if (!(out.flags & FUSE_IOCTL_RETRY))
			return finish(&out, body + sizeof out, (size_t)bytes);
		err = retry(&out, body + sizeof out, (size_t)bytes);
		if (!err)
			assert_int_equal(node_handle(test.node), 0);
	}
	return err;
}

static int ctl(uint32_t command, const void *arg)
{
	memset(&call, 0, sizeof call);
	call.command = command;
	call.arg = (uintptr_t)arg;
	send_ioctl();
	assert_int_equal(node_handle(test.node), 0);
	return go_on();
}

/* ---- the program ---- */

static uint64_t word(size_t offset)
{
	uint64_t value = 0;

	memcpy(&value, test.memory + offset, test.layout->word);
	return value;
}

static int64_t signed_word(size_t offset)
{
	return test.layout->word == 4 ? (int32_t)word(offset) : (int64_t)word(offset);
}

static void put(size_t offset, uint64_t value, unsigned bytes)
{
	memcpy(test.memory + offset, &value, bytes);
}

static void put_word(size_t offset, uint64_t value)
{
	put(offset, value, test.layout->word);
}

static uint32_t at32(size_t offset)
{
	uint32_t value;

	memcpy(&value, test.memory + offset, sizeof value);
	return value;
}

static void assert_filled(size_t from, size_t to, uint8_t value)
{
	for (; from < to; from++)
		assert_int_equal(test.memory[from], value);
}

static void fill(void)
{
	memset(test.memory, FILL, MEMORY_BYTES);
}

static void interval_one(struct snd_pcm_hw_params *p, int which, unsigned value)
{
	p->intervals[which - SNDRV_PCM_HW_PARAM_FIRST_INTERVAL] =
		(struct snd_interval){ .min = value, .max = value, .integer = 1 };
}

static void mask_one(struct snd_pcm_hw_params *p, int which, unsigned value)
{
	struct snd_mask *mask = &p->masks[which - SNDRV_PCM_HW_PARAM_FIRST_MASK];

	memset(mask, 0, sizeof *mask);
	mask->bits[value / 32] = 1u << value % 32;
}

/* 48 kHz, S16, two channels: in its memory, as far as the layouts are one. */
static void put_hw_params(unsigned access)
{
	struct snd_pcm_hw_params p;

	params_any(&p);
	mask_one(&p, SNDRV_PCM_HW_PARAM_ACCESS, access);
	mask_one(&p, SNDRV_PCM_HW_PARAM_FORMAT, SNDRV_PCM_FORMAT_S16_LE);
	interval_one(&p, SNDRV_PCM_HW_PARAM_RATE, 48000);
	interval_one(&p, SNDRV_PCM_HW_PARAM_CHANNELS, 2);
	interval_one(&p, SNDRV_PCM_HW_PARAM_PERIOD_SIZE, FRAMES);
	interval_one(&p, SNDRV_PCM_HW_PARAM_BUFFER_SIZE, BUFFER);
	fill();
	memcpy(test.memory, &p, offsetof(struct snd_pcm_hw_params, fifo_size));
}

static const struct pcm *pcm(void)
{
	return &test.driver->table->streams[test.handle - 1].pcm;
}

static void pass(int64_t ms)
{
	test.driver->now += ms * MS;
	node_serve(test.node);
}

static void set_up_stream(unsigned access)
{
	put_hw_params(access);
	assert_int_equal(ctl(test.layout->hw_params, test.memory), 0);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_PREPARE, NULL), 0);
}

static void run(unsigned access)
{
	set_up_stream(access);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_START, NULL), 0);
	assert_int_equal(pcm()->state, SNDRV_PCM_STATE_RUNNING);
	fill();
}

/* A transfer's argument at the beginning of its memory, the frames or their list at 1024. */
static int transfer(uint32_t command, uint64_t frames)
{
	const unsigned size = test.layout->word;

	put_word(0, 0);
	memset(test.memory, FILL, size);
	put_word(size, (uintptr_t)test.memory + 1024);
	put_word(2 * size, frames);
	return ctl(command, test.memory);
}

static int set_up(void **state)
{
	struct ring_header header = { .magic = RING_MAGIC, .version = RING_VERSION };
	struct cuse_init_in init = { .major = 7, .minor = 36, .flags = CUSE_UNRESTRICTED_IOCTL };
	struct fuse_open_in open_in = { .flags = O_RDWR };
	struct fuse_open_out open_out;
	uint8_t answer[512];
	int ends[2];

	memset(&test, 0, sizeof test);
	test.layout = *state;
	test.memory = mmap(NULL, MEMORY_BYTES, PROT_READ | PROT_WRITE,
			   MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
	assert_ptr_not_equal(test.memory, MAP_FAILED);
	test.table_fd = memfd_create("table", MFD_CLOEXEC);
	assert_int_equal(ftruncate(test.table_fd, TABLE_BYTES), 0);
	test.ring_fd = memfd_create("ring", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	assert_int_equal(ftruncate(test.ring_fd, RING_BYTES), 0);
	assert_int_equal(pwrite(test.ring_fd, &header, sizeof header, 0), sizeof header);
	assert_int_equal(fcntl(test.ring_fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW), 0);
	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
	test.ours = ends[0];
	test.kernel = ends[1];
	start_driver(false);
	send_request(CUSE_INIT, &init, sizeof init);
	assert_int_equal(node_handle(test.node), 1);
	assert_true(take_answer(answer, sizeof answer) > 0);
	send_request(FUSE_OPEN, &open_in, sizeof open_in);
	assert_int_equal(node_handle(test.node), 0);
	assert_int_equal(take_answer(&open_out, sizeof open_out), sizeof open_out);
	test.handle = open_out.fh;
	fill();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	for (unsigned i = 0; i <= test.deaths; i++) {
		node_free(test.nodes[i]);
		twin_remove(&test.drivers[i].twins[0]);
		munmap(test.drivers[i].table, TABLE_BYTES);
	}
	close(test.ours);
	close(test.kernel);
	close(test.table_fd);
	close(test.ring_fd);
	munmap(test.memory, MEMORY_BYTES);
	return 0;
}

/* SIGKILL: nothing of the driver is left but what is in the table, and another one takes over. */
static void replace_driver(void)
{
	if (test.died)
		memcpy(test.driver->table, &test.as_it_died, sizeof test.as_it_died);
	test.died = false;
	test.deaths++;
	assert_in_range(test.deaths, 1, DRIVERS - 1);
	start_driver(true);
}

/* ---- what it does ---- */

static void test_setup(void **state)
{
	const struct layout *l = *state;

	put_hw_params(SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	assert_int_equal(ctl(l->hw_params, test.memory), 0);
	assert_int_equal(call.rounds, 2);
	assert_int_equal(word(536), 0);		/* fifo_size */
	assert_filled(l->hw_bytes, 700, FILL);
	assert_int_equal(pcm()->rate, 48000);
	assert_int_equal(pcm()->buffer_size, BUFFER);
	assert_true(pcm()->boundary == l->boundary);

	fill();
	put(0, SNDRV_PCM_TSTAMP_ENABLE, 4);
	put(l->sw_proto, 0, 4);
	put_word(l->sw_avail_min, 100);
	put_word(l->sw_start, 200);
	put_word(l->sw_stop, l->boundary);
	for (unsigned i = 2 * l->word; i >= l->word; i -= l->word)	/* silence threshold and size */
		put_word(l->sw_boundary - i, 0);
	assert_int_equal(ctl(l->sw_params, test.memory), 0);
	assert_true(word(l->sw_boundary) == l->boundary);
	assert_int_equal(pcm()->avail_min, 100);
	assert_int_equal(pcm()->start_threshold, 200);
	assert_true(pcm()->stop_threshold == l->boundary);
}

static void test_a_refused_setup_changes_no_memory(void **state)
{
	const struct layout *l = *state;
	uint8_t before[608];

	put_hw_params(SNDRV_PCM_ACCESS_MMAP_INTERLEAVED);
	memcpy(before, test.memory, sizeof before);
	assert_int_equal(ctl(l->hw_params, test.memory), -EINVAL);
	assert_memory_equal(test.memory, before, sizeof before);
}

static void test_pointers(void **state)
{
	const struct layout *l = *state;

	run(SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	pass(10);
	put(0, SNDRV_PCM_SYNC_PTR_HWSYNC | SNDRV_PCM_SYNC_PTR_APPL | SNDRV_PCM_SYNC_PTR_AVAIL_MIN, 4);
	assert_int_equal(ctl(l->sync_ptr, test.memory), 0);
	assert_int_equal(word(l->sync_hw), 480);
	assert_int_equal(word(l->sync_appl), 0);
	assert_int_equal(word(l->sync_avail_min), FRAMES);

	put(0, 0, 4);
	put_word(l->sync_appl, 300);
	put_word(l->sync_avail_min, 77);
	assert_int_equal(ctl(l->sync_ptr, test.memory), 0);
	assert_int_equal(pcm()->appl, 300);
	assert_int_equal(pcm()->avail_min, 77);

	put_word(0, 100);
	assert_int_equal(ctl(l->rewind, test.memory), 0);
	assert_int_equal(word(0), 100);
	assert_int_equal(pcm()->appl, 200);
	fill();
	assert_int_equal(ctl(l->delay, test.memory), 0);
	assert_int_equal(word(0), 280);
	assert_filled(l->word, MEMORY_BYTES, FILL);
	assert_int_equal(ctl(l->status_ext, test.memory), 0);
	assert_int_equal(at32(0), SNDRV_PCM_STATE_RUNNING);
	assert_int_equal(word(l->status_avail), 280);

	put(0, 1, 4);
	assert_int_equal(ctl(l->channel_info, test.memory), 0);
	assert_int_equal(at32(l->channel_first), 16);
	assert_int_equal(at32(l->channel_first + 4), 32);
}

/* Rewound before the beginning, the pointer is just below the boundary: it has to fit. */
static void test_pointers_below_the_boundary(void **state)
{
	const struct layout *l = *state;

	run(SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	put_word(0, 100);
	assert_int_equal(ctl(l->rewind, test.memory), 0);
	assert_int_equal(word(0), 100);
	put(0, SNDRV_PCM_SYNC_PTR_APPL | SNDRV_PCM_SYNC_PTR_AVAIL_MIN, 4);
	assert_int_equal(ctl(l->sync_ptr, test.memory), 0);
	assert_true(word(l->sync_appl) == l->boundary - 100);
	put(0, SNDRV_PCM_SYNC_PTR_AVAIL_MIN, 4);
	assert_int_equal(ctl(l->sync_ptr, test.memory), 0);
	assert_int_equal(pcm()->appl, -100);
}

static void test_readi(void **state)
{
	const struct layout *l = *state;

	run(SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	pass(15);
	assert_int_equal(transfer(l->readi, FRAMES), 0);
	assert_int_equal(call.rounds, 3);
	assert_int_equal(word(0), FRAMES);
	assert_int_equal(word(l->word), (uintptr_t)test.memory + 1024);
	assert_filled(3 * l->word, 1024, FILL);
	assert_filled(1024, 1024 + FRAMES * FRAME_BYTES, 0);
	assert_filled(1024 + FRAMES * FRAME_BYTES, MEMORY_BYTES, FILL);
	assert_int_equal(pcm()->appl, FRAMES);
	assert_int_equal(transfer(l->readi, 0), 0);
	assert_int_equal(word(0), 0);
}

static void test_readi_waits(void **state)
{
	const struct layout *l = *state;

	run(SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	assert_int_equal(transfer(l->readi, FRAMES), -EAGAIN);
	pass(9);
	assert_int_equal(go_on(), -EAGAIN);
	pass(1);
	assert_int_equal(go_on(), 0);
	assert_int_equal(word(0), FRAMES);
	assert_filled(1024, 1024 + FRAMES * FRAME_BYTES, 0);
	assert_filled(1024 + FRAMES * FRAME_BYTES, MEMORY_BYTES, FILL);
}

/*
 * A program that never overruns by its own wish, and does not read for a day: the hardware's
 * pointer goes round a 32-bit boundary twice. A driver that comes then finds nothing odd in that.
 */
static void test_a_day_without_a_read(void **state)
{
	const struct layout *l = *state;
	const uint64_t frames = 86400ull * 48000;

	put_hw_params(SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	assert_int_equal(ctl(l->hw_params, test.memory), 0);
	memset(test.memory, 0, 256);
	put_word(l->sw_avail_min, FRAMES);
	put_word(l->sw_stop, l->boundary);
	assert_int_equal(ctl(l->sw_params, test.memory), 0);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_PREPARE, NULL), 0);
	assert_int_equal(ctl(SNDRV_PCM_IOCTL_START, NULL), 0);
	for (int hour = 0; hour < 24; hour++) {
		pass(3600000);
		put(0, 0x7, 4);
		assert_int_equal(ctl(l->sync_ptr, test.memory), 0);
	}
	assert_true(word(l->sync_hw) == frames % l->boundary);
	replace_driver();
	fill();
	assert_int_equal(ctl(l->status_ext, test.memory), 0);
	assert_int_equal(at32(0), SNDRV_PCM_STATE_RUNNING);
	assert_true(word(l->status_avail) == frames % l->boundary);
	put(0, SNDRV_PCM_SYNC_PTR_AVAIL_MIN, 4);	/* it skips all of that */
	put_word(l->sync_appl, frames % l->boundary);
	assert_int_equal(ctl(l->sync_ptr, test.memory), 0);
	pass(10);
	assert_int_equal(transfer(l->readi, FRAMES), 0);
	assert_int_equal(word(0), FRAMES);
	assert_filled(1024, 1024 + FRAMES * FRAME_BYTES, 0);
}

/* The kernel tells a 64-bit program of an error in the result, too, and no other. */
static void test_errors_of_transfers(void **state)
{
	const struct layout *l = *state;
	bool compat = l->word == 4;

	assert_int_equal(transfer(l->readi, FRAMES), -EBADFD);
	assert_int_equal(transfer(l->writei, FRAMES), compat ? -EINVAL : -EBADFD);
	run(SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	pass(100);
	assert_int_equal(transfer(l->readi, FRAMES), -EPIPE);
	if (compat)
		assert_filled(0, l->word, FILL);
	else
		assert_int_equal(signed_word(0), -EPIPE);
	assert_int_equal(transfer(l->readn, FRAMES), -EINVAL);
	assert_int_equal(transfer(l->writei, FRAMES), compat ? -EINVAL : -EPIPE);
	assert_filled(1024, MEMORY_BYTES, FILL);
}

static void test_readn(void **state)
{
	const struct layout *l = *state;
	const size_t block = FRAMES * 2;

	run(SNDRV_PCM_ACCESS_RW_NONINTERLEAVED);
	pass(15);
	put_word(1024, (uintptr_t)test.memory + 8192);
	put_word(1024 + l->word, (uintptr_t)test.memory + 4096);
	assert_int_equal(transfer(l->readn, FRAMES), 0);
	assert_int_equal(call.rounds, 4);
	assert_int_equal(word(0), FRAMES);
	assert_filled(1024 + 2 * l->word, 4096, FILL);
	assert_filled(4096, 4096 + block, 0);
	assert_filled(4096 + block, 8192, FILL);
	assert_filled(8192, 8192 + block, 0);
	assert_filled(8192 + block, MEMORY_BYTES, FILL);
}

static void test_memory_that_is_not_there(void **state)
{
	const struct layout *l = *state;

	run(SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	pass(15);
	assert_int_equal(ctl(l->readi, (void *)16), -EFAULT);
	put_word(l->word, 16);
	put_word(2 * l->word, FRAMES);
	assert_int_equal(ctl(l->readi, test.memory), -EFAULT);
	assert_filled(1024, MEMORY_BYTES, FILL);
}

static void test_unknown(void **state)
{
	const struct layout *l = *state, *other = l->word == 4 ? &layouts[0] : &layouts[1];

	assert_int_equal(ctl(0x417f, NULL), -ENOTTY);
	assert_int_equal(ctl(other->hw_params, test.memory), -ENOTTY);
	assert_int_equal(ctl(other->readi, test.memory), -ENOTTY);
	assert_int_equal(ctl(other->delay, test.memory), -ENOTTY);
	assert_filled(0, MEMORY_BYTES, FILL);
}

/* ---- a driver is killed ---- */

static void test_a_read_outlives_its_driver(void **state)
{
	const struct layout *l = *state;

	run(SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	assert_int_equal(transfer(l->readi, FRAMES), -EAGAIN);
	pass(5);
	replace_driver();
	assert_int_equal(go_on(), -EAGAIN);
	pass(4);
	assert_int_equal(go_on(), -EAGAIN);
	pass(1);
	assert_int_equal(go_on(), 0);
	assert_int_equal(word(0), FRAMES);
	assert_filled(l->word * 3, 1024, FILL);
	assert_filled(1024, 1024 + FRAMES * FRAME_BYTES, 0);
	assert_filled(1024 + FRAMES * FRAME_BYTES, MEMORY_BYTES, FILL);
	assert_int_equal(pcm()->appl, FRAMES);
}

/* Lets the driver die at its last answer of an ioctl, all but said. */
static int ctl_with_a_death(uint32_t command, unsigned rounds)
{
	memset(&call, 0, sizeof call);
	call.command = command;
	call.arg = (uintptr_t)test.memory;
	send_ioctl();
	while (call.rounds < rounds) {
		static uint8_t body[8192];
		struct fuse_ioctl_out out;
		ssize_t bytes;

		assert_int_equal(node_handle(test.node), 0);
		bytes = take_answer(body, sizeof body);
		assert_true(bytes > (ssize_t)sizeof out);
		memcpy(&out, body, sizeof out);
		assert_true(out.flags & FUSE_IOCTL_RETRY);
		assert_int_equal(retry(&out, body + sizeof out, (size_t)bytes - sizeof out), 0);
	}
	test.dies = true;
	assert_int_equal(node_handle(test.node), 0);
	assert_true(test.died);
	replace_driver();
	return go_on();
}

static void test_a_setup_outlives_its_driver(void **state)
{
	const struct layout *l = *state;

	put_hw_params(SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	assert_int_equal(ctl_with_a_death(l->hw_params, 2), 0);
	assert_int_equal(pcm()->setup, 1);
	assert_int_equal(pcm()->rate, 48000);
	assert_true(pcm()->boundary == l->boundary);
	assert_int_equal(word(536), 0);
	assert_filled(l->hw_bytes, 700, FILL);
}

static void test_each_is_done_once(void **state)
{
	const struct layout *l = *state;

	run(SNDRV_PCM_ACCESS_RW_INTERLEAVED);
	pass(15);
	put_word(0, 100);
	assert_int_equal(ctl_with_a_death(l->rewind, 2), 0);
	assert_int_equal(word(0), 100);
	assert_int_equal(pcm()->appl, -100);
	put_word(l->word, (uintptr_t)test.memory + 1024);
	put_word(2 * l->word, FRAMES);
	assert_int_equal(ctl_with_a_death(l->readi, 3), 0);
	assert_int_equal(word(0), FRAMES);
	assert_int_equal(pcm()->appl, FRAMES - 100);
	assert_filled(1024, 1024 + FRAMES * FRAME_BYTES, 0);
	assert_filled(1024 + FRAMES * FRAME_BYTES, MEMORY_BYTES, FILL);
}

#define EACH(function) { #function, function }
static const struct {
	const char *name;
	CMUnitTestFunction run;
} each[] = {
	EACH(test_setup), EACH(test_a_refused_setup_changes_no_memory), EACH(test_pointers),
	EACH(test_pointers_below_the_boundary), EACH(test_readi), EACH(test_readi_waits),
	EACH(test_a_day_without_a_read), EACH(test_errors_of_transfers), EACH(test_readn), EACH(test_memory_that_is_not_there),
	EACH(test_unknown), EACH(test_a_read_outlives_its_driver),
	EACH(test_a_setup_outlives_its_driver), EACH(test_each_is_done_once),
};
#define EACHES (sizeof each / sizeof *each)
#define LAYOUTS (sizeof layouts / sizeof *layouts)

int main(void)
{
	static char names[LAYOUTS * EACHES][96];
	struct CMUnitTest tests[LAYOUTS * EACHES];

	for (size_t i = 0; i < LAYOUTS * EACHES; i++) {
		const struct layout *layout = &layouts[i / EACHES];

		snprintf(names[i], sizeof names[i], "%s, %s", each[i % EACHES].name, layout->name);
		tests[i] = (struct CMUnitTest){ names[i], each[i % EACHES].run, set_up, tear_down,
						(void *)(uintptr_t)layout };
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
