#!/usr/bin/env bash
# Starts the Afterglow that was built: on the person's own desktop, or, where
# there is no display, on a virtual one that shows it at work and leaves pictures.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
	echo "Afterglow runs in your tray now. Quit in its menu stops it, or Ctrl+C here."
	exec build/bin/afterglow
fi
echo "There is no display here, so Afterglow runs on a virtual desktop and takes pictures."
scripts/setup.sh desktop
exec scripts/tour.sh
