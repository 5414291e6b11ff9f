#!/usr/bin/env bash
# Writes the bill of materials of both programs, in CycloneDX's form.
# usage: packaging/sbom.sh DIST
set -euo pipefail
cd "$(dirname "$0")/.."
dist=$(realpath "$1")
version=$(packaging/version.sh)
bill=$dist/afterglow-$version.cdx.json
(cd packaging/tools && GOFLAGS=-trimpath go build -o ../../build/tools/cyclonedx-gomod github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod)
export GOFLAGS="-trimpath -buildvcs=false -tags=no_emoji,release"
# All modules of both programs for all systems, and Go's own library.
build/tools/cyclonedx-gomod mod -json -licenses -std -noserial -output "$bill.new" . 2>"$bill.log" ||
	{ cat "$bill.log" >&2; exit 1; }
# The tool names the time of its run, and where it finds git a version made from the last
# commit: the time and the version of the packages stand in their place, the same each time.
awk -v time="$(date -u -d "@$(packaging/epoch.sh)" +%FT%TZ)" -v version="v$version" '
	/^    "timestamp": / { sub(/: "[^"]*"/, ": \"" time "\"") }
	ours && /^      "version": / { next }
	{ ours = 0 }
	/^      "name": "afterglow",$/ { print; print "      \"version\": \"" version "\","; ours = 1; next }
	{ gsub(/pkg:golang\/afterglow(@[^?"]*)?/, "pkg:golang/afterglow@" version); print }' "$bill.new" >"$bill"
rm "$bill.new" "$bill.log"
grep -qF "\"version\": \"v$version\"" "$bill" || { echo "sbom: $bill does not name afterglow $version" >&2; exit 1; }
