#!/usr/bin/env bash
# Prints the time that every file in every package bears, in seconds: the same
# source gives the same bytes, whenever and wherever it is built. It is the
# given SOURCE_DATE_EPOCH, else the last commit's time, else the newest change's.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -n "${SOURCE_DATE_EPOCH:-}" ]; then
	printf '%s\n' "$SOURCE_DATE_EPOCH"
elif [ -e .git ] && command -v git >/dev/null; then
	git log -1 --format=%ct
else
	date -u -d "$(awk '$1 == "date:" { print $2; exit }' packaging/changelog.yml)" +%s
fi
