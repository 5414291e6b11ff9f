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
	# What stands on SQLite in its tests alone is built, not vetted.
	mapfile -t tested < <(go list -e -test -f '{{with .ForTest}}{{.}}{{else}}{{.ImportPath}}{{end}} {{join .Deps " "}} ' "${rooms[@]}" |
		grep -E "$needs_c" | cut -d ' ' -f 1 | sed 's/\.test$//' | sort -u)
	mapfile -t whole < <(printf '%s\n' "${rooms[@]}" | grep -vxF -f <(printf '%s\n' "${tested[@]}"))
	go build "${rooms[@]}"
	go vet "${whole[@]}"
	echo "vet: ${#rooms[@]} rooms type-check for $system"
done
