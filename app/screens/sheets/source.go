package sheets

import (
	"strconv"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// Source answers "says who?" of what is called title.
func Source(title string, v service.SourceView) Panel {
	return Fixed(func(k *kit.Kit, h Handle) *kit.Sheet {
		return k.Sheet(Wide, title, h.Close, who(k, v, 0))
	})
}

// further parts the IDs of the sources after the first one.
func further(before int) string {
	if before == 0 {
		return ""
	}
	return "." + strconv.Itoa(before+1)
}

// Said is a part of an answer, and who says so.
type Said struct {
	Name string // "" if the part has none
	View service.SourceView
}

// Sources answers "says who?" of each part of an answer.
func Sources(title string, parts []Said) Panel {
	return Fixed(func(k *kit.Kit, h Handle) *kit.Sheet {
		var lines []fyne.CanvasObject
		for i, p := range parts {
			if i > 0 {
				lines = append(lines, k.Rule())
			}
			if p.Name != "" && len(parts) > 1 {
				lines = append(lines, k.Section(p.Name))
			}
			lines = append(lines, who(k, p.View, i))
		}
		return k.Sheet(Wide, title, h.Close, kit.Column(12, lines...))
	})
}

// who is the source: its title, how strong it is, where the plan says it, and its page. before is how many stand above
// it in the same panel.
func who(k *kit.Kit, v service.SourceView, before int) fyne.CanvasObject {
	title := v.Title
	if title == "" {
		title = k.V.T("sheet.no_source")
	}
	lines := []fyne.CanvasObject{k.Muted(k.V.T("source.says_who")), k.Strong(title)}
	if strength := k.V.Strength(v.Strength); strength != "" {
		lines = append(lines, k.Body(k.V.T("source.strength", phrase.Args{"Strength": strength})))
	}
	if v.Plan != "" {
		lines = append(lines, k.Muted(k.V.PlanPlace(v)))
	}
	if v.URL != "" {
		lines = append(lines, kit.Left(k.LinkInked("sheet.url"+further(before), k.V.T("sheet.open_source"), k.P.Rose, func() { k.OpenURL(v.URL) })),
			k.Muted(v.URL))
	}
	for _, part := range v.Parts {
		lines = append(lines, k.Body(k.V.SourcePart(part)))
	}
	return kit.Column(4, lines...)
}
