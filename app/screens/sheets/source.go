package sheets

import (
	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// Source answers "says who?" of what is called title.
func Source(title string, v service.SourceView) Panel {
	return Fixed(func(k *kit.Kit, h Handle) *kit.Sheet {
		return k.Sheet(Wide, title, h.Close, who(k, v))
	})
}

// who is the source: its title, how strong it is, where the plan says it, and its page.
func who(k *kit.Kit, v service.SourceView) fyne.CanvasObject {
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
		lines = append(lines, kit.Left(k.LinkInked("sheet.url", k.V.T("sheet.open_source"), k.P.Rose, func() { k.OpenURL(v.URL) })),
			k.Muted(v.URL))
	}
	for _, part := range v.Parts {
		lines = append(lines, k.Body(k.V.SourcePart(part)))
	}
	return kit.Column(4, lines...)
}
