# The agents and windows end before their programs go.
ending=$(agents)
for dir in /proc/[0-9]*; do
	[ "$(readlink "$dir/exe" 2>/dev/null)" != "$program-window" ] || ending="$ending ${dir#/proc/}"
done
for pid in $ending; do
	kill -TERM "$pid" 2>/dev/null || true
done
# The numbers of the processes are words of their own.
# shellcheck disable=SC2086
await_end $ending
