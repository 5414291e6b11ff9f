# Clicks on the notification on show, on desktops whose notification service draws it in an X11 window of the class in $1: on
# the place that lies $2 left of its right edge and $3 above its foot, such as the middle of a button.
set -e
id=$(xdotool search --onlyvisible --class "$1" | tail -n 1)
[ -n "$id" ] || { echo "no notification is on show" >&2; exit 1; }
eval "$(xdotool getwindowgeometry --shell "$id")"
xdotool mousemove $((X + WIDTH - $2)) $((Y + HEIGHT - $3)) click 1
