#!/usr/bin/env bash
# Xfce: its window manager, panel, settings and own notification service.
. "$(dirname "$0")/lib.sh"
export XDG_CURRENT_DESKTOP=XFCE DESKTOP_SESSION=xfce
screen
conf=$HOME/.config/xfce4/xfconf/xfce-perchannel-xml
mkdir -p "$conf"
cp "$desktops/../desktop/xfce4-panel.xml" "$conf/"
piece settings xfsettingsd --sm-client-disable --no-daemon
piece xfwm4 xfwm4 --sm-client-disable --compositor=off
piece notifyd "$(ls /usr/lib/*/xfce4/notifyd/xfce4-notifyd)"
come "the notification service" owned org.freedesktop.Notifications
# Without a session manager a restart by "xfce4-panel -r" ends it for good.
panel='xfce4-panel --sm-client-disable --disable-wm-check'
piece panel $panel
come "the tray" shows_icons
hand quiet 'xfconf-query -c xfce4-notifyd -p /do-not-disturb -n -t bool -s "$([ "$1" = on ] && echo true || echo false)"'
hand dark 'xfconf-query -c xsettings -p /Net/ThemeName -n -t string -s "$([ "$1" = on ] && echo Adwaita-dark || echo Adwaita)"'
# A panel that starts before the last one has ended gives way to it.
hand panel "xfce4-panel --quit; gone
for i in \$(seq 600); do gdbus call --session -d org.freedesktop.DBus -o /org/freedesktop/DBus -m org.freedesktop.DBus.NameHasOwner org.xfce.Panel | grep -q true || break; sleep .05; done
$panel >/dev/null 2>&1 &"
hand press "exec bash '$desktops/press.sh' xfce4-notifyd 241 31"
hand open "exec bash '$desktops/press.sh' xfce4-notifyd 57 31"
if command -v xfce4-session >/dev/null; then # one that starts nothing but what starts with every session
	hand login 'q="xfconf-query -c xfce4-session -n"
$q -p /general/FailsafeSessionName -t string -s Failsafe; $q -p /sessions/Failsafe/IsFailsafe -t bool -s true
$q -p /sessions/Failsafe/Count -t int -s 1; $q -p /sessions/Failsafe/Client0_Command -a -t string -s true
xfce4-session >/dev/null 2>&1 &'
fi
run "$@"
