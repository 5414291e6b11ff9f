#!/bin/sh
# Installs Afterglow into your own folder, ~/.local. No other user is touched.
# usage: ./install.sh            to install, or to put a newer version in place
#        ./install.sh --remove   to take it away; your notes stay
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${PREFIX:-$HOME/.local}
data=${XDG_DATA_HOME:-$HOME/.local/share}/afterglow
list=$prefix/share/afterglow-files

# The desktop looks for new entries by itself in time; these have it look at once.
refresh() {
	for act in "update-desktop-database $prefix/share/applications" "update-mime-database $prefix/share/mime"; do
		if command -v "${act%% *}" >/dev/null 2>&1; then $act >/dev/null 2>&1 || true; fi
	done
}

running=no
if [ -x "$prefix/bin/afterglow" ]; then
	case $("$prefix/bin/afterglow" quit) in *ended*) running=yes ;; esac
fi
if [ "${1:-}" = --remove ]; then
	[ -e "$list" ] || { echo "Afterglow is not installed in $prefix." >&2; exit 1; }
	"$prefix/bin/afterglow" autostart off >/dev/null || true
	while read -r file; do rm -f "$prefix/$file"; done <"$list"
	rm -f "$list"
	refresh
	echo "Afterglow is removed. Your notes stay in $data"
	exit 0
fi

cd "$here"
mkdir -p "$prefix/share"
find bin share -type f >"$list"
while read -r file; do
	mkdir -p "$prefix/$(dirname "$file")"
	# Beside it first: a program that runs cannot be written over.
	cp -p "$file" "$prefix/$file.new"
	mv -f "$prefix/$file.new" "$prefix/$file"
done <"$list"
# A desktop need not have ~/.local/bin on its path: the entries name the programs whole.
for entry in "$prefix"/share/applications/app.afterglow.*.desktop; do
	sed -i -e "s|Exec=afterglow|Exec=$prefix/bin/afterglow|" "$entry"
done
refresh
if [ $running = yes ]; then
	"$prefix/bin/afterglow" --background >/dev/null 2>&1 &
fi
echo "Afterglow is installed in $prefix. Find it in your menu, or run: $prefix/bin/afterglow"
