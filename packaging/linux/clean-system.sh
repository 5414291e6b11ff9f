#!/usr/bin/env bash
# Lays out a clean Debian system in a new folder, as small as it can be, with the named
# packages. It comes from the archive that this machine's apt uses; the second time from
# a tar of the first. usage (as root): packaging/linux/clean-system.sh SUITE FOLDER [PACKAGE...]
set -euo pipefail
cd "$(dirname "$0")/../.."
suite=$1 root=$2
shift 2

# The archive of this machine, whatever it is called here.
mirror=$(apt-get indextargets --format '$(SITE) $(SUITE)' "Label: Debian" "Created-By: Packages" |
	awk '$2 !~ /security|updates/ { print $1; exit }')
mirror=${mirror:-$(apt-get indextargets --format '$(SITE)' | head -n 1)}
kept=build/clean/$suite-$(dpkg --print-architecture)
with=$kept-$(printf '%s\n' "$@" | cksum | cut -d ' ' -f 1)
mkdir -p build/clean

new=
trap '[ -z "$new" ] || rm -rf --one-file-system "$new"' EXIT
keep() { # TAR: the fetched packages are no part of a system
	rm -f "$new"/var/cache/apt/archives/*.deb
	tar -C "$new" --one-file-system -cf "$1.new" .
	mv "$1.new" "$1"
	rm -rf --one-file-system "$new"
	new=
}

if [ ! -e "$kept.tar" ]; then
	new=$(mktemp -d build/clean/new.XXXXXX)
	debootstrap --variant=minbase "$suite" "$new" "$mirror" >"build/clean/$suite.log" 2>&1 ||
		{ tail -n 20 "build/clean/$suite.log" >&2; exit 1; }
	keep "$kept.tar"
fi
if [ ! -e "$with.tar" ]; then
	new=$(mktemp -d build/clean/new.XXXXXX)
	tar -C "$new" -xf "$kept.tar"
	# This machine's way to its archive: the same names, the same settings of the network.
	printf 'deb %s %s main\n' "$mirror" "$suite" >"$new/etc/apt/sources.list"
	cp /etc/resolv.conf /etc/hosts "$new/etc/"
	apt-config dump | grep -E '^Acquire::(https?::Proxy|Check-(Valid-Until|Date)) ' >"$new/etc/apt/apt.conf.d/90archive" || true
	# No service may be started in it: there is nobody to end them.
	printf '#!/bin/sh\nexit 101\n' >"$new/usr/sbin/policy-rc.d"
	chmod 755 "$new/usr/sbin/policy-rc.d" "$new"
	chroot "$new" env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get -qq update && apt-get -qq -y --no-install-recommends install "$@"' sh \
		"$@" >"$with.log" 2>&1 || { tail -n 20 "$with.log" >&2; exit 1; }
	keep "$with.tar"
fi
mkdir -p "$root"
tar -C "$root" -xf "$with.tar"
