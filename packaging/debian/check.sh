#!/bin/sh
# Installs the package into a bare Debian 12, works with it, upgrades, removes and purges it (`make deb-check`, as root). The
# packages come from where apt of this machine takes those of Debian 12; the bare root and what apt fetches stay in build/deb.
set -eu
cd "$(dirname "$0")/../.."

here=packaging/debian
suite=bookworm
root=$(pwd)/build/deb/root
work=build/deb
. packaging/chroot.sh

if [ "${1-}" != inside ]; then
    [ "$(id -u)" = 0 ] || { echo "make deb-check makes a root file system: run it as root." >&2; exit 1; }
    sh packaging/system-packages.sh packaging/system-packages-deb.txt
    # every mount below ends with this namespace, whatever happens
    exec unshare --mount --pid --fork --kill-child sh "$0" inside "$(ls build/deb/corner-kiosk_*_amd64.deb)"
fi
deb=$2

# A copy of the package that says it is another version: `as_version VERSION`.
as_version() {
    dpkg-deb --raw-extract "$deb" build/deb/other
    sed -i "s/^Version: .*/Version: $1/" build/deb/other/DEBIAN/control
    dpkg-deb --root-owner-group -Zzstd -z1 --build build/deb/other "$root/srv/other.deb" >/dev/null
    rm -rf build/deb/other
}

copy_in() {
    cp "$deb" "$root/srv/corner-kiosk.deb"
    cp -R data $here/check "$root/srv/"
    as_version 9.0
}

judge() {
    lintian --fail-on error "$deb"
}

step "bare Debian" make_bare
step "copies" copy_in
step "dependencies" within sh /srv/check/dependencies.sh
for part in install work session units upgrade remove; do
    step "$part" within sh /srv/check/$part.sh
done
step "lintian" judge
cp "$root"/srv/*.png build/deb/ 2>/dev/null || true
echo "The package passed every check."
