#!/usr/bin/env bash
# The afternoon of e2e/desktops on every desktop, each in a clean Debian of its own below build/desktops: a chroot over layers
# of packages, with processes, IPC and network of its own, entered by a person who is not root. Nothing of this computer is
# changed. usage (as root, Linux): scripts/desktops/rooms.sh [NAME...]
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo "The rooms are mounted, which takes root: sudo make test-desktops" >&2; exit 1; }
here=$PWD/build/desktops
mkdir -p "$here/layers" "$here/rooms"
echo "module rooms" >"$here/go.mod" # so that "./..." does not walk through whole systems

common="dbus dbus-x11 xvfb x11-utils xdotool imagemagick libgl1 libgl1-mesa-dri libx11-6 libxcursor1 libxi6 libxinerama1
 libxrandr2 libxkbcommon0 libwayland-client0 libwayland-cursor0 libwayland-egl1 fonts-dejavu-core fonts-noto-core
 hicolor-icon-theme adwaita-icon-theme desktop-file-utils libglib2.0-bin dconf-gsettings-backend procps tzdata python3-gi"

# A desktop a line: its name, suite, script, what the script is told, and its packages.
desktops="
xfce     bookworm xfce     -               xfce4-panel xfwm4 xfce4-notifyd xfce4-settings xfce4-session
mate     bookworm mate     -               mate-panel marco mate-notification-daemon mate-settings-daemon mate-themes mate-icon-theme mate-session-manager
lxqt     bookworm lxqt     -               lxqt-session lxqt-panel lxqt-notificationd lxqt-themes lxqt-qtplugin openbox breeze-icon-theme
cinnamon bookworm cinnamon -               cinnamon cinnamon-core muffin xapps-common xapp-sn-watcher cinnamon-session
budgie   bookworm budgie   -               budgie-core budgie-desktop dconf-gsettings-backend gir1.2-peas-1.0
sway     bookworm sway     -               sway waybar mako-notifier libegl1 gsettings-desktop-schemas
sway13   trixie   sway     -               sway waybar mako-notifier libegl1 gsettings-desktop-schemas
swaync   bookworm sway     NOTIFY=swaync   sway waybar sway-notification-center libegl1 xdg-desktop-portal-gtk
plasma5  bookworm plasma   -               plasma-desktop plasma-workspace kwin-x11 breeze xdg-desktop-portal-kde
plasma6  trixie   plasma   -               plasma-desktop plasma-workspace kwin-x11 kwin-wayland breeze xdg-desktop-portal-kde
plasmaw  trixie   plasma   SESSION=wayland plasma-desktop plasma-workspace kwin-x11 kwin-wayland breeze xdg-desktop-portal-kde
gnome43  bookworm gnome    -               gnome-shell gnome-shell-extension-appindicator xdg-desktop-portal-gnome xdg-desktop-portal-gtk xwayland gjs gnome-session-bin
gnome43t bookworm gnome    TRAY=1          gnome-shell gnome-shell-extension-appindicator xdg-desktop-portal-gnome xdg-desktop-portal-gtk xwayland gjs gnome-session-bin
gnome48  trixie   gnome    TRAY=1          gnome-shell gnome-shell-extension-appindicator xdg-desktop-portal-gnome xdg-desktop-portal-gtk xwayland gjs gnome-session-bin
"

# inside LOWER UPPER COMMAND: runs a script of bash in a mount space of its own in which $m is UPPER over LOWER.
inside() {
	unshare --mount --pid --fork --kill-child --ipc ${ROOM_NET:+--net} bash -euc '
		m=$(mktemp -d) work=$2.work
		mkdir -p "$2" "$work"
		mount -t overlay overlay -o "lowerdir=$1,upperdir=$2,workdir=$work" "$m"
		mount -t proc proc "$m/proc"
		mount --rbind /dev "$m/dev"
		eval "$3"' room "$1" "$2" "$3"
}

