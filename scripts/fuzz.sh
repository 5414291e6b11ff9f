#!/usr/bin/env bash
# Runs every fuzz target of the project for the given time each (go test can only run one at once).
# usage: scripts/fuzz.sh [10s] [keep]
#   keep  puts what was found to reach new code beside the tests, where every later run begins
#         with it. Inputs over 4 KB stay out: the project is no store.
set -euo pipefail
cd "$(dirname "$0")/.."
time=${1:-10s}
keep=${2:-}
while IFS=: read -r file target; do
	folder=$(dirname "$file")
	echo "go test -fuzz ^$target\$ -fuzztime $time ./$folder"
	go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" "./$folder"
	found=$(go env GOCACHE)/fuzz/$(go list "./$folder")/$target
	if [ "$keep" = keep ] && [ -d "$found" ]; then
		mkdir -p "$folder/testdata/fuzz/$target"
		find "$found" -type f -size -4k -exec cp -n {} "$folder/testdata/fuzz/$target/" \;
		echo "kept: $(find "$folder/testdata/fuzz/$target" -type f | wc -l) inputs"
	fi
done < <(grep -rHo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*' . | sed 's#^\./##; s/func //' | sort)
