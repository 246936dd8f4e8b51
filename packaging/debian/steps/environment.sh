#!/bin/sh
# Makes the program with the Python packages that it needs at run time, for Python 3.11 on Debian 12: `environment.sh FOLDER`.
# $PYTHON is a Python 3.11. The wheels are those of packaging/requirements.lock, by their hashes; nothing is compiled but
# Python's own bytecode, which the kiosk's user could not write at run time.
set -eu
folder=$1
lock=packaging/requirements.lock
here=packaging/debian/steps

# every wheel that runs with glibc 2.36
platforms=$(seq 36 -1 5 | sed 's/.*/--platform manylinux_2_&_x86_64/')
# shellcheck disable=SC2086
"$PYTHON" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: --no-compile \
    $platforms --platform manylinux2014_x86_64 --platform manylinux2010_x86_64 --platform manylinux1_x86_64 \
    --python-version 3.11 --implementation cp --abi cp311 --abi abi3 --target "$folder" -r $lock >build/deb/pip.log 2>&1 || { tail -n 15 build/deb/pip.log >&2; exit 1; }

# sqlite-utils needs pip for a command of its own only
(cd "$folder" && rm -rf bin share pip pip-*.dist-info shiboken6/include shiboken6/lib)
"$PYTHON" $here/prune_qt.py "$folder/PySide6" $here/qt-kept.txt
# what pip notes of its own installation is no longer true
rm -f "$folder"/*.dist-info/RECORD "$folder"/*.dist-info/INSTALLER "$folder"/*.dist-info/REQUESTED
find "$folder" -name .gitignore -delete

git ls-files -z kiosk | tar --create --null --files-from=- | tar --extract --directory="$folder"
cp -R --no-preserve=mode resources "$folder/kiosk/_resources"

# as in packaging/setup.sh: Shiboken unpacks its Python code once, and not at each start
SBK_EMBED=0 PYTHONPATH=$folder "$PYTHON" -SB -c 'import PySide6.QtQuick'
# the package's files are never changed, so Python need not look whether they were
PYTHONHASHSEED=0 "$PYTHON" -m compileall -q -f --invalidation-mode unchecked-hash \
    -s "$folder" -p /opt/corner-kiosk/python "$folder"
