#!/usr/bin/env bash
# Runs the Go tests of every room without a window as Windows programs, under wine.
# usage: packaging/windows/go-test.sh [ROOM]...
#   TEST_ARGS  words for the test programs, such as "-test.run Link"
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=wine.sh
. packaging/windows/wine.sh

rooms=("$@")
[ ${#rooms[@]} -gt 0 ] || rooms=(
	guidance app/course app/timeline app/clock app/reminder app/journal app/service app/ipc
	app/autostart app/crash app/notify app/notify/toast app/tray app/agent app/cli
)

# What cannot be tried there, by name, and why.
left_out() {
	case $1 in
	app/cli)
		# They read XDG's desktop entry, or Unix's modes, which Windows has none of. What stands in
		# the registry is one for all tests, so what one switches on the next one sees. And a
		# path with a backslash is printed in quotation marks.
		echo 'TestAutostartIsWhatStandsOnTheComputer|TestDoctorNamesWhatIsWrongWithItsFix|TestWhatIsPrintedReadsAsAgreed|TestARestoreNamesTheCopyOfWhatWasThere|TestEveryCommandAnswersInItsDocumentedShape'
		# cobra takes the words of the test program itself for a command line without words.
		echo 'TestWrongUseIsOneLineThatHelpsAndWritesNothing|TestNoCommandStartsTheAgentWithItsFolder'
		;;
	guidance) echo 'TestHostileFilesAreRefusedQuickly' ;; # it measures time, and wine is slow on a busy machine
	esac | paste -sd '|'
}

bin=$PWD/build/windows/tests
rm -rf "$bin"
mkdir -p "$bin"

# wine 8 cannot delete a file in the way that Go prefers, and says so with a word that Go does
# not know: each t.TempDir would fail as it is cleaned up. Go has a second way for old
# Windows. Each test program is built with one file more that chooses it. The file also
# brings the zones by their names, which Windows has none of and the programs need none of.
overlay=$bin/overlay.json
{
	echo '{"Replace": {'
	first=yes
	for room in "${rooms[@]}"; do
		name=$(GOOS=windows go list -f '{{.Name}}' "./$room")
		mkdir -p "$bin/$room"
		cat >"$bin/$room/wine_test.go" <<-EOF
			package $name

			import (
				_ "time/tzdata"
				_ "unsafe"
			)

			//go:linkname wineDeletesTheOldWay internal/syscall/windows.TestDeleteatFallback
			var wineDeletesTheOldWay bool

			func init() { wineDeletesTheOldWay = true }
		EOF
		[ $first = yes ] || echo ,
		first=no
		printf '"%s": "%s"' "$PWD/$room/zz_wine_test.go" "$bin/$room/wine_test.go"
	done
	echo '}}'
} >"$overlay"

export GOFLAGS="-trimpath -buildvcs=false -tags=no_emoji,release"
for room in "${rooms[@]}"; do
	GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc \
		go test -c -overlay "$overlay" -ldflags '-s -w -checklinkname=0' -o "$bin/$room/room.test.exe" "./$room"
done

wine_begin
failed=()
for room in "${rooms[@]}"; do
	exe=$bin/$room/room.test.exe
	[ -e "$exe" ] || { echo "none  $room: no tests for Windows"; continue; }
	start=$SECONDS
	skip=$(left_out "$room")
	# shellcheck disable=SC2086
	if (cd "$room" && WIN_TIME=600 win "$exe" -test.v=true -test.short=true "-test.timeout=${TEST_TIME:-8m}" ${skip:+"-test.skip=^($skip)\$"} ${TEST_ARGS:-}) >"$bin/$room/log" 2>&1; then
		# A room of which nothing ran would be no proof of anything.
		ran=$(grep -c '^--- PASS' "$bin/$room/log" || true)
		skipped=$(grep -c '^--- SKIP' "$bin/$room/log" || true)
		[ "$ran" -gt 0 ] || { failed+=("$room"); echo "FAIL  $room: no test ran"; continue; }
		echo "ok    $room: $ran passed, $skipped skipped, $((SECONDS - start)) s"
	else
		failed+=("$room")
		echo "FAIL  $room"
		grep -vE '^(=== |--- PASS|--- SKIP|    --- PASS)' "$bin/$room/log" | tail -n 40
	fi
done
at_rest || fail "programs of the tests still run: $(programs)"
[ ${#failed[@]} = 0 ] || fail "these rooms fail: ${failed[*]}"
