#!/usr/bin/env bash
# Prints the version of Afterglow. FyneApp.toml alone says it; the programs read the same line.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(awk -F '"' '/^[[:space:]]*Version[[:space:]]*=/ { print $2; exit }' FyneApp.toml)
[ -n "$version" ] || { echo "FyneApp.toml names no version" >&2; exit 1; }
printf '%s\n' "$version"
