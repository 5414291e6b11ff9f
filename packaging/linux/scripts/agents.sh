# The running agents of $program, of all users that may be seen. They are told by their
# program's file, and by having no command: "afterglow status" is none.
agents() {
	for dir in /proc/[0-9]*; do
		case $(readlink "$dir/exe" 2>/dev/null) in
		"$program" | "$program (deleted)") ;;
		*) continue ;;
		esac
		tr '\0' '\n' <"$dir/cmdline" 2>/dev/null | awk '
			NR == 1 || value { value = 0; next }
			/^--data$/ { value = 1; next }
			!/^-/ { command = 1 }
			END { exit command }' && echo "${dir#/proc/}"
	done
	return 0
}

# Waits until none of the given processes is there, ten seconds at most.
await_end() {
	for pid in "$@"; do
		timeout 10 tail --pid="$pid" -f /dev/null 2>/dev/null || true
	done
}
