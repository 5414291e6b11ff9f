#!/usr/bin/env bash
# Judges the packages as far as it goes without installing them: Debian's rules, the
# entries, names, sizes, dependencies and scripts. usage: packaging/linux/judge.sh DIST
set -euo pipefail
cd "$(dirname "$0")/../.."
dist=$(realpath "$1")
deb=$(ls "$dist"/*.deb) rpm=$(ls "$dist"/*.rpm) arch=$(ls "$dist"/*.pkg.tar.zst)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# has PATTERN: like grep -q, but it reads to the end, so that no pipe breaks.
has() { grep "$@" >/dev/null; }
fail() { echo "FAILED: $*" >&2; exit 1; }

[ "$(stat -c %s "$deb")" -le $((16 << 20)) ] || fail "the deb is larger than 16 MB"
lintian --fail-on error,warning --tag-display-limit 0 --allow-root "$deb"
dpkg-deb -x "$deb" "$work/deb"
desktop-file-validate "$work"/deb/usr/share/applications/*.desktop
appstreamcli validate --no-net "$work"/deb/usr/share/metainfo/*.xml
mkdir "$work/mime" && cp -r "$work/deb/usr/share/mime/packages" "$work/mime/"
XDG_DATA_HOME=$work update-mime-database "$work/mime"
grep -q 'afterglow-plan$' "$work/mime/globs" || fail "plan files have no type"
newest=$(objdump -T "$work"/deb/usr/bin/* | grep -o 'GLIBC_[0-9.]*' | sort -uV | tail -n 1)
echo "newest symbol of glibc: $newest; the packages ask for 2.34"
printf 'GLIBC_2.34\n%s\n' "$newest" | sort -VC -r || fail "the programs ask for a newer glibc than the packages say"

# The same files in all three, but for what only Debian has.
(cd "$work/deb" && find . -type f ! -path '*/lintian/*' ! -name 'changelog*' | sed -e 's/^\.//' -e 's/vendor-completions/site-functions/' | sort) >"$work/want"
rpm -qpl "$rpm" 2>/dev/null | sort >"$work/rpm"
bsdtar -tf "$arch" | grep -v '/$\|^\.' | sed 's|^|/|' | sort >"$work/arch"
diff "$work/want" <(grep -v 'changelog' "$work/rpm") || fail "the rpm has other files"
diff "$work/want" "$work/arch" || fail "the Arch package has other files"
rpm -qp --requires "$rpm" 2>/dev/null | has 'libGL.so.1' || fail "the rpm asks for no OpenGL"
rpm -qp --scripts "$rpm" 2>/dev/null | has 'USR1' || fail "the rpm renews no agent"
bsdtar -xOf "$arch" .PKGINFO | has '^depend = libgl' || fail "the Arch package asks for no OpenGL"
bsdtar -xOf "$arch" .INSTALL | has 'post_upgrade' || fail "the Arch package renews no agent"
bsdtar -xOf "$arch" .INSTALL | bash -n || fail "the Arch package's script is no script"
ls -l "$dist" | awk 'NR > 1 { printf "%9d  %s\n", $5, $9 }'
