#!/bin/sh
# Writes the folder DEBIAN of the package, but for its sums: `control.sh STAGE VERSION`.
set -eu
stage=$1 version=$2
here=packaging/debian/control

# The names in lists, as one field of the control file; `a | b` stands for either.
field() {
    cat "$@" | grep -v '^#' | paste -s -d , | sed 's/,/, /g'
}

mkdir -p "$stage/DEBIAN"
for script in config preinst postinst prerm postrm; do
    install -m 755 $here/$script "$stage/DEBIAN/"
done
install -m 644 $here/templates "$stage/DEBIAN/"
echo /etc/corner-kiosk/cupsd.conf >"$stage/DEBIAN/conffiles"
sed -e "s/@VERSION@/$version/" -e "s/@SIZE@/$(du -k -s --apparent-size --exclude=DEBIAN "$stage" | cut -f 1)/" \
    -e "s/@DEPENDS@/$(field $here/depends.txt packaging/system-packages.txt)/" \
    -e "s/@RECOMMENDS@/$(field $here/recommends.txt)/" $here/control.in >"$stage/DEBIAN/control"
