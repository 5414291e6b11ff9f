package screens

import (
	"image/color"

	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/screens/kit"
)

// inRail are the screens that have a line in the rail, in their order.
func inRail() []screen {
	return slices.DeleteFunc(screens(), func(sc screen) bool { return sc.name == "" })
}

// rail is the strip at the left: the pages, and always the way to the clinic. In a narrow window it shows icons alone.
type rail struct {
	box   *fyne.Container // what is drawn
	pages *kit.Page       // the pages' lines: they scroll where there are too many
	icons bool
}

// wide is how wide the rail is.
func (r *rail) wide() float32 {
	if r.icons {
		return railIcons
	}
	return railNames
}

// fit chooses the form for a window of this width, and says whether it is another one than before.
func (r *rail) fit(width float32) (changed bool) {
	icons := width < namesFrom
	changed = icons != r.icons
	r.icons = icons
	return changed
}

// drawRail shows the pages, the way to the clinic and, where there is room, what Afterglow is not.
func (s *Shell) drawRail() {
	k, r := s.k, &s.rail
	s.hideTip()
	lines, presses := make([]fyne.CanvasObject, 0, 8), make([]*kit.Press, 0, 8)
	for _, it := range inRail() {
		p := s.railLine(it)
		lines, presses = append(lines, p), append(presses, p)
	}
	k.Walk(presses...)
	for _, p := range presses {
		walk := p.OnKey
		p.OnKey = func(key fyne.KeyName) bool {
			if key == fyne.KeyRight {
				s.intoPage()
				return true
			}
			return walk(key)
		}
	}
	r.pages = kit.NewPage()
	r.pages.SetContent(&fyne.Container{Layout: railLines{r}, Objects: lines}, false)
	logo := fyne.CanvasObject(s.newLogo())
	toCalls := func() { s.Show(PageCalls) }
	clinic, footer := k.ClinicIcon("rail.calls", k.V.T("calls.title"), toCalls), fyne.CanvasObject(nil)
	if r.icons {
		clinic.OnHover = s.tipOn(clinic)
		logo = kit.Middle(logo)
	} else {
		logo = kit.Row(10, 1, logo, kit.Pad(0, 0, 2, 0, k.Section(k.V.T("shell.name")).Heading(0)))
		clinic = k.Clinic("rail.calls", k.V.T("calls.title"), toCalls)
		footer = k.Small(k.V.T("shell.footer"))
	}
	r.box.Layout = railLayout{r}
	r.box.Objects = []fyne.CanvasObject{logo, r.pages, clinic}
	if footer != nil {
		r.box.Objects = append(r.box.Objects, footer)
	}
	r.box.Refresh()
	s.aloud.changed()
}

// railLine is a page's line.
func (s *Shell) railLine(it screen) *kit.Press {
	k, name := s.k, s.k.V.T(it.name)
	ink, fill, bold := k.P.Muted, color.Color(color.Transparent), false
	here := s.page == it.id && s.layers[planFile] == nil && s.layers[leafletText] == nil
	if here {
		ink, fill, bold = k.P.Rose, k.P.RoseFill, true
	}
	ground := canvas.NewRectangle(fill)
	ground.CornerRadius = 10
	show := func() { s.turnTo(it.id) }
	if s.rail.icons {
		p := k.Press(railID+it.id, name, 10, kit.Over(ground, kit.Middle(k.Icon(it.icon, 18, ink))), show).As(kit.RoleTab, here)
		p.OnHover = s.tipOn(p)
		return p
	}
	row := kit.Row(13, 1, k.Icon(it.icon, 16, ink), k.Line(name, ink, bold))
	return k.Press(railID+it.id, name, 10, kit.Over(ground, kit.Pad(0, 12, 0, 13, row)), show).As(kit.RoleTab, here)
}
