# SPDX-License-Identifier: GPL-2.0-or-later
# make: the programs.  make run, make demo: see it work.  make check: all tests.
# make install, make uninstall; make install-session, make uninstall-session: without root.
# make sanitize, lint, fuzz, torture: for developers.
# The lines DRIVER, DAEMON and CTL are the architecture: which part is in which program.

DRIVER = main twin node request wait journal pcm pcm_ioctl compat params clock reader table link
FRONT  = session front server source listeners play fence strays table journal reader pcm link clock
MIC_PULSE = mic_pulse
MIC_FILE  = mic_file mic_paced
DAEMON = main config ini chord duration exempt card card_read twin twin_feed feed pump gate policy mute limit \
         talk history audience driver spawn beside link store \
         bus flood ask polkit caller connection properties text authority seat logind lid sleep \
         evidence evidence_nodes watch \
         hotkey keyboards keyboard led led_list led_thread light \
         mic mic_load mic_alsa mic_tone mic_paced mixer mixer_thread mixer_card ucm switches switches_file
CTL    = main commands beyond client default value agent_tty join print cells history verify
AGENT  = agent_main agent agent_config follow request value words tray sni icon dbusmenu layout menu \
         actions trial alerts notify \
         server server_act server_link server_look server_loop server_lost server_memory \
         server_report server_source server_undo mirror bluetooth
AGENT_TOO = daemon/connection daemon/config daemon/ini daemon/chord daemon/duration daemon/exempt daemon/light \
            daemon/beside daemon/text
CTL_TOO = daemon/config daemon/ini daemon/chord daemon/duration daemon/exempt daemon/light daemon/beside \
          daemon/text
LISTER = sources_main server_source server_link server_loop
NODE   = main node access alsa keys lights enforce guard announce
NODE_TOO = daemon/config daemon/ini daemon/chord daemon/duration daemon/keyboard daemon/text daemon/exempt daemon/light \
           daemon/switches daemon/switches_file
