#!/usr/bin/env bash
# Says in one plain sentence where Go is missing or too old for this project.
set -uo pipefail
cd "$(dirname "$0")/.."

want=$(awk '$1 == "go" { print $2; exit }' go.mod)
if ! command -v go >/dev/null; then
	echo "Afterglow needs Go $want or newer, and there is no go here: install it from https://go.dev/dl/ and try again." >&2
	exit 1
fi
# A newer Go fetches the version that go.mod asks for by itself; where it may not, this fails.
have=$(go env GOVERSION 2>/dev/null)
have=${have#go}
if [ -z "$have" ] || [ "$(printf '%s\n%s\n' "$want" "$have" | sort -V | head -n 1)" != "$want" ]; then
	have=$(GOTOOLCHAIN=local go env GOVERSION 2>/dev/null)
	echo "Afterglow needs Go $want or newer, and this is ${have:-an old one}: install a newer one from https://go.dev/dl/ and try again." >&2
	exit 1
fi
