#!/usr/bin/env bash
# Cinnamon: its own window manager, panel and notifications.
. "$(dirname "$0")/lib.sh"
export XDG_CURRENT_DESKTOP=X-Cinnamon DESKTOP_SESSION=cinnamon
screen
piece settings "$(ls /usr/bin/csd-xsettings /usr/lib/*/cinnamon-settings-daemon/csd-xsettings 2>/dev/null | head -n 1)"
piece cinnamon cinnamon --replace
come "the notification service" owned org.freedesktop.Notifications
piece watcher "$(ls /usr/libexec/xapps/sn-watcher/xapp-sn-watcher /usr/lib/*/xapps/sn-watcher/xapp-sn-watcher 2>/dev/null | head -n 1)"
come "the tray" shows_icons
hand quiet "$(setting org.cinnamon.desktop.notifications display-notifications false true)"
hand dark "$(setting org.cinnamon.desktop.interface gtk-theme Adwaita-dark Adwaita)"
run "$@"
