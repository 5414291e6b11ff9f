# A running agent is still the old program. It closes its journal and its icon, and
# starts the new one in its own place, in its own session. No reminder is lost.
for pid in $(agents); do
	kill -USR1 "$pid" 2>/dev/null || true
done
