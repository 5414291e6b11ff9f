#!/usr/bin/env bash
# Cinnamon: its own window manager, panel and notifications.
. "$(dirname "$0")/lib.sh"
export XDG_CURRENT_DESKTOP=X-Cinnamon DESKTOP_SESSION=cinnamon
gsettings set org.cinnamon.desktop.notifications notification-duration 15 # 4 s are soon over on a busy machine
screen
piece settings "$(ls /usr/bin/csd-xsettings /usr/lib/*/cinnamon-settings-daemon/csd-xsettings 2>/dev/null | head -n 1)"
piece cinnamon cinnamon --replace
come "the notification service" owned org.freedesktop.Notifications
piece watcher "$(ls /usr/libexec/xapps/sn-watcher/xapp-sn-watcher /usr/lib/*/xapps/sn-watcher/xapp-sn-watcher 2>/dev/null | head -n 1)"
come "the tray" shows_icons
# As its own restart does, by Ctrl+Alt+Escape: itself anew, in the place of what ran.
hand panel 'cinnamon --replace >/dev/null 2>&1 &
gone'
hand quiet "$(setting org.cinnamon.desktop.notifications display-notifications false true)"
hand list 'gdbus call --session -d org.Cinnamon -o /org/Cinnamon -m org.Cinnamon.Eval "imports.ui.appletManager.getRunningInstancesForUuid(\"notifications@cinnamon.org\")
	.flatMap(a => a.notifications.map(n => n.title + \": \" + n._bodyUrlHighlighter.actor.clutter_text.text)).join(\", \")"'
hand dark "$(setting org.cinnamon.desktop.interface gtk-theme Adwaita-dark Adwaita)"
# Where the notification on show is drawn, and in it the button Done, Cinnamon tells.
click='at=$(gdbus call --session -d org.Cinnamon -o /org/Cinnamon -m org.Cinnamon.Eval "(() => {
	const note = Main.messageTray._notification;
	if (!note) return \"none\";
	const find = a => a.mapped && a.label == \"Done\" ? a : a.get_children().map(find).find(x => x);
	const to = WHERE, [x, y] = to.get_transformed_position(), [w, h] = to.get_transformed_size();
	return \"at \" + Math.round(x + w / 2) + \" \" + Math.round(y + h / 2);
})()" | grep -oE "at [0-9]+ [0-9]+") && xdotool mousemove ${at#at } click 1
found=$?
xdotool sleep .2 mousemove 20 400 # one under the pointer would stay, and the next would wait
exit $found'
hand press "${click/WHERE/find(note.actor)}"
hand open "${click/WHERE/note._bodyUrlHighlighter?.actor ?? note.actor}"
# A session needs one part to stand by.
hand login 'mkdir -p ~/.config/cinnamon-session/sessions ~/.local/share/applications
printf "[Desktop Entry]\nType=Application\nName=Bare\nExec=sleep infinity\n" >~/.local/share/applications/bare.desktop
printf "[Cinnamon Session]\nName=Bare\nRequiredComponents=bare;\n" >~/.config/cinnamon-session/sessions/bare.session
cinnamon-session --session=bare >/dev/null 2>&1 &'
run "$@"
