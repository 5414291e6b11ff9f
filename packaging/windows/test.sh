#!/usr/bin/env bash
# Installs, uses, upgrades and removes the Windows packages under wine, with pictures,
# then runs the Go tests of every room without a window there.
# usage: packaging/windows/test.sh DIST
#   PICTURES     where the pictures go (build/windows/pictures)
#   KILLS        how many commands are killed at random instants (40)
#   GO_TESTS=no  leaves the Go tests out
set -Eeuo pipefail
cd "$(dirname "$0")/../.."
dist=$(realpath -m "$1")
pictures=${PICTURES:-$PWD/build/windows/pictures}
version=$(packaging/version.sh)
setup=$dist/afterglow-$version-windows-amd64-setup.exe
zip=$dist/afterglow-$version-windows-amd64-portable.zip
[ -e "$setup" ] && [ -e "$zip" ] && [ -e "build/windows/$version/files" ] || packaging/windows/build.sh "$dist"
# The version before: the same programs with a lower number.
before=$PWD/build/windows/before
older=$before/afterglow-0.0.9-windows-amd64-setup.exe
[ "$older" -nt "$setup" ] ||
	AFTERGLOW_VERSION=0.0.9 AFTERGLOW_PROGRAMS=$PWD/build/windows/$version/files packaging/windows/build.sh "$before"

# shellcheck source=wine.sh
. packaging/windows/wine.sh
trap 'echo "windows: line $LINENO failed: $BASH_COMMAND" >&2' ERR
step() { printf '\n== %s\n' "$*"; }
most=$((16 * 1024 * 1024))
[ "$(stat -c %s "$setup")" -le $most ] || fail "the set-up has more than 16 MB"

step "A Windows of its own"
wine_begin
programs_dir=$wine_user/AppData/Local/Programs/Afterglow
data=$wine_user/AppData/Local/afterglow
link_file="$wine_user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Afterglow.lnk"
remove_key='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Afterglow'
run_key='HKCU\Software\Microsoft\Windows\CurrentVersion\Run'
ag() { win "$programs_dir/afterglow.exe" "$@"; }
value() { # KEY VALUE: what stands in the registry, "" for nothing
	win reg query "$1" /v "$2" 2>/dev/null | tr -d '\r' | awk -v name="$2" '$1 == name { sub(/^.*REG_[A-Z]+ +/, ""); print }'
}
ends_with() { # CODE COMMAND...: a command's exit code
	local want=$1 got=0
	shift
	"$@" >"$wine_work/out" 2>&1 || got=$?
	[ $got = "$want" ] || fail "\"${*##*/}\" ended with $got, not $want: $(cat "$wine_work/out")"
}
runs() { ag doctor --json 2>/dev/null | grep -q 'Afterglow runs, process'; }
tray_pid() { ag doctor --json | sed -n 's/.*Afterglow runs, process \([0-9]*\).*/\1/p'; }
window_is_there() { xwininfo -root -tree | grep "$1" | grep -qE " [0-9]{3,4}x[0-9]{3,4}\+"; }
# A window's place: x y width height.
place_of() { xwininfo -root -tree | sed -nE "s/.*$1.* ([0-9]{2,4})x([0-9]{2,4})\+[-0-9]+\+[-0-9]+ +\+([-0-9]+)\+([-0-9]+).*/\3 \4 \1 \2/p" | head -n 1; }
click_in() { # WINDOW X Y [BUTTON]: at that place of it; down and up apart, as wine wants it
	read -r x y _ _ < <(place_of "$1")
	click_at $((x + $2)) $((y + $3)) "${4:-1}"
}
click_at() { # as long as a finger's click: wine overlooks a shorter one
	xdotool mousemove "$1" "$2" mousedown "$3" sleep 0.2 mouseup "$3"
}
# The same picture twice: nothing is being drawn any more.
still() {
	import -window root "$wine_work/now.png"
	local before=$wine_work/was.png
	if [ -e "$before" ] && [ "$(compare -metric AE "$before" "$wine_work/now.png" null: 2>&1)" = 0 ]; then rm -f "$before"; return 0; fi
	mv "$wine_work/now.png" "$before"
	return 1
}

