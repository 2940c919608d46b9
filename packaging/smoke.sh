#!/bin/sh
# Tries the bundle in a bare Debian without Python: packaging/smoke.sh [dist/….tar.gz]
# As administrator on Debian or Ubuntu, with debootstrap. KEEP=DIR makes and keeps the root there.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
packed=${1:-$(echo "$here"/../dist/fieldbook-*-linux-*.tar.gz)}
[ -f "$packed" ] || { echo "There is no bundle: make bundle" >&2; exit 1; }
[ "$(id -u)" = 0 ] || { echo "This needs an administrator, for a root of its own." >&2; exit 1; }

root=${KEEP:-$(mktemp -d)}
sweep() {
    if mountpoint -q "$root/proc"; then umount "$root/proc"; fi
    [ -n "${KEEP:-}" ] || rm -rf --one-file-system "$root"
}
trap sweep EXIT INT TERM

[ -x "$root/bin/sh" ] || debootstrap --variant=minbase "${SUITE:-bookworm}" "$root" >/dev/null
rm -rf "$root/opt/fieldbook" "$root/tmp"/*
mkdir -p "$root/opt/fieldbook"
tar -xzf "$packed" -C "$root/opt/fieldbook" --strip-components=1
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
cp "$here/inside.sh" "$root/tmp/inside.sh"

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
if [ ! -e "$root/usr/lib/$(uname -m)-linux-gnu/libEGL.so.1" ]; then
    inside sh /tmp/inside.sh libraries
    echo "      now with libegl1 and libgl1, which every Debian desktop has"
    inside DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -qq &&
        apt-get install -y -qq --no-install-recommends libegl1 libgl1 >/dev/null 2>&1"
fi
inside sh /tmp/inside.sh
