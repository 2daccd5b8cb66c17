#!/bin/sh
# How many recordings a second the hub brings from the API to all sinks: bench/main-job.sh [RECORDINGS]
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
"$here/../hub" --help >/dev/null
exec java -cp "$here/../target/transcript-hub.jar" "$here/Bench.java" main-job "$here/../hub" "${1:-5000}"