VERIFY = main try nodes record alsa_names buses sources
UNITS  := $(notdir $(basename $(wildcard tests/unit/*.c)))

PREFIX      ?= /usr/local
BINDIR      ?= $(PREFIX)/bin
LIBEXECDIR  ?= $(PREFIX)/libexec/hardmute
SYSCONFDIR  ?= /etc
UDEVDIR     ?= /usr/lib/udev
UNITDIR     ?= /usr/lib/systemd/system
SYSUSERSDIR ?= /usr/lib/sysusers.d
TMPFILESDIR ?= /usr/lib/tmpfiles.d
MODULESDIR  ?= /usr/lib/modules-load.d
MODPROBEDIR ?= /usr/lib/modprobe.d
DBUSDIR     ?= /usr/share/dbus-1/system.d
POLKITDIR   ?= /usr/share/polkit-1/actions
MANDIR      ?= $(PREFIX)/share/man
ALSADIR     ?= $(SYSCONFDIR)/alsa/conf.d
DATADIR     ?= $(PREFIX)/share
ICONDIR     ?= $(DATADIR)/icons/hicolor/scalable/apps
AUTOSTARTDIR ?= $(SYSCONFDIR)/xdg/autostart
USERUNITDIR ?= /usr/lib/systemd/user
INSTALL     ?= install
B           ?= build

DRIVER_PKGS = fuse3
FRONT_PKGS  = libpulse
DAEMON_PKGS = alsa inih libacl libevdev libsystemd
MIC_PULSE_PKGS = libpulse
MIC_FILE_PKGS  = sndfile
CTL_PKGS    = libsystemd jansson inih libevdev
SOURCES_PKGS = alsa libpulse libsystemd jansson
AGENT_PKGS  = libsystemd jansson inih libevdev libpulse
NODE_PKGS   = inih libacl libevdev libsystemd
VERIFY_PKGS = alsa libpulse
UNIT_PKGS   = cmocka $(sort $(DRIVER_PKGS) $(FRONT_PKGS) $(DAEMON_PKGS) $(MIC_PULSE_PKGS) $(MIC_FILE_PKGS) $(CTL_PKGS) $(AGENT_PKGS))

CFLAGS ?= -O2 -g
WARN    = -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla \
          -Wswitch-enum -Wundef
FLAGS   = -std=c11 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -Iinclude -DSYSCONFDIR='"$(SYSCONFDIR)"' \
          -DLIBEXECDIR='"$(LIBEXECDIR)"' -DUDEVDIR='"$(UDEVDIR)"' $(WARN) $(CFLAGS) $(CPPFLAGS)
cflags  = $(shell pkg-config --cflags $(1) 2>/dev/null)
libs    = $(shell pkg-config --libs $(1))

# Debian's names of what is needed: to build, to run the session mode, to test.
BUILD_PACKAGES = gcc libc6-dev make pkg-config libfuse3-dev libasound2-dev libpulse-dev \
                 libsndfile1-dev libinih-dev libsystemd-dev libjansson-dev libevdev-dev libacl1-dev
RUN_PACKAGES   = dbus-daemon pulseaudio pulseaudio-utils python3
# Programs that record, for tests/clients.
CLIENT_PACKAGES = alsa-utils chromium ffmpeg firefox-esr gstreamer1.0-pipewire \
                  gstreamer1.0-pulseaudio gstreamer1.0-tools libasound2-plugins libopenal-dev \
                  libsdl2-dev pipewire pipewire-bin pipewire-pulse portaudio19-dev wireplumber
CHECK_PACKAGES = libcmocka-dev acl pipewire pipewire-bin pipewire-pulse wireplumber \
                 dbus-bin procps valgrind clang clang-tidy libclang-rt-dev cppcheck mandoc git \
                 xvfb xdotool xfce4-panel sway waybar grim util-linux librsvg2-common python3-dbus python3-gi desktop-file-utils $(shell sed '/^\#/d' tests/vm/packages)

# Beside the programs they belong to; the ending is the section.
MAN = daemon/hardmuted.8 driver/hardmute-driver.8 daemon/hardmute.conf.5 ctl/hardmutectl.1 ctl/hardmute-agent.1 \
      daemon/org.hardmute.Mute1.7
manual = $(MANDIR)/man$(patsubst .%,%,$(suffix $(1)))/$(notdir $(1))

# make V=1 shows the commands
ifndef V
say = @printf '  %-4s %s\n' $(1) $(2);
endif

all: $(addprefix $(B)/,hardmuted hardmute-mic-pulse.so hardmute-mic-file.so hardmute-driver \
       hardmute-front hardmutectl hardmute-agent hardmute-sources hardmute-verify hardmute-node)

$(B)/hardmute-driver: $(DRIVER:%=$(B)/driver/%.o)
	$(call say,LD,$@)$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^ $(call libs,$(DRIVER_PKGS)) -lm
$(B)/hardmute-front: $(FRONT:%=$(B)/driver/%.o)
	$(call say,LD,$@)$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^ $(call libs,$(FRONT_PKGS)) -lm
$(B)/hardmuted: $(DAEMON:%=$(B)/daemon/%.o)
	$(call say,LD,$@)$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^ $(call libs,$(DAEMON_PKGS)) -lm -pthread
$(B)/hardmute-mic-pulse.so: $(MIC_PULSE:%=$(B)/shared/daemon/%.o)
	$(call say,LD,$@)$(CC) $(FLAGS) $(LDFLAGS) -shared -o $@ $^ $(call libs,$(MIC_PULSE_PKGS))
$(B)/hardmute-mic-file.so: $(MIC_FILE:%=$(B)/shared/daemon/%.o)
	$(call say,LD,$@)$(CC) $(FLAGS) $(LDFLAGS) -shared -o $@ $^ $(call libs,$(MIC_FILE_PKGS)) -lm
$(B)/hardmutectl: $(CTL:%=$(B)/ctl/%.o) $(CTL_TOO:%=$(B)/%.o)
	$(call say,LD,$@)$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^ $(call libs,$(CTL_PKGS))
$(B)/hardmute-agent: $(AGENT:%=$(B)/ctl/%.o) $(AGENT_TOO:%=$(B)/%.o)
	$(call say,LD,$@)$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^ $(call libs,$(AGENT_PKGS)) -lm

$(B)/hardmute-sources: $(LISTER:%=$(B)/ctl/%.o) $(B)/daemon/text.o
	$(call say,LD,$@)$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^ $(call libs,$(SOURCES_PKGS))
$(B)/hardmute-verify: $(VERIFY:%=$(B)/verify/%.o)
	$(call say,LD,$@)$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^ $(call libs,$(VERIFY_PKGS))
$(B)/hardmute-node: $(NODE:%=$(B)/udev/%.o) $(NODE_TOO:%=$(B)/%.o)
	$(call say,LD,$@)$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^ $(call libs,$(NODE_PKGS))

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(FLAGS) $(PKG_CFLAGS) -MMD -MP -c -o $@ $<
$(B)/shared/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC,$<)$(CC) $(FLAGS) $(PKG_CFLAGS) -fPIC -MMD -MP -c -o $@ $<
# One by one: a package that only the tests need may be absent.
PKG_CFLAGS := $(foreach p,$(UNIT_PKGS),$(call cflags,$(p)))

# A unit test names in its line "// links: driver/params ..." the objects it needs; without
# that line it is its namesake.
unit_objects = $(shell sed -n 's,^// links: *,,p' tests/unit/$(1).c | tr ' ' '\n' | sed '/./!d;s,.*,$(B)/&.o,')
define unit
$(B)/tests/$(1): $(B)/tests/unit/$(1).o $(call unit_objects,$(1))
	$$(call say,LD,$$@)$$(CC) $$(FLAGS) $$(LDFLAGS) -o $$@ $$^ $$(call libs,$$(UNIT_PKGS)) -lm -pthread
endef
$(foreach u,$(UNITS),$(eval $(call unit,$(u))))
$(UNITS:%=$(B)/tests/%): | $(B)/tests
$(B)/tests:
	mkdir -p $@
# 32-bit programs' layouts, as the compiler has them: not built where it can make none (gcc-multilib).
LAYOUTS = $(B)/tests/layout-time32 $(B)/tests/layout-time64
I386    = $(CC) -m32 $(FLAGS) $(LDFLAGS) $(if $(findstring time64,$@),-D_TIME_BITS=64)
$(LAYOUTS): tests/i386/layout.c driver/compat_layout.h | $(B)/tests
	@! echo 'int main(void) { return 0; }' | $(I386) -x c -o $@ - 2>/dev/null || \
		{ rm -f $@; echo '  LD   $@'; $(I386) -o $@ $<; }
units: $(UNITS:%=$(B)/tests/%) $(LAYOUTS)

# ---- what people do ----

# With DESTDIR empty and as root, install and uninstall also act on the running system:
# microphones move behind their twins, or come back. Both can be repeated.
LIVE         = test -z '$(DESTDIR)' && test "$$(id -u)" = 0 && test -d /run/systemd/system

# Files that name others: the places are filled in.
ICONS        = $(wildcard ctl/icons/*.svg)
AGENT_WANTED = $(USERUNITDIR)/graphical-session.target.wants/hardmute-agent.service
fill = sed 's,@BINDIR@,$(BINDIR),g; s,@UDEVDIR@,$(UDEVDIR),g; s,@SYSCONFDIR@,$(SYSCONFDIR),g' $(1) | \
       $(INSTALL) -D -m 644 /dev/stdin $(DESTDIR)$(2)/$(notdir $(1))

INSTALLED = $(BINDIR)/hardmuted $(BINDIR)/hardmutectl $(LIBEXECDIR)/hardmute-driver \
            $(LIBEXECDIR)/hardmute-front $(LIBEXECDIR)/hardmute-verify $(LIBEXECDIR)/hardmute-sources \
            $(LIBEXECDIR)/hardmute-mic-pulse.so $(LIBEXECDIR)/hardmute-mic-file.so \
            $(UDEVDIR)/hardmute-node $(UDEVDIR)/rules.d/72-hardmute.rules \
            $(UDEVDIR)/rules.d/74-hardmute.rules \
            $(UNITDIR)/hardmuted.service $(SYSUSERSDIR)/hardmute.conf $(TMPFILESDIR)/hardmute.conf \
            $(MODULESDIR)/hardmute.conf $(MODPROBEDIR)/hardmute.conf $(DBUSDIR)/org.hardmute.conf \
            $(POLKITDIR)/org.hardmute.policy $(ALSADIR)/60-hardmute.conf $(foreach m,$(MAN),$(call manual,$(m))) \
            $(BINDIR)/hardmute-agent $(AUTOSTARTDIR)/hardmute-agent.desktop \
            $(USERUNITDIR)/hardmute-agent.service $(AGENT_WANTED) \
            $(addprefix $(ICONDIR)/,$(notdir $(ICONS)))

install: all
	$(INSTALL) -D -m 755 $(B)/hardmuted $(DESTDIR)$(BINDIR)/hardmuted
	$(INSTALL) -D -m 755 $(B)/hardmutectl $(DESTDIR)$(BINDIR)/hardmutectl
	$(INSTALL) -D -m 755 $(B)/hardmute-driver $(DESTDIR)$(LIBEXECDIR)/hardmute-driver
	$(INSTALL) -D -m 755 $(B)/hardmute-front $(DESTDIR)$(LIBEXECDIR)/hardmute-front
	$(INSTALL) -D -m 755 $(B)/hardmute-verify $(DESTDIR)$(LIBEXECDIR)/hardmute-verify
	$(INSTALL) -D -m 755 $(B)/hardmute-sources $(DESTDIR)$(LIBEXECDIR)/hardmute-sources
	$(INSTALL) -D -m 644 $(B)/hardmute-mic-pulse.so $(DESTDIR)$(LIBEXECDIR)/hardmute-mic-pulse.so
	$(INSTALL) -D -m 644 $(B)/hardmute-mic-file.so $(DESTDIR)$(LIBEXECDIR)/hardmute-mic-file.so
	$(INSTALL) -D -m 755 $(B)/hardmute-node $(DESTDIR)$(UDEVDIR)/hardmute-node
	$(call fill,udev/72-hardmute.rules,$(UDEVDIR)/rules.d)
	$(call fill,udev/74-hardmute.rules,$(UDEVDIR)/rules.d)
	$(call fill,daemon/hardmuted.service,$(UNITDIR))
	$(INSTALL) -D -m 644 daemon/hardmute.sysusers $(DESTDIR)$(SYSUSERSDIR)/hardmute.conf
	$(INSTALL) -D -m 644 daemon/hardmute.tmpfiles $(DESTDIR)$(TMPFILESDIR)/hardmute.conf
	$(INSTALL) -D -m 644 daemon/hardmute-modules.conf $(DESTDIR)$(MODULESDIR)/hardmute.conf
	$(INSTALL) -D -m 644 udev/hardmute-modprobe.conf $(DESTDIR)$(MODPROBEDIR)/hardmute.conf
	$(INSTALL) -D -m 644 daemon/org.hardmute.conf $(DESTDIR)$(DBUSDIR)/org.hardmute.conf
	$(INSTALL) -D -m 644 daemon/org.hardmute.policy $(DESTDIR)$(POLKITDIR)/org.hardmute.policy
	$(INSTALL) -D -m 644 daemon/hardmute-alsa.conf $(DESTDIR)$(ALSADIR)/60-hardmute.conf
	$(foreach m,$(MAN),$(INSTALL) -D -m 644 $(m) $(DESTDIR)$(call manual,$(m)) &&) true
	$(INSTALL) -D -m 755 $(B)/hardmute-agent $(DESTDIR)$(BINDIR)/hardmute-agent
	$(call fill,ctl/hardmute-agent.desktop,$(AUTOSTARTDIR))
	$(call fill,ctl/hardmute-agent.service,$(USERUNITDIR))
	mkdir -p $(DESTDIR)$(dir $(AGENT_WANTED))
	ln -sf ../hardmute-agent.service $(DESTDIR)$(AGENT_WANTED)
	$(INSTALL) -d $(DESTDIR)$(ICONDIR)
	$(INSTALL) -m 644 $(ICONS) $(DESTDIR)$(ICONDIR)
	test -e $(DESTDIR)$(SYSCONFDIR)/hardmute/hardmute.conf || \
		$(INSTALL) -D -m 644 daemon/hardmute.conf $(DESTDIR)$(SYSCONFDIR)/hardmute/hardmute.conf
	@if $(LIVE); then UDEVDIR='$(UDEVDIR)' SYSUSERSDIR='$(SYSUSERSDIR)' \
		TMPFILESDIR='$(TMPFILESDIR)' udev/activate on; fi

# The configuration stays when it was changed.
uninstall:
	@if $(LIVE); then udev/activate stop; fi
	@if $(LIVE) && test -x $(UDEVDIR)/hardmute-node; then $(UDEVDIR)/hardmute-node restore; fi
	rm -f $(INSTALLED:%=$(DESTDIR)%) $(DESTDIR)$(SYSCONFDIR)/hardmute/released
	! cmp -s daemon/hardmute.conf $(DESTDIR)$(SYSCONFDIR)/hardmute/hardmute.conf || \
		rm -f $(DESTDIR)$(SYSCONFDIR)/hardmute/hardmute.conf
	rmdir $(DESTDIR)$(SYSCONFDIR)/hardmute $(DESTDIR)$(LIBEXECDIR) \
		$(addprefix $(DESTDIR),$(sort $(dir $(foreach m,$(MAN),$(call manual,$(m)))))) \
		2>/dev/null || true
	rmdir -p $(addprefix $(DESTDIR),$(ICONDIR) $(AUTOSTARTDIR) $(dir $(AGENT_WANTED))) 2>/dev/null || true
	@if $(LIVE); then udev/activate off; fi

# Without root, for whoever runs it: the session mode, with the user's systemd. Programs find
# what belongs to them beside themselves.
LOCAL            = $(HOME)/.local
LOCAL_PROGRAMS   = hardmuted hardmutectl hardmute-agent hardmute-front hardmute-verify hardmute-sources \
                   hardmute-mic-pulse.so hardmute-mic-file.so
LOCAL_COMMANDS   = hardmuted hardmutectl hardmute-agent
LOCAL_UNITS      = daemon/hardmuted-session.service ctl/hardmute-agent.service
LOCAL_ICONS      = $(LOCAL)/share/icons/hicolor/scalable/apps
local_manual     = $(LOCAL)/share/man/man$(patsubst .%,%,$(suffix $(1)))/$(notdir $(1))
user_systemctl   = ! systemctl --user --quiet $(1) 2>/dev/null || systemctl --user --quiet $(2)
install-session: all
	$(INSTALL) -d $(LOCAL)/bin $(LOCAL)/libexec/hardmute $(LOCAL_ICONS) $(LOCAL)/share/systemd/user
	$(INSTALL) $(LOCAL_PROGRAMS:%=$(B)/%) $(LOCAL)/libexec/hardmute
	ln -sf $(LOCAL_COMMANDS:%=../libexec/hardmute/%) $(LOCAL)/bin
	$(INSTALL) -m 644 $(ICONS) $(LOCAL_ICONS)
	$(foreach m,$(MAN),$(INSTALL) -D -m 644 $(m) $(call local_manual,$(m)) &&) true
	for unit in $(LOCAL_UNITS); do \
		sed 's,@BINDIR@,$(LOCAL)/bin,g' $$unit >$(LOCAL)/share/systemd/user/$${unit##*/} || exit 1; \
	done
	@$(call user_systemctl,daemon-reload,enable $(notdir $(LOCAL_UNITS)))
	@$(call user_systemctl,daemon-reload,restart hardmuted-session.service)
	@$(call user_systemctl,is-active graphical-session.target,restart hardmute-agent.service)
uninstall-session:
	@$(call user_systemctl,daemon-reload,disable --now $(notdir $(LOCAL_UNITS)))
	rm -f $(LOCAL_COMMANDS:%=$(LOCAL)/bin/%) $(LOCAL_PROGRAMS:%=$(LOCAL)/libexec/hardmute/%) \
		$(addprefix $(LOCAL_ICONS)/,$(notdir $(ICONS))) $(foreach m,$(MAN),$(call local_manual,$(m))) \
		$(addprefix $(LOCAL)/share/systemd/user/,$(notdir $(LOCAL_UNITS)))
	rmdir -p $(LOCAL)/libexec/hardmute $(LOCAL)/bin $(LOCAL_ICONS) $(LOCAL)/share/systemd/user \
		$(sort $(dir $(foreach m,$(MAN),$(call local_manual,$(m))))) 2>/dev/null || true

run demo: need-run
	@$(MAKE) --no-print-directory all
	@tests/demo $@
check: need-check need-clients
	@$(MAKE) --no-print-directory all units
	@tests/check
check-clients: need-clients
	@$(MAKE) --no-print-directory all
	@tests/check clients
need-run:
	@tests/need $(BUILD_PACKAGES) $(RUN_PACKAGES)
need-check:
	@tests/need $(BUILD_PACKAGES) $(RUN_PACKAGES) $(CHECK_PACKAGES)
need-clients:
	@tests/need $(BUILD_PACKAGES) $(RUN_PACKAGES) $(CLIENT_PACKAGES)

# ---- what developers do ----

# The same tests in a build that watches memory and undefined behaviour; then valgrind.
SANITIZERS = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
sanitize: need-check
	@$(MAKE) --no-print-directory B=build/sanitize CFLAGS='-O1 -g $(SANITIZERS)' all units
	@tests/check --build build/sanitize units system
	@$(MAKE) --no-print-directory all units
	@tests/check valgrind

# The pictures of the tray, from their shapes.
icons: $(B)/tests/icon
	$(B)/tests/icon --write

SOURCES = $(wildcard driver/*.c daemon/*.c ctl/*.c verify/*.c udev/*.c)
lint: need-check
	@$(MAKE) --no-print-directory B=build/gcc CC=gcc CFLAGS='-O2 -Werror' all units
	@$(MAKE) --no-print-directory B=build/clang CC=clang CFLAGS='-O2 -Werror' all units
	mandoc -Tlint -W warning $(MAN)
	desktop-file-validate ctl/hardmute-agent.desktop
	cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr \
		--suppressions-list=tests/cppcheck.suppressions --library=tests/cppcheck.cfg \
		--error-exitcode=1 -Iinclude \
		-D_GNU_SOURCE $(SOURCES)
	clang-tidy --quiet --warnings-as-errors='*' $(SOURCES) -- $(FLAGS) $(PKG_CFLAGS) 2>&1 | \
		{ ! grep -E 'warning:|error:' -A3; }

# Seconds for each fuzzer; crashes are left as files in build/fuzz.
FUZZ_SECONDS ?= 60
FUZZ = clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined
FUZZED = $(patsubst %,driver/%.c,clock reader pcm pcm_ioctl compat params table journal)
$(B)/fuzz/%: tests/fuzz/%.c $(FUZZED)
	@mkdir -p $(@D)
	$(call say,FUZZ,$<)$(FUZZ) $(FLAGS) -o $@ $^ -lm
fuzz: need-check $(patsubst tests/fuzz/%.c,$(B)/fuzz/%,$(wildcard tests/fuzz/*.c))
	for f in $(filter $(B)/fuzz/%,$^); do \
		(cd $(B)/fuzz && ./$$(basename $$f) -max_total_time=$(FUZZ_SECONDS) \
			-print_final_stats=1) || exit 1; \
	done

# The big counts, once (TEST=TRIALS), and what is too long for every day: toggles, killed drivers and
# daemons, sleeps, cards that are plugged in, attacks, removals (four hours on two slow processors).
TORTURE = driver-alone=500 30-toggle=500 15-race=1000 16-announce=200 31-kill=100 32-suspend=10 \
	  14-attack=2 18-survive=4 19-holder=1 41-uninstall=1 50-key=1000 51-led=100 52-adversary=3000 \
	  55-key-time=200 26-compat=100 63-browser=2
TORTURE_TRIXIE = 15-race=200 16-announce=200 31-kill=100 32-suspend=10 14-attack=2 18-survive=4 \
		 19-holder=1 41-uninstall=1 50-key=100 51-led=100 52-adversary=1000 01-hda=1 10-install=1 \
		 33-idle=1 53-locks=1 54-remind=1 56-agent=50 62-session=1 63-browser=2
TORTURE_NATIVE = agent-pulseaudio=2500 agent-pipewire=2500
torture: need-check
	@$(MAKE) --no-print-directory all
	for test in $(TORTURE_NATIVE); do \
		HARDMUTE_TRIALS=$${test#*=} tests/system/$${test%=*} || exit 1; \
	done
	for test in $(TORTURE); do \
		tests/vm/run --timeout 5400 --set HARDMUTE_TRIALS=$${test#*=} $${test%=*} || exit 1; \
	done
	for test in $(TORTURE_TRIXIE); do \
		tests/vm/run --release trixie --timeout 5400 --set HARDMUTE_TRIALS=$${test#*=} \
			$${test%=*} || exit 1; \
	done

clean:
	rm -rf $(B)

-include $(shell find $(B) -name '*.d' 2>/dev/null)
.PHONY: all units install uninstall install-session uninstall-session run demo check check-clients need-run need-check need-clients sanitize lint fuzz torture icons clean
