#!/usr/bin/env bash
# Builds the programs for Windows with their icon, manifest and version.
# usage: packaging/windows/programs.sh OUTDIR VERSION
#   afterglow.exe         the command line, with a console
#   afterglow-tray.exe    the same program without one: the agent in the tray
#   afterglow-window.exe  the window
#   afterglow-sync.exe    what writes to a calendar server
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(realpath -m "$1") version=$2
mkdir -p "$out"
work=$(mktemp -d)

# The Go linker takes a resource file that lies beside the program's source. It is there
# only while this builds, and its name keeps it from builds for other systems.
syso=rsrc_windows_amd64.syso
trap 'rm -rf "$work" cmd/afterglow/$syso cmd/afterglow-window/$syso cmd/afterglow-sync/$syso' EXIT
trap 'exit 143' INT TERM HUP

packaging/icons/build.sh "$work/icons"
build=$(awk '$1 == "Build" { print $3; exit }' FyneApp.toml)
numbers=${version%%[-+~]*}.${build:-0}
resources() { # PROGRAM DESCRIPTION FOLDER
	local dir=$work/$1
	mkdir -p "$dir"
	cp "$work/icons/afterglow.ico" "$dir/"
	sed -e "s|@NUMBERS@|$numbers|" packaging/windows/program.manifest.in >"$dir/program.manifest"
	sed -e "s|@COMMAS@|${numbers//./,}|" -e "s|@VERSION@|$version|" -e "s|@PROGRAM@|$1|" -e "s|@DESCRIPTION@|$2|" \
		packaging/windows/program.rc.in >"$dir/program.rc"
	(cd "$dir" && x86_64-w64-mingw32-windres -O coff -i program.rc -o program.syso)
	cp "$dir/program.syso" "$3/$syso"
}

export GOFLAGS="-trimpath -buildvcs=false -tags=no_emoji,release"
export GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc
resources afterglow "Afterglow, command line" cmd/afterglow
go build -ldflags '-s -w' -o "$out/afterglow.exe" ./cmd/afterglow
resources afterglow-tray "Afterglow" cmd/afterglow
go build -ldflags '-s -w -H windowsgui' -o "$out/afterglow-tray.exe" ./cmd/afterglow
resources afterglow-window "Afterglow" cmd/afterglow-window
go build -ldflags '-s -w -H windowsgui' -o "$out/afterglow-window.exe" ./cmd/afterglow-window
resources afterglow-sync "Afterglow, calendar server" cmd/afterglow-sync
go build -ldflags '-s -w -H windowsgui' -o "$out/afterglow-sync.exe" ./cmd/afterglow-sync
