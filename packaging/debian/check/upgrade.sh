#!/bin/sh
# A newer version keeps library, settings and later changes of both; an older one is refused and changes nothing.
set -eu
. /srv/check/lib.sh

sha256sum /etc/corner-kiosk/* >/srv/settings-before
kiosk status >/srv/status-before
apt-get -qq -y install /srv/other.deb >/srv/apt.log
must [ "$(dpkg-query -Wf '${Version}' corner-kiosk)" = 9.0 ]
must sha256sum --quiet --check /srv/settings-before
kiosk status >/srv/status-after
must cmp /srv/status-before /srv/status-after
must grep -q '20' /var/lib/corner-kiosk/choices.json

must_not dpkg --install /srv/corner-kiosk.deb >/srv/downgrade.log 2>&1
must grep -q 'Установлен Corner Kiosk 9.0' /srv/downgrade.log
must [ "$(dpkg-query -Wf '${db:Status-Abbrev}${Version}' corner-kiosk)" = "ii 9.0" ]
must dpkg --verify corner-kiosk

# the questions again: they start from the file as it is now
DEBIAN_FRONTEND=noninteractive dpkg-reconfigure corner-kiosk
must sha256sum --quiet --check /srv/settings-before
