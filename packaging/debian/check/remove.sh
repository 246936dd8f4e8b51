#!/bin/sh
# `remove` keeps library and settings, and an installation after it finds them; `purge` leaves nothing.
set -eu
. /srv/check/lib.sh

apt-get -qq -y remove corner-kiosk >/srv/apt.log
must_not [ -e /opt/corner-kiosk ]
must [ -e /var/lib/corner-kiosk/state.db ]
must sha256sum --quiet --check /srv/settings-before
apt-get -qq -y install /srv/other.deb >/srv/apt.log
must sha256sum --quiet --check /srv/settings-before
kiosk status >/srv/status-after
must cmp /srv/status-before /srv/status-after

apt-get -qq -y purge corner-kiosk >/srv/purge.log 2>&1
must grep -q 'Corner Kiosk толық жойылды' /srv/purge.log
every_file >/srv/files-after
must diff /srv/files-before /srv/files-after
must [ -z "$(debconf-show corner-kiosk)" ]
