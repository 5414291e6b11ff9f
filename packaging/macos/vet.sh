#!/usr/bin/env bash
# Type-checks for macOS what can be without Apple's SDK: every room that has code of
# its own for macOS. The tray, SQLite and the window need a Mac's C compiler.
set -euo pipefail
cd "$(dirname "$0")/../.."
GOOS=darwin CGO_ENABLED=0 GOFLAGS="-trimpath -buildvcs=false" go vet -tags no_emoji,release \
	./guidance/... ./app/course ./app/timeline ./app/clock ./app/reminder ./app/autostart ./app/lastwords ./app/link ./app/notify
