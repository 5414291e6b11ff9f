#!/usr/bin/env bash
# The lives of the rpm and the Arch package, as far as they go on a Debian system: rpm and
# pacman themselves unpack them and run their scripts, beside a running agent. What the
# packages depend on is looked at by judge.sh: here no package of these families is there.
# usage, by inside.sh alone: families.sh
set -euo pipefail
. /test/life/steps.sh
program=/usr/bin/afterglow
watch_icons

# Debian's older rpm has to be told that it is meant; its newer one does not know the word.
meant=--force-debian
rpm $meant --version >/dev/null 2>&1 || meant=
# shellcheck disable=SC2086
rpm_() { sudo rpm $meant --dbpath /var/lib/afterglow-rpm --nodeps "$@"; }
pacman_() { sudo pacman --config /test/pacman.conf --dbpath /var/lib/afterglow-pacman --noconfirm "$@"; }
sudo mkdir -p /var/lib/afterglow-rpm /var/lib/afterglow-pacman
# pacman hands the scripts to /bin/sh, which is bash on Arch.
sudo ln -sf bash /bin/sh
printf '[options]\nArchitecture = x86_64\nSigLevel = Never\nLocalFileSigLevel = Optional\n' >/test/pacman.conf
rpm_install() { rpm_ -i /test/"$1"/*.rpm; }
rpm_upgrade() { rpm_ -U /test/"$1"/*.rpm; }
rpm_remove() { rpm_ -e afterglow; }
rpm_files() { rpm --dbpath /var/lib/afterglow-rpm -ql afterglow; }
pacman_install() { pacman_ -U -dd /test/"$1"/*.pkg.tar.zst; }
pacman_upgrade() { pacman_install "$1"; }
pacman_remove() { pacman_ -Rdd afterglow; }
pacman_files() { pacman --config /test/pacman.conf --dbpath /var/lib/afterglow-pacman -Qlq afterglow; }

# Every library that the rpm asks for has a name that a system knows it by.
rpm -qp --requires /test/this/*.rpm 2>/dev/null | sed -n 's/^\(lib.*\.so\.[0-9]*\)(.*/\1/p' | sort -u | while read -r library; do
	ldconfig -p | has -F "$library " || fail "the rpm asks for $library, which is no library's name"
done

hours=2
for family in rpm pacman; do
	quietly $family-install ${family}_install before
	afterglow --background >/test/$family-agent.log 2>&1 &
	agent=$!
	until_true 30 "the tray icon is there" icon
	afterglow treat --at -${hours}h >/dev/null
	hours=$((hours + 24))
	open_window afterglow
	: >/test/icons
	quietly $family-upgrade ${family}_upgrade this
	renewed "$agent" $program
	open_window afterglow
	${family}_files | while read -r path; do [ -d "$path" ] || echo "$path"; done >/test/files
	[ "$(wc -l </test/files)" -gt 30 ] || fail "$family knows its files"
	quietly $family-remove ${family}_remove
	gone "$agent" || fail "the agent ends with its $family package"
	no_window || fail "the window ends with its $family package"
	grep -q 'Your notes stay' /test/$family-remove.log || fail "the removal by $family says where the notes are"
	[ -s "$data/journal.sqlite" ] || fail "the notes stay"
	while read -r path; do [ ! -e "$path" ] || fail "$path is left by $family"; done </test/files
	echo "$family: installed, upgraded under the running agent, removed"
done
