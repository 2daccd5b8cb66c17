#!/bin/sh
# How well redaction finds what is marked in the corpus, as Markdown: bench/redaction.sh [--crossed] [--faults]
set -eu
cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
. bench/test-classpath.sh
exec java -cp "$classpath" io.transcripthub.redaction.corpus.CorpusReport "$@"
