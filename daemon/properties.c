/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One table says which properties there are; Get, GetAll, PropertiesChanged
 * and Status all come from it. Main thread. The stream table is the driver's:
 * its strings are cleaned, its numbers passed on as they are.
 */
#include "properties.h"

#include <alsa/asoundlib.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "caller.h"
#include "evidence.h"
#include "feed.h"
#include "mixer.h"
#include "mute.h"
#include "names.h"
#include "text.h"
#include "twin.h"

struct property {
	const char *name;
	const char *signature;
	int (*append)(sd_bus_message *message, struct snapshot *snapshot);
};

void snapshot_take(struct snapshot *snapshot, const struct daemon *daemon)
{
	snapshot->daemon = daemon;
	snapshot->state = mute_get_state(daemon->mute);
	snapshot->has_evidence = false;
}

static const struct evidence *get_evidence(struct snapshot *snapshot)
{
	if (!snapshot->has_evidence)
		evidence_collect(snapshot->daemon, "", &snapshot->evidence);
	snapshot->has_evidence = true;
	return &snapshot->evidence;
}

/* { key: variant } of a dictionary; these are the only shapes used. */
static int append_string(sd_bus_message *message, const char *key, const char *value)
{
	char clean[256];

	text_clean(clean, sizeof(clean), value, strlen(value));
	return sd_bus_message_append(message, "{sv}", key, "s", clean);
}

static int append_number(sd_bus_message *message, const char *key, uint32_t value)
{
	return sd_bus_message_append(message, "{sv}", key, "u", value);
}

static int append_count(sd_bus_message *message, const char *key, uint64_t value)
{
	return sd_bus_message_append(message, "{sv}", key, "t", value);
}

static int append_truth(sd_bus_message *message, const char *key, bool value)
{
	return sd_bus_message_append(message, "{sv}", key, "b", (int)value);
}

static int append_formats(sd_bus_message *message, uint64_t formats)
{
	int error;

	error = sd_bus_message_open_container(message, 'e', "sv");
	if (error >= 0)
		error = sd_bus_message_append(message, "s", "Formats");
	if (error >= 0)
		error = sd_bus_message_open_container(message, 'v', "as");
	if (error >= 0)
		error = sd_bus_message_open_container(message, 'a', "s");
	for (int format = 0; format < 64 && error >= 0; format++) {
		const char *name = snd_pcm_format_name(format);

		if (formats >> format & 1 && name)
			error = sd_bus_message_append(message, "s", name);
	}
	for (int i = 0; i < 3 && error >= 0; i++)
		error = sd_bus_message_close_container(message);
	return error;
}

/* "closed", "open" by us, "foreign" for somebody else, "unknown" */
static const char *get_hardware(const struct daemon *daemon, const struct twin *twin,
				unsigned *owner)
{
	struct evidence_device device;

	*owner = 0;
	if (daemon->session)
		return feed_is_active(twin->feed) ? "open" : "closed";
	evidence_look_at_device("", twin->mic.card, twin->mic.device, &device);
	*owner = device.owner;
	if (device.state == EVIDENCE_DEVICE_CLOSED)
		return "closed";
	if (device.state == EVIDENCE_DEVICE_OPEN)
		return device.ours ? "open" : "foreign";
	return "unknown";
}

static void name_nodes(const struct daemon *daemon, const struct twin *twin, char node[64],
		       char twin_node[64])
{
	const struct card_mic *mic = &twin->mic;

	if (daemon->session) {
		node[0] = '\0';
		snprintf(twin_node, 64, "%s", SESSION_SOURCE);
		return;
	}
	snprintf(node, 64, HIDDEN_DIR "/pcmC%uD%uc", mic->card, mic->device);
	snprintf(twin_node, 64, "/dev/snd/pcmC%uD%uc", mic->card, mic->device);
}

static int append_microphone(sd_bus_message *message, const struct daemon *daemon,
			     const struct twin *twin)
{
	const struct card_mic *mic = &twin->mic;
	char node[64], twin_node[64];
	char owner_program[32] = "";
	const char *hardware;
	unsigned owner;
	int error;

	name_nodes(daemon, twin, node, twin_node);
	hardware = get_hardware(daemon, twin, &owner);
	if (owner)
		caller_read_program((pid_t)owner, owner_program, sizeof(owner_program));
	error = sd_bus_message_open_container(message, 'a', "{sv}");
	if (error < 0)
		return error;
	if ((error = append_number(message, "Number", twin->number)) < 0 ||
	    (error = append_number(message, "Card", mic->card)) < 0 ||
	    (error = append_number(message, "Device", mic->device)) < 0 ||
	    (error = append_string(message, "CardId", mic->card_id)) < 0 ||
	    (error = append_string(message, "CardName", mic->card_name)) < 0 ||
	    (error = append_string(message, "Name", mic->pcm_name)) < 0 ||
	    (error = append_string(message, "Node", node)) < 0 ||
	    (error = append_string(message, "Twin", twin_node)) < 0 ||
	    (error = append_truth(message, "TwinUp", twin->up)) < 0 ||
	    (error = append_string(message, "Hardware", hardware)) < 0 ||
	    (error = append_number(message, "Owner", owner)) < 0 ||
	    (error = append_string(message, "OwnerProgram", owner_program)) < 0 ||
	    (error = append_number(message, "Readers", twin->readers)) < 0 ||
	    (error = append_number(message, "ChannelsMin", mic->channels_min)) < 0 ||
	    (error = append_number(message, "ChannelsMax", mic->channels_max)) < 0 ||
	    (error = append_number(message, "RateMin", mic->rate_min)) < 0 ||
	    (error = append_number(message, "RateMax", mic->rate_max)) < 0 ||
	    (error = append_formats(message, mic->formats)) < 0 ||
	    (error = append_string(message, "Switch",
				   mixer_get_switch(daemon->mixer, mic->card))) < 0 ||
	    (error = append_string(message, "Error", twin->error)) < 0)
		return error;
	return sd_bus_message_close_container(message);
}

