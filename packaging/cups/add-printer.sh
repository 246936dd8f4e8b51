#!/bin/sh
# Adds a printer to CUPS with the settings that a kiosk needs, as root: add-printer.sh NAME ADDRESS [PAGES A DAY].
# ADDRESS is as printed by `lpinfo -v`, such as ipp://10.0.0.7/ipp/print for a network printer; the default is 200
# pages a day. The printer has to be on: CUPS queries its capabilities.
set -eu
name=$1 address=$2 pages=${3:-200}

# not shared; a failed job is reported at once, and not tried again when nobody waits for it any more
lpadmin -p "$name" -v "$address" -m everywhere -E \
    -o printer-is-shared=false \
    -o printer-error-policy=abort-job \
    -o job-quota-period=86400 -o job-page-limit="$pages"
lpadmin -d "$name"
