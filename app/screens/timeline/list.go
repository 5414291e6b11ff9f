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

// fillList tells the same as the picture, line by line.
func (p *Page) fillList() {
	k, sc := p.k, p.model.Scene
	notYet := p.model.notYetNow(p.k.V)
	type dated struct {
		at  time.Time
		row fyne.CanvasObject
	}
	var all []dated
	var found fyne.CanvasObject
	for _, r := range lay.List(sc.Courses, sc.Prefs, sc.Now, sc.Zone) {
		marked := p.marked != "" && r.ID == p.marked
		ink := k.P.Muted
		if r.Now || marked {
			ink = k.P.Text
		}
		says := []kit.Run{{Text: k.V.Row(r), Ink: ink, Bold: r.Now}}
		over := !r.Until.IsZero() && !r.Until.After(sc.Now)
		if of, several := sc.TreatmentCalled(r.Binds); several && !over {
			says = append(says, kit.Run{Text: " "}, kit.Run{Text: k.V.T("timeline.row_of", phrase.Args{"Treatment": k.V.Called(of)}), Ink: ink, Bold: r.Now})
		}
		if where := notYet[r.ID]; where != "" && r.Now {
			says = append(says, kit.Run{Text: " "}, kit.Run{Text: where, Ink: ink, Bold: r.Now})
		}
		row := rowOf(k, dot(k, r.Tone), says, marked)
		if marked && (found == nil || r.Now) {
			found = row
		}
		all = append(all, dated{r.From, row})
	}
	for _, f := range p.model.felt() {
		says := []kit.Run{{Text: k.V.T("timeline.row_felt", phrase.Args{"At": f.At, "Level": f.Level}), Ink: k.P.Muted}}
		all = append(all, dated{f.At, rowOf(k, dot(k, lay.ToneCare), says, false)})
	}
	slices.SortStableFunc(all, func(a, b dated) int { return a.at.Compare(b.at) })
	rows := make([]fyne.CanvasObject, len(all))
	for i := range all {
		rows[i] = all[i].row
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
