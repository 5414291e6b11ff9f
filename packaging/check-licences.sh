#!/usr/bin/env bash
# Holds packaging/THIRD_PARTY.txt true: it names every part and every licence of today.
# "packaging/check-licences.sh --write" writes it anew.
set -euo pipefail
cd "$(dirname "$0")/.."
export GOFLAGS="-trimpath -buildvcs=false -tags=no_emoji,release"
now=$(mktemp)
trap 'rm -f "$now"' EXIT
go run ./packaging/thirdparty >"$now"
if [ "${1:-}" = --write ]; then
	cp "$now" packaging/THIRD_PARTY.txt
elif ! cmp -s "$now" packaging/THIRD_PARTY.txt; then
	echo "packaging/THIRD_PARTY.txt is not of today: run packaging/check-licences.sh --write and read what changed." >&2
	diff "$now" packaging/THIRD_PARTY.txt | head -20 >&2
	exit 1
fi
