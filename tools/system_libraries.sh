#!/bin/sh
# Installs the system libraries that Qt needs on Debian and Ubuntu, where they are missing.
# With the argument "window" also those of a real window; without it, those of offscreen work.
set -eu
libraries="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libfreetype6 libdbus-1-3"
if [ "${1:-}" = window ]; then
    libraries="$libraries libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
fi
[ "$(uname -s)" = Linux ] || exit 0
command -v dpkg-query >/dev/null 2>&1 || exit 0

installed() { # some names gained "t64" in newer releases
    dpkg-query -W -f '${Status}\n' "$1" "$1t64" 2>/dev/null | grep -q "install ok installed"
}
missing=""
for library in $libraries; do
    installed "$library" || missing="$missing $library"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" != 0 ]; then
    as_root="sudo -n"
    if ! sudo -n true 2>/dev/null; then
        echo "Fieldbook needs these system libraries, and may not install them itself:$missing" >&2
        echo "Ask an administrator to run: apt-get install$missing" >&2
        exit 1
    fi
fi
echo "Installing system libraries:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086 # the names are words
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
