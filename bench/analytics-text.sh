#!/bin/sh
# The text part of interaction analytics beside the same in Python, on the same conversations: bench/analytics-text.sh [DAYS]
set -eu
cd -- "$(dirname -- "$(readlink -f -- "$0")")/.."
days=${1:-70}
python=${PYTHON:-python3}
"$python" -c 'import pandas, nltk, sklearn, vaderSentiment' || {
  echo "bench/analytics-text.sh: expected $python with pandas, nltk, scikit-learn and vaderSentiment (PYTHON names another)" >&2
  exit 2
}
./hub --help >/dev/null
folder=$(mktemp -d)
./hub sandbox --port 0 >"$folder/sandbox" 2>&1 &
sandbox=$!
trap 'kill $sandbox; rm -rf "$folder"' EXIT
until vendor=$(grep -o 'http://127[^ ]*' "$folder/sandbox"); do
  kill -0 $sandbox
  sleep 0.1
done
vendor=$(printf '%s\n' "$vendor" | head -1)
from=2025-01-01
to=$("$python" -c "import datetime as d; print(d.date.fromisoformat('$from') + d.timedelta(days=$days))")
./hub analytics --from "$from" --to "$to" --out "$folder/out" --set hub.data-dir="$folder/data" --set hub.http.port=9 \
  --set cxone.analytics.base-url="$vendor" --set cxone.recordings.base-url="$vendor" --set search.hosts=http://127.0.0.1:9 >&2
"$python" bench/analytics-text.py "$folder/out/interactions.csv" >"$folder/python.json"
exec "$python" - "$folder/out/summary.json" "$folder/python.json" <<'PYTHON'
import json, sys
hub, other = (json.load(open(name)) for name in sys.argv[1:])
parts = {part: hub["timings"][part] for part in ("redact", "sentiment", "topics")}
ours, theirs = sum(parts.values()), other["sentiment"] + other["topics"]
print(f"conversations  {hub['conversations']}, {other['characters']} characters")
print(f"hub            {ours:.2f} s: " + ", ".join(f"{part} {seconds:.2f}" for part, seconds in parts.items()))
print(f"Python         {theirs:.2f} s: sentiment {other['sentiment']:.2f}, topics {other['topics']:.2f}, nothing redacted")
print(f"ratio          {theirs / ours:.1f}")
sys.exit(theirs < 3 * ours)
PYTHON
