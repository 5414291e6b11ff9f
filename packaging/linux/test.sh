#!/usr/bin/env bash
# Judges the Linux packages, then installs, uses, upgrades and removes the deb in clean
# systems of Debian 12 and 13. Needs root. usage: packaging/linux/test.sh DIST [SUITE]...
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo "This lays out clean systems, which only root may: sudo make test-packages" >&2; exit 1; }
dist=$(realpath -m "$1")
shift
suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(bookworm trixie)

[ -n "$(compgen -G "$dist/*.deb")" ] || packaging/build.sh "$dist" linux
# The version before: the same programs with a lower number.
old=$PWD/build/linux/before
rm -rf "$old"
AFTERGLOW_VERSION=0.0.9 packaging/linux/build.sh "$old"
packaging/linux/judge.sh "$dist"

for suite in "${suites[@]}"; do
	printf '\n== Clean system: %s\n' "$suite"
	root=$(mktemp -d)
	trap 'rm -rf "$root"' EXIT
	packaging/linux/clean-system.sh "$suite" "$root"
	mkdir -p "$root/test"
	cp -r scripts "$root/test/"
	cp packaging/linux/inside.sh "$root/test/"
	cp "$dist"/*.deb "$root/test/new.deb"
	cp "$old"/*.deb "$root/test/old.deb"
	# The desktop is the person's own: it is there before Afterglow comes.
	mapfile -t desktop < <(awk '$1 == "desktop" && $2 != "strace" { print $2 }' scripts/packages.txt)
	chroot "$root" env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get -qq update && apt-get -qq -y --no-install-recommends install "$@"' sh \
		"${desktop[@]}" procps tzdata >"build/clean/$suite-desktop.log" 2>&1 || { tail -n 20 "build/clean/$suite-desktop.log" >&2; exit 1; }
	# Mounts and processes of its own: all of them go with the last one.
	unshare --mount --pid --fork --kill-child sh -c '
		mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && mount --make-rslave "$1/dev" &&
		exec chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root \
			/test/scripts/desktop.sh /test/inside.sh /test/old.deb /test/new.deb' sh "$root"
	mkdir -p build/clean/pictures
	cp "$root/test/window.png" "build/clean/pictures/$suite.png"
	rm -rf "$root"
	trap - EXIT
done
