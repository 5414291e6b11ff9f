#!/usr/bin/env bash
# Type-checks for Windows and macOS what can be without their C compilers: every room but
# those that stand on SQLite or draw the window, and on macOS those round the tray, which
# need Apple's SDK.
# usage: packaging/vet.sh [windows|darwin]...
set -euo pipefail
cd "$(dirname "$0")/.."
systems=("$@")
[ ${#systems[@]} -gt 0 ] || systems=(windows darwin)
export CGO_ENABLED=0 GOFLAGS="-trimpath -buildvcs=false -tags=no_emoji,release"
for system in "${systems[@]}"; do
	export GOOS=$system
	needs_c=' github\.com/mattn/go-sqlite3 | fyne\.io/fyne/'
	[ "$system" != darwin ] || needs_c="$needs_c| fyne\.io/systray "
	mapfile -t rooms < <(go list -e -f '{{.ImportPath}} {{join .Deps " "}} ' ./cmd/... ./app/... ./guidance/... |
		grep -vE "$needs_c" | cut -d ' ' -f 1)
	[ ${#rooms[@]} -ge 10 ] || { echo "vet: only ${#rooms[@]} rooms were found for $system" >&2; exit 1; }
	go vet "${rooms[@]}"
	echo "vet: ${#rooms[@]} rooms type-check for $system"
done
