#!/bin/sh
# Builds a programme of data/ (25-years-together, or $PROGRAMME) and installs it into build/demo, or build/demo-NAME for
# another. Does nothing when neither its source nor the code that builds it has changed. The keys are kept, so that updates
# signed by hand stay valid.
set -eu
cd "$(dirname "$0")/.."

name=${PROGRAMME:-25-years-together}
source=data/$name
demo=build/demo
[ "$name" = 25-years-together ] || demo=build/demo-$name
pack=$demo/$name.kpack
[ -f "$source/pack.toml" ] || { echo "There is no programme '$name' in the folder data." >&2; exit 2; }
host=$(sed -n 's/^hosts = \["\([^"]*\)".*/\1/p' "$source/pack.toml")

recipe() {
    find "$source" kiosk/authoring kiosk/packs kiosk/store kiosk/library* kiosk/base/model -type f \
        ! -name '*.pyc' -exec sha256sum {} + | sort
    sha256sum $demo/keys/* "$pack" packaging/demo.sh
    ls $demo/library/state.db
}

mkdir -p $demo
recipe 2>/dev/null | cmp -s - $demo/recipe && exit 0

echo "Building the demo programme ..."
rm -rf $demo/library "$pack" $demo/recipe
{
    [ -f $demo/keys/root.json ] || {
        rm -rf $demo/keys
        .venv/bin/kiosk keys new $demo/keys --publisher us-mission-kazakhstan \
            --name "U.S. Mission in Kazakhstan" --host "$host" --rank 0 --plain
    }
    .venv/bin/kiosk pack build "$source" -o "$pack" --keys $demo/keys
    .venv/bin/kiosk trust add $demo/keys/root.json --library $demo/library
    .venv/bin/kiosk install "$pack" --library $demo/library
} >/dev/null
recipe >$demo/recipe
