# What the scripts of this folder share. Each puts up one real desktop without a screen, on a session bus and in a home of
# its own, runs a command on it, and takes all of it down again:  scripts/desktops/NAME.sh COMMAND [ARG...]
#
# What only that desktop knows, each script lays down as small programs, its hands, in $AFTERGLOW_DESKTOP/hands:
#   quiet on|off   switches its "do not disturb"        dark on|off   a dark look
#   shot FILE      a picture of the whole screen        class         the desktop's own name for Afterglow's window
#   login          starts its session manager, and that what starts with the session
#   panel          restarts what shows tray icons       press         clicks Done on the notification on show
#   list           what its list of notifications has   open          clicks on the notification itself
#   icon X Y       clicks on the icon in the panel there, as it takes to open the window
#   silent         nothing: it is there where nobody is told that "do not disturb" has ended
# One that is not there was not tried on that desktop; e2e/desktops says so.
set -uo pipefail
desktops=$(cd "$(dirname "$0")" && pwd)

if [ -z "${AFTERGLOW_DESKTOP:-}" ]; then
	AFTERGLOW_DESKTOP=$(mktemp -d /tmp/agdesk.XXXXXX) || exit 1
	export AFTERGLOW_DESKTOP HOME=$AFTERGLOW_DESKTOP/home XDG_RUNTIME_DIR=$AFTERGLOW_DESKTOP/run
	export PATH=$AFTERGLOW_DESKTOP/hands:$PATH
	unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME WAYLAND_DISPLAY DISPLAY DBUS_SESSION_BUS_ADDRESS \
		SESSION_MANAGER XDG_CURRENT_DESKTOP DESKTOP_SESSION XDG_SESSION_TYPE
	mkdir -p "$HOME/.config" "$HOME/.local/share" "$AFTERGLOW_DESKTOP/log" "$AFTERGLOW_DESKTOP/hands"
	mkdir -m 700 "$XDG_RUNTIME_DIR"
	trap 'rm -rf "$AFTERGLOW_DESKTOP" 2>/dev/null' EXIT
	dbus-run-session -- "$0" "$@" 4>&2 2>"$AFTERGLOW_DESKTOP/log/bus" &
	session=$!
	trap 'kill "$(cat "$AFTERGLOW_DESKTOP/pid")" 2>/dev/null' INT TERM HUP
	until wait "$session"; status=$?; ! kill -0 "$session" 2>/dev/null; do :; done
	exit "$status"
fi

exec 2>&4 4>&-
echo $$ >"$AFTERGLOW_DESKTOP/pid"
log=$AFTERGLOW_DESKTOP/log
export NO_AT_BRIDGE=1 GTK_A11Y=none GIO_USE_VFS=local LIBGL_ALWAYS_SOFTWARE=1
pieces=()
take_down() {
	trap - EXIT
	local i
	for ((i = ${#pieces[@]} - 1; i >= 0; i--)); do
		kill "${pieces[i]}" 2>/dev/null
	done
	wait
}
trap take_down EXIT
trap 'exit 143' INT TERM HUP

# piece NAME COMMAND...: starts a piece of the desktop; what it says goes to the log of that name.
piece() {
	local name=$1
	shift
	"$@" >"$log/$name" 2>&1 &
	pieces+=($!)
}

# come NAME CONDITION...: waits until the condition holds, half a minute at most, and else shows what was said.
come() {
	local name=$1 i
	shift
	for ((i = 0; i < 600; i++)); do
		"$@" >/dev/null 2>&1 && return 0
		sleep .05
	done
	echo "desktop: $name did not come up:" >&2
	tail -n 15 "$log"/* >&2
	exit 1
}

owned() {
	gdbus call --session -d org.freedesktop.DBus -o /org/freedesktop/DBus -m org.freedesktop.DBus.NameHasOwner "$1" | grep -q true
}

# shows_icons: somebody draws the icons of the tray.
shows_icons() {
	gdbus call --session -d org.kde.StatusNotifierWatcher -o /StatusNotifierWatcher \
		-m org.freedesktop.DBus.Properties.Get org.kde.StatusNotifierWatcher IsStatusNotifierHostRegistered | grep -q true
}

# gone: nobody draws the icons any more.
gone() {
	local i
	for ((i = 0; i < 600; i++)); do
		shows_icons || return 0
		sleep .05
	done
	echo "the icons are still drawn" >&2
	return 1
}
export -f shows_icons gone # for the hands

# hand NAME TEXT: lays down a hand of this desktop.
hand() {
	printf '#!/bin/bash\n%s\n' "$2" >"$AFTERGLOW_DESKTOP/hands/$1"
	chmod 755 "$AFTERGLOW_DESKTOP/hands/$1"
}

# Programs that the bus starts when they are asked for need to know of the display.
tell_bus() { dbus-update-activation-environment --all 2>/dev/null || true; }

# screen: an X server in memory.
screen() {
	mkfifo "$AFTERGLOW_DESKTOP/ready"
	exec 3<>"$AFTERGLOW_DESKTOP/ready"
	piece xvfb Xvfb -displayfd 3 -screen 0 "${DESKTOP_SIZE:-1280x800}x24" -nolisten tcp
	local number
	read -r -t 30 number <&3 || { cat "$log/xvfb" >&2; exit 1; }
	exec 3>&-
	export DISPLAY=:$number XDG_SESSION_TYPE=x11
	tell_bus
	hand shot 'exec import -window root "png:$1"'
	hand icon 'DISPLAY=${OUTER:-$DISPLAY} exec xdotool mousemove "$1" "$2" click 1 sleep .2 mousemove 20 400'
	hand class 'id=$(xdotool search --onlyvisible --name "^Afterglow$" | tail -n 1) && xprop -id "$id" WM_CLASS | cut -d\" -f4'
}

# setting SCHEMA KEY ON OFF: a hand that switches a key of the desktop's settings.
setting() { printf 'case $1 in on) v=%q ;; *) v=%q ;; esac; gsettings set %s %s "$v"' "$3" "$4" "$1" "$2"; }

# run COMMAND...: the desktop is up; its end is the command's.
run() {
	echo "desktop: $(basename "$0" .sh) is up after $SECONDS s" >&2
	"$@" <&0 &
	pieces+=($!)
	wait $!
	exit $?
}
