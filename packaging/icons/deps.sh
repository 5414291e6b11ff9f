#!/usr/bin/env bash
# Installs what packaging/icons/build.sh draws with: only what is missing.
set -euo pipefail
exec "$(dirname "$0")/need.sh" rsvg-convert=librsvg2-bin icotool=icoutils png2icns=icnsutils
