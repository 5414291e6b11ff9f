package timeline

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	lay "afterglow/app/timeline"
)

// line is one of the list.
type line struct {
	at   time.Time
	lane string // "" for what was felt
	tone lay.Tone
	now  bool   // it holds now
	text string // all that it says
}

// all are the lines of the list, in their order.
func (p *Page) all() (all []line) {
	k, sc := p.k, p.model.Scene
	notYet := p.model.notYetNow(p.k.V)
	for _, r := range lay.List(sc.Courses, sc.Prefs, sc.Now, sc.Zone) {
		says := k.V.Row(r)
		over := !r.Until.IsZero() && !r.Until.After(sc.Now)
		if of, several := sc.TreatmentCalled(r.Binds); several && !over {
			says += " " + k.V.T("timeline.row_of", phrase.Args{"Treatment": k.V.Called(of)})
		}
		if where := notYet[r.ID]; where != "" && r.Now {
			says += " " + where
		}
		all = append(all, line{at: r.From, lane: r.ID, tone: r.Tone, now: r.Now, text: says})
	}
	for _, f := range p.model.felt() {
		says := k.V.T("timeline.row_felt", phrase.Args{"At": f.At, "Level": f.Level})
		all = append(all, line{at: f.At, tone: lay.ToneCare, text: says})
	}
	slices.SortStableFunc(all, func(a, b line) int { return a.at.Compare(b.at) })
	return all
}

// lines are what the list says.
func (p *Page) lines() (texts []string) {
	for _, l := range p.all() {
		texts = append(texts, l.text)
	}
	return texts
}

// fillList tells the same as the picture, line by line.
func (p *Page) fillList() {
	k := p.k
	var rows []fyne.CanvasObject
	var found fyne.CanvasObject
	for _, l := range p.all() {
		marked := p.marked != "" && l.lane == p.marked
		ink := k.P.Muted
		if l.now || marked {
			ink = k.P.Text
		}
		row := rowOf(k, dot(k, l.tone), []kit.Run{{Text: l.text, Ink: ink, Bold: l.now}}, marked)
		if marked && (found == nil || l.now) {
			found = row
		}
		rows = append(rows, row)
	}
	p.list.SetContent(kit.Pad(12, 8, 12, 8, kit.Column(0, rows...)), true)
	if found != nil {
		p.list.Reveal(found)
	}
}

// rowOf is a line of the list; one that stands out has a ground of its own.
func rowOf(k *kit.Kit, dot fyne.CanvasObject, says []kit.Run, marked bool) fyne.CanvasObject {
	row := kit.Pad(4, 10, 4, 10, kit.Row(12, 1, dot, k.Para(says...)))
	if !marked {
		return row
	}
	ground := canvas.NewRectangle(k.P.Soft)
	ground.CornerRadius = kit.Corner
	ground.StrokeColor, ground.StrokeWidth = k.P.Rose, 2
	return kit.Over(ground, row)
}

func dot(k *kit.Kit, t lay.Tone) fyne.CanvasObject {
	d := canvas.NewCircle(barTone(k, t).Fill)
	d.StrokeColor, d.StrokeWidth = barTone(k, t).Ink, 2
	return kit.Fixed(12, 12, d)
}
