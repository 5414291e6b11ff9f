#!/usr/bin/env bash
# Budgie: budgie-wm, budgie-panel and Budgie's own notifications. As Debian 12 lays it out, its panel shows no icons of this kind.
. "$(dirname "$0")/lib.sh"
export XDG_CURRENT_DESKTOP=Budgie:GNOME DESKTOP_SESSION=budgie-desktop
screen
piece wm budgie-wm --x11
come "the window manager" xprop -root _NET_SUPPORTING_WM_CHECK
piece daemon budgie-daemon
piece panel budgie-panel
come "the notification service" owned org.freedesktop.Notifications
hand quiet 'on=$([ "$1" = on ] && echo true || echo false)
gdbus call --session -d org.budgie_desktop.Notifications -o /org/budgie_desktop/Notifications -m org.buddiesofbudgie.budgie.Dispatcher.GetDoNotDisturb | grep -q "$on" ||
	gdbus call --session -d org.budgie_desktop.Notifications -o /org/budgie_desktop/Notifications -m org.buddiesofbudgie.budgie.Dispatcher.ToggleDoNotDisturb'
hand dark "$(setting org.gnome.desktop.interface gtk-theme Adwaita-dark Adwaita)"
hand press "exec bash '$desktops/press.sh' budgie-daemon 243 37"
hand open "exec bash '$desktops/press.sh' budgie-daemon 250 70"
run "$@"
