#!/bin/sh
# Installs the package with answers that are hard to quote, and reads its settings back.
set -eu
. /srv/check/lib.sh

debconf-set-selections <<'ANSWERS'
corner-kiosk corner-kiosk/corner string american-corner-almaty
corner-kiosk corner-kiosk/corner-name-kk string Алматыдағы «Американ бұрышы» "№ 1" \ C:\path 'ok'
corner-kiosk corner-kiosk/languages multiselect kk, en
corner-kiosk corner-kiosk/language select en
corner-kiosk corner-kiosk/orientation select 90
corner-kiosk corner-kiosk/opening-hours string Mo-Fr 10:00-19:00; Sa 10:00-16:00
corner-kiosk corner-kiosk/technician string +7 701 234 56 78
corner-kiosk corner-kiosk/share string //server/packs 50%
corner-kiosk corner-kiosk/share-user string kiosk
corner-kiosk corner-kiosk/share-password password p"a'ss\w$(id)%
ANSWERS
apt-get -qq -y install /srv/corner-kiosk.deb >/srv/apt.log

settings=/etc/corner-kiosk/kiosk.toml
python3 - <<'PYTHON'
import tomllib

with open("/etc/corner-kiosk/kiosk.toml", "rb") as file:
    settings = tomllib.load(file)
assert settings == {
    "library": "/var/lib/corner-kiosk",
    "corner": "american-corner-almaty",
    "corner_name": {"kk": "Алматыдағы «Американ бұрышы» \"№ 1\" \\ C:\\path 'ok'"},
    "languages": ["kk", "en"],
    "language": "en",
    "opening_hours": "Mo-Fr 10:00-19:00; Sa 10:00-16:00",
    "technician": "+7 701 234 56 78",
    "share": "/mnt/mission",
}, settings
PYTHON
must grep -qx 'ORIENTATION=90' /etc/corner-kiosk/session.conf
must grep -qxF 'password=p"a'"'"'ss\w$(id)%' /etc/corner-kiosk/share.credentials
must [ "$(stat -c %a:%U /etc/corner-kiosk/share.credentials)" = 600:root ]
must_not grep -rqF 'ss\w' /var/cache/debconf
must [ "$(stat -c %a:%U /var/lib/corner-kiosk)" = 750:kiosk ]
must [ -L /etc/systemd/system/graphical.target.wants/corner-kiosk.service ]
must [ -z "$(kiosk settings show | grep "line [0-9]")" ]
# what a later hand has changed
sed -i 's/^technician = .*/technician = "+7 777 000 00 00" # by hand/' $settings
kiosk settings set volume 20 >/dev/null
