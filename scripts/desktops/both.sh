#!/usr/bin/env bash
# The afternoon of e2e/desktops on Xfce and on sway, both at once: most of it waits for a full minute.
set -euo pipefail
cd "$(dirname "$0")/../.."
mkdir -p build/desktops
go test -c -tags no_emoji,release,e2e -o build/desktops/afternoon ./e2e/desktops
export AFTERGLOW_BIN=$PWD/build/bin
for name in xfce sway; do
	scripts/desktops/$name.sh build/desktops/afternoon -test.v >build/desktops/$name.log 2>&1 &
	running+=("$name:$!")
done
status=0
for one in "${running[@]}"; do
	if wait "${one#*:}"; then
		grep -E '^desktop: |notifications are shown by|^ok|^PASS' "build/desktops/${one%:*}.log"
	else
		status=1
		cat "build/desktops/${one%:*}.log"
	fi
done
exit $status
