#!/usr/bin/env bash
# Builds the Linux packages of two other versions, from changed copies of the source:
# one before this version, and one after it that changes the journal's form.
# usage: packaging/linux/versions.sh OUTDIR   (OUTDIR/before, OUTDIR/after)
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(realpath -m "$1")
SOURCE_DATE_EPOCH=$(packaging/epoch.sh)
export SOURCE_DATE_EPOCH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$out"

copy() { # NAME VERSION
	mkdir -p "$work/$1"
	tar -cf - --exclude=./build --exclude=./dist --exclude=./.git . | tar -C "$work/$1" -xf -
	sed -i "s/^\([[:space:]]*Version[[:space:]]*=\).*/\1 \"$2\"/" "$work/$1/FyneApp.toml"
	[ "$("$work/$1/packaging/version.sh")" = "$2" ]
}
copy before 0.0.9
copy after 99.0.0
# The next form of the journal, whatever today's is.
migrations=$work/after/app/journal/migrations
newest=$(ls "$migrations" | sed -n 's/^0*\([0-9]\+\)_.*\.sql$/\1/p' | sort -n | tail -n 1)
printf -- '-- +goose Up\nCREATE TABLE tried (x);\nPRAGMA user_version = %d;\n' $((newest + 1)) >"$migrations/$(printf %05d $((newest + 1)))_tried.sql"
for name in before after; do
	"$work/$name/packaging/linux/build.sh" "$out/$name"
done
