#!/bin/sh
# How many recordings a second the hub brings from the API to all sinks: bench/main-job.sh [RECORDINGS]
set -eu
cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
./hub --help >/dev/null
. bench/test-classpath.sh
exec java -cp "$classpath" io.transcripthub.bench.MainJob "${1:-5000}"
