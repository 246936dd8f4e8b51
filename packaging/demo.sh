#!/bin/sh
# Builds the demo programme and installs it into build/demo/library; does nothing when neither its source nor the
# code that builds it has changed. The keys are kept, so that updates signed by hand stay valid.
set -eu
cd "$(dirname "$0")/.."

demo=build/demo
pack=$demo/25-years-together.kpack
source=data/25-years-together

recipe() {
    find $source kiosk/authoring kiosk/packs kiosk/store kiosk/library* kiosk/base/model.py -type f \
        ! -name '*.pyc' -exec sha256sum {} + | sort
    sha256sum $demo/keys/* $pack packaging/demo.sh
    ls $demo/library/state.db
}

recipe 2>/dev/null | cmp -s - $demo/recipe && exit 0

echo "Building the demo programme ..."
rm -rf $demo/library $pack $demo/recipe
{
    [ -f $demo/keys/root.json ] || {
        rm -rf $demo/keys
        .venv/bin/kiosk keys new $demo/keys --publisher us-mission-kazakhstan \
            --name "U.S. Mission in Kazakhstan" --host kz.usembassy.gov --rank 0
    }
    .venv/bin/kiosk pack build $source -o $pack --keys $demo/keys
    .venv/bin/kiosk trust add $demo/keys/root.json --library $demo/library
    .venv/bin/kiosk install $pack --library $demo/library
} >/dev/null
recipe >$demo/recipe