step "The version before, installed silently"
ends_with 0 win "$older" /S
[ "$(value "$remove_key" DisplayVersion)" = 0.0.9 ] || fail "the list of programs names no version 0.0.9"
[ "$(value "$remove_key" InstallLocation)" = 'C:\users\'"$(id -un)"'\AppData\Local\Programs\Afterglow' ] || fail "the list of programs names no folder"
[ -s "$link_file" ] || fail "there is no entry in the Start menu"
[ -z "$(value "$run_key" Afterglow)" ] || fail "it starts at login without having been asked"
[ -e "$data" ] && fail "the set-up made a data folder"
for file in afterglow.exe afterglow-tray.exe afterglow-window.exe afterglow-sync.exe afterglow.ico LICENSE.txt THIRD_PARTY.txt uninstall.exe; do
	[ -s "$programs_dir/$file" ] || fail "$file is not installed"
done

step "The command line"
ag version
ends_with 0 ag status
ends_with 0 ag treat --at -26h --device pen --depth 0.5
ends_with 0 ag can sun
grep -qi 'not yet\|wait' "$wine_work/out" || fail "can sun says: $(cat "$wine_work/out")"
ends_with 0 ag plan list
grep -q essentials "$wine_work/out" || fail "plan list names no plan: $(cat "$wine_work/out")"
printf 'format = 1\nid = "x"\nnonsense = true\n' >"$wine_work/bad.afterglow-plan"
ends_with 1 ag plan check "$wine_work/bad.afterglow-plan"
ends_with 2 ag nonsense
ends_with 2 ag treat --at yesterdayish
ag status --json >"$wine_work/status.json"
python3 -c 'import json, sys; s = json.load(open(sys.argv[1])); assert s["treatment"]["plan"] == "essentials", s' "$wine_work/status.json"
[ "$(ag status --json | tr -d '\r' | head -c 1)" = "{" ] || fail "status --json does not go through a pipe"

step "The journal, while commands are killed at random instants (${KILLS:-40})"
# What was acknowledged has to be in the log afterwards, and the journal whole.
acknowledged=0 killed=0
for ((n = 0; n < ${KILLS:-40}; n++)); do
	"$wine_program" "$programs_dir/afterglow.exe" done water --json >"$wine_work/done.json" 2>/dev/null &
	victim=$!
	# Anywhere between the start and beyond the end of a command, which takes some 300 ms.
	timeout "0.$(printf %03d $((RANDOM % 500)))" tail --pid=$victim -f /dev/null || true
	kill -KILL $victim 2>/dev/null && killed=$((killed + 1))
	wait $victim 2>/dev/null && acknowledged=$((acknowledged + 1))
done
kept=$(ag log --json | python3 -c 'import json, sys; print(sum(e["kind"] == "done" and e["what"] == "water" for e in json.load(sys.stdin)))')
echo "$killed killed, $acknowledged acknowledged, $kept kept"
[ "$killed" -gt 0 ] && [ "$acknowledged" -gt 0 ] || fail "the instants are not spread: nothing is proven"
[ "$kept" -ge "$acknowledged" ] || fail "$acknowledged were acknowledged, $kept are in the log"
ag doctor --json >"$wine_work/doctor.json" || true
python3 -c 'import json, sys; c = {c["id"]: c for c in json.load(open(sys.argv[1]))["checks"]}; assert c["journal"]["ok"], c' "$wine_work/doctor.json"

step "The tray, started by the command line"
ends_with 0 ag
until_true 30 runs || fail "the tray does not run: $(ag doctor)"
first=$(tray_pid)
ends_with 0 ag autostart on
case $(value "$run_key" Afterglow) in *afterglow-tray.exe*--background*) ;; *) fail "at login starts: $(value "$run_key" Afterglow)" ;; esac
ends_with 0 ag autostart off
ends_with 0 ag doctor --test
until_true 20 still || true
picture "$pictures/balloon.png"