# base SUITE: a clean Debian with what all desktops share.
base() {
	[ -e "$here/layers/$1/.done" ] && return
	debootstrap --variant=minbase --include=ca-certificates "$1" "$here/layers/$1" "${MIRROR:-http://deb.debian.org/debian}" >"$here/$1.log"
	cp /etc/resolv.conf "$here/layers/$1/etc/"
	printf '#!/bin/sh\nexit 101\n' >"$here/layers/$1/usr/sbin/policy-rc.d" # nothing is started by its installation
	chmod 755 "$here/layers/$1/usr/sbin/policy-rc.d"
	printf 'path-exclude=/usr/share/doc/*\npath-exclude=/usr/share/man/*\n' >"$here/layers/$1/etc/dpkg/dpkg.cfg.d/lean"
	layer "$1" "$1" $common
	touch "$here/layers/$1/.done"
}

# layer NAME SUITE PACKAGE...: packages over the clean Debian.
layer() {
	local name=$1 suite=$2
	shift 2
	[ -e "$here/layers/$name.packages/.done" ] && return
	local lower=$here/layers/$suite
	[ "$name" = "$suite" ] || lower=$here/layers/$suite.packages:$lower
	inside "$lower" "$here/layers/$name.packages" "
		[ -e \$m/var/lib/apt/fresh ] || { chroot \$m apt-get -qq update; touch \$m/var/lib/apt/fresh; }
		DEBIAN_FRONTEND=noninteractive chroot \$m apt-get -qq -y --no-install-recommends install $*
		rm -f \$m/var/cache/apt/archives/*.deb" >"$here/$name.log" 2>&1 || { tail "$here/$name.log" >&2; return 1; }
	touch "$here/layers/$name.packages/.done"
}

# afternoon NAME SUITE LAYER SCRIPT TOLD: one desktop, with the programs of build/bin as their package lays them out.
afternoon() {
	local lower=$here/layers/$3.packages:$here/layers/$2.packages:$here/layers/$2 told=${5#-}
	rm -rf "$here/rooms/$1" "$here/rooms/$1.work"
	ROOM_NET=1 timeout 1500 bash -c "$(declare -f inside); inside \"\$@\"" x "$lower" "$here/rooms/$1" "
		mount -t tmpfs run \$m/run; mount -t tmpfs tmp \$m/tmp -o mode=1777; mount -t tmpfs shm \$m/dev/shm -o mode=1777
		mkdir -p \$m/src \$m/run/dbus \$m/tmp/.X11-unix \$m/tmp/.ICE-unix; chmod 1777 \$m/tmp/.X11-unix \$m/tmp/.ICE-unix
		mount --bind -o ro '$PWD' \$m/src
		cp build/bin/afterglow build/bin/afterglow-window \$m/usr/bin/
		cp packaging/linux/files/*.desktop \$m/usr/share/applications/
		mkdir -p \$m/usr/share/icons/hicolor/scalable/apps
		cp assets/icon.svg \$m/usr/share/icons/hicolor/scalable/apps/app.afterglow.Afterglow.svg
		chroot \$m sh -c 'useradd -m -s /bin/bash person; dbus-uuidgen --ensure; dbus-daemon --system --fork --nopidfile' 2>/dev/null || true
		chroot --userspec=person:person \$m env -i HOME=/home/person USER=person LOGNAME=person SHELL=/bin/bash LANG=C.UTF-8 \
			PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin AFTERGLOW_BIN=/usr/bin $told \
			/src/scripts/desktops/$4.sh /src/build/desktops/afternoon -test.v" >"$here/$1.log" 2>&1
}

go test -c -tags no_emoji,release,e2e -o "$here/afternoon" ./e2e/desktops
failed=0
while read -r name suite script told packages; do
	[ -n "$name" ] || continue
	[ $# = 0 ] || [[ " $* " == *" $name "* ]] || continue
	set_of=$(tr ' ' '\n' <<<"$packages" | sort | md5sum | cut -c1-8)
	base "$suite"
	layer "$suite-$set_of" "$suite" $packages
	if afternoon "$name" "$suite" "$suite-$set_of" "$script" "$told"; then result=ok; else result=FAILED failed=1; fi
	rm -rf "$here/rooms/$name" "$here/rooms/$name.work"
	printf '%-9s %-7s %s; not tried: %s\n' "$name" "$result" "$(grep -oE 'shown by .*' "$here/$name.log" | head -n 1)" \
		"$(grep -c -- '--- SKIP' "$here/$name.log")"
	grep -- '--- FAIL: .*/' "$here/$name.log" || true
done <<<"$desktops"
exit $failed
