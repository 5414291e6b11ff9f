#!/usr/bin/env bash
# Builds what is for Windows: the set-up and the portable zip. The same source gives
# the same bytes. usage: packaging/windows/build.sh DIST
#   AFTERGLOW_VERSION   another version for the packages, to try an upgrade
#   AFTERGLOW_PROGRAMS  a folder with the three programs, in place of building them
set -euo pipefail
cd "$(dirname "$0")/../.."
dist=$(realpath -m "$1")
version=${AFTERGLOW_VERSION:-$(packaging/version.sh)}
SOURCE_DATE_EPOCH=$(packaging/epoch.sh)
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8
umask 022
mkdir -p "$dist"

work=$PWD/build/windows/$version
tree=$work/files
rm -rf "$work"
mkdir -p "$tree"
if [ -n "${AFTERGLOW_PROGRAMS:-}" ]; then
	cp -p "$AFTERGLOW_PROGRAMS"/afterglow{,-tray,-window}.exe "$tree/"
else
	packaging/windows/programs.sh "$tree" "$version"
fi

# Notepad of old shows one line where the ends are not Windows' own.
for text in LICENSE packaging/THIRD_PARTY.txt packaging/windows/afterglow-portable.txt; do
	name=$(basename "$text" .txt).txt
	sed 's/\r*$/\r/' "$text" >"$tree/$name"
done
packaging/icons/build.sh "$work/icons"
cp "$work/icons/afterglow.ico" "$tree/"
go run ./packaging/windows/art "$work/art"

# Times are part of both packages.
find "$work" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

setup=$dist/afterglow-$version-windows-amd64-setup.exe
build=$(awk '$1 == "Build" { print $3; exit }' FyneApp.toml)
makensis -V2 -WX -INPUTCHARSET UTF8 \
	-DVERSION="$version" -DNUMBERS="${version%%[-+~]*}.${build:-0}" -DSITE="${AFTERGLOW_SITE:-https://afterglow.example}" \
	-DFILES="$tree" -DART="$work/art" -DOUT="$setup" packaging/windows/setup.nsi
basename "$setup"

name=afterglow-$version-windows-amd64-portable
zip=$dist/$name.zip
rm -f "$zip"
mkdir "$work/$name"
cp -p "$tree"/afterglow*.exe "$tree"/*.txt "$work/$name/"
touch -h -d "@$SOURCE_DATE_EPOCH" "$work/$name"
(cd "$work" && find "$name" -printf '%p\n' | sort | zip -q -9 -X "$zip" -@)
basename "$zip"
