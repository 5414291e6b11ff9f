package sheets

import (
	"fmt"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/words"
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
		title = "The plan names no source."
	}
	lines := []fyne.CanvasObject{k.Muted("Says who?"), k.Strong(title)}
	if strength := k.V.Strength(v.Strength); strength != "" {
		lines = append(lines, k.Body(k.V.T("source.strength", phrase.Args{"Strength": strength})))
	}
	if v.Plan != "" {
		lines = append(lines, k.Muted(PlanLine(v)))
	}
	if v.URL != "" {
		lines = append(lines, kit.Left(k.LinkInked("sheet.url", "Open the source in your browser", k.P.Rose, func() { k.OpenURL(v.URL) })),
			k.Muted(v.URL))
	}
	return kit.Column(4, lines...)
}

// PlanLine says where the plan says so.
func PlanLine(v service.SourceView) string {
	if v.Line > 0 {
		return fmt.Sprintf("Plan %s, line %d of its file.", v.Plan, v.Line)
	}
	return "Plan " + words.Stop(v.Plan)
}
