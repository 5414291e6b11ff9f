#!/usr/bin/env bash
# The lives of the packages in a clean system. The person at the desktop is not root:
# like anybody, they install with sudo. usage, by lives.sh alone: inside.sh [LIFE]...
set -euo pipefail
useradd --create-home --shell /bin/bash anna
echo 'anna ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/anna
chmod 440 /etc/sudoers.d/anna
chown -R anna: /test
# A reminder at night waits for the morning: here it is the early afternoon.
west=$(($(date -u +%-H) - 14))
[ $west -lt 0 ] || west=+$west
lives=("$@")
[ ${#lives[@]} -gt 0 ] || lives=(debian families own-folder)
for life in "${lives[@]}"; do
	runuser -u anna -- env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/home/anna USER=anna TZ=Etc/GMT$west \
		/test/scripts/desktop.sh "/test/life/$life.sh"
done
