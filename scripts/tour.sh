#!/usr/bin/env bash
# Shows Afterglow at work on a virtual desktop and leaves pictures in build/run.
# With "afternoon" it does so in a time zone where it is afternoon now.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${1:-}" = afternoon ]; then
	west=$(($(date -u +%-H) - 15)) # hours; the names of these zones count to the west
	[ $west -ge -14 ] || west=-14
	[ $west -lt 0 ] || west=+$west
	export TZ=Etc/GMT$west
fi
rm -rf build/run
mkdir -p build/run
go build -o build/tour ./e2e/tour
exec scripts/desktop.sh build/tour -bin build/bin -out build/run
