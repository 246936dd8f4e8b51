#!/bin/sh
# Installs the missing ones of the Debian or Ubuntu packages listed in the given files (one a line; a | b are names
# of the same package) through apt where this is allowed; otherwise prints in one sentence which to install.
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C

command -v dpkg-query >/dev/null || exit 0

# The lines of `wanted` of which no name is installed.
missing() {
    installed=" $(echo "$wanted" | tr -d '|' | xargs dpkg-query -Wf '${db:Status-Abbrev}|${Package}\n' 2>/dev/null |
        sed -n 's/^ii *|//p' | tr '\n' ' ')"
    echo "$wanted" | while read -r line; do
        found=
        for name in $(echo "$line" | tr -d '|'); do
            case $installed in *" $name "*) found=yes ;; esac
        done
        [ -n "$found" ] || echo "$line"
    done
}

# For each line of standard input, the first name that apt knows on this system.
known() {
    while read -r line; do
        for name in $(echo "$line" | tr -d '|'); do
            apt-cache show --no-all-versions "$name" >/dev/null 2>&1 && echo "$name" && break
        done || true
    done
}

# The names to install, on one line.
names() {
    found=$(missing | known)
    [ -n "$found" ] || found=$(missing | sed 's/ .*//')
    # shellcheck disable=SC2086
    echo $found
}

install() {
    # shellcheck disable=SC2046
    # packages with a service must not start it (invoke-rc.d(8))
    $as_root env RUNLEVEL=1 apt-get install -qq -y --no-install-recommends $(names) && [ -z "$(missing)" ]
}

as_root=
[ "$(id -u)" = 0 ] || as_root="sudo -n env DEBIAN_FRONTEND=noninteractive"
wanted=$(cat "$@" | grep -v '^#' || true)
[ -n "$(missing)" ] || exit 0
if command -v apt-get >/dev/null && { [ -z "$as_root" ] || sudo -n true 2>/dev/null; }; then
    mkdir -p build
    echo "Installing system packages: $(names) ..."
    # package lists may be missing or old, so after a failure they are fetched and the installation is tried once more
    install >build/apt.log 2>&1 && exit 0
    $as_root apt-get update -qq >>build/apt.log 2>&1 && install >>build/apt.log 2>&1 && exit 0
    tail -n 15 build/apt.log >&2
fi
echo "Please install these system packages, then try again: sudo apt-get install $(names)" >&2
exit 1
