# SPDX-License-Identifier: GPL-2.0-or-later
# The lines DRIVER, DAEMON and CTL are the architecture: which part is in which program.

DRIVER := $(notdir $(basename $(wildcard driver/*.c)))
DAEMON := $(notdir $(basename $(wildcard daemon/*.c)))
CTL    := $(notdir $(basename $(wildcard ctl/*.c)))
CTL_TOO = daemon/config
UNITS  := $(notdir $(basename $(wildcard tests/unit/*.c)))

PREFIX     ?= /usr/local
SYSCONFDIR ?= /etc
LIBEXECDIR ?= $(PREFIX)/libexec/hardmute
UDEVDIR    ?= /usr/lib/udev
UNITDIR    ?= /usr/lib/systemd/system
B          ?= build

DRIVER_PKGS = fuse3 libpulse
DAEMON_PKGS = alsa libpulse sndfile inih libsystemd
CTL_PKGS    = libsystemd jansson inih
UNIT_PKGS   = cmocka $(sort $(DRIVER_PKGS) $(DAEMON_PKGS) $(CTL_PKGS))

CFLAGS ?= -O2 -g
WARN    = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla \
          -Wswitch-enum -Wundef
FLAGS   = -std=c11 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -Iinclude -DSYSCONFDIR='"$(SYSCONFDIR)"' \
          -DLIBEXECDIR='"$(LIBEXECDIR)"' $(WARN) $(CFLAGS) $(CPPFLAGS)
cflags  = $(shell pkg-config --cflags $(1))
libs    = $(shell pkg-config --libs $(1))

all: $(B)/hardmuted $(B)/hardmute-driver $(B)/hardmutectl

$(B)/hardmute-driver: $(DRIVER:%=$(B)/driver/%.o)
	$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^ $(call libs,$(DRIVER_PKGS)) -lm
$(B)/hardmuted: $(DAEMON:%=$(B)/daemon/%.o)
	$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^ $(call libs,$(DAEMON_PKGS)) -lm -pthread
$(B)/hardmutectl: $(CTL:%=$(B)/ctl/%.o) $(CTL_TOO:%=$(B)/%.o)
	$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^ $(call libs,$(CTL_PKGS))

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) $(PKG_CFLAGS) -MMD -MP -c -o $@ $<
PKG_CFLAGS := $(call cflags,$(UNIT_PKGS))

# A unit test names in its line "// links: driver/params ..." the objects it needs; without
# that line it is its namesake.
unit_objects = $(shell sed -n 's,^// links: *,,p' tests/unit/$(1).c | tr ' ' '\n' | sed '/./!d;s,.*,$(B)/&.o,')
define unit
$(B)/tests/$(1): $(B)/tests/unit/$(1).o $(call unit_objects,$(1))
	$$(CC) $$(FLAGS) $$(LDFLAGS) -o $$@ $$^ $$(call libs,$$(UNIT_PKGS)) -lm -pthread
endef
$(foreach u,$(UNITS),$(eval $(call unit,$(u))))
$(UNITS:%=$(B)/tests/%): | $(B)/tests
$(B)/tests:
	mkdir -p $@
units: $(UNITS:%=$(B)/tests/%)

clean:
	rm -rf $(B)

-include $(shell find $(B) -name '*.d' 2>/dev/null)
-include install.mk
.PHONY: all units clean
