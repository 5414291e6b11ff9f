#!/usr/bin/env bash
# Builds what can be built for macOS without a Mac: the application's bundle without
# its two programs. On a Mac packaging/macos/bundle.sh puts them in. The same
# source gives the same bytes. usage: packaging/macos/build.sh DIST
set -euo pipefail
cd "$(dirname "$0")/../.."
dist=${1:?usage: packaging/macos/build.sh DIST}
mkdir -p "$dist"
dist=$(realpath "$dist")
version=$(packaging/version.sh)
epoch=${SOURCE_DATE_EPOCH:-$(packaging/epoch.sh)}

packaging/icons/need.sh zip=zip
packaging/icons/deps.sh
umask 022
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

contents=$work/Afterglow.app/Contents
mkdir -p "$contents/MacOS" "$contents/Resources"
sed "s/@VERSION@/$version/g" packaging/macos/Info.plist.in >"$contents/Info.plist"
printf 'APPL????' >"$contents/PkgInfo"
packaging/icons/build.sh "$work/icons"
cp "$work/icons/afterglow.icns" "$contents/Resources/"
cp LICENSE "$contents/Resources/"
rm -rf "$work/icons"

# Times, order and rights are fixed: they would be part of the archive.
find "$work" -mindepth 1 -exec touch -h -d "@$epoch" {} +
out=$dist/afterglow-$version-macos-template.zip
rm -f "$out"
(cd "$work" && find . -mindepth 1 -printf '%P\n' | LC_ALL=C sort | TZ=UTC zip -q -X "$out" -@)
basename "$out"
