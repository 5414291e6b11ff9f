#!/usr/bin/env bash
# Runs every fuzz target of the project for the given time each (go test can only run one at once).
# usage: scripts/fuzz.sh [10s] [keep]
#   keep  puts what was found to reach new code beside the tests, where every later run begins
#         with it. Inputs over 4 KB stay out: the project is no store.
set -euo pipefail
cd "$(dirname "$0")/.."
time=${1:-10s}
keep=${2:-}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
while IFS=: read -r file target; do
	folder=$(dirname "$file")
	echo "go test -fuzz ^$target\$ -fuzztime $time ./$folder"
	status=0
	go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" "./$folder" 2>&1 | tee "$log" || status=$?
	# Go up to 1.26 now and then calls the end of the time itself a failure, on a busy machine
	# (golang.org/issue/75804). A true one says more than that, and leaves the input that failed.
	if [ "$status" -ne 0 ]; then
		said=$(sed -n '/^--- FAIL/,$p' "$log" | grep -vE '^(--- FAIL|FAIL|exit status)' | sed 's/^ *//')
		[ "$said" = "context deadline exceeded" ] || exit "$status"
		echo "The time was up while an input was being tried: no failure."
	fi
	found=$(go env GOCACHE)/fuzz/$(go list "./$folder")/$target
	if [ "$keep" = keep ] && [ -d "$found" ]; then
		mkdir -p "$folder/testdata/fuzz/$target"
		find "$found" -type f -size -4k -exec cp -n {} "$folder/testdata/fuzz/$target/" \;
		echo "kept: $(find "$folder/testdata/fuzz/$target" -type f | wc -l) inputs"
	fi
done < <(grep -rHo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*' . | sed 's#^\./##; s/func //' | sort)
