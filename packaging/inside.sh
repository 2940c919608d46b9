#!/bin/sh
# Run by packaging/smoke.sh inside a bare root without Python: everything that needs no display.
set -eu
fieldbook=/opt/fieldbook/fieldbook
secret=/tmp/passphrase
export HOME=/root LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen
unset DISPLAY

step() { # a line for each thing that is tried; the command follows
    told=$1
    shift
    if "$@" >/tmp/said 2>&1; then
        echo "ok    $told"
    else
        echo "FAILED $told"
        cat /tmp/said
        exit 1
    fi
}
refused() { # the command must end with 1 and say why
    set +e
    "$@" >/tmp/answer 2>&1
    code=$?
    set -e
    test $code = 1
}
said() { grep -q "$1" /tmp/answer; }

if [ "${1:-}" = libraries ]; then # before any library is installed
    for name in python python3; do
        if command -v $name >/dev/null; then echo "FAILED: there is a $name" && exit 1; fi
    done
    echo "ok    there is no Python here"
    step "--version" $fieldbook --version
    step "forms list" $fieldbook forms list --json
    step "a window without its libraries ends with 1" refused $fieldbook
    step "and names them" said "apt-get install libegl1 libgl1"
    step "cards show does so too" refused $fieldbook cards show
    step "and names them" said "apt-get install libegl1 libgl1"
    exit
fi

echo "a sample passphrase of seven words here" >$secret
step "vault create" $fieldbook vault create /tmp/vault --passphrase-file $secret
step "vault check" $fieldbook vault check /tmp/vault --passphrase-file $secret
mkdir /tmp/backups
step "vault backup" $fieldbook vault backup /tmp/vault --to /tmp/backups --passphrase-file $secret
step "cards list" $fieldbook cards list --json
step "cards pdf, in Arabic" $fieldbook cards pdf --lang ar --out /tmp/card.pdf
step "and in Thai" $fieldbook cards pdf --lang th --out /tmp/card-th.pdf
step "demo: notes written, PDFs made, a report sent to a folder" $fieldbook demo --out /tmp/demo

first() { # the first text that has this form in the demo's index
    sed -n "s/.*$1.*/\1/p" /tmp/demo/demo.json | head -n 1
}
first '"passphrase": "\([^"]*\)"' >$secret
record=$(first '"id": "\([0-9a-f]\{32\}\)"')
sealed=$(echo /tmp/demo/delivered/*.fbs)
step "vault check of the demo's" $fieldbook vault check /tmp/demo/vault --passphrase-file $secret
step "export of record $record" $fieldbook export --vault /tmp/demo/vault --record "$record" \
    --out /tmp/record.pdf --passphrase-file $secret
step "the PDF is one" grep -q "^%PDF-" /tmp/record.pdf
step "verify what was delivered" $fieldbook verify "$sealed" \
    --devices /tmp/demo/devices.toml
step "send" $fieldbook send --vault /tmp/demo/vault --passphrase-file $secret

$fieldbook & # the notebook, its spare and what watches over them
running=$!
sleep 15
step "the supervisor runs" kill -0 $running
kill $running
wait $running
echo "ok    and ends with 0"
