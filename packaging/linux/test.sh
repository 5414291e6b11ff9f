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

# What a person's desktop has before Afterglow comes, and what reads the other families' packages.
mapfile -t desktop < <(awk '$1 == "desktop" && $2 != "strace" { print $2 }' scripts/packages.txt)
mapfile -t inside < <(awk '$1 == "inside" { print $2 }' packaging/packages.txt)
pictures=build/clean/pictures
mkdir -p "$pictures"

for suite in "${suites[@]}"; do
	printf '\n== Clean system: %s\n' "$suite"
	root=$(mktemp -d)
	trap 'rm -rf --one-file-system "$root"' EXIT
	packaging/linux/clean-system.sh "$suite" "$root" "${desktop[@]}" "${inside[@]}"
	mkdir -p "$root/test/pictures"
	cp -r scripts packaging/linux/life "$root/test/"
	cp guidance/plans/cautious.toml "$root/test/clinic.afterglow-plan"
	for version in before:"$versions/before" this:"$dist" after:"$versions/after"; do
		mkdir "$root/test/${version%%:*}"
		cp "${version#*:}"/*.deb "${version#*:}"/*.rpm "${version#*:}"/*.tar.zst "$root/test/${version%%:*}/"
	done
	# Mounts and processes of its own: all of them go with the last one.
	status=0
	unshare --mount --pid --fork --kill-child sh -c '
		mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && mount --make-rslave "$1/dev" &&
		exec chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root /test/life/inside.sh' sh "$root" || status=$?
	for picture in "$root"/test/pictures/*.png; do
		[ ! -e "$picture" ] || cp "$picture" "$pictures/$suite-$(basename "$picture")"
	done
	[ $status = 0 ] || { cp "$root"/test/*.log build/clean/ 2>/dev/null || true; exit $status; }
	rm -rf --one-file-system "$root"
	trap - EXIT
done
