#!/usr/bin/env bash
# Shows Afterglow at work on a virtual desktop and leaves pictures in build/run.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf build/run
mkdir -p build/run
go build -o build/tour ./e2e/tour
exec scripts/desktop.sh build/tour -bin build/bin -out build/run
