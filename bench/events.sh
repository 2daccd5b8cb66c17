#!/bin/sh
# How soon a vendor's event is answered, which means that it is on disk: bench/events.sh [EVENTS]
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
"$here/../hub" --help >/dev/null
exec java -cp "$here/../target/transcript-hub.jar" "$here/Bench.java" events "$here/../hub" "${1:-10000}"
