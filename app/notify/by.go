package notify

// Whose "do not disturb" is on; see Notifier.Quiet.
const (
	ByDesktop      = "desktop" // of the notification service
	ByDunst        = "dunst"   // which calls it a pause
	ByGNOME        = "gnome"
	ByXfce         = "xfce"
	ByFullScreen   = "fullscreen" // a program fills the screen
	ByPresentation = "presentation"
	ByQuietTime    = "quiettime"
)
