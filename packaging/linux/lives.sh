#!/usr/bin/env bash
# Lives the lives of the Linux packages in one clean system: all of them, or the named ones.
# usage (as root): packaging/linux/lives.sh DIST VERSIONS SUITE [debian|families|own-folder]...
set -euo pipefail
cd "$(dirname "$0")/../.."
dist=$(realpath "$1") versions=$(realpath "$2") suite=$3
shift 3
# What a person's desktop has before Afterglow comes, and what reads the other families' packages.
mapfile -t desktop < <(awk '$1 == "desktop" && $2 != "strace" { print $2 }' scripts/packages.txt)
mapfile -t inside < <(awk '$1 == "inside" { print $2 }' packaging/packages.txt)
left=build/clean/$suite
rm -rf "$left"
mkdir -p "$left"

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
# Mounts and processes of its own: all of them go with the last one. Its "/" is the root of
# its mounts, as on a real system: rpm has scripts see a copy of those.
status=0
unshare --mount --pid --fork --kill-child sh -ec '
	root=$1
	shift
	mount --bind "$root" "$root"
	mount -t proc proc "$root/proc"
	mount --rbind /dev "$root/dev"
	mount --make-rslave "$root/dev"
	cd "$root"
	pivot_root . mnt
	cd /
	umount -l /mnt
	exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root /test/life/inside.sh "$@"' sh "$root" "$@" || status=$?
cp "$root"/test/pictures/*.png "$root"/test/*.log "$left/" 2>/dev/null || true
exit $status
