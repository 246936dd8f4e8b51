#!/bin/sh
# Lists what the package contains, with versions and licences (CycloneDX): `sbom.sh PYTHON-FOLDER FILE VERSION`.
set -eu
folder=$(realpath "$1") file=$2 version=$3
tools=build/deb/tools
lock=packaging/requirements-deb.lock

if ! cmp -s $lock $tools/installed.lock; then
    rm -rf $tools
    "$PYTHON" -m venv $tools
    $tools/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: -r $lock \
        >build/deb/pip.log 2>&1
    cp $lock $tools/installed.lock
fi

# an interpreter that finds the packages of that folder, and no others
interpreter=build/deb/interpreter
printf '#!/bin/sh\nPYTHONPATH=%s exec "%s" -S "$@"\n' "$folder" "$PYTHON" >$interpreter
chmod +x $interpreter
sed "s/^dynamic = .*/version = \"$version\"/" pyproject.toml >build/deb/pyproject.toml
$tools/bin/cyclonedx-py environment -S --pyproject build/deb/pyproject.toml --output-reproducible --of JSON \
    --output-file "$file" $interpreter
