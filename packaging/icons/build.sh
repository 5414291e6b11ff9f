#!/usr/bin/env bash
# Draws the icon in every size that a desktop asks for, from the drawing in
# assets/: the same bytes every time. usage: packaging/icons/build.sh OUTDIR
#   hicolor/...      for Linux: PNGs, the drawing, and it in one colour
#   afterglow.ico    for Windows
#   afterglow.icns   for macOS
set -euo pipefail
cd "$(dirname "$0")/../.."
out=${1:?usage: packaging/icons/build.sh OUTDIR}
id=app.afterglow.Afterglow

packaging/icons/deps.sh
rm -rf "$out/hicolor" "$out/afterglow.ico" "$out/afterglow.icns"
mkdir -p "$out/hicolor/scalable/apps" "$out/hicolor/symbolic/apps"

# Up to 24 pixels the ring of the large drawing is too thin to be seen well.
drawing() {
	if [ "$1" -le 24 ]; then echo assets/icon-small.svg; else echo assets/icon.svg; fi
}

png() {
	echo "$out/hicolor/$1x$1/apps/$id.png"
}

for size in 16 22 24 32 48 64 128 256 512; do
	mkdir -p "$(dirname "$(png $size)")"
	rsvg-convert --width $size --height $size "$(drawing $size)" --output "$(png $size)"
done
cp assets/icon.svg "$out/hicolor/scalable/apps/$id.svg"
cp assets/icon-symbolic.svg "$out/hicolor/symbolic/apps/$id-symbolic.svg"

# Frames are bitmaps, not PNGs: old Windows reads no others, and wine swaps red and blue in them.
frames=()
for size in 16 24 32 48 64 128 256; do
	frames+=("$(png $size)")
done
icotool --create --output="$out/afterglow.ico" "${frames[@]}"

# macOS makes the sizes between these itself.
frames=()
for size in 16 32 48 128 256 512; do
	frames+=("$(png $size)")
done
png2icns "$out/afterglow.icns" "${frames[@]}" >/dev/null
