#!/usr/bin/env bash
# Writes the bill of materials of both programs, in CycloneDX's form.
# usage: packaging/sbom.sh DIST
set -euo pipefail
cd "$(dirname "$0")/.."
dist=$(realpath "$1")
version=$(packaging/version.sh)
(cd packaging/tools && GOFLAGS=-trimpath go build -o ../../build/tools/cyclonedx-gomod github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod)
export GOFLAGS="-trimpath -buildvcs=false -tags=no_emoji,release"
# All modules of both programs for all systems; without a number and time of its own it is the same each time.
build/tools/cyclonedx-gomod mod -json -licenses -noserial -notimestamp -output "$dist/afterglow-$version.cdx.json" .
