#!/usr/bin/env bash
# Installs what Afterglow needs to be built (group "build") and to be run and
# tested on a virtual desktop (group "desktop"): only what is missing.
# usage: scripts/setup.sh build [desktop]
set -euo pipefail
cd "$(dirname "$0")/.."

groups=("$@")
[ ${#groups[@]} -gt 0 ] || groups=(build desktop)

# The names of the packages of the asked groups.
wanted() {
	local group
	for group in "${groups[@]}"; do
		awk -v group="$group" '$1 == group { print $2 }' scripts/packages.txt
	done
}

installed() {
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Runs a command as root: as it is, or through sudo. Without a terminal sudo must not ask.
as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		if [ -t 0 ]; then sudo "$@"; else sudo -n "$@"; fi
	else
		return 1
	fi
}

apt() {
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 "$@"
}

# Installs with the package lists that are there; where they are missing or old,
# fetches them and tries again. What apt has to say is shown only where it fails.
install_debian() {
	local log status=0
	log=$(mktemp)
	{ apt-cache show "$@" >/dev/null 2>&1 && apt install --no-install-recommends "$@" >"$log" 2>&1; } ||
		{ apt update >"$log" 2>&1 && apt install --no-install-recommends "$@" >>"$log" 2>&1; } || status=$?
	[ $status = 0 ] || tail -n 20 "$log" >&2
	rm -f "$log"
	return $status
}

on_debian() {
	local missing=() package
	while read -r package; do
		installed "$package" || missing+=("$package")
	done < <(wanted)
	[ ${#missing[@]} -gt 0 ] || return 0
	echo "Installing: ${missing[*]}"
	install_debian "${missing[@]}" && return
	echo "These packages could not be installed from here. Please run:" >&2
	echo "  sudo apt-get update && sudo apt-get install ${missing[*]}" >&2
	go_on
}

# Elsewhere we do not touch the system: we say what to install.
elsewhere() {
	command -v cc >/dev/null && [[ " ${groups[*]} " != *" desktop "* ]] && return
	echo "This is not Debian or Ubuntu, so nothing is installed for you. Afterglow needs:"
	if command -v dnf >/dev/null; then
		echo "  sudo dnf install make gcc pkgconf mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel \\"
		echo "    libXinerama-devel libXi-devel libXxf86vm-devel libxkbcommon-devel wayland-devel"
	elif command -v pacman >/dev/null; then
		echo "  sudo pacman -S --needed make gcc pkgconf mesa libx11 libxcursor libxrandr libxinerama libxi libxkbcommon wayland"
	elif command -v zypper >/dev/null; then
		echo "  sudo zypper install make gcc pkg-config Mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel \\"
		echo "    libXinerama-devel libXi-devel libXxf86vm-devel libxkbcommon-devel wayland-devel"
	elif [ "$(uname -s)" = Darwin ]; then
		echo "  xcode-select --install"
	else
		echo "  a C compiler, make, pkg-config, and the headers of OpenGL, X11 (with Xcursor, Xrandr, Xinerama,"
		echo "  Xi, Xxf86vm), Wayland and xkbcommon"
	fi
	if [[ " ${groups[*]} " == *" desktop "* ]]; then
		echo "and, for the tests on a virtual desktop: Xvfb openbox xfce4-panel xfconf dunst dbus-run-session"
		echo "  gdbus xdotool xprop imagemagick hsetroot strace"
	fi
	go_on
}

# With a compiler at hand the build may work all the same; without one it cannot.
go_on() {
	command -v cc >/dev/null || command -v gcc >/dev/null || exit 1
	echo "A compiler is there, so going on."
}

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
	on_debian
else
	elsewhere
fi
