#!/bin/sh
# How soon a vendor's event is answered, which means that it is on disk: bench/events.sh [EVENTS]
set -eu
cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
./hub --help >/dev/null
. bench/test-classpath.sh
exec java -cp "$classpath" io.transcripthub.bench.VendorEvents "${1:-10000}"
