#!/usr/bin/env bash
# sway, which is Wayland alone, in a window of an X server in memory; with waybar and mako, or swaync (NOTIFY=swaync).
# It refuses to run as root, as whom builds run at times: then it is another person of a name space of its own.
[ "$(id -u)" != 0 ] || exec unshare --user --map-user=1000 --map-group=1000 "$0" "$@"
. "$(dirname "$0")/lib.sh"
export XDG_CURRENT_DESKTOP=sway DESKTOP_SESSION=sway
screen
export OUTER=$DISPLAY
mkdir -p "$HOME/.config/sway" "$HOME/.config/waybar" "$HOME/.config/mako"
cat >"$HOME/.config/sway/config" <<-'X'
	xwayland disable
	output X11-1 resolution 1280x800 bg #3b4f5c solid_color
	for_window [app_id="app.afterglow.Afterglow"] floating enable
	seat seat0 fallback true
X
echo '{"layer":"top","height":30,"modules-right":["tray","clock"],"tray":{"icon-size":18}}' >"$HOME/.config/waybar/config"
echo 'window#waybar { background: #1d2228; color: #eeeeee }' >"$HOME/.config/waybar/style.css"
printf '[mode=do-not-disturb]\ninvisible=1\n' >"$HOME/.config/mako/config"
XDG_SESSION_TYPE=wayland WLR_BACKENDS=x11 WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman piece sway sway
sockets() { ls "$XDG_RUNTIME_DIR"/sway-ipc.*.sock && ls "$XDG_RUNTIME_DIR" | grep -x 'wayland-.'; }
come sway sockets
SWAYSOCK=$(ls "$XDG_RUNTIME_DIR"/sway-ipc.*.sock)
WAYLAND_DISPLAY=$(ls "$XDG_RUNTIME_DIR" | grep -x 'wayland-.')
export SWAYSOCK WAYLAND_DISPLAY XDG_SESSION_TYPE=wayland
unset DISPLAY
tell_bus
case ${NOTIFY:-mako} in
swaync)
	piece swaync swaync
	hand quiet 'swaync-client "$([ "$1" = on ] && echo -dn || echo -df)" -sw'
	# Its height goes by its text: from below upwards, where nothing or the button is.
	hand press 'export DISPLAY=$OUTER; for ((y = 300; y > 110; y -= 12)); do xdotool mousemove 910 "$y" click 1; sleep .1; done'
	hand open 'DISPLAY=$OUTER xdotool mousemove 1000 80 click 1'
	;;
*)
	piece mako mako
	come mako owned org.freedesktop.Notifications
	hand quiet 'gdbus call --session -d org.freedesktop.Notifications -o /fr/emersion/Mako -m fr.emersion.Mako.SetModes "$(
	[ "$1" = on ] && echo "[\"default\", \"do-not-disturb\"]" || echo "[\"default\"]")"' # makoctl wants jq for it
	gdbus introspect --session -d org.freedesktop.Notifications -o /fr/emersion/Mako | grep -q 'as Modes' || hand silent true # before 1.9
	hand press 'makoctl invoke done'
	hand list 'makoctl list'
	hand open 'DISPLAY=$OUTER xdotool mousemove 1100 90 click 1'
	;;
esac
come "the notification service" owned org.freedesktop.Notifications
piece waybar waybar
come "the tray" shows_icons
hand panel 'pkill -x -u "$(id -u)" waybar; gone; waybar >/dev/null 2>&1 &'
hand dark "$(setting org.gnome.desktop.interface color-scheme prefer-dark default)"
hand shot 'DISPLAY=$OUTER exec import -window root "png:$1"'
hand class 'swaymsg -t get_tree | grep -oE "\"app_id\": \"[^\"]*afterglow[^\"]*" | cut -d\" -f4'
run "$@"
