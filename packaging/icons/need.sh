#!/usr/bin/env bash
# Installs the Debian packages of programs that are missing.
# usage: packaging/icons/need.sh PROGRAM=PACKAGE...
set -euo pipefail
missing=()
for pair in "$@"; do
	command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
done
[ ${#missing[@]} -gt 0 ] || exit 0
command -v apt-get >/dev/null || { echo "Please install: ${missing[*]}" >&2; exit 1; }
root=()
[ "$(id -u)" = 0 ] || root=(sudo)
apt() {
	"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 "$@"
}
echo "Installing: ${missing[*]}"
# The package lists that are there may be missing or old: then they are fetched.
apt install --no-install-recommends "${missing[@]}" >/dev/null 2>&1 ||
	{ apt update >/dev/null && apt install --no-install-recommends "${missing[@]}" >/dev/null; }
