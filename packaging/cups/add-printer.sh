#!/bin/sh
# Makes a printer known to CUPS the way a kiosk needs it, as root: add-printer.sh NAME ADDRESS [PAGES A DAY].
# ADDRESS is what `lpinfo -v` prints for it, ipp://10.0.0.7/ipp/print for one on the network; 200 pages a day.
# The printer has to be on: CUPS asks it what it can.
set -eu
name=$1 address=$2 pages=${3:-200}

# a printer that is not shared, whose failures are told at once and not tried again when nobody is there any more
lpadmin -p "$name" -v "$address" -m everywhere -E \
    -o printer-is-shared=false \
    -o printer-error-policy=abort-job \
    -o job-quota-period=86400 -o job-page-limit="$pages"
lpadmin -d "$name"
