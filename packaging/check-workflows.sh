#!/usr/bin/env bash
# Checks the workflows: their form with actionlint, and that every action is pinned by
# its whole commit with the version beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
(cd packaging/tools && GOFLAGS=-trimpath go build -o ../../build/tools/actionlint github.com/rhysd/actionlint/cmd/actionlint)
# Without shellcheck and pyflakes, which may be there or not: the answer is the same everywhere.
build/tools/actionlint -no-color -shellcheck= -pyflakes= .github/workflows/*.yml
if grep -nE '^[^#]*uses:' .github/workflows/*.yml |
	grep -vE 'uses: \./\.github/|uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$'; then
	echo "check-workflows: these actions are not pinned by their whole commit and version" >&2
	exit 1
fi
echo "check-workflows: $(find .github/workflows -name '*.yml' | wc -l) workflows are sound"
