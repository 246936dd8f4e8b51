#!/bin/sh
# Writes what belongs below /usr/share/doc/corner-kiosk: `documents.sh STAGE VERSION`.
set -eu
stage=$1 version=$2
here=packaging/debian/steps
python=$stage/opt/corner-kiosk/python
doc=$stage/usr/share/doc/corner-kiosk

mkdir -p "$doc"
cp docs/installing.md docs/commands.md docs/operating.md docs/staff.md CHANGELOG.md "$doc/"
gzip -9 -n >"$doc/changelog.gz" <<CHANGES
corner-kiosk ($version) bookworm; urgency=medium

  * What is new stands in CHANGELOG.md.

 -- Corner Kiosk <corner-kiosk@localhost>  $(date --date="@$SOURCE_DATE_EPOCH" --rfc-email)
CHANGES
sed "s/@QT@/$(sed -n "s/^pyside6-essentials==\([0-9.]*\).*/\1/p" packaging/requirements.lock)/g" $here/qt-notice.md >"$doc/qt-notice.md"
"$PYTHON" $here/licences.py "$python" "$doc"
sh $here/sbom.sh "$python" "$doc/sbom.cdx.json" "$version"
