#!/bin/sh
# Measures the tests by mutants (docs/mutation.md): `mutants.sh [PATTERN]`. mutmut has an environment of its own, which
# also finds what is in .venv.
set -eu
cd "$(dirname "$0")/.."

lock=packaging/requirements-mutants.lock
venv=build/mutants/venv
if ! cmp -s "$lock" "$venv/installed.lock"; then
    site='import sysconfig; print(sysconfig.get_path("purelib"))'
    rm -rf "$venv"
    .venv/bin/python -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: -r "$lock"
    .venv/bin/python -c "$site" >"$("$venv/bin/python" -c "$site")/checks.pth"
    cp "$lock" "$venv/installed.lock"
fi
# mutmut does not copy a changed stub again
[ ! -d mutants/kiosk/base ] || cp kiosk/base/*.pyi mutants/kiosk/base/
nice "$venv/bin/mutmut" run "$@"
.venv/bin/python -m tests.mutation "$@"
