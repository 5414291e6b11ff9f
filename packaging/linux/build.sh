#!/usr/bin/env bash
# Builds the Linux packages: deb, rpm, Arch package and a tarball for one's own
# folder. usage: packaging/linux/build.sh DIST
#   AFTERGLOW_SITE  the address of the project's pages
set -euo pipefail
cd "$(dirname "$0")/../.."
dist=$(realpath -m "$1")
version=$(packaging/version.sh)
SOURCE_DATE_EPOCH=$(packaging/epoch.sh)
export SOURCE_DATE_EPOCH
umask 022
mkdir -p "$dist"

bin=$PWD/build/linux/bin work=$PWD/build/linux/$version
root=$work/root
rm -rf "$work"
mkdir -p "$bin" "$root/usr/bin" "$root/usr/share/doc/afterglow"

# Position independent and with fixed tables, as Debian asks of programs.
export GOFLAGS="-trimpath -buildvcs=false -tags=no_emoji,release" CGO_ENABLED=1
go build -buildmode=pie -ldflags '-s -w -extldflags "-Wl,-z,relro,-z,now"' -o "$bin/" ./cmd/afterglow ./cmd/afterglow-window ./cmd/afterglow-sync
install -m 755 "$bin/afterglow" "$bin/afterglow-window" "$bin/afterglow-sync" "$root/usr/bin/"

# The files round them.
files=packaging/linux/files share=$root/usr/share id=app.afterglow.Afterglow
date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)
fill() {
	sed -e "s|@VERSION@|$version|g" -e "s|@DATE@|$date|g" -e "s|@SITE@|${AFTERGLOW_SITE:-https://afterglow.example}|g" "$1"
}
go run ./packaging/linux/manual "$root" "$version" "$SOURCE_DATE_EPOCH"
for program in afterglow-window afterglow-sync; do
	fill $files/$program.1.in >"$share/man/man1/$program.1"
done
gzip -9n "$share"/man/man1/*.1
install -D -m 644 -t "$share/applications" $files/$id.desktop $files/$id.Plan.desktop
install -D -m 644 -t "$share/mime/packages" $files/$id.xml
mkdir -p "$share/metainfo"
fill $files/$id.metainfo.xml.in >"$share/metainfo/$id.metainfo.xml"
packaging/icons/build.sh "$work/icons"
mkdir -p "$share/icons"
cp -r "$work/icons/hicolor" "$share/icons/"
install -m 644 $files/copyright "$share/doc/afterglow/copyright"
gzip -9nc packaging/THIRD_PARTY.txt >"$share/doc/afterglow/THIRD_PARTY.gz"

# The tarball, with its own installer for one's own folder.
tree=$work/afterglow-$version-linux-amd64
mkdir -p "$tree"
cp -r "$root/usr/." "$tree/"
packaging/linux/scripts/compose.sh "$work/scripts"
install -m 755 "$work/scripts/install.sh" "$tree/install.sh"
install -m 644 LICENSE "$tree/"
find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "$(basename "$tree")" |
	zstd -q -19 -T1 -f -o "$dist/afterglow-$version-linux-amd64.tar.zst" -

# The packages of the three families. Only Debian knows lintian and its overrides.
sed "1,/^- semver:/s/semver: .*/semver: $version-1/" packaging/changelog.yml >"$work/changelog.yml"
contents() {
	(cd "$root" && find . -type f -printf '%P %m\n' | sort) | while read -r path mode; do
		line() { printf '  - { src: "%s", dst: "/%s", %sfile_info: { mode: 0%s, owner: root, group: root } }\n' "$root/$path" "$1" "${2:-}" "$mode"; }
		case $path in
		*/zsh/vendor-completions/*) # a folder of Debian's own
			line "$path" "packager: deb, "
			line "${path/vendor-completions/site-functions}" "packager: rpm, "
			line "${path/vendor-completions/site-functions}" "packager: archlinux, "
			;;
		*) line "$path" ;;
		esac
	done
	printf '  - { src: "%s", dst: "/usr/share/lintian/overrides/afterglow", packager: deb, file_info: { mode: 0644 } }\n' "$PWD/$files/lintian-overrides"
}
contents >"$work/contents"
fill packaging/linux/nfpm.yml.in | sed -e "s|@MTIME@|$(date -u -d "@$SOURCE_DATE_EPOCH" +%FT%TZ)|" \
	-e "s|@SCRIPTS@|$work/scripts|g" -e "s|@CHANGELOG@|$work/changelog.yml|" \
	-e "/@CONTENTS@/{r $work/contents" -e 'd}' >"$work/nfpm.yml"
(cd packaging/tools && GOFLAGS=-trimpath go build -o ../../build/tools/nfpm github.com/goreleaser/nfpm/v2/cmd/nfpm)
for packager in deb rpm archlinux; do
	build/tools/nfpm package --config "$work/nfpm.yml" --packager "$packager" --target "$dist/"
done
