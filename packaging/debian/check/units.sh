#!/bin/sh
# Judges the units, the generated ones too, by systemd's own tools.
set -eu
. /srv/check/lib.sh

units=/usr/lib/systemd/system
mkdir -p /run/generated
/usr/lib/systemd/system-generators/corner-kiosk-share /run/generated /run/generated /run/generated
must grep -qx 'What=//server/packs 50%%' /run/generated/mnt-mission.mount
must grep -q 'credentials=/etc/corner-kiosk/share.credentials' /run/generated/mnt-mission.mount
must systemd-analyze verify --man=no $units/corner-kiosk.service $units/corner-kiosk-restart.service \
    $units/corner-kiosk-restart.timer $units/cups.service /run/generated/mnt-mission.mount /run/generated/mnt-mission.automount
# the threshold is in tenths
for judged in "corner-kiosk 20" "corner-kiosk-restart 10"; do
    must systemd-analyze security --offline=true --no-pager --threshold="${judged#* }" "$units/${judged% *}.service" >/srv/score
    tail -n 1 /srv/score
done
# where cupsd finds its settings it also makes folders
cp -R /etc/cups /srv/cups
cp /etc/corner-kiosk/cupsd.conf /srv/cups/
cupsd -t -c /srv/cups/cupsd.conf >/srv/cupsd.log 2>&1
must grep -q 'cupsd.conf" is OK' /srv/cupsd.log
rm -r /run/generated
