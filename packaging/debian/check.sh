#!/bin/sh
# Installs the package into a bare Debian 12, works with it, upgrades, removes and purges it (`make deb-check`, as root). The
# packages come from where apt of this machine takes those of Debian 12; the bare root and what apt fetches stay in build/deb.
set -eu
cd "$(dirname "$0")/../.."

here=packaging/debian
suite=bookworm
root=$(pwd)/build/deb/root
bare=build/deb/bare-$suite.tar

if [ "${1-}" != inside ]; then
    [ "$(id -u)" = 0 ] || { echo "make deb-check makes a root file system: run it as root." >&2; exit 1; }
    sh packaging/system-packages.sh packaging/system-packages-deb.txt
    # every mount below ends with this namespace, whatever happens
    exec unshare --mount --pid --fork --kill-child sh "$0" inside "$(ls build/deb/corner-kiosk_*_amd64.deb)"
fi
deb=$2

step() {
    what=$1 began=$(date +%s)
    shift
    echo "== $what"
    "$@"
    echo "== $what: $(($(date +%s) - began)) s"
}

sources() {
    apt-get indextargets --format 'deb $(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' \
        'Origin: Debian' | grep " $suite"
}

make_bare() {
    if [ ! -e $bare ]; then
        sources | mmdebstrap --quiet --mode=root --variant=minbase $suite build/deb/part.tar -
        mv build/deb/part.tar $bare
    fi
    rm -rf --one-file-system "$root"
    mkdir -p "$root" build/deb/archives/partial
    tar --extract --file=$bare --directory="$root"
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    apt-config dump | grep -E '^Acquire::https?::' >"$root/etc/apt/apt.conf.d/80machine" || true
    # nothing starts here, as policy-rc.d(8) of invoke-rc.d(8) has it
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod +x "$root/usr/sbin/policy-rc.d"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --bind build/deb/archives "$root/var/cache/apt/archives"
}

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

within() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
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
