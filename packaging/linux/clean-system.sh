#!/usr/bin/env bash
# Lays out a clean Debian system in a new folder, as small as it can be. It comes
# from the archive that this machine's apt uses; the second time from a tar of the
# first. usage (as root): packaging/linux/clean-system.sh SUITE FOLDER
set -euo pipefail
cd "$(dirname "$0")/../.."
suite=$1 root=$2

# The archive of this machine, whatever it is called here.
mirror=$(apt-get indextargets --format '$(SITE) $(SUITE)' "Label: Debian" "Created-By: Packages" |
	awk '$2 !~ /security|updates/ { print $1; exit }')
mirror=${mirror:-$(apt-get indextargets --format '$(SITE)' | head -n 1)}
keep=build/clean/$suite-$(dpkg --print-architecture).tar

if [ ! -e "$keep" ]; then
	mkdir -p build/clean
	new=$(mktemp -d build/clean/new.XXXXXX)
	trap 'rm -rf "$new"' EXIT
	debootstrap --variant=minbase "$suite" "$new" "$mirror" >"build/clean/$suite.log" 2>&1 ||
		{ tail -n 20 "build/clean/$suite.log" >&2; exit 1; }
	# The lists belong to a system that is ready to install; the fetched packages do not.
	rm -f "$new"/var/cache/apt/archives/*.deb
	tar -C "$new" -cf "$keep.new" .
	mv "$keep.new" "$keep"
fi
mkdir -p "$root"
tar -C "$root" -xf "$keep"
# This machine's way to its archive: the same names, the same settings of the network.
printf 'deb %s %s main\n' "$mirror" "$suite" >"$root/etc/apt/sources.list"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
apt-config dump | grep -E '^Acquire::(https?::Proxy|Check-(Valid-Until|Date)) ' >"$root/etc/apt/apt.conf.d/90archive" || true
# No service may be started in it: there is nobody to end them.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"
