#!/usr/bin/env bash
# What can be said of the packages within a minute or two, with nothing but Go: scripts
# without mistakes of form, the licences, the workflows, the changelog, and the rooms
# type-checked for Windows and macOS. It installs nothing. usage: packaging/check.sh
set -euo pipefail
cd "$(dirname "$0")/.."

scripts=0
while IFS= read -r -d '' script; do
	case $(head -n 1 "$script") in
	'#!/bin/sh') sh -n "$script" ;;
	*) bash -n "$script" ;;
	esac
	scripts=$((scripts + 1))
done < <(find packaging scripts .ci -type f \( -name '*.sh' -o -path .ci/run \) -print0)
composed=$(mktemp -d)
trap 'rm -rf "$composed"' EXIT
packaging/linux/scripts/compose.sh "$composed"
for script in "$composed"/*; do
	sh -n "$script"
	scripts=$((scripts + 1))
done
echo "check: $scripts scripts are sound in form"

version=$(packaging/version.sh)
newest=$(awk '$1 == "-" && $2 == "semver:" { print $3; exit }' packaging/changelog.yml)
[ "$newest" = "$version-1" ] ||
	{ echo "check: the newest entry of packaging/changelog.yml is $newest, but FyneApp.toml says version $version: add an entry $version-1." >&2; exit 1; }

packaging/check-licences.sh
echo "check: THIRD_PARTY.txt names every part and its licence"
packaging/check-workflows.sh
packaging/vet.sh
