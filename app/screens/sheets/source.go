package sheets

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Source answers "says who?" of what is called title.
func Source(title string, v service.SourceView) Panel {
	return Sources(title, []Said{{View: v}})
}

// Said is a part of an answer, and who says so.
type Said struct {
	Name string // "" if the part has none
	View service.SourceView
}

// Sources answers "says who?" of each part of an answer.
func Sources(title string, parts []Said) Panel { return &sources{title: title, parts: parts} }

type sources struct {
	title   string
	parts   []Said
	details bool
}

// Sheet implements Panel.
func (s *sources) Sheet(k *kit.Kit, h Handle) *kit.Sheet {
	lines := []fyne.CanvasObject{k.Muted(k.V.T("source.says_who"))}
	for i, p := range s.parts {
		if i > 0 {
			lines = append(lines, k.Rule())
		}
		if p.Name != "" && len(s.parts) > 1 {
			lines = append(lines, k.Section(p.Name))
		}
		lines = append(lines, who(k, p.View, i, s.details))
	}
	lines = append(lines, details(k, s.details, func() { s.details = !s.details; h.Redraw() }))
	return k.Sheet(Wide, s.title, h.Close, kit.Column(10, lines...))
}

// Follow implements Panel.
func (*sources) Follow(Model) Answer { return Answer{} }

// details opens what only those want who look it up: the line of the plan's file, the web page's address.
func details(k *kit.Kit, open bool, turn func()) fyne.CanvasObject {
	text := k.V.T("sheet.details")
	if open {
		text = k.V.T("sheet.hide_details")
	}
	return kit.Left(k.Link("sheet.details", text, turn))
}

// who is the source: its title, how strong it is, and its page; with details also where the plan says it. before is how
// many stand above it in the same panel.
func who(k *kit.Kit, v service.SourceView, before int, details bool) fyne.CanvasObject {
	title := v.Title
	switch {
	case v.Strength == guidance.OwnStrength:
		title = phrase.Capital(k.V.Source(v))
	case title == "":
		title = k.V.T("sheet.no_source")
	}
	lines := []fyne.CanvasObject{k.Strong(title)}
	if how := k.V.HowStrong(v.Strength); how != "" {
		lines = append(lines, k.Body(how))
	}
	if v.SaysSo != "" {
		lines = append(lines, k.Body(k.V.T("source.says_so", phrase.Args{"Sentence": v.SaysSo})))
	}
	for _, part := range v.Parts {
		lines = append(lines, k.Body(k.V.SourcePart(part)))
	}
	if v.URL != "" {
		lines = append(lines, kit.Left(k.LinkInked("sheet.url"+further(before), k.V.T("sheet.open_source"), k.P.Rose, func() { k.OpenURL(v.URL) })))
	}
	if details {
		if v.Plan != "" && v.Strength != guidance.OwnStrength {
			lines = append(lines, k.Muted(k.V.PlanPlace(v)))
		}
		if v.URL != "" {
			lines = append(lines, k.Muted(v.URL))
		}
	}
	return kit.Column(4, lines...)
}

// further parts the IDs of the sources after the first one.
func further(before int) string {
	if before == 0 {
		return ""
	}
	return "." + strconv.Itoa(before+1)
}
