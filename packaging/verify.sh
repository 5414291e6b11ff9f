#!/usr/bin/env bash
# Builds all packages twice, in two folders with different names, and compares every
# byte. COLD=1 gives each its own cache, so that both compile everything: slow.
# usage: packaging/verify.sh [linux|windows|macos]...
set -euo pipefail
cd "$(dirname "$0")/.."
SOURCE_DATE_EPOCH=$(packaging/epoch.sh)
export SOURCE_DATE_EPOCH
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
# Both copies first: somebody may work on the source meanwhile.
for place in one another-and-longer; do
	mkdir -p "$work/$place"
	tar -cf - --exclude=./build --exclude=./dist --exclude=./.git . | tar -C "$work/$place" -xf -
done
for place in one another-and-longer; do
	[ -z "${COLD:-}" ] || export GOCACHE=$work/cache-$place
	"$work/$place/packaging/build.sh" "$work/$place/dist" "$@"
done
cmp "$work/one/dist/SHA256SUMS" "$work/another-and-longer/dist/SHA256SUMS" || {
	diff "$work/one/dist/SHA256SUMS" "$work/another-and-longer/dist/SHA256SUMS" >&2
	exit 1
}
echo "Both builds gave the same bytes:"
cat "$work/one/dist/SHA256SUMS"
