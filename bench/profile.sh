#!/bin/sh
# Where the CPU time of the main job goes: bench/profile.sh [RECORDINGS]
set -eu
cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
./hub --help >/dev/null
. bench/test-classpath.sh
exec java -cp "$classpath" io.transcripthub.bench.Profile "${1:-5000}"
