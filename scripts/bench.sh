#!/usr/bin/env bash
# Measures the rooms by go's own benchmarks and the programs on the virtual desktop, and prints one table.
set -euo pipefail
cd "$(dirname "$0")/.."
go build -ldflags '-s -w' -o build/bin/hello ./bench/hello
go build -o build/bin/seed ./bench/seed
go build -o build/bin/measure ./bench/measure
echo "measuring the rooms" >&2
go test -run '^$' -bench . -benchtime 200ms ./app/course ./app/reminder ./app/timeline ./app/journal | tee build/rooms.txt >&2
DESKTOP_SIZE=1400x1000 scripts/desktop.sh build/bin/measure -bin build/bin -rooms build/rooms.txt "$@"
