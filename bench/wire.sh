#!/bin/sh
# The main job beside a bare client that makes the same calls: bench/wire.sh [RECORDINGS]
set -eu
cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
./hub --help >/dev/null
. bench/test-classpath.sh
exec java -cp "$classpath" io.transcripthub.bench.Wire "${1:-5000}"
