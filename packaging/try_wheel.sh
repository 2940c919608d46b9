#!/bin/sh
# Installs the wheel and the locked packages in a new environment, and tries them far from here.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT INT TERM
"$here/.venv/bin/python" -m pip wheel --quiet --no-deps --no-build-isolation -w "$place" "$here"
"${PYTHON:-python3}" -m venv "$place/environment"
bin=$place/environment/bin
"$bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$here/requirements.lock"
"$bin/pip" install --quiet --disable-pip-version-check --no-deps "$place"/fieldbook-*.whl
cd "$place"
export QT_QPA_PLATFORM=offscreen
unset PYTHONPATH || true
"$bin/pip" check
"$bin/fieldbook" --version
echo "a sample passphrase of seven words here" >passphrase
"$bin/fieldbook" vault create vault --passphrase-file passphrase >/dev/null
"$bin/fieldbook" vault check vault --passphrase-file passphrase
"$bin/fieldbook" forms list >/dev/null
"$bin/fieldbook" cards pdf --lang am --out card.pdf
"$bin/fieldbook" demo --out demo
"$bin/fieldbook" vault check demo/vault --passphrase-file - <<END
$(sed -n 's/.*"passphrase": "\([^"]*\)".*/\1/p' demo/demo.json)
END
echo "The wheel runs outside the repository."
