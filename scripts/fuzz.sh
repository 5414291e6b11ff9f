#!/usr/bin/env bash
# Runs every fuzz target of the project for the given time each (go test can only run one at once).
# usage: scripts/fuzz.sh [10s]
set -euo pipefail
cd "$(dirname "$0")/.."
time=${1:-10s}
while IFS=: read -r file target; do
	echo "go test -fuzz ^$target\$ -fuzztime $time ./$(dirname "$file")"
	go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" "./$(dirname "$file")"
done < <(grep -rHo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*' . | sed 's#^\./##; s/func //' | sort)
