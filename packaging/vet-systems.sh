#!/usr/bin/env bash
# Type-checks Afterglow for every system, as far as that goes without a foreign C compiler:
# so a change on Linux cannot break Windows or macOS unseen. Installs nothing.
#   linux    everything, with C
#   windows  every room but SQLite's (journal, and care, cli, agent above it) and the window
#   darwin   as windows, without the tray: packaging/macos/vet.sh
set -euo pipefail
cd "$(dirname "$0")/.."
export GOFLAGS="-trimpath -buildvcs=false"
tags=no_emoji,release

go vet -tags $tags ./...
GOOS=windows CGO_ENABLED=0 go vet -tags $tags ./guidance/... ./app/course ./app/timeline ./app/clock/... ./app/reminder \
	./app/autostart ./app/lastwords ./app/link ./app/notify ./app/notify/toast ./app/tray
packaging/macos/vet.sh

# Of the rooms above SQLite: that the files of each system at least parse, that each is
# chosen by its name or tag, and that what they import is there.
for system in windows darwin; do
	GOOS=$system CGO_ENABLED=0 go list -tags $tags -deps ./app/journal ./app/care ./app/cli ./app/agent ./cmd/afterglow >/dev/null
done
echo "vet: linux, windows and darwin type-check, as far as they do without a foreign C compiler"
