# shellcheck shell=sh
# A bare Debian in a folder: what `make deb-check` and `make image` share. The caller sets $root, $suite and $work, and runs in a
# mount namespace of its own, so that every mount ends with it. Packages come from where apt of this machine takes those of Debian.

# Prints the name of a step and how long it took: `step NAME COMMAND...`.
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

# Unpacks a bare Debian below $root; it is made once and kept in $work.
make_bare() {
    bare=$work/bare-$suite.tar
    if [ ! -e "$bare" ]; then
        sources | mmdebstrap --quiet --mode=root --variant=minbase "$suite" "$work/part.tar" -
        mv "$work/part.tar" "$bare"
    fi
    rm -rf --one-file-system "$root"
    mkdir -p "$root" "$work/archives/partial"
    tar --extract --file="$bare" --directory="$root"
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    apt-config dump | grep -E '^Acquire::https?::' >"$root/etc/apt/apt.conf.d/80machine" || true
    # nothing starts here, as policy-rc.d(8) of invoke-rc.d(8) has it
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod +x "$root/usr/sbin/policy-rc.d"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount --bind "$work/archives" "$root/var/cache/apt/archives"
}

# Runs a command in the bare Debian.
within() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}
