#!/usr/bin/env bash
# Every test, from the quick ones to the real programs on a real desktop. It
# stops at the first step that fails. Further words go to go test.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$1"; }

step "Form: gofmt and go vet"
unformatted=$(find . -name '*.go' -not -path './build/*' -exec gofmt -l {} +)
if [ -n "$unformatted" ]; then
	printf 'gofmt would change these files:\n%s\n' "$unformatted" >&2
	exit 1
fi
go vet ./...
go vet -tags no_emoji,release,e2e ./e2e/...

step "What can be said quickly of the packages; the rooms type-checked for Windows and macOS"
packaging/check.sh

step "The programs"
make --no-print-directory build

# Under the race detector: the rooms in which things happen at the same time. The
# pure rooms and service do one thing after the other, and the graphics library is not ours.
together=() alone=()
while read -r package graphics; do
	case $graphics$package in
	no*/app/course | no*/app/timeline | no*/app/ask* | no*/app/leaflet* | no*/app/studio* | no*/app/service | no*/simulation* | no*/guidance | no*/bench/* | noafterglow | yes*) alone+=("$package") ;;
	*) together+=("$package") ;;
	esac
done < <(go list -f '{{.ImportPath}} {{join .Deps " "}}' ./... |
	awk '{ print $1, (/ fyne\.io\/fyne\/v2\/internal/ ? "yes" : "no") }')

step "Rooms in which things happen at the same time, under the race detector"
go test -race "$@" "${together[@]}"

step "The other rooms"
go test "$@" "${alone[@]}"

step "Courses by Go's own time zones: their tables end with rules, where Debian's go on to 2037"
ZONEINFO=$(go env GOROOT)/lib/time/zoneinfo.zip go test -count=1 "$@" ./app/course

step "Fuzzing, 10 s a target"
scripts/fuzz.sh 10s

step "The real programs on a virtual desktop"
# One package after the other: there is one desktop.
scripts/desktop.sh go test -tags no_emoji,release,e2e -count=1 -timeout 15m -p 1 -v "$@" ./e2e/...

step "Xfce and sway, the real ones"
scripts/desktops/both.sh
