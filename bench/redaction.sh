#!/bin/sh
# How well redaction finds what is marked in the corpus, as Markdown: bench/redaction.sh [--faults]
set -eu
cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
mvn -q -B -o test-compile >&2 2>/dev/null || mvn -q -B test-compile >&2
classpath=target/corpus.classpath
[ "$classpath" -nt pom.xml ] || mvn -q -B -o dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test >/dev/null 2>&1 \
  || mvn -q -B dependency:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test >&2
exec java -cp "target/classes:target/test-classes:$(cat "$classpath")" io.transcripthub.redaction.corpus.CorpusReport "$@"
