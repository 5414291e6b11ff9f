#!/usr/bin/env bash
# The life of the package in a clean system, on its virtual desktop: install, treat,
# be told, see the window, upgrade under a running agent, remove.
# usage, by test.sh alone: inside.sh OLD.deb NEW.deb
set -euo pipefail
old=$1 new=$2
export DEBIAN_FRONTEND=noninteractive
# A reminder at night waits for the morning: here it is the early afternoon.
west=$(($(date -u +%-H) - 14))
[ $west -lt 0 ] || west=+$west
export TZ=Etc/GMT$west
data=$XDG_DATA_HOME/afterglow

fail() { echo "FAILED: $*" >&2; exit 1; }
# until_true SECONDS WHAT COMMAND...: looks often, and says what did not come about.
until_true() {
	local most=$((SECONDS + $1)) what=$2
	shift 2
	until "$@" >/dev/null 2>&1; do
		[ $SECONDS -lt $most ] || fail "$what"
		read -r -t 0.1 <> <(:) || true
	done
}
apt() { apt-get -qq -y -o Dpkg::Use-Pty=0 "$@"; }
icon() {
	gdbus call --session --dest org.kde.StatusNotifierWatcher --object-path /StatusNotifierWatcher \
		--method org.freedesktop.DBus.Properties.Get org.kde.StatusNotifierWatcher RegisteredStatusNotifierItems | grep -q StatusNotifierItem
}

dbus-monitor --session "interface='org.freedesktop.Notifications',member='Notify'" >/test/notes &
monitor=$!
before=$SECONDS
apt install "$old" >/test/install.log 2>&1 || { tail -n 20 /test/install.log; fail "the package installs"; }
echo "installed after $((SECONDS - before)) s"
afterglow --background >/test/agent.log 2>&1 &
agent=$!
until_true 30 "the tray icon is there" icon
afterglow treat --at -23h59m50s --device pen --depth 0.5
until_true 60 "a notification of the makeup wait's end" grep -qi makeup /test/notes
took=$((SECONDS - before))
echo "install, first treatment and first notification: $took s"
[ "$took" -le 60 ] || echo "NOTE: more than 60 s; the machine's other work counts in"

afterglow >/dev/null 2>&1 || fail "the second start shows the window"
until_true 60 "the window is there" xdotool search --onlyvisible --name Afterglow
colours() { import -silent -window root /test/window.png && [ "$(identify -format %k /test/window.png)" -gt 500 ]; }
until_true 60 "the window is drawn" colours

[ "$(readlink "/proc/$agent/exe")" = /usr/bin/afterglow ] || fail "the agent is the packaged one"
apt install "$new" >/test/upgrade.log 2>&1 || { tail -n 20 /test/upgrade.log; fail "the package upgrades"; }
renewed() { [ "$(readlink "/proc/$agent/exe")" = /usr/bin/afterglow ] && tr '\0' ' ' <"/proc/$agent/cmdline" | grep -q background; }
until_true 30 "the agent is the new program, in the same process" renewed
until_true 30 "its icon is back" icon
[ -z "$(pgrep -x afterglow-windo || true)" ] || fail "the old window is closed"
afterglow status | grep -q . || fail "the journal is there after the upgrade"
afterglow log | grep -qi treat || fail "the treatment is in the log after the upgrade"
echo "upgraded under the running agent, process $agent"

afterglow autostart on >/dev/null
dpkg -L afterglow | while read -r path; do [ -d "$path" ] || echo "$path"; done >/test/files
apt remove afterglow >/test/remove.log 2>&1 || { tail -n 20 /test/remove.log; fail "the package is removed"; }
wait "$agent" 2>/dev/null || true
[ ! -e "/proc/$agent" ] || fail "the agent ends with its package"
grep -q 'Your notes stay' /test/remove.log || fail "the removal says where the notes are"
[ -s "$data/journal.sqlite" ] || fail "the notes stay"
while read -r path; do [ ! -e "$path" ] || fail "$path is left"; done </test/files
# A desktop passes over an entry whose TryExec is not there.
entry=$XDG_CONFIG_HOME/autostart/app.afterglow.Afterglow.desktop
try=$(sed -n 's/^TryExec=//p' "$entry")
[ -n "$try" ] && [ ! -e "$try" ] || fail "the autostart entry names the program that is gone"
kill $monitor
echo "removed: the notes stay, nothing else does"
