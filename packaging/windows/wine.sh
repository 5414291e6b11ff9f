# To be sourced: a Windows of its own for a test, by wine, in a folder that goes with it,
# on a virtual screen. Every call of a Windows program has an end; what it leaves
# running is an error.
#
#   wine_begin          makes it
#   win PROGRAM ARG...  runs a Windows program; nothing may take longer than WIN_TIME
#   until_true S CMD    waits for CMD to be true, S seconds at most
#   picture FILE        takes a picture of the screen
# shellcheck shell=bash

WIN_TIME=${WIN_TIME:-120}
# The programs themselves, not Debian's and Ubuntu's scripts round them, which ask for 32 bit too.
wine_program=/usr/lib/wine/wine64 wine_server=/usr/lib/wine/wineserver64
[ -x $wine_program ] || { wine_program=$(command -v wine64 || command -v wine); wine_server=$(command -v wineserver); }
export WINELOADER=$wine_program WINESERVER=$wine_server

fail() {
	echo "windows: $*" >&2
	exit 1
}

until_true() {
	local end=$((SECONDS + $1))
	shift
	until "$@"; do
		[ $SECONDS -lt $end ] || return 1
		sleep 0.1 # between two looks
	done
}

# The time is wine's own as well: TERM first, so that it can put its files down.
win() {
	timeout --kill-after=10 "$WIN_TIME" "$wine_program" "$@"
}

wine_begin() {
	# Short: the path of a socket below it must be short too.
	wine_work=$(mktemp -d /tmp/agwin.XXXXXX)
	trap wine_end EXIT
	trap 'exit 143' INT TERM HUP
	export HOME=$wine_work/home WINEPREFIX=$wine_work/prefix WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all}
	# Neither .NET nor a browser is asked for, and nothing of the person's own folders is linked.
	export WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d" XDG_RUNTIME_DIR=$wine_work/run
	export LIBGL_ALWAYS_SOFTWARE=1 LANG=C.UTF-8
	unset WAYLAND_DISPLAY XDG_DATA_HOME XDG_CONFIG_HOME AFTERGLOW_DATA
	mkdir -p "$HOME"
	mkdir -m 700 "$XDG_RUNTIME_DIR"

	mkfifo "$wine_work/ready"
	exec 9<>"$wine_work/ready"
	Xvfb -displayfd 9 -screen 0 1024x768x24 -nolisten tcp >"$wine_work/xvfb.log" 2>&1 9<>"$wine_work/ready" &
	wine_screen=$!
	local number
	read -r -t 30 number <&9 || fail "the virtual screen did not start: $(tail -n 3 "$wine_work/xvfb.log")"
	exec 9>&-
	export DISPLAY=:$number

	timeout --kill-after=10 300 "$wine_program" wineboot --init >"$wine_work/boot.log" 2>&1 || fail "wine did not start: $(tail -n 5 "$wine_work/boot.log")"
	timeout 120 "$wine_server" -w || fail "wine did not come to rest after its start"
	x86_64-w64-mingw32-gcc -shared -O2 -s -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" \
		"$(dirname "${BASH_SOURCE[0]}")/standin/bcryptprimitives.c" -ladvapi32
	win winecfg /v win10 # Debian's wine says that it is Windows 7
	# A desktop by the name "shell" has a taskbar, and with it a place for tray icons.
	win reg add 'HKCU\Software\Wine\Explorer' /v Desktop /d shell /f >/dev/null
	win reg add 'HKCU\Software\Wine\Explorer\Desktops' /v shell /d 1024x768 /f >/dev/null
	wine_user=$WINEPREFIX/drive_c/users/$(id -un)
	timeout 120 "$wine_server" -w || fail "wine did not come to rest after its settings"
}

# at_rest waits until no Windows program runs any more.
at_rest() {
	timeout "${1:-60}" "$wine_server" -w
}

# programs lists the Windows programs of ours that run, by their names.
programs() {
	pgrep -a -f '\\(afterglow[a-z-]*|uninstall|Un_A|Au_)[^\\]*\.exe' 2>/dev/null | grep -vE 'pgrep|timeout' || true
}

wine_end() {
	trap - EXIT
	[ -z "${wine_work:-}" ] && return
	# Of this prefix alone: the server ends its own programs.
	timeout 60 "$wine_server" -k >/dev/null 2>&1 || true
	timeout 60 "$wine_server" -w >/dev/null 2>&1 || true
	kill "$wine_screen" 2>/dev/null || true
	wait "$wine_screen" 2>/dev/null || true
	[ -n "${KEEP_WINE:-}" ] && { echo "kept: $wine_work"; return; }
	rm -rf "$wine_work"
}

picture() {
	mkdir -p "$(dirname "$1")"
	import -window root "$1"
}
