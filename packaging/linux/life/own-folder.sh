#!/usr/bin/env bash
# The life of the tarball in a person's own folder, whose name has a space in it: install,
# upgrade under a running agent, remove when the unpacked folder is long gone.
# usage, by inside.sh alone: own-folder.sh
set -euo pipefail
. /test/life/steps.sh
watch_icons
export PREFIX="$HOME/my programs"
program=$PREFIX/bin/afterglow

unpack() { # VERSION: the unpacked folder is the answer
	local into=$HOME/Downloads/$1
	mkdir -p "$into"
	tar -C "$into" -xf /test/"$1"/*-linux-amd64.tar.zst
	echo "$into"/afterglow-*
}
old=$(unpack before)
quietly own-install "$old/install.sh"
rm -r "$old"
[ "$("$program" version | awk '{ print $2 }')" = 0.0.9 ] || fail "the version before is installed"
# The desktop finds the entries of one's own folder there.
export XDG_DATA_DIRS="$PREFIX/share:/usr/local/share:/usr/share"
gio launch "$PREFIX/share/applications/app.afterglow.Afterglow.desktop" >/test/own-agent.log 2>&1 || fail "the entry in the menu starts Afterglow"
until_true 30 "the tray icon is there" icon
agent=$(pgrep -x afterglow) || fail "the agent runs"
runs "$agent" "$program" || fail "the agent is the one of the own folder"
until_true 60 "with no treatment yet, the window is there" xdotool search --onlyvisible --name '^Afterglow'
"$program" treat --at -2h >/dev/null
"$program" autostart on >/dev/null
touch "$PREFIX/share/a-file-of-another-program"

new=$(unpack this)
: >/test/icons
quietly own-upgrade "$new/install.sh"
renewed "$agent" "$program"
rm -r "$new"
"$program" log | has -i treat || fail "the treatment is in the log after the upgrade"
open_window "$program"
gio open /test/clinic.afterglow-plan >/dev/null || fail "a plan file opens"

quietly own-remove "$PREFIX/bin/afterglow-remove"
until_true 30 "the agent ends" gone "$agent"
until_true 30 "the window ends" no_window
grep -qF "$data" /test/own-remove.log || fail "the removal says where the notes are"
[ -s "$data/journal.sqlite" ] || fail "the notes stay"
[ ! -e "$XDG_CONFIG_HOME/autostart/app.afterglow.Afterglow.desktop" ] || fail "the autostart entry goes"
left=$(find "$PREFIX" -type f ! -name '*.cache' ! -path '*/share/mime/*')
[ "$left" = "$PREFIX/share/a-file-of-another-program" ] || fail "this is left: $left"
echo "own folder: installed, upgraded under the running agent, removed"
