#!/bin/sh
# How long `run` takes from its start to its first answer, without the embedded search: bench/first-answer.sh [STARTS]
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
"$here/../hub" --help >/dev/null
exec java -cp "$here/../target/transcript-hub.jar" "$here/Bench.java" first-answer "$here/../hub" "${1:-5}"
