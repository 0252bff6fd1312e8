/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What hardmuted says on the bus as JSON values, whose keys are the D-Bus
 * names in snake_case ("LastFenceMicroseconds" becomes "last_fence_microseconds").
 */
#ifndef HARDMUTECTL_VALUE_H
#define HARDMUTECTL_VALUE_H

#include <jansson.h>
#include <systemd/sd-bus.h>

/* The value at which message stands, which moves behind it; NULL when it has a type that JSON lacks. */
json_t *value_read(sd_bus_message *message);

#endif
