#!/bin/sh
# Learns from the corpus which numbers have to go, and writes the weights into src/main/resources; takes some minutes:
# bench/learn.sh [FOLDER_OF_WEIGHTS FOLDER_OF_CALLS..]
set -eu
cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
. bench/test-classpath.sh
exec java -cp "$classpath" io.transcripthub.redaction.corpus.Learning "$@"
