#!/bin/sh
# Works with the installed program: its libraries, its commands, the demo programme, a picture of the home page.
set -eu
. /srv/check/lib.sh

missing=$(find /opt/corner-kiosk -name '*.so*' -type f -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u || true)
must [ -z "$missing" ]
gpl_only=$(find /opt/corner-kiosk -name '*.so*' | grep -iE 'charts|datavis|graphs|lottie|networkauth|quick3d|timeline|shadertools|virtualkeyboard|waylandcompositor|httpserver' || true)
must [ -z "$gpl_only" ]

must [ "$(/opt/corner-kiosk/bin/kiosk --version)" = "kiosk $(dpkg-query -Wf '${Version}' corner-kiosk)" ]
cd /var/lib/corner-kiosk
as_kiosk() {
    runuser -u kiosk -- "$@"
}
made=$(as_kiosk mktemp -d)
as_kiosk kiosk keys new "$made/keys" --publisher us-mission-kazakhstan --name "U.S. Mission in Kazakhstan" \
    --host kz.usembassy.gov --rank 0 --plain >/dev/null
as_kiosk kiosk pack build /srv/data/25-years-together -o "$made/demo.kpack" --keys "$made/keys" >/dev/null
as_kiosk kiosk trust add "$made/keys/root.json" >/dev/null
# with --progress the command works inside its sandbox, where namespaces are allowed
as_kiosk kiosk install "$made/demo.kpack" --progress >/srv/install.log
must grep -q '"done"\|installed' /srv/install.log
rm -r "${made:?}"/*
kiosk doctor
as_kiosk kiosk doctor --json | python3 -c '
import json, sys
levels = {check["id"]: check["level"] for check in json.load(sys.stdin)["checks"]}
assert {levels[check] for check in ("content", "damage", "trust", "disk", "permissions", "fonts")} == {"good"}, levels
'
as_kiosk env QT_QPA_PLATFORM=offscreen kiosk gallery "$made" --screen home --size 1920x1080 --language en \
    --at 2016-04-03T14:20 >/dev/null
cp "$(find "$made" -name '*.png' | sort | head -n 1)" /srv/home.png
must [ "$(stat -c %s /srv/home.png)" -gt 50000 ]
rm -rf "$made"