static int append_microphones(sd_bus_message *message, struct snapshot *snapshot)
{
	const struct daemon *daemon = snapshot->daemon;
	int error;

	error = sd_bus_message_open_container(message, 'a', "a{sv}");
	for (size_t i = 0; i < LINK_TWINS_MAX && error >= 0; i++)
		if (daemon->twins[i].used)
			error = append_microphone(message, daemon, &daemon->twins[i]);
	return error < 0 ? error : sd_bus_message_close_container(message);
}

static const struct twin *find_twin(const struct daemon *daemon, uint32_t number)
{
	for (size_t i = 0; i < LINK_TWINS_MAX; i++)
		if (daemon->twins[i].used && daemon->twins[i].number == number)
			return &daemon->twins[i];
	return NULL;
}

static const char *get_format_name(uint32_t format, uint32_t rate)
{
	const char *name = rate && format < 64 ? snd_pcm_format_name((snd_pcm_format_t)format) : NULL;

	return name ? name : "";
}

static int append_reader(sd_bus_message *message, const struct daemon *daemon,
			 const struct reader_info *reader)
{
	const struct twin *twin = find_twin(daemon, reader->twin);
	char node[64], twin_node[64] = "", program[64];
	int error;

	if (twin)
		name_nodes(daemon, twin, node, twin_node);
	text_clean(program, sizeof(program), reader->program, sizeof(reader->program));
	error = sd_bus_message_open_container(message, 'a', "{sv}");
	if (error < 0)
		return error;
	if ((error = append_count(message, "Id", reader->id)) < 0 ||
	    (error = append_string(message, "Program", program)) < 0 ||
	    (error = append_number(message, "Pid", reader->pid)) < 0 ||
	    (error = append_number(message, "Uid", reader->uid)) < 0 ||
	    (error = append_number(message, "Microphone", reader->twin)) < 0 ||
	    (error = append_string(message, "Twin", twin_node)) < 0 ||
	    (error = append_truth(message, "Running", reader->state == READER_STATE_RUNNING)) < 0 ||
	    (error = append_count(message, "Since", (uint64_t)(reader->since_ns / 1000))) < 0 ||
	    (error = append_count(message, "Frames", reader->frames)) < 0 ||
	    (error = append_count(message, "SilentFrames", reader->silent_frames)) < 0 ||
	    (error = append_string(message, "Format",
				   get_format_name(reader->format, reader->rate))) < 0 ||
	    (error = append_number(message, "Rate", reader->rate)) < 0 ||
	    (error = append_number(message, "Channels", reader->channels)) < 0 ||
	    (error = append_number(message, "Overruns", reader->xruns)) < 0)
		return error;
	return sd_bus_message_close_container(message);
}

/* Brings frames up to now where the front does not, which wakes up only when something changes. */
static void reckon_frames(const struct readers *readers, struct reader_info *reader)
{
	int64_t counted_ns = readers->counted_ns, passed_us;
	struct timespec now;
	uint64_t frames;

	clock_gettime(CLOCK_MONOTONIC, &now);
	passed_us = (now.tv_sec * 1000000000ll + now.tv_nsec) / 1000 - counted_ns / 1000;
	if (counted_ns <= 0 || passed_us < 0 || reader->state != READER_STATE_RUNNING)
		return;
	frames = (uint64_t)passed_us * reader->rate / 1000000;
	reader->frames += frames;
	if (!readers->sounding)
		reader->silent_frames += frames;
}

static int append_readers(sd_bus_message *message, struct snapshot *snapshot)
{
	const struct readers *readers = link_readers(snapshot->daemon->link);
	struct reader_info reader;
	int error;

	error = sd_bus_message_open_container(message, 'a', "a{sv}");
	for (size_t i = 0; readers && i < READERS_MAX && error >= 0; i++) {
		reader = readers->reader[i];	/* a copy: the driver goes on writing */
		reckon_frames(readers, &reader);
		if (reader.state == READER_STATE_OPEN || reader.state == READER_STATE_RUNNING)
			error = append_reader(message, snapshot->daemon, &reader);
	}
	return error < 0 ? error : sd_bus_message_close_container(message);
}

