#!/usr/bin/env bash
# Runs COMMAND on a private virtual desktop and takes all of it down again:
# an X server in memory, the openbox window manager, the Xfce panel as the
# tray's host and dunst for notifications, on a session bus of its own, with a
# home folder of its own. Nothing of the person's own desktop or files is touched.
#
# usage: scripts/desktop.sh COMMAND [ARG...]
#   DESKTOP_SIZE   the screen, "1400x1000" where it is not set
#   DESKTOP_PANEL  "none" leaves the panel out: a desktop without a tray
#
# It waits for each piece itself, by its D-Bus name or its own word that it is
# ready, and never for a fixed time.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)

if [ -z "${AFTERGLOW_DESKTOP:-}" ]; then
	for tool in Xvfb openbox xfce4-panel dunst dbus-run-session gdbus hsetroot; do
		command -v "$tool" >/dev/null || { echo "desktop: $tool is missing; \"make setup\" installs it." >&2; exit 1; }
	done
	# A short path: the names of sockets below it may not pass 107 bytes.
	AFTERGLOW_DESKTOP=$(mktemp -d /tmp/agdesk.XXXXXX) || exit 1
	export AFTERGLOW_DESKTOP
	# The Go tools keep their caches; everything else sees a fresh home.
	if command -v go >/dev/null; then
		GOCACHE=$(go env GOCACHE) GOMODCACHE=$(go env GOMODCACHE) GOPATH=$(go env GOPATH) GOENV=$(go env GOENV)
		export GOCACHE GOMODCACHE GOPATH GOENV
	fi
	export HOME=$AFTERGLOW_DESKTOP/home XDG_RUNTIME_DIR=$AFTERGLOW_DESKTOP/run
	export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share
	export XDG_STATE_HOME=$HOME/.local/state XDG_CACHE_HOME=$HOME/.cache
	export PATH=$AFTERGLOW_DESKTOP/bin:$PATH
	unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS SESSION_MANAGER XDG_CURRENT_DESKTOP DESKTOP_SESSION
	mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME/themes/Afterglow/openbox-3" "$XDG_STATE_HOME" "$AFTERGLOW_DESKTOP/bin" "$AFTERGLOW_DESKTOP/log"
	mkdir -m 700 "$XDG_RUNTIME_DIR"

	conf=$here/desktop
	mkdir -p "$XDG_CONFIG_HOME/xfce4/xfconf/xfce-perchannel-xml" "$XDG_CONFIG_HOME/gtk-3.0"
	cp "$conf/xfce4-panel.xml" "$XDG_CONFIG_HOME/xfce4/xfconf/xfce-perchannel-xml/"
	cp "$conf/gtk.ini" "$XDG_CONFIG_HOME/gtk-3.0/settings.ini"
	cp "$conf/theme/themerc" "$XDG_DATA_HOME/themes/Afterglow/openbox-3/themerc"
	# Another desktop's service, which the bus would start in its place, may be installed too.
	mkdir -p "$XDG_DATA_HOME/dbus-1/services"
	printf '[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=%s -conf %s\n' "$(command -v dunst)" "$conf/dunstrc" \
		>"$XDG_DATA_HOME/dbus-1/services/org.freedesktop.Notifications.service"
	cp "$conf/choose" "$AFTERGLOW_DESKTOP/bin/afterglow-desktop-choose"
	chmod 755 "$AFTERGLOW_DESKTOP/bin/afterglow-desktop-choose"

	trap 'rm -rf "$AFTERGLOW_DESKTOP"' EXIT
	# What the bus and the services that it starts have to say goes to a log; the command keeps our standard error.
	dbus-run-session -- "$here/desktop.sh" "$@" <&0 4>&2 2>"$AFTERGLOW_DESKTOP/log/bus" &
	session=$!
	trap 'kill "$(cat "$AFTERGLOW_DESKTOP/pid")" 2>/dev/null' INT TERM HUP
	# A signal ends the first wait before the session has ended.
	until wait "$session"; status=$?; ! kill -0 "$session" 2>/dev/null; do :; done
	exit "$status"
fi

exec 2>&4 4>&-
echo $$ >"$AFTERGLOW_DESKTOP/pid"
log=$AFTERGLOW_DESKTOP/log
pieces=()
# The last started is the first to go; the X server, which the others need, is the last.
take_down() {
	trap - EXIT
	local i
	for ((i = ${#pieces[@]} - 1; i >= 0; i--)); do
		kill "${pieces[i]}" 2>/dev/null
		wait "${pieces[i]}" 2>/dev/null
	done
}
trap take_down EXIT
trap 'exit 143' INT TERM HUP

fail() {
	echo "desktop: $1 did not start:" >&2
	tail -n 20 "$log/$2" >&2
	exit 1
}

# No accessibility bus, no remote folders, no graphics card: the same everywhere.
export NO_AT_BRIDGE=1 GTK_A11Y=none GIO_USE_VFS=local GVFS_DISABLE_FUSE=1 LIBGL_ALWAYS_SOFTWARE=1
export XDG_SESSION_TYPE=x11

mkfifo "$AFTERGLOW_DESKTOP/ready"
exec 3<>"$AFTERGLOW_DESKTOP/ready"

# The screen's picture is a file in the desktop's folder: what looks at it often need not ask the server.
Xvfb -displayfd 3 -screen 0 "${DESKTOP_SIZE:-1400x1000}x24" -fbdir "$AFTERGLOW_DESKTOP" -nolisten tcp >"$log/xvfb" 2>&1 &
pieces+=($!)
read -r -t 30 number <&3 || fail "The X server" xvfb
export DISPLAY=:$number

openbox --sm-disable --config-file "$here/desktop/openbox.xml" --startup "sh -c 'echo up >$AFTERGLOW_DESKTOP/ready'" >"$log/openbox" 2>&1 &
pieces+=($!)
read -r -t 30 _ <&3 || fail "The window manager" openbox

hsetroot -add '#F6D9D6' -add '#FBE8C8' -add '#DCEBE0' -gradient 155 >"$log/hsetroot" 2>&1

dunst -conf "$here/desktop/dunstrc" >"$log/dunst" 2>&1 &
pieces+=($!)
gdbus wait --session --timeout 30 org.freedesktop.Notifications || fail "The notification service" dunst

if [ "${DESKTOP_PANEL:-}" != none ]; then
	xfce4-panel --disable-wm-check >"$log/panel" 2>&1 &
	pieces+=($!)
	gdbus wait --session --timeout 30 org.kde.StatusNotifierWatcher || fail "The panel with the tray" panel
fi

exec 3>&-
# In the background, so that a signal takes the desktop down at once and not when the command is done.
"$@" <&0 &
pieces+=($!)
wait $!
