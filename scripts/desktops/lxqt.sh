#!/usr/bin/env bash
# LXQt: openbox, lxqt-panel and lxqt-notificationd.
. "$(dirname "$0")/lib.sh"
export XDG_CURRENT_DESKTOP=LXQt DESKTOP_SESSION=lxqt QT_QPA_PLATFORMTHEME=lxqt XDG_CONFIG_DIRS=/etc/xdg:/usr/share/lxqt
screen
mkdir -p "$HOME/.config/lxqt"
printf '[General]\ntheme=light\nicon_theme=breeze\n' >"$HOME/.config/lxqt/lxqt.conf"
printf '[General]\npanels=panel1\n[panel1]\nplugins=taskbar,statusnotifier\nposition=Bottom\n[taskbar]\ntype=taskbar\n[statusnotifier]\ntype=statusnotifier\n' \
	>"$HOME/.config/lxqt/panel.conf"
printf '[General]\ndoNotDisturb=false\n' >"$HOME/.config/lxqt/notifications.conf"
piece openbox openbox --sm-disable
piece notifyd lxqt-notificationd
come "the notification service" owned org.freedesktop.Notifications
piece panel lxqt-panel
come "the tray" shows_icons
# As its own editor does: a new file in the place of the old one.
hand quiet 'f=$HOME/.config/lxqt/notifications.conf; printf "[General]\ndoNotDisturb=%s\n" "$([ "$1" = on ] && echo true || echo false)" >"$f.new"; mv "$f.new" "$f"'
hand dark 'f=$HOME/.config/lxqt/lxqt.conf
{ printf "[General]\ntheme=light\nicon_theme=breeze\n\n"; cat "/usr/share/lxqt/palettes/$([ "$1" = on ] && echo Dark || echo Silver-bright)"; } >"$f.new"; mv "$f.new" "$f"'
hand panel 'pkill -x -u "$(id -u)" lxqt-panel; gone; lxqt-panel >/dev/null 2>&1 &'
hand press "exec bash '$desktops/press.sh' lxqt-notificationd 210 35"
hand open "exec bash '$desktops/press.sh' lxqt-notificationd 150 120"
printf '[General]\nwindow_manager=openbox\n' >"$HOME/.config/lxqt/session.conf"
hand login 'lxqt-session >/dev/null 2>&1 &'
run "$@"
