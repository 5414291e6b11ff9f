# Clicks on "Done" of the notification on show, on desktops whose notification service draws it in an X11 window of the class
# in $1: the first button of the row at its foot.
id=$(xdotool search --onlyvisible --class "$1" | tail -n 1) || exit 1
eval "$(xdotool getwindowgeometry --shell "$id")"
xdotool mousemove $((X + WIDTH / 8)) $((Y + HEIGHT - 22)) click 1
