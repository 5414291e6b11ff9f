package notify

// Whose "do not disturb" is on; see Notifier.Quiet.
const (
	ByDesktop      = "desktop" // of a notification service that is not known
	ByDunst        = "dunst"   // which calls it a pause
	ByGNOME        = "gnome"
	ByXfce         = "xfce"
	ByPlasma       = "plasma"
	ByCinnamon     = "cinnamon"
	ByMATE         = "mate"
	ByLXQt         = "lxqt"
	ByBudgie       = "budgie"
	ByMako         = "mako"
	BySwaync       = "swaync"
	ByFullScreen   = "fullscreen" // a program fills the screen
	ByPresentation = "presentation"
	ByQuietTime    = "quiettime"
)
