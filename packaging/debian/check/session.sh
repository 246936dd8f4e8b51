#!/bin/sh
# Starts the session as its unit does, under cage on a screen in memory, and listens in the place of systemd.
set -eu
. /srv/check/lib.sh

apt-get -qq -y --no-install-recommends install grim >/srv/apt.log
install -d -o kiosk -g kiosk -m 700 /run/corner-kiosk
unit=/usr/lib/systemd/system/corner-kiosk.service
# the environment of the unit, with the orientation that was answered
environment="$(sed -n 's/^Environment=//p' $unit) $(cat /etc/corner-kiosk/session.conf)"
# shellcheck disable=SC2086
must runuser -u kiosk -- env $environment WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman \
    python3 /srv/check/watch_session.py /run/corner-kiosk/session.png
cp /run/corner-kiosk/session.png /srv/session.png
rm -r /run/corner-kiosk
apt-get -qq -y purge grim >/srv/apt.log