static int append_check(sd_bus_message *message, const struct evidence_check *check)
{
	int error;

	error = sd_bus_message_open_container(message, 'a', "{sv}");
	if (error < 0)
		return error;
	if ((error = append_string(message, "Id", check->id)) < 0 ||
	    (error = append_string(message, "Layer", check->layer)) < 0 ||
	    (error = append_string(message, "Result", evidence_result_word(check->result))) < 0 ||
	    (error = append_string(message, "Detail", check->detail)) < 0)
		return error;
	return sd_bus_message_close_container(message);
}

static int append_evidence(sd_bus_message *message, struct snapshot *snapshot)
{
	const struct evidence *evidence = get_evidence(snapshot);
	int error;

	error = sd_bus_message_open_container(message, 'a', "a{sv}");
	for (unsigned i = 0; i < evidence->count && error >= 0; i++)
		error = append_check(message, &evidence->check[i]);
	return error < 0 ? error : sd_bus_message_close_container(message);
}

static int append_state(sd_bus_message *message, struct snapshot *snapshot)
{
	return sd_bus_message_append(message, "s", mute_state_word(snapshot->state));
}

static int append_verdict(sd_bus_message *message, struct snapshot *snapshot)
{
	const struct evidence *evidence = NULL;
	char verdict[EVIDENCE_VERDICT_MAX];

	/* Going live is told before the gate opens: nothing slow then, such as a card's mixer. */
	if (snapshot->state == MUTE_STATE_MUTED)
		evidence = get_evidence(snapshot);
	evidence_get_verdict(evidence, snapshot->state, verdict, sizeof(verdict));
	return sd_bus_message_append(message, "s", verdict);
}

static int append_since(sd_bus_message *message, struct snapshot *snapshot)
{
	return sd_bus_message_append(message, "t",
				     (uint64_t)mute_get_since_us(snapshot->daemon->mute));
}

static int append_reason(sd_bus_message *message, struct snapshot *snapshot)
{
	const char *reason = mute_get_reason(snapshot->daemon->mute);
	char clean[128];

	text_clean(clean, sizeof(clean), reason, strlen(reason));
	return sd_bus_message_append(message, "s", clean);
}

static int append_live_until(sd_bus_message *message, struct snapshot *snapshot)
{
	return sd_bus_message_append(message, "t",
				     mute_get_live_until_us(snapshot->daemon->mute));
}

static int append_fence(sd_bus_message *message, struct snapshot *snapshot)
{
	return sd_bus_message_append(message, "x", mute_get_fence_us(snapshot->daemon->mute));
}

static int append_speaking(sd_bus_message *message, struct snapshot *snapshot)
{
	return sd_bus_message_append(message, "b", (int)twins_hear_speech(snapshot->daemon));
}

static int append_mode(sd_bus_message *message, struct snapshot *snapshot)
{
	return sd_bus_message_append(message, "s", snapshot->daemon->session ? "session" : "system");
}

static int append_version(sd_bus_message *message, struct snapshot *snapshot)
{
	(void)snapshot;
	return sd_bus_message_append(message, "s", HARDMUTE_VERSION);
}

static const struct property properties[] = {
	{ "State", "s", append_state },
	{ "Verdict", "s", append_verdict },
	{ "Since", "t", append_since },
	{ "Reason", "s", append_reason },
	{ "LiveUntil", "t", append_live_until },
	{ "LastFenceMicroseconds", "x", append_fence },
	{ "Microphones", "aa{sv}", append_microphones },
	{ "Readers", "aa{sv}", append_readers },
	{ "SpeakingWhileMuted", "b", append_speaking },
	{ "Evidence", "aa{sv}", append_evidence },
	{ "Mode", "s", append_mode },
	{ "Version", "s", append_version },
};
#define N_PROPERTIES (sizeof(properties) / sizeof(properties[0]))

int properties_append(sd_bus_message *message, struct snapshot *snapshot, const char *name)
{
	for (size_t i = 0; i < N_PROPERTIES; i++)
		if (!strcmp(properties[i].name, name))
			return properties[i].append(message, snapshot);
	return -ENOENT;
}

static int append_entry(sd_bus_message *message, struct snapshot *snapshot,
			const struct property *property)
{
	int error;

	if ((error = sd_bus_message_open_container(message, 'e', "sv")) < 0 ||
	    (error = sd_bus_message_append(message, "s", property->name)) < 0 ||
	    (error = sd_bus_message_open_container(message, 'v', property->signature)) < 0 ||
	    (error = property->append(message, snapshot)) < 0 ||
	    (error = sd_bus_message_close_container(message)) < 0)
		return error;
	return sd_bus_message_close_container(message);
}

int properties_append_all(sd_bus_message *message, struct snapshot *snapshot)
{
	int error;

	error = sd_bus_message_open_container(message, 'a', "{sv}");
	for (size_t i = 0; i < N_PROPERTIES && error >= 0; i++)
		error = append_entry(message, snapshot, &properties[i]);
	return error < 0 ? error : sd_bus_message_close_container(message);
}
