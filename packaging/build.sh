#!/usr/bin/env bash
# Builds every package that this machine can build into one folder, with their
# checksums. usage: packaging/build.sh [DIST] [linux|windows|macos]...
set -euo pipefail
cd "$(dirname "$0")/.."

dist=$(realpath -m "${1:-dist}")
shift || true
systems=("$@")
[ ${#systems[@]} -gt 0 ] || systems=(linux windows macos)

SOURCE_DATE_EPOCH=$(packaging/epoch.sh)
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8
umask 022

rm -rf "$dist"
mkdir -p "$dist"
for system in "${systems[@]}"; do
	printf '\n== Packages for %s\n' "$system"
	"packaging/$system/build.sh" "$dist"
done
printf '\n== Bill of materials and checksums\n'
packaging/sbom.sh "$dist"
(cd "$dist" && find . -type f ! -name SHA256SUMS -printf '%P\n' | sort | xargs -d '\n' sha256sum >SHA256SUMS)
(cd "$dist" && ls -l)
