#!/usr/bin/env bash
# Installs what packaging/icons/build.sh draws with: only what is missing.
set -euo pipefail

missing=()
command -v rsvg-convert >/dev/null || missing+=(librsvg2-bin)
command -v icotool >/dev/null || missing+=(icoutils)
command -v png2icns >/dev/null || missing+=(icnsutils)
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
	echo "The icons need rsvg-convert, icotool and png2icns. Please install them." >&2
	exit 1
fi
root=()
[ "$(id -u)" = 0 ] || root=(sudo)
apt() {
	"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 "$@"
}
echo "Installing: ${missing[*]}"
# The package lists that are there may be missing or old: then they are fetched.
apt install --no-install-recommends "${missing[@]}" >/dev/null 2>&1 ||
	{ apt update >/dev/null && apt install --no-install-recommends "${missing[@]}" >/dev/null; }
