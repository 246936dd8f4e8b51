#!/bin/sh
# Builds build/image/corner-kiosk.img, the whole disk of a kiosk, from the Debian package (`make image`, as root). In the environment:
#   ANSWERS=FILE    answers to the package's questions (debconf-set-selections(1)); without it the first start asks them
#   PUBLISHER=FILE  a publisher's root.json to trust, and PACK=FILE a programme to begin with
#   CMDLINE=WORDS   more parameters for the kernel
#   HOOK=FILE       a script that runs last inside the new system
set -eu
cd "$(dirname "$0")/../.."

here=packaging/image
suite=bookworm
work=build/image
root=$(pwd)/$work/root
. packaging/chroot.sh

if [ "${1-}" != inside ]; then
    [ "$(id -u)" = 0 ] || { echo "make image makes a root file system: run it as root." >&2; exit 1; }
    sh packaging/system-packages.sh packaging/system-packages-image.txt
    for file in "${ANSWERS-}" "${PUBLISHER-}" "${PACK-}" "${HOOK-}"; do
        [ -z "$file" ] || [ -f "$file" ] || { echo "There is no file $file." >&2; exit 2; }
    done
    mkdir -p $work
    # every mount below ends with this namespace, whatever happens
    exec unshare --mount --pid --fork --kill-child sh "$0" inside "$(ls build/deb/corner-kiosk_*_amd64.deb)"
fi
deb=$2

# What is in files/, and the picture of the start.
add_files() {
    cp -R --no-preserve=ownership $here/files/. "$root/"
    QT_QPA_PLATFORM=offscreen .venv/bin/python $here/splash.py "$root/usr/lib/corner-kiosk/splash.bmp"
}

# Installs what a list of packages names, as far as apt knows it.
add_packages() {
    within apt-get -qq update
    known=
    for name in $(grep -hv '^#' "$@"); do
        if within apt-get -qq --simulate install "$name" >/dev/null 2>&1; then
            known="$known $name"
        else
            echo "not known to apt, left out: $name"
        fi
    done
    # shellcheck disable=SC2086
    within apt-get -qq -y --no-install-recommends install $known >"$work/apt.log" 2>&1
}

add_kiosk() {
    mkdir -p "$root/srv/in"
    # systemd-resolved has taken its place
    cp --remove-destination -L /etc/resolv.conf "$root/etc/"
    cp "$deb" "$root/srv/in/corner-kiosk.deb"
    [ -z "${ANSWERS-}" ] || cp "$ANSWERS" "$root/srv/in/answers"
    [ -z "${PUBLISHER-}" ] || install -m 644 "$PUBLISHER" "$root/srv/in/root.json"
    [ -z "${PACK-}" ] || install -m 644 "$PACK" "$root/srv/in/programme.kpack"
    [ -z "${HOOK-}" ] || cp "$HOOK" "$root/srv/in/hook"
    cp $here/inside.sh "$root/srv/in/"
    within sh /srv/in/inside.sh
    rm -r "$root/srv/in" "$root/usr/sbin/policy-rc.d" "$root/etc/apt/apt.conf.d/80machine"
    umount "$root/var/cache/apt/archives"
    umount -R "$root/dev" "$root/proc"
}

step "bare Debian" make_bare
step "files" add_files
step "packages" add_packages $here/packages.txt $here/firmware.txt
step "kiosk" add_kiosk
step "disk" sh $here/disk.sh "$root" $work "${CMDLINE-}"
echo "$work/corner-kiosk.img"
