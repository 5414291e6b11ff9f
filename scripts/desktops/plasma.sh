#!/usr/bin/env bash
# KDE Plasma 5 or 6: on X11, or with SESSION=wayland in a window of kwin_wayland (Plasma 6).
. "$(dirname "$0")/lib.sh"
export XDG_CURRENT_DESKTOP=KDE DESKTOP_SESSION=plasma KDE_FULL_SESSION=true XDG_MENU_PREFIX=plasma- QT_QUICK_BACKEND=software
k=5
command -v kded6 >/dev/null && k=6
export KDE_SESSION_VERSION=$k
printf '[KSplash]\nEngine=none\nTheme=None\n' >"$HOME/.config/ksplashrc"
# A popup stays for five seconds, which is soon over on a busy machine.
printf '[Notifications]\nPopupTimeout=60000\n' >"$HOME/.config/plasmanotifyrc"
screen
piece sycoca kbuildsycoca$k
if [ "${SESSION:-}" = wayland ]; then
	export OUTER=$DISPLAY KWIN_COMPOSE=Q KWIN_WAYLAND_NO_PERMISSION_CHECKS=1
	piece kwin kwin_wayland --x11-display "$OUTER" --width 1280 --height 800 --no-lockscreen --no-global-shortcuts --socket wayland-7
	compositor() { [ -S "$XDG_RUNTIME_DIR/wayland-7" ]; }
	come "the compositor" compositor
	export WAYLAND_DISPLAY=wayland-7 XDG_SESSION_TYPE=wayland QT_QPA_PLATFORM=wayland
	unset DISPLAY
	tell_bus
	hand shot 'DISPLAY=$OUTER exec import -window root "png:$1"'
	# What KWin takes for the window's desktop entry, as a script of its own tells it.
	export QT_LOGGING_RULES='js.info=true;kwin_scripting.info=true;js.debug=true;kwin_scripting.debug=true'
	hand class 'f=$AFTERGLOW_DESKTOP/entry.js
echo "for (const w of workspace.windowList()) if (w.caption == \"Afterglow\") print(\"the entry of the window: \" + w.desktopFileName)" >"$f"
n=$(gdbus call --session -d org.kde.KWin -o /Scripting -m org.kde.kwin.Scripting.loadScript "$f" "entry$RANDOM" | grep -oE "[0-9]+")
gdbus call --session -d org.kde.KWin -o "/Scripting/Script$n" -m org.kde.kwin.Script.run >/dev/null
sed -n "s/.*the entry of the window: //p" "$AFTERGLOW_DESKTOP/log/kwin" | tail -n 1'
else
	export QT_QPA_PLATFORM=xcb
	printf '[Compositing]\nEnabled=false\n' >"$HOME/.config/kwinrc"
	piece kwin kwin_x11 --replace
	come "the window manager" xprop -root _NET_SUPPORTING_WM_CHECK
fi
piece kded kded$k
piece activities "$(ls /usr/lib/*/libexec/kactivitymanagerd /usr/libexec/kactivitymanagerd 2>/dev/null | head -n 1)"
come "the watcher of tray icons" owned org.kde.StatusNotifierWatcher
piece plasmashell plasmashell --no-respawn
come "the notification service" owned org.freedesktop.Notifications
come "the tray" shows_icons
# Somebody must hold it: what asked for it ends it by its own end.
hand quiet 'f=$AFTERGLOW_DESKTOP/holds
if [ "$1" = on ]; then
	python3 -c "
import gi
from gi.repository import Gio, GLib
n = \"org.freedesktop.Notifications\"
bus = Gio.bus_get_sync(Gio.BusType.SESSION) # as long as it is held, so is what was asked for
bus.call_sync(n, \"/org/freedesktop/Notifications\", n, \"Inhibit\", GLib.Variant(\"(ssa{sv})\", (\"test\", \"test\", {})), None, 0, -1, None)
GLib.MainLoop().run()" >/dev/null 2>&1 &
	echo $! >"$f"
else
	kill "$(cat "$f")"
fi'
command -v plasma-apply-colorscheme >/dev/null && hand dark 'plasma-apply-colorscheme "$([ "$1" = on ] && echo BreezeDark || echo BreezeLight)"'
# Popups stand in the corner above the tray, the buttons at their foot.
click='DISPLAY=${OUTER:-$DISPLAY} xdotool mousemove %s click 1'
hand press "${click/\%s/1166 683}"
hand open "${click/\%s/1050 645}"
hand panel 'pkill -x -u "$(id -u)" plasmashell; gone; plasmashell --no-respawn >/dev/null 2>&1 &'
hand login 'plasma_session >/dev/null 2>&1 &'
run "$@"
