package timeline

import (
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// answers is the card beneath the picture: what may be done at the line, and what comes then. It stands in one line as
// far as there is room; the rest opens below.
type answers struct {
	k      *kit.Kit
	back   func() // to rest
	resize func() // the card wants another height
	object *fyne.Container

	label string
	rest  bool
	said  []phrase.Answer
	open  bool // all are shown
	when  *kit.Line
}

func newAnswers(k *kit.Kit, back, resize func()) *answers {
	return &answers{k: k, back: back, resize: resize, object: kit.Over()}
}

// show answers for a moment; rest says that nobody moved the line there.
func (a *answers) show(sc service.Scene, at time.Time, rest bool) {
	label := a.k.V.T("timeline.now")
	if !rest || !at.Equal(sc.Now) {
		label = phrase.Capital(a.k.V.Moment(at))
	}
	said := a.k.V.Answers(course.Told(sc.Courses, at), at, sc.Zone)
	same := rest == a.rest && slices.Equal(said, a.said) && a.when != nil
	if same && label == a.label {
		return
	}
	a.label, a.rest, a.said = label, rest, said
	if same && !a.open && a.when.MinSize().Width >= a.when.Size().Width-whenSlack {
		a.when.SetText(label)
		return
	}
	a.fill()
}

// whenSlack is how much wider than its words the line's moment may stand before the others move up to it.
const whenSlack = 24

func (a *answers) fill() {
	k := a.k
	a.when = k.Line(a.label, k.P.Text, true)
	items := make([]fyne.CanvasObject, len(a.said))
	for i, s := range a.said {
		items[i] = a.item(s, a.open)
	}
	back := k.Quiet("timeline.now", k.V.T("timeline.back"), a.back)
	if a.rest {
		back.Hide()
	}
	var content fyne.CanvasObject
	if a.open {
		fewer := k.Link("timeline.more", k.V.T("timeline.fewer"), a.toggle)
		content = kit.Column(6, kit.Row(kit.GapBetween, 1, a.when, kit.Left(fewer), back), kit.Column(4, items...))
	} else {
		more := k.Link("timeline.more", "", a.toggle)
		content = &fyne.Container{Layout: lineLayout{a, more}, Objects: append([]fyne.CanvasObject{a.when, back, more}, items...)}
	}
	a.object.Objects = []fyne.CanvasObject{k.Framed(18, 6, content)}
	a.object.Refresh()
}

func (a *answers) toggle() {
	a.open = !a.open
	a.k.Rebuild(a.fill)
	a.resize()
}

// item is an answer: its sign and colour say what its words say.
func (a *answers) item(s phrase.Answer, whole bool) fyne.CanvasObject {
	icon, ink := signOf(a.k, s.State)
	if whole {
		return kit.Row(6, 1, a.k.Icon(icon, 13, ink), a.k.Inked(s.Text, ink, true))
	}
	return kit.Row(6, 1, a.k.Icon(icon, 13, ink), a.k.Line(s.Text, ink, true))
}

func signOf(k *kit.Kit, state course.State) (icon string, ink color.NRGBA) {
	switch state {
	case course.Open:
		return kit.IconCheck, k.P.Sage
	case course.Then:
		return kit.IconShade, k.P.Water
	case course.Ask:
		return kit.IconAsk, k.P.Amber
	case course.Never:
		return kit.IconClose, k.P.Amber
	case course.Before:
		return kit.IconClock, k.P.Muted
	}
	return kit.IconClock, k.P.Amber
}
