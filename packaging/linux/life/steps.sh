# What the lives of the packages have in common; they source this file.
export DEBIAN_FRONTEND=noninteractive
data=$XDG_DATA_HOME/afterglow
cd "$HOME"

fail() { echo "FAILED: $*" >&2; exit 1; }
# has PATTERN: like grep -q, but it reads to the end, so that no pipe breaks.
has() { grep "$@" >/dev/null; }
# until_true SECONDS WHAT COMMAND...: looks often, and says what did not come about.
until_true() {
	local most=$((SECONDS + $1)) what=$2
	shift 2
	until "$@" >/dev/null 2>&1; do
		[ $SECONDS -lt $most ] || fail "$what"
		read -r -t 0.1 <> <(:) || true
	done
}
# quietly NAME COMMAND...: what it says goes to a log, which is shown where it fails.
quietly() {
	local log=/test/$1.log
	shift
	"$@" >"$log" 2>&1 || { tail -n 20 "$log" >&2; fail "$*"; }
}
apt() { sudo DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 "$@"; }

# Each icon that is registered with the tray from now on is a line of /test/icons.
watch_icons() {
	: >/test/icons
	dbus-monitor --session --profile "member='RegisterStatusNotifierItem'" >>/test/icons &
	until_true 10 "the bus is watched" grep -q . /test/icons
}
icon() {
	gdbus call --session --dest org.kde.StatusNotifierWatcher --object-path /StatusNotifierWatcher \
		--method org.freedesktop.DBus.Properties.Get org.kde.StatusNotifierWatcher RegisteredStatusNotifierItems | has StatusNotifierItem
}
no_icon() { ! icon; }
gone() { [ ! -d "/proc/$1" ] || [ "$(awk '{ print $3 }' "/proc/$1/stat")" = Z ]; }
no_window() { ! pgrep -x afterglow-windo; }
# picture NAME [COLOURS]: the screen, where there is as much on it as a drawn window brings.
picture() {
	import -silent -window root "/test/pictures/$1.png" && [ "$(identify -format %k "/test/pictures/$1.png")" -gt "${2:-500}" ]
}
# unlike ONE OTHER: how many pixels differ between two pictures.
unlike() { compare -metric AE "$1" "$2" null: 2>&1 || true; }
# still NAME: two pictures, one after the other, are the same; the first is kept as NAME.
still() {
	picture "$1" || return 1
	read -r -t 1 <> <(:) || true
	import -silent -window root /test/next.png && [ "$(unlike "/test/pictures/$1.png" /test/next.png)" = 0 ]
}
# differs NAME NEXT: the screen, kept as NEXT, has more than one pixel in fifty other than NAME.
differs() {
	picture "$2" && unlike "/test/pictures/$1.png" "/test/pictures/$2.png" | awk '{ exit !($1 > 1400 * 1000 / 50) }'
}
open_window() { # PROGRAM
	"$1" >/dev/null || fail "the second start shows the window"
	until_true 60 "the window is there" xdotool search --onlyvisible --name '^Afterglow'
}
# The process runs the file that lies there now, and not one that was replaced.
runs() { # PID PROGRAM
	[ "$(stat -L -c %d:%i "/proc/$1/exe")" = "$(stat -c %d:%i "$2")" ]
}
# renewed PID PROGRAM: the same process is the new program, with an icon since /test/icons
# was emptied, and the old window is closed.
renewed() {
	until_true 30 "process $1 is the new $2" runs "$1" "$2"
	until_true 30 "its icon is back" grep -q RegisterStatusNotifierItem /test/icons
	until_true 30 "the old window is closed" no_window
}
form() { od -An -t u1 -j 60 -N 4 "$1" | awk '{ print (($1 * 256 + $2) * 256 + $3) * 256 + $4 }'; }
