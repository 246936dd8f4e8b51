#!/bin/sh
# Shows the demo programme at the time of a Sunday in April 2016 (or $PROGRAMME on a Wednesday, $AT for another time): on the
# screen, or without a screen as pictures.
set -eu
cd "$(dirname "$0")/.."

at=2016-04-03T14:20
demo=build/demo
[ "${PROGRAMME:-25-years-together}" = 25-years-together ] || { at=2016-04-06T17:40 demo=build/demo-$PROGRAMME; }
set -- --at "${AT:-$at}" --library $demo/library --settings data/kiosk.toml
[ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || exec .venv/bin/kiosk run "$@"
echo "There is no screen here, so every screen of the kiosk is drawn to build/gallery instead."
exec .venv/bin/kiosk gallery build/gallery --size 1920x1080 --size 1080x1920 "$@"
