package products

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/ask/check"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// answered is what holds of the list in the field; nil if there is none.
func (p *Page) answered() fyne.CanvasObject {
	if !p.answers() {
		return nil
	}
	k := p.k
	parts := append([]fyne.CanvasObject{k.Task(k.V.CheckHead(p.check))}, p.findings("found", p.check)...)
	return k.CardPadded(20, 18, kit.Column(kit.GapInside, parts...))
}

// keeping is the way to keep what is in the field, in sight however long the answer is.
func (p *Page) keeping() fyne.CanvasObject {
	k := p.k
	k.Again(p.name)
	named := kit.Row(kit.GapInside, 0, p.name, k.Primary("products.keep", k.V.T("products.keep"), p.keep), p.clearing())
	return kit.Column(0, k.Rule(), kit.Pad(12, kit.Edge, 14, kit.Edge, kit.Centred(kit.ColumnWide, kit.Column(4, named, k.Wrong(p.unkept)))))
}

// findings are what is on our list or the plan's, by verdict, the strictest first; then, quietly, what is easily taken
// for something else and what nobody here knows. The ids of what can be pressed begin with id.
func (p *Page) findings(id string, c service.CheckView) []fyne.CanvasObject {
	k := p.k
	var parts []fyne.CanvasObject
	if text := k.V.CheckUntreated(c); text != "" {
		parts = append(parts, k.Muted(text))
	}
	n := 0
	for _, group := range k.V.CheckByVerdict(c.Found) {
		icon, tone := p.look(group[0].Verdict)
		if group[0].Reason == check.Soothes { // our list's word, and not the plan's
			icon, tone = "", k.Neutral()
		}
		rows := []fyne.CanvasObject{p.verdict(icon, phrase.Capital(k.V.CheckVerdict(group[0])), tone)}
		for _, same := range k.V.CheckAlike(group) {
			n++
			rows = append(rows, p.finding(id+"."+strconv.Itoa(n), same))
		}
		parts = append(parts, p.block(tone, kit.Column(kit.GapInside, rows...)))
	}
	var noted []fyne.CanvasObject
	for _, f := range c.Noted {
		if f.Note != "" {
			noted = append(noted, k.Muted(k.V.T("products.noted", phrase.Args{"Name": f.Name, "Note": k.V.CheckText(f)})))
		}
	}
	if len(noted) > 0 {
		parts = append(parts, kit.Column(0, append([]fyne.CanvasObject{k.Muted(k.V.T("check.noted"))}, noted...)...))
	}
	if unknown := k.V.CheckUnknown(c); len(unknown) > 0 {
		if len(c.Found) == 0 {
			unknown = unknown[:1] // the rest was said above
		}
		parts = append(parts, k.Muted(phrase.Paragraph(unknown...)))
	}
	return parts
}

// look is how a verdict looks. Red is for the clinic alone; green is for what the plan itself names.
func (p *Page) look(v check.Verdict) (icon string, tone kit.Tone) {
	k := p.k
	switch v {
	case check.Wait:
		return kit.IconClock, k.Amber()
	case check.Avoid:
		return kit.IconClose, k.Amber()
	case check.Use:
		return kit.IconCheck, k.Sage()
	}
	return "", k.Neutral()
}

// verdict heads a block: a word with its sign, in the block's tone.
func (p *Page) verdict(icon, word string, t kit.Tone) fyne.CanvasObject {
	text := p.k.Inked(word, t.Ink, true)
	if icon == "" {
		return text
	}
	return kit.TopRow(8, 1, kit.Fixed(14, 20, kit.Middle(p.k.Icon(icon, 14, t.Ink))), text)
}

// block is a quiet ground of one tone.
func (p *Page) block(t kit.Tone, content fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(t.Fill)
	ground.CornerRadius = 10
	return kit.Over(ground, kit.Pad(12, 14, 12, 14, content))
}

// finding is what holds of one ingredient, or of several alike: names, why, and who says so.
func (p *Page) finding(id string, same []service.FindingView) fyne.CanvasObject {
	k, names := p.k, p.k.V.CheckNames(same)
	runs := []kit.Run{{Text: names, Ink: k.P.Text, Bold: true}}
	if kind := p.kind(same); kind != "" {
		runs = append(runs, kit.Run{Text: " · " + kind, Ink: k.P.Muted})
	}
	head := fyne.CanvasObject(k.Para(runs...))
	if v := same[0].Says; v.ID != "" || v.Plan != "" {
		head = kit.Says(head, k.LinkInked("products."+id, k.V.T("source.says_who"), k.P.Text, func() { p.do.Says(names, v) }))
	}
	return kit.Column(0, head, kit.Narrow(600, k.Body(k.V.CheckText(same[0]))))
}

// kind is what all of these are called, unless a name says it: "retinoid".
func (p *Page) kind(same []service.FindingView) string {
	for _, f := range same {
		if f.Group != same[0].Group {
			return ""
		}
	}
	kind := p.k.V.CheckGroup(same[0].Group)
	if strings.Contains(strings.ToLower(same[0].Name), strings.ToLower(kind)) {
		return ""
	}
	return kind
}
