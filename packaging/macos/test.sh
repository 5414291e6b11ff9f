#!/usr/bin/env bash
# Checks what can be checked of the macOS package without a Mac: the template is whole,
# its property list is well-formed and says what it must, and a second build is the same.
set -euo pipefail
cd "$(dirname "$0")/../.."
packaging/icons/need.sh zip=zip unzip=unzip plistutil=libplist-utils icns2png=icnsutils
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "macos: $*" >&2; exit 1; }

packaging/macos/build.sh "$work/one" >/dev/null
packaging/macos/build.sh "$work/two" >/dev/null
version=$(packaging/version.sh)
zip=afterglow-$version-macos-template.zip
cmp "$work/one/$zip" "$work/two/$zip" || fail "a second build differs"
unzip -q "$work/one/$zip" -d "$work/open"
contents=$work/open/Afterglow.app/Contents

# Through the binary form and back: what is not a property list does not survive that.
plistutil -i "$contents/Info.plist" -o "$work/plist.bin" -f bin
plistutil -i "$work/plist.bin" -o "$work/plist.xml" -f xml
says() { # KEY, then the line after it
	grep -A1 -F "<key>$1</key>" "$work/plist.xml" | tail -n 1 | grep -F "$2" >/dev/null || fail "Info.plist: $1 is not $2"
}
says CFBundleIdentifier "<string>app.afterglow.Afterglow</string>"
says CFBundleShortVersionString "<string>$version</string>"
says CFBundleVersion "<string>$version</string>"
says CFBundleExecutable "<string>afterglow</string>"
says CFBundleIconFile "<string>afterglow.icns</string>"
says LSMinimumSystemVersion "<string>12.0</string>"
says LSUIElement "<true/>"
says public.filename-extension "<array>"
grep -qF "<string>afterglow-plan</string>" "$work/plist.xml" || fail "Info.plist: plan files are not named"
! grep -qF "@VERSION@" "$contents/Info.plist" || fail "Info.plist: the version was not filled in"

for part in PkgInfo Resources/afterglow.icns Resources/LICENSE; do
	[ -s "$contents/$part" ] || fail "$part is missing"
done
[ -d "$contents/MacOS" ] || fail "there is no folder for the programs"
for element in is32 il32 ih32 it32 ic08 ic09; do
	icns2png -l "$contents/Resources/afterglow.icns" | grep "'$element'" >/dev/null || fail "the icon has no $element"
done

bash -n packaging/macos/bundle.sh
packaging/vet.sh darwin >/dev/null
echo "macos: the template $zip is whole ($(stat -c %s "$work/one/$zip") bytes), the same twice, and the rooms without a window type-check"
