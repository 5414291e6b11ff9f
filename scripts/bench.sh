#!/usr/bin/env bash
# Measures the rooms by go's own benchmarks and the programs on the virtual desktop, and prints one table.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p build/bench
go build -ldflags '-s -w' -o build/bench/hello ./bench/hello
go build -o build/bench/seed ./bench/seed
go build -o build/bench/measure ./bench/measure
echo "measuring the rooms" >&2
go test -run '^$' -bench . -benchtime 200ms ./app/ask/... ./app/phrase/typed ./app/course ./app/reminder ./app/timeline ./app/journal | tee build/bench/rooms.txt >&2
go test -run '^$' -bench ALetterOf200Rows -benchtime 10x ./app/screens | tee -a build/bench/rooms.txt >&2
scripts/desktop.sh build/bench/measure -bin build/bin -tools build/bench -rooms build/bench/rooms.txt "$@"
