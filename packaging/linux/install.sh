#!/bin/sh
# Installs Afterglow into your own folder, ~/.local. No other user is touched.
# usage: ./install.sh              to install, or to put a newer version in place
#        ./install.sh --remove     to take it away; your notes stay
#        ~/.local/bin/afterglow-remove   the same, when this folder is gone
# PREFIX names another folder than ~/.local.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
act=${1:-install}
if [ "$(basename "$0")" = afterglow-remove ]; then
	PREFIX=$(dirname "$here")
	act=--remove
fi
prefix=${PREFIX:-$HOME/.local}
data=${XDG_DATA_HOME:-$HOME/.local/share}/afterglow
list=$prefix/share/afterglow-files

#@ agents

# The desktop looks for new entries by itself in time; these have it look at once.
refresh() {
	mkdir -p "$prefix/share/mime/packages" # the file types are gathered only where this folder is
	! command -v update-desktop-database >/dev/null 2>&1 || update-desktop-database "$prefix/share/applications" >/dev/null 2>&1 || true
	! command -v update-mime-database >/dev/null 2>&1 || update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || true
	touch "$prefix/share/icons/hicolor" 2>/dev/null || true
}

# Takes away what the list names, and the folders that are empty then.
take_away() {
	while IFS= read -r file; do
		rm -f "$prefix/$file"
		(cd "$prefix" && rmdir -p "$(dirname "$file")" 2>/dev/null) || true
	done
}

case $act in
install) ;;
--remove)
	[ -e "$list" ] || { echo "Afterglow is not installed in $prefix, so there is nothing to remove." >&2; exit 1; }
	program=$(cd "$prefix/bin" && pwd -P)/afterglow
	# Not by the program: it would begin a new journal where the notes were erased.
	entry=${XDG_CONFIG_HOME:-$HOME/.config}/autostart/app.afterglow.Afterglow.desktop
	! grep -qF "$program" "$entry" 2>/dev/null || rm -f "$entry"
	#@ end
	files=$(cat "$list")
	rm -f "$list"
	printf '%s\n' "$files" | take_away
	refresh
	rmdir "$prefix/share/mime/packages" 2>/dev/null || true
	echo "Afterglow is removed."
	if [ -e "$data" ]; then
		echo "Your notes stay in $data. Delete that folder yourself if you want them gone."
	fi
	exit 0
	;;
*)
	echo "install.sh: \"$act\" is not known. Write ./install.sh to install, or ./install.sh --remove." >&2
	exit 2
	;;
esac

cd "$here"
bin/afterglow version >/dev/null || { echo "Afterglow does not run on this system: it needs a 64-bit PC with glibc 2.34 or newer." >&2; exit 1; }
mkdir -p "$prefix/bin" "$prefix/share"
program=$(cd "$prefix/bin" && pwd -P)/afterglow
# "afterglow-remove" is this script.
(find bin share -type f && echo bin/afterglow-remove) | LC_ALL=C sort >"$list.new"
put() { # FILE PLACE: beside it first, for a program that runs cannot be written over
	mkdir -p "$(dirname "$prefix/$2")"
	cp -p "$1" "$prefix/$2.new"
	mv -f "$prefix/$2.new" "$prefix/$2"
}
while IFS= read -r file; do
	case $file in
	bin/afterglow-remove) put install.sh "$file" ;;
	*) put "$file" "$file" ;;
	esac
done <"$list.new"
# What only the version before had.
if [ -e "$list" ]; then
	LC_ALL=C comm -23 "$list" "$list.new" | take_away
fi
mv -f "$list.new" "$list"
# A desktop need not have ~/.local/bin on its path: the entries name the programs whole.
for entry in "$prefix"/share/applications/app.afterglow.*.desktop; do
	sed -i -e "s|^TryExec=|&$prefix/bin/|" -e "s|^Exec=\\([a-z-]*\\)|Exec=\"$prefix/bin/\\1\"|" "$entry"
done
refresh
#@ renew
echo "Afterglow is installed in $prefix. Find it in your menu, or run: $prefix/bin/afterglow"
missing=$(ldd "$program-window" | awk '/not found/ { printf " %s", $1 }')
if [ -n "$missing" ]; then
	echo "Its window needs libraries that this system lacks:$missing. Install them with your software centre." >&2
fi
