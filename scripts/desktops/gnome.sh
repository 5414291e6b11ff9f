#!/usr/bin/env bash
# GNOME Shell on Wayland without a screen; with TRAY=1 with the extension AppIndicator, which shows icons.
. "$(dirname "$0")/lib.sh"
export XDG_CURRENT_DESKTOP=GNOME DESKTOP_SESSION=gnome GNOME_SHELL_SESSION_MODE=user XDG_SESSION_TYPE=wayland
gsettings set org.gnome.desktop.interface enable-animations false
gsettings set org.gnome.desktop.session idle-delay 0
gsettings set org.gnome.shell welcome-dialog-last-shown-version 999
if [ -n "${TRAY:-}" ]; then
	gsettings set org.gnome.shell enabled-extensions "['$(ls /usr/share/gnome-shell/extensions | grep -i appindicator | head -n 1)']"
fi
piece shell gnome-shell --headless --wayland --unsafe-mode --virtual-monitor 1280x800
come "GNOME Shell" owned org.gnome.Shell.Screenshot
WAYLAND_DISPLAY=$(ls "$XDG_RUNTIME_DIR" | grep -x 'wayland-.')
export WAYLAND_DISPLAY
unset DISPLAY
tell_bus
come "the notification service" owned org.freedesktop.Notifications
[ -z "${TRAY:-}" ] || come "the tray" shows_icons
js='gdbus call --session -d org.gnome.Shell -o /org/gnome/Shell -m org.gnome.Shell.Eval'
started() { $js 'Main.layoutManager._startingUp' | grep -q false; }
come "the end of GNOME's own start" started
$js 'Main.overview.hide(); Main.messageTray.getSources().forEach(s => s.destroy())' >/dev/null
# A banner stays for 20 s, not for 4, which are soon over on a busy machine: the list of GNOME 43 has no buttons.
$js '{ const was = Main.messageTray._updateNotificationTimeout; Main.messageTray._updateNotificationTimeout = function (t) { was.call(this, t && 20000); }; }' >/dev/null
hand quiet "$(setting org.gnome.desktop.notifications show-banners false true)"
hand dark "$(setting org.gnome.desktop.interface color-scheme prefer-dark default)"
hand shot 'gdbus call --session -d org.gnome.Shell.Screenshot -o /org/gnome/Shell/Screenshot -m org.gnome.Shell.Screenshot.Screenshot true false "$1"'
hand class "$js"' "imports.gi.Shell.WindowTracker.get_default().get_window_app(global.get_window_actors().map(a => a.meta_window).find(w => w.title == \"Afterglow\")).get_id()" | grep -o "app[^\"\\\\]*" | sed "s/\.desktop$//"'
pointer='const hand = global.afterglowHand ??= Clutter.get_default_backend().get_default_seat().create_virtual_device(Clutter.InputDeviceType.POINTER_DEVICE), now = () => GLib.get_monotonic_time();'
# A double click, once the pointer has come there; a single one opens the menu.
act="$js \"{ const { Clutter, GLib } = imports.gi; $pointer DO }\"; sleep .5"
hand icon "${act/DO/hand.notify_absolute_motion(now(), \$1, \$2);}
${act/DO/for (const down of [1, 0, 1, 0]) hand.notify_button(now(), Clutter.BUTTON_PRIMARY, down);}
${act/DO/hand.notify_absolute_motion(now(), 20, 700);}"
# A pointer of the shell's own goes to the banner on show, which unfolds its buttons, and then clicks: on Done, or on the text.
# A banner stays for seconds; after that it is in the list below the clock.
click="said=\$($js"' "(() => {
	const { Clutter, GLib } = imports.gi, banner = Main.messageTray._banner, clock = Main.panel.statusArea.dateMenu;
	if (!banner) clock.menu.open(false);
	'"$pointer"'
	const find = (a, is) => a.mapped && is(a) ? a : a.get_children().map(c => find(c, is)).find(x => x);
	const box = banner ?? clock._messageList;
	const to = WHERE, unfold = find(box, a => a.style_class == \"message-expand-button\"), over = to ?? unfold ?? banner;
	// Over a banner that rose under the pointer nothing unfolds before it has been away; and one without buttons is to go.
	if (!to && banner && (!banner.notification.actions.length || (global.afterglowAway = !global.afterglowAway))) {
		hand.notify_absolute_motion(now(), 20, 700);
		if (!banner.notification.actions.length) Main.messageTray._expireNotification();
		return \"it has no buttons yet: \" + banner.notification.title;
	}
	if (!over) return \"no banner is on show; waiting: \" + Main.messageTray._notificationQueue.map(n => n.title);
	const [x, y] = over.get_transformed_position(), [w, h] = over.get_transformed_size();
	if (!(w > 0)) return \"it is not drawn yet\";
	hand.notify_absolute_motion(now(), x + w / 2 + 9 * Math.random(), y + h / 2); // a pointer that rests there unfolds nothing
	const place = [x, y, w, h].join(), still = place == global.afterglowPlace; // a banner that unfolds is elsewhere when the click comes
	global.afterglowPlace = place;
	if (!still) return \"it may be moving\";
	if (over != banner || to) {
		hand.notify_button(now(), Clutter.BUTTON_PRIMARY, Clutter.ButtonState.PRESSED);
		hand.notify_button(now(), Clutter.BUTTON_PRIMARY, Clutter.ButtonState.RELEASED);
	}
	return to ? \"it was clicked\" : \"its buttons are not there yet\";
})()"); echo "$said" >&2; [[ $said == *clicked* ]] || exit 1
sleep .3; '"$js"' "Main.panel.statusArea.dateMenu.menu.close(false)" >/dev/null' # GNOME 48 leaves its list open
hand press "${click/WHERE/find(box, a => a.label == \\\"Done\\\")}"
hand open "${click/WHERE/banner ?? find(box, a => a.text == \\\"Your makeup wait is over\\\")}"
hand list "$js"' "Main.messageTray.getSources().flatMap(s => s.notifications.map(n => n.title + \": \" + (n.body ?? n.bannerBodyText))).join(\", \")"'
if [ -n "${TRAY:-}" ]; then # as at each lock of the screen: extensions go, and come back
	hand panel "e=\$(gsettings get org.gnome.shell enabled-extensions); gsettings set org.gnome.shell enabled-extensions '[]'
for i in \$(seq 100); do gdbus call --session -d org.freedesktop.DBus -o /org/freedesktop/DBus -m org.freedesktop.DBus.NameHasOwner org.kde.StatusNotifierWatcher | grep -q true || break; sleep .1; done
gsettings set org.gnome.shell enabled-extensions \"\$e\""
fi
# GNOME's own session manager, with one part that it can stand by; from 48 on it wants systemd.
binary=/usr/libexec/gnome-session-binary
"$binary" --help 2>&1 | grep -q -- --builtin && hand login 'mkdir -p ~/.config/gnome-session/sessions ~/.local/share/applications
printf "[Desktop Entry]\nType=Application\nName=Bare\nExec=sleep infinity\n" >~/.local/share/applications/bare.desktop
printf "[GNOME Session]\nName=Bare\nRequiredComponents=bare;\n" >~/.config/gnome-session/sessions/bare.session
'"$binary"' --builtin --session=bare >/dev/null 2>&1 &'
run "$@"
