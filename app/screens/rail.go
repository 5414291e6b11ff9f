package screens

import (
	"slices"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/kit"
)

// inRail are the screens that have a line in the rail, in their order.
func inRail() []screen {
	return slices.DeleteFunc(screens(), func(sc screen) bool { return sc.name == "" })
}

// isInRail says whether a page has a line in the rail.
func isInRail(page string) bool {
	return slices.ContainsFunc(inRail(), func(sc screen) bool { return sc.id == page })
}

// rail is the strip at the left: the pages, and always the way to the clinic. In a narrow window it shows icons alone.
type rail struct {
	box   *fyne.Container // what is drawn
	pages *kit.Page       // the pages' lines: they scroll where there are too many
	lines *fyne.Container // in it, a *kit.Press each
	here  string          // the page whose line has the mark; "": none
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
	r.here, r.lines = s.here(), &fyne.Container{Layout: railLines{r}}
	for _, it := range inRail() {
		r.lines.Objects = append(r.lines.Objects, s.railLine(it))
	}
	s.walkRail()
	r.pages = kit.NewPage()
	r.pages.SetContent(r.lines, false)
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

// here is the page whose line has the mark; "" while something stands in the page's place that has no line.
func (s *Shell) here() string {
	if s.layers[planFile] != nil || s.layers[leafletText] != nil {
		return ""
	}
	return s.page
}

// markRail has the line of the page on show have the mark: it makes those two lines anew that look otherwise now.
func (s *Shell) markRail() {
	r, was := &s.rail, s.rail.here
	if r.here = s.here(); r.here == was {
		return
	}
	s.hideTip()
	for i, it := range inRail() {
		if it.id != was && it.id != r.here {
			continue
		}
		before, line := r.lines.Objects[i], s.railLine(it)
		line.Move(before.Position())
		line.Resize(before.Size())
		r.lines.Objects[i] = line
	}
	s.walkRail()
	s.repaint()
	s.aloud.changed()
}

// walkRail has the arrow keys go through the lines, and from there into the page.
func (s *Shell) walkRail() {
	presses := make([]*kit.Press, 0, len(s.rail.lines.Objects))
	for _, o := range s.rail.lines.Objects {
		if p, ok := o.(*kit.Press); ok {
			presses = append(presses, p)
		}
	}
	s.k.Walk(presses...)
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
}

// railLine is a page's line.
func (s *Shell) railLine(it screen) *kit.Press {
	k, name := s.k, s.k.V.T(it.name)
	ink, bold := k.P.Muted, false
	var ground fyne.CanvasObject
	here := s.rail.here == it.id
	if here {
		ink, bold, ground = k.P.Rose, true, kit.Plate(k.P.RoseFill, kit.Corner, nil, 0)
	}
	show := func() { s.turnTo(it.id) }
	if s.rail.icons {
		p := k.Press(railID+it.id, name, 10, kit.Over(ground, kit.Middle(k.Icon(it.icon, 18, ink))), show).As(kit.RoleTab, here)
		p.OnHover = s.tipOn(p)
		return p
	}
	row := kit.Row(13, 1, k.Icon(it.icon, 16, ink), k.Line(name, ink, bold))
	return k.Press(railID+it.id, name, 10, kit.Over(ground, kit.Pad(0, 12, 0, 13, row)), show).As(kit.RoleTab, here)
}
