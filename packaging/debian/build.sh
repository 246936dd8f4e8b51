#!/bin/sh
# Builds build/deb/corner-kiosk_VERSION_amd64.deb for Debian 12. KIOSK_PYTHON names a Python 3.11. The same commit gives the
# same bytes: every time is that of the commit, or of SOURCE_DATE_EPOCH.
set -eu
cd "$(dirname "$0")/../.."

here=packaging/debian
stage=build/deb/stage
export PYTHON="${KIOSK_PYTHON:-python3.11}" LC_ALL=C TZ=UTC
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' kiosk/__init__.py)
umask 022

stop() {
    echo "$*" >&2
    exit 1
}

"$PYTHON" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' ||
    stop "The package is for the Python of Debian 12: name a Python 3.11 by KIOSK_PYTHON."
for tool in dpkg-deb readelf; do
    command -v $tool >/dev/null || stop "Please install $tool first: apt-get install dpkg-dev binutils"
done

rm -rf $stage
mkdir -p $stage/DEBIAN $stage/opt/corner-kiosk
cp -R --no-preserve=ownership $here/files/. $stage/
sh $here/steps/environment.sh $stage/opt/corner-kiosk/python
sh $here/steps/documents.sh $stage "$version"
install -D packaging/cups/add-printer.sh $stage/usr/share/corner-kiosk/add-printer.sh
install -D -m 644 packaging/cups/cupsd.conf $stage/etc/corner-kiosk/cupsd.conf
# Ctrl-Alt-Del does nothing (systemd.special(7))
mkdir -p $stage/etc/systemd/system
ln -s /dev/null $stage/etc/systemd/system/ctrl-alt-del.target

chmod -R u=rwX,go=rX $stage
find $stage/opt/corner-kiosk/python -type f -exec chmod a-x {} +
(cd $stage && find . -path ./DEBIAN -prune -o -type f -printf '%P\n' | sort | xargs -d '\n' md5sum) >build/deb/md5sums
mv build/deb/md5sums $stage/DEBIAN/
sh $here/steps/control.sh $stage "$version"
find $stage -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
# level 1 takes a fifth of the time of level 6, for a sixth more bytes
dpkg-deb --root-owner-group -Zxz -z1 --build $stage build/deb >/dev/null
echo "build/deb/corner-kiosk_${version}_amd64.deb"
