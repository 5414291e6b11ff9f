#!/usr/bin/env bash
# Writes the scripts that the packages run, from the pieces beside this file: deb, rpm
# and Arch ask for the same acts with different words. So does the tarball's install.sh,
# in which a line "#@ PIECE" stands for each.
# usage: packaging/linux/scripts/compose.sh OUTDIR
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$1
mkdir -p "$out"
cd "$here"

# piece NAME [CONDITION]: the piece, under a condition where one is given.
piece() {
	if [ $# = 1 ]; then
		cat "$1.sh"
	else
		printf 'if %s; then\n' "$2"
		sed -e '/./s/^/\t/' "$1.sh"
		printf 'fi\n'
	fi
}
script() {
	local name=$1
	shift
	{
		printf '#!/bin/sh\nset -e\nprogram=/usr/bin/afterglow\n\n'
		"$@"
	} >"$out/$name"
	chmod 755 "$out/$name"
}

# dpkg: "configure OLD-VERSION" follows an upgrade; "remove" is the real end.
deb_postinst() { piece agents && piece renew '[ "$1" = configure ] && [ -n "$2" ]'; }
deb_prerm() { piece agents && piece end '[ "$1" = remove ]' && piece farewell '[ "$1" = remove ]'; }
# rpm: how many versions there will be is the first word.
rpm_postinst() { piece agents && piece renew '[ "$1" -gt 1 ]'; }
rpm_prerm() { piece agents && piece end '[ "$1" = 0 ]' && piece farewell '[ "$1" = 0 ]'; }
# pacman has a function for each occasion.
arch_postupgrade() { piece agents && piece renew; }
arch_prerm() { piece agents && piece end && piece farewell; }

script deb.postinst deb_postinst
script deb.prerm deb_prerm
script rpm.postinst rpm_postinst
script rpm.prerm rpm_prerm
script arch.postupgrade arch_postupgrade
script arch.prerm arch_prerm

while IFS= read -r line; do
	case $line in
	*'#@ '*) sed -e "/./s/^/${line%%#*}/" "${line#*#@ }.sh" ;;
	*) printf '%s\n' "$line" ;;
	esac
done <../install.sh >"$out/install.sh"
chmod 755 "$out/install.sh"