step "Upgrade over the running tray and its window"
(win "$programs_dir/afterglow-window.exe" || true) &
until_true 60 window_is_there '"Afterglow"' || fail "the window does not open"
cp -r "$data" "$wine_work/data-before"
ends_with 0 win "$setup" /S
[ "$(value "$remove_key" DisplayVersion)" = "$version" ] || fail "the list of programs names $(value "$remove_key" DisplayVersion)"
until_true 30 runs || fail "the tray was not started again"
second=$(tray_pid)
[ "$first" != "$second" ] || fail "the old tray still runs, process $first"
window_is_there '"Afterglow"' && fail "the window of the old version is still open"
[ "$(ag log --json | grep -c '"water"')" -ge "$kept" ] || fail "the upgrade lost entries"
ends_with 0 win "$setup" /S /AUTOSTART=1
case $(value "$run_key" Afterglow) in *afterglow-tray.exe*--background*) ;; *) fail "/AUTOSTART=1 wrote: $(value "$run_key" Afterglow)" ;; esac
ends_with 0 ag autostart status --json
grep -q "afterglow-tray.exe" "$wine_work/out" || fail "autostart says: $(cat "$wine_work/out")"
until_true 30 runs || fail "the tray was not started again"

step "The window, the tray and its menu"
ends_with 0 ag # raises or opens the window of the tray that runs
until_true 60 window_is_there '"Afterglow"' || fail "the window does not open"
# Of many colours: empty pages come before the journal is read.
drawn() { import -window root "$wine_work/page.png" && [ "$(convert "$wine_work/page.png" -crop 700x560+260+60 -format %k info:)" -gt 100 ]; }
until_true 60 drawn || { picture "$pictures/failed.png"; fail "the window shows nothing"; }
until_true 60 still || fail "the window does not come to rest"
picture "$pictures/window.png"
win "$programs_dir/afterglow-window.exe" --plan "$wine_work/bad.afterglow-plan"
until_true 60 still || fail "the window does not come to rest"
picture "$pictures/plan.png"
ag quit >/dev/null
until_true 30 bash -c '! xwininfo -root -tree | grep -q "\"Afterglow\""' || fail "the window does not close"
ends_with 0 win "$programs_dir/afterglow.exe" --background
until_true 30 runs || fail "the tray does not start"
# The tray's hidden window is larger than any menu.
menu() { xwininfo -root -tree | grep '"afterglow-tray.exe"' | grep -qE ' [0-9]{3}x([4-9][0-9]|[12][0-9]{2})\+'; }
open_menu() { click_at 1013 758 3; until_true 5 menu; }
until_true 30 open_menu || { picture "$pictures/failed.png"; xwininfo -root -tree >&2; fail "the tray shows no menu"; }
xdotool mousemove 300 300 # else the tooltip lies over the menu
until_true 30 still || true
picture "$pictures/tray.png"
convert "$pictures/tray.png" -crop 400x280+624+488 +repage "$pictures/windows-tray.png"
xdotool key Escape || true
click_at 300 300 1
ends_with 0 ag quit

step "Removal"
ends_with 0 win "$programs_dir/afterglow.exe" --background
until_true 30 runs || fail "the tray does not start"
ends_with 0 win "$programs_dir/uninstall.exe" /S "_?=C:\\users\\$(id -un)\\AppData\\Local\\Programs\\Afterglow"
at_rest 60 || fail "after removal these still run: $(programs)"
left() {
	find "$WINEPREFIX/drive_c" \( -iname '*afterglow*' -o -iname 'fyne' \) | grep -v "^$data" || true
	win reg query HKCU /s 2>/dev/null | grep -i afterglow | grep -viE 'MuiCache|UserAssist|setup.exe' || true
}
# In place it cannot take itself away; as Windows starts it, it can: see below.
rm -f "$programs_dir/uninstall.exe"
rmdir "$programs_dir" 2>/dev/null || true
[ -z "$(left)" ] || fail "removal left: $(left)"
[ -s "$data/journal.sqlite" ] || fail "removal took the notes"

