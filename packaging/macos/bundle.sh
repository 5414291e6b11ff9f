#!/usr/bin/env bash
# On a Mac: builds both programs for Intel and Apple chips, puts them into the bundle,
# signs it, makes the disk image and has Apple notarise it.
# usage: packaging/macos/bundle.sh TEMPLATE.zip DIST
#   MACOS_SIGN_IDENTITY   the Developer ID in the keychain; without it the bundle is
#                         signed for this Mac alone ("ad hoc")
#   MACOS_NOTARY_PROFILE  the profile that "notarytool store-credentials" made; without
#                         it nothing is notarised, and Gatekeeper asks at the first start
# Checked for its form on Linux, never run.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(uname -s)" = Darwin ] || { echo "This needs a Mac. On Linux, packaging/macos/build.sh makes the template." >&2; exit 1; }
template=${1:?usage: packaging/macos/bundle.sh TEMPLATE.zip DIST}
dist=${2:?usage: packaging/macos/bundle.sh TEMPLATE.zip DIST}
version=$(packaging/version.sh)
mkdir -p "$dist"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ditto -x -k "$template" "$work"
app=$work/Afterglow.app

export GOFLAGS="-trimpath -buildvcs=false -tags=no_emoji,release" CGO_ENABLED=1 MACOSX_DEPLOYMENT_TARGET=12.0
for arch in arm64 amd64; do
	mkdir -p "$work/$arch"
	GOOS=darwin GOARCH=$arch go build -ldflags '-s -w' -o "$work/$arch/" ./cmd/afterglow ./cmd/afterglow-window ./cmd/afterglow-sync
done
mkdir -p "$app/Contents/MacOS"
for program in afterglow afterglow-window afterglow-sync; do
	lipo -create "$work/arm64/$program" "$work/amd64/$program" -output "$app/Contents/MacOS/$program"
done
plutil -lint "$app/Contents/Info.plist"
[ "$("$app/Contents/MacOS/afterglow" version | head -n 1 | awk '{ print $2 }')" = "$version" ] ||
	{ echo "The program does not say version $version." >&2; exit 1; }

# The inner programs first: the bundle's seal counts it.
identity=${MACOS_SIGN_IDENTITY:--}
options=(--force --sign "$identity")
[ "$identity" = - ] || options+=(--options runtime --timestamp)
for inner in afterglow-window afterglow-sync; do
	codesign "${options[@]}" "$app/Contents/MacOS/$inner"
done
codesign "${options[@]}" "$app"
codesign --verify --deep --strict "$app"

image=$dist/afterglow-$version-macos.dmg
mkdir "$work/image"
ditto "$app" "$work/image/Afterglow.app"
ln -s /Applications "$work/image/Applications"
rm -f "$image"
hdiutil create -volname Afterglow -srcfolder "$work/image" -fs HFS+ -format UDZO -quiet "$image"
if [ "$identity" != - ]; then
	codesign --force --sign "$identity" --timestamp "$image"
fi
if [ "$identity" != - ] && [ -n "${MACOS_NOTARY_PROFILE:-}" ]; then
	xcrun notarytool submit "$image" --keychain-profile "$MACOS_NOTARY_PROFILE" --wait
	xcrun stapler staple "$image"
	xcrun stapler validate "$image"
else
	echo "Not notarised: no Developer ID or no notary profile is set."
fi
echo "$image"
