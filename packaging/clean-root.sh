#!/bin/sh
# Tests `make run` and `make test` on a bare Debian 12: creates one under build/clean-root, clones the last commit into
# it, and runs both there. Needs root, debootstrap, and a mirror from apt's settings or from KIOSK_MIRROR. The settings
# of this machine for pip and TLS are copied into the new root.
set -eu
cd "$(dirname "$0")/.."

suite=bookworm
root=$(pwd)/build/clean-root
. packaging/chroot.sh

if [ "${1-}" != inside ]; then
    [ "$(id -u)" = 0 ] || { echo "make clean-root makes a root file system: run it as root." >&2; exit 1; }
    command -v debootstrap >/dev/null || { echo "Please install debootstrap first." >&2; exit 1; }
    # every mount below ends with this namespace, whatever happens
    exec unshare --mount --pid --fork --kill-child sh "$0" inside
fi

mirror() {
    apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' | sed -n "s/^$suite //p" | head -n 1
}

make_root() {
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase --include=ca-certificates,git,make,python3 \
        "$suite" "$root" "${KIOSK_MIRROR:-$(mirror)}" >build/debootstrap.log
}

tell_settings() {
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
    [ ! -e /etc/pip.conf ] || cp -L /etc/pip.conf "$root/etc/"
    apt-config dump | grep -E '^Acquire::https?::' >"$root/etc/apt/apt.conf.d/80machine" || true
}

mount_system() {
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
}

# Runs a command in the new root; of this machine's environment it gets only what pip needs to find packages.
within() {
    told=$(env | sed -nE 's/^((PIP_|SSL_CERT_)[A-Z_]+|REQUESTS_CA_BUNDLE|https?_proxy|HTTPS?_PROXY|no_proxy)=.*/\1/p')
    set -- HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "$@"
    for name in $told; do
        set -- "$name=$(printenv "$name")" "$@"
    done
    chroot "$root" env -i "$@"
}

step "bare Debian" make_root
tell_settings
mount_system
git clone --quiet . "$root/srv/corner-kiosk"
step "make run" within make -C /srv/corner-kiosk run
step "make run, again" within make -C /srv/corner-kiosk run
step "make test" within make -C /srv/corner-kiosk test
