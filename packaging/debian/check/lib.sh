# shellcheck shell=sh
# What the parts of the check share; each of them ends at the first thing that is not as it should be.
must() {
    "$@" || { echo "failed: $*" >&2; exit 1; }
}

must_not() {
    ! "$@" || { echo "should have failed: $*" >&2; exit 1; }
}

# Every file and every account, but for logs, caches and the databases of dpkg and debconf; and for /opt, which dpkg takes
# away when it is empty.
every_file() {
    find / -xdev \( -path /srv -o -path /tmp -o -path /var/log -o -path /var/cache -o -path /var/lib/apt -o -path /var/lib/dpkg \
        -o -path /proc -o -path /dev -o -path /run \) -prune -o -print | grep -vx /opt | sort
    cut -d: -f1 /etc/passwd /etc/group
    ls -d /var/cache/*
}
