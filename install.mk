# SPDX-License-Identifier: GPL-2.0-or-later
# install and uninstall. With DESTDIR empty and as root both also act on the running system:
# microphones move behind their twins, or come back. Both can be repeated.

BINDIR      ?= $(PREFIX)/bin
SYSUSERSDIR ?= /usr/lib/sysusers.d
TMPFILESDIR ?= /usr/lib/tmpfiles.d
MODULESDIR  ?= /usr/lib/modules-load.d
DBUSDIR     ?= /usr/share/dbus-1/system.d
INSTALL     ?= install
LIVE         = test -z '$(DESTDIR)' && test "$$(id -u)" = 0 && test -d /run/systemd/system

all: $(B)/hardmute-node
$(B)/hardmute-node: $(B)/udev/node.o
	$(CC) $(FLAGS) $(LDFLAGS) -o $@ $^

# Files that name others: the places are filled in.
fill = sed 's,@BINDIR@,$(BINDIR),g; s,@UDEVDIR@,$(UDEVDIR),g' $(1) | \
       $(INSTALL) -D -m 644 /dev/stdin $(DESTDIR)$(2)/$(notdir $(1))

INSTALLED = $(BINDIR)/hardmuted $(BINDIR)/hardmutectl $(LIBEXECDIR)/hardmute-driver \
            $(LIBEXECDIR)/hardmute-front $(LIBEXECDIR)/hardmute-mics.so \
            $(UDEVDIR)/hardmute-node $(UDEVDIR)/rules.d/72-hardmute.rules \
            $(UNITDIR)/hardmuted.service $(SYSUSERSDIR)/hardmute.conf $(TMPFILESDIR)/hardmute.conf \
            $(MODULESDIR)/hardmute.conf $(DBUSDIR)/org.hardmute.conf

install: all
	$(INSTALL) -D -m 755 $(B)/hardmuted $(DESTDIR)$(BINDIR)/hardmuted
	$(INSTALL) -D -m 755 $(B)/hardmutectl $(DESTDIR)$(BINDIR)/hardmutectl
	$(INSTALL) -D -m 755 $(B)/hardmute-driver $(DESTDIR)$(LIBEXECDIR)/hardmute-driver
	$(INSTALL) -D -m 755 $(B)/hardmute-front $(DESTDIR)$(LIBEXECDIR)/hardmute-front
	$(INSTALL) -D -m 644 $(B)/hardmute-mics.so $(DESTDIR)$(LIBEXECDIR)/hardmute-mics.so
	$(INSTALL) -D -m 755 $(B)/hardmute-node $(DESTDIR)$(UDEVDIR)/hardmute-node
	$(call fill,udev/72-hardmute.rules,$(UDEVDIR)/rules.d)
	$(call fill,daemon/hardmuted.service,$(UNITDIR))
	$(INSTALL) -D -m 644 daemon/hardmute.sysusers $(DESTDIR)$(SYSUSERSDIR)/hardmute.conf
	$(INSTALL) -D -m 644 daemon/hardmute.tmpfiles $(DESTDIR)$(TMPFILESDIR)/hardmute.conf
	$(INSTALL) -D -m 644 daemon/hardmute-modules.conf $(DESTDIR)$(MODULESDIR)/hardmute.conf
	$(INSTALL) -D -m 644 daemon/org.hardmute.conf $(DESTDIR)$(DBUSDIR)/org.hardmute.conf
	test -e $(DESTDIR)$(SYSCONFDIR)/hardmute/hardmute.conf || \
		$(INSTALL) -D -m 644 daemon/hardmute.conf $(DESTDIR)$(SYSCONFDIR)/hardmute/hardmute.conf
	@if $(LIVE); then UDEVDIR='$(UDEVDIR)' SYSUSERSDIR='$(SYSUSERSDIR)' \
		TMPFILESDIR='$(TMPFILESDIR)' udev/activate on; fi

# The configuration stays when it was changed.
uninstall:
	@if $(LIVE); then udev/activate stop; fi
	@if $(LIVE) && test -x $(UDEVDIR)/hardmute-node; then $(UDEVDIR)/hardmute-node restore; fi
	rm -f $(INSTALLED:%=$(DESTDIR)%)
	! cmp -s daemon/hardmute.conf $(DESTDIR)$(SYSCONFDIR)/hardmute/hardmute.conf || \
		rm -f $(DESTDIR)$(SYSCONFDIR)/hardmute/hardmute.conf
	rmdir $(DESTDIR)$(SYSCONFDIR)/hardmute $(DESTDIR)$(LIBEXECDIR) 2>/dev/null || true
	@if $(LIVE); then udev/activate off; fi

.PHONY: install uninstall
