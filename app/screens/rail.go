package screens

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// inRail are the screens that have a line in the rail, in their order.
func inRail() []screen {
	return slices.DeleteFunc(screens(), func(sc screen) bool { return sc.name == "" })
}

// drawRail shows the pages, and always the way to the clinic and what Afterglow is not.
func (s *Shell) drawRail() {
	k := s.k
	logo := kit.Row(10, 1, k.Ring(24, 4, kit.Turn{Share: 0.4}, "", ""), kit.Pad(0, 0, 2, 0, k.Section(k.V.T("shell.name"))))
	items := make([]fyne.CanvasObject, 0, 4)
	for _, it := range inRail() {
		items = append(items, s.railButton(it))
	}
	clinic := k.Clinic("rail.calls", k.V.T("calls.title"), func() { s.Show(PageCalls) })
	top := kit.Column(20, kit.Pad(20, 12, 0, 20, logo), kit.Pad(0, 13, 0, 12, kit.Column(4, items...)))
	bottom := kit.Column(11, kit.Pad(0, 13, 0, 12, clinic), kit.Pad(0, 14, 16, 16, k.Small(k.V.T("shell.footer"))))
	s.rail.Objects = []fyne.CanvasObject{kit.Ends(0, top, bottom)}
	s.rail.Refresh()
}

func (s *Shell) railButton(it screen) fyne.CanvasObject {
	k, name := s.k, s.k.V.T(it.name)
	ink, fill, bold := k.P.Muted, k.P.Rail, false
	label := name
	if s.page == it.id && s.layers[planFile] == nil {
		ink, fill, bold = k.P.Rose, k.P.RoseFill, true
		label = k.V.T("shell.this_page", phrase.Args{"Page": name})
	}
	ground := canvas.NewRectangle(fill)
	ground.CornerRadius = 10
	row := kit.Row(13, 1, k.Icon(it.icon, 16, ink), k.Line(name, ink, bold))
	return k.Press("rail."+it.id, label, 10, kit.Over(ground, kit.Pad(10, 12, 10, 13, row)), func() { s.turnTo(it.id) })
}
