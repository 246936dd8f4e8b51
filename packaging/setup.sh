#!/bin/sh
# Installs .venv: `setup.sh run` for the program, `setup.sh test` also for the checks, `setup.sh bench` also for
# the measurements. KIOSK_PYTHON names the Python to use. When .venv is complete, returns quickly.
set -eu
cd "$(dirname "$0")/.."

level=${1:-run}
lists=packaging/system-packages.txt
lock=packaging/requirements.lock
if [ "$level" != run ]; then
    lists="$lists packaging/system-packages-test.txt"
    lock=packaging/requirements-dev.lock
fi
log=build/setup.log
fits='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))'

stop() {
    echo "$*" >&2
    exit 1
}

failed() {
    tail -n 15 "$log" >&2
    stop "The Python packages could not be installed; the reason is above and in $log."
}

# A hash of everything that determines the content of .venv.
recipe() {
    { pwd; cat .venv/made-with packaging/setup.sh packaging/launcher "$1"; } | sha256sum
}

ready() {
    [ -x .venv/bin/python ] && .venv/bin/python -ISc "$fits" || return 1
    [ "${KIOSK_PYTHON:-$(cat .venv/made-with)}" = "$(cat .venv/made-with)" ] || return 1
    for done in "$lock" packaging/requirements-dev.lock; do
        recipe "$done" | cmp -s - ".venv/$(basename "$done").installed" && return 0
    done
    return 1
}

find_python() {
    for python in ${KIOSK_PYTHON:-python3 python3.13 python3.12 python3.11}; do
        "$python" -c "$fits" 2>/dev/null && return 0
    done
    return 1
}

# On Debian, Python's venv module is a package of its own.
need_python() {
    if ! find_python; then
        [ -z "${KIOSK_PYTHON-}" ] || stop "KIOSK_PYTHON=$KIOSK_PYTHON is no Python 3.11, 3.12 or 3.13."
        printf 'python3\npython3-venv\n' | sh packaging/system-packages.sh -
        find_python || stop "Please install Python 3.11, 3.12 or 3.13, or name one: make KIOSK_PYTHON=/path/to/python"
    elif ! "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -c 'import sys; print("python3.%d-venv | python3-venv" % sys.version_info[1])' |
            sh packaging/system-packages.sh -
    fi
}

make_venv() {
    if [ "$(cat .venv/made-with 2>/dev/null)" != "$python" ] || ! .venv/bin/python -c "$fits" 2>/dev/null; then
        rm -rf .venv
        "$python" -m venv .venv >"$log" 2>&1 || failed
        echo "$python" >.venv/made-with
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps \
        --only-binary :all: -r "$lock" >"$log" 2>&1 || failed
}

# The launcher skips Python's site module, so the program starts faster than with a script installed by pip.
make_launcher() {
    site=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    pwd >"$site/corner-kiosk.pth"
    sed -e "s|@CHECKOUT@|$(pwd)|" -e "s|@SITE@|$site|" packaging/launcher >.venv/bin/kiosk
    chmod +x .venv/bin/kiosk
}

mkdir -p build
# shellcheck disable=SC2086
sh packaging/system-packages.sh $lists
if [ "$level" = bench ]; then
    sh packaging/system-packages.sh packaging/system-packages-bench.txt || echo "What these are for is left out."
fi
if ! ready 2>/dev/null; then
    need_python
    echo "Installing the Python packages into .venv ..."
    make_venv
    make_launcher
    # Shiboken, on which PySide6 is based, contains Python code that it compiles at each start; with SBK_EMBED=0 it
    # unpacks that code into its folder once, and later starts are 10 to 20 ms faster.
    SBK_EMBED=0 .venv/bin/python -c 'import PySide6.QtQuick' >"$log" 2>&1 ||
        stop "Qt lacks a system library, named in $log; the list of Debian's packages is packaging/system-packages.txt."
    recipe "$lock" >".venv/$(basename "$lock").installed"
fi
