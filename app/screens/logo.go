package screens

import (
	"math"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// brand is how far the ring of the program's own icon has turned; the logo shows it while there is no course.
const brand = 0.37

// logoSteps is how finely the logo tells its course: its pixels show no finer.
const logoSteps = 48

// turned is how much of the logo's ring is filled: as the ring on Today and the icon in the tray.
func turned(st service.Status) float64 {
	if st.Treatment == nil {
		return brand
	}
	share := st.Ring().Share
	if share < 1 {
		return math.Floor(share*logoSteps) / logoSteps
	}
	return share
}

// newLogo is the ring beside the program's name.
func (s *Shell) newLogo() *fyne.Container {
	s.logo = kit.Over()
	s.turnLogo()
	return s.logo
}

// turnLogo turns the ring to where the course is.
func (s *Shell) turnLogo() {
	s.logo.Objects = []fyne.CanvasObject{s.k.Ring(24, 4, kit.Turn{Share: turned(s.state.status)}, "", "")}
	s.logo.Refresh()
}
