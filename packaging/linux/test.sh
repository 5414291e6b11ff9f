#!/usr/bin/env bash
# Judges the Linux packages, then installs, uses, upgrades, downgrades and removes them
# in clean systems of Debian 12 and 13. Needs root.
# usage: packaging/linux/test.sh DIST [SUITE]...
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo "This lays out clean systems, which only root may: sudo make test-packages" >&2; exit 1; }
dist=$(realpath -m "$1")
shift
suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(bookworm trixie)

[ -n "$(compgen -G "$dist/*.deb")" ] || packaging/build.sh "$dist" linux
packaging/linux/judge.sh "$dist"
versions=$PWD/build/linux/versions
packaging/linux/versions.sh "$versions"

for suite in "${suites[@]}"; do
	printf '\n== Clean system: %s\n' "$suite"
	packaging/linux/lives.sh "$dist" "$versions" "$suite"
done
