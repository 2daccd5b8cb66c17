#!/bin/sh
# How fast redaction is, beside the tutorials' regexes, by JMH: bench/redaction-speed.sh [JMH OPTIONS]
set -eu
cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
. bench/test-classpath.sh
exec java -cp "$classpath" org.openjdk.jmh.Main io.transcripthub.redaction.corpus.RedactionSpeed "$@"
