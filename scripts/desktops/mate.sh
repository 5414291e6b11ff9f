#!/usr/bin/env bash
# MATE: marco, mate-panel and MATE's own notification service.
. "$(dirname "$0")/lib.sh"
export XDG_CURRENT_DESKTOP=MATE DESKTOP_SESSION=mate
screen
gsettings set org.mate.interface gtk-theme Menta
gsettings set org.mate.panel default-layout default
piece settings mate-settings-daemon
piece marco marco --no-composite
piece notifyd "$(ls /usr/lib/*/mate-notification-daemon/mate-notification-daemon /usr/libexec/mate-notification-daemon/mate-notification-daemon /usr/lib/mate-notification-daemon/mate-notification-daemon 2>/dev/null | head -n 1)"
come "the notification service" owned org.freedesktop.Notifications
piece panel mate-panel
come "the tray" shows_icons
hand quiet "$(setting org.mate.NotificationDaemon do-not-disturb true false)"
hand dark "$(setting org.mate.interface gtk-theme BlackMATE Menta)"
hand panel 'pkill -x -u "$(id -u)" mate-panel; gone; mate-panel >/dev/null 2>&1 &'
hand press "exec bash '$desktops/press.sh' mate-notification-daemon 107 26"
hand open "exec bash '$desktops/press.sh' mate-notification-daemon 150 75"
command -v mate-session >/dev/null && hand login 'gsettings set org.mate.session required-components-list "[]"; mate-session >/dev/null 2>&1 &'
run "$@"
