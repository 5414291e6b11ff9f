#!/usr/bin/env bash
# Installs what the packages take to be built or tried: the packages of the named
# groups of packages.txt beside this file, where one is missing; "build" brings the
# Go tools too. usage: packaging/deps.sh GROUP...
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
for group in "$@"; do
	while read -r package; do
		[ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
	done < <(awk -v group="$group" '$1 == group { print $2 }' packaging/packages.txt)
done

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 "$@"; }

if [ ${#missing[@]} -gt 0 ]; then
	command -v apt-get >/dev/null || { echo "This is not Debian or Ubuntu. Please install: ${missing[*]}" >&2; exit 1; }
	echo "Installing: ${missing[*]}"
	log=$(mktemp)
	apt install --no-install-recommends "${missing[@]}" >"$log" 2>&1 ||
		{ apt update >"$log" 2>&1 && apt install --no-install-recommends "${missing[@]}" >>"$log" 2>&1; } ||
		{ tail -n 20 "$log" >&2; exit 1; }
	rm -f "$log"
fi
if [[ " $* " == *" build "* ]]; then
	# The tools are a module of their own: their many dependencies are no part of Afterglow.
	(cd packaging/tools && go mod download)
fi
