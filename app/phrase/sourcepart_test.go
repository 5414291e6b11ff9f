package phrase_test

import (
	"testing"

	"afterglow/app/locale"
	"afterglow/app/service"
	"afterglow/guidance"
)

func TestAPartOfARuleNamesItsOwnSource(t *testing.T) {
	p := guidance.Starters()[0]
	for _, w := range p.Windows {
		if w.ID != "procedures" {
			continue
		}
		says := service.SaysParts(p, w.Source, w.Line, w.Says)
		if says.Title != "Renajo: before and after care" || len(says.Parts) != 1 {
			t.Fatalf("%+v", says)
		}
		want := "Laser, peel, facial, dermaplaning: General knowledge."
		if got := voice(locale.Format{}).SourcePart(says.Parts[0]); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		return
	}
	t.Error("no procedures")
}