step "Set up by hand, with pictures"
(WIN_TIME=300 win "$setup" || true) &
until_true 60 window_is_there '"Afterglow Setup *"' || fail "the set-up shows no window"
until_true 30 still || true
picture "$pictures/setup-1.png"
read -r x y w h < <(place_of '"Afterglow Setup *"')
convert "$pictures/setup-1.png" -crop "${w}x$h+$x+$y" +repage "$pictures/windows-setup.png"
click_in '"Afterglow Setup *"' 36 156   # start when I log in
click_in '"Afterglow Setup *"' 424 360  # Install
installed() { [ "$(value "$remove_key" DisplayVersion)" = "$version" ]; }
until_true 120 installed || fail "the set-up does not install"
until_true 30 still || true
picture "$pictures/setup-2.png"
click_in '"Afterglow Setup *"' 424 360  # Finish, with "Open Afterglow now"
until_true 30 runs || fail "the set-up does not open Afterglow"
case $(value "$run_key" Afterglow) in *afterglow-tray.exe*--background*) ;; *) fail "the tick has no effect: $(value "$run_key" Afterglow)" ;; esac

step "Removed by hand, notes and all"
(win "$programs_dir/uninstall.exe" || true) &
# Of the two windows of that name the smaller one is the question.
question() {
	xwininfo -root -tree | grep '"Afterglow Uninstall *"' | grep -vE ' 1x1\+' | wc -l | grep -qx 2
}
until_true 120 question || { picture "$pictures/failed.png"; fail "the removal does not ask about the notes"; }
until_true 30 still || true
picture "$pictures/remove.png"
answered() { xdotool key alt+y; until_true 5 bash -c '! xwininfo -root -tree | grep -q "\"Afterglow Uninstall *\"" || [ ! -e "$1" ]' _ "$data"; }
until_true 30 answered || { picture "$pictures/failed.png"; fail "the question about the notes takes no answer"; }
until_true 30 bash -c '[ ! -e "$1" ]' _ "$data" || fail "the notes were to go, and stay"
finish() { click_in '"Afterglow Uninstall *"' 424 360 && until_true 5 bash -c '! xwininfo -root -tree | grep -q "\"Afterglow Uninstall *\""'; }
until_true 30 finish || true
at_rest 60 || fail "after removal these still run: $(programs)"
[ -z "$(left)" ] || fail "removal left: $(left)"

step "The portable zip"
mkdir "$wine_work/stick"
unzip -q "$zip" -d "$wine_work/stick"
stick=$(echo "$wine_work/stick"/afterglow-*)
portable() { win "$stick/afterglow.exe" "$@"; }
portable treat --at -30m --device pen --depth 0.5 >/dev/null
[ -s "$stick/data/journal.sqlite" ] || fail "the portable one keeps its data elsewhere"
ends_with 0 portable
until_true 30 bash -c "timeout 60 '$wine_program' '$stick/afterglow.exe' doctor | grep -q 'runs, process'" || fail "the portable tray does not run"
ends_with 0 portable quit
at_rest 60 || fail "after the portable one these still run: $(programs)"
[ ! -e "$data" ] || fail "the portable one wrote to $data"

if [ "${GO_TESTS:-}" != no ]; then
	step "The Go tests of every room without a window"
	wine_end
	packaging/windows/go-test.sh
fi
printf '\nwindows: all is well. Set-up %s bytes, zip %s bytes. Pictures are in %s\n' "$(stat -c %s "$setup")" "$(stat -c %s "$zip")" "$pictures"
