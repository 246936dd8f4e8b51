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

# A group of tools with an environment of its own.
compile_tools() {
    build/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate -c packaging/requirements-dev.lock \
        --group "$1" -o "packaging/requirements-$1.lock"
}
compile_tools mutants
compile_tools deb
