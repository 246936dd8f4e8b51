#!/bin/sh
# Pins the newest versions that pyproject.toml allows, with their hashes, for every supported Python and platform.
set -eu
cd "$(dirname "$0")/.."

[ -x build/lock/bin/uv ] || { python3 -m venv build/lock && build/lock/bin/pip install --quiet uv==0.13.9; }
compile() {
    build/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate pyproject.toml "$@"
}
compile -o packaging/requirements.lock
compile --group dev -c packaging/requirements.lock -o packaging/requirements-dev.lock
build/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
    --no-annotate --group mutants -c packaging/requirements-dev.lock -o packaging/requirements-mutants.lock
