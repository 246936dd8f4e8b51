#!/bin/sh
# Installs what the package asks for, and notes which files there are before it.
set -eu
. /srv/check/lib.sh

apt-get -qq update
for field in Depends Recommends; do
    apt-get -qq -y --no-install-recommends satisfy "$(dpkg-deb --field /srv/corner-kiosk.deb $field)" >/srv/apt.log
done
every_file >/srv/files-before
