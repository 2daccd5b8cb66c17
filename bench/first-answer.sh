#!/bin/sh
# How long `run` takes from its start to its first answer, without the embedded search: bench/first-answer.sh [STARTS]
set -eu
cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
./hub --help >/dev/null
. bench/test-classpath.sh
exec java -cp "$classpath" io.transcripthub.bench.FirstAnswer "${1:-5}"
