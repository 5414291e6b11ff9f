package service

import (
	"context"
	"math"
	"strconv"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/record"
	"afterglow/app/reminder"
)

// Bounds of one drink in millilitres: what lies outside is a slip of the hand.
const (
	leastDrinkML = 10
	mostDrinkML  = 3000
)

// readAmount reads what was drunk: "300ml", "0.5l", "10floz", or a number of the person's glasses.
func readAmount(word string, prefs course.Prefs) (ml int, err error) {
	drunk, ok := millilitres(word, prefs.Glass())
	switch {
	case !ok:
		return 0, fault.Use("refusal.no_amount", fault.Args{"Word": word})
	case drunk < leastDrinkML || drunk > mostDrinkML:
		return 0, fault.Use("refusal.amount_bounds", fault.Args{"Word": word, "Least": leastDrinkML, "Most": mostDrinkML})
	}
	return int(drunk), nil
}

// measures are the units in which amounts are typed, in millilitres; one that ends as another one does comes first.
var measures = [...]struct {
	suffix string
	ml     float64
}{{"floz", course.MLPerFluidOunce}, {"oz", course.MLPerFluidOunce}, {"ml", 1}, {"cl", 10}, {"dl", 100}, {"l", 1000}}

// millilitres reads an amount as people type it: "300 ml", "0,5 l", "10floz", rounded to a millilitre. A bare number is
// one of glasses; with no glass (0) there has to be a unit.
func millilitres(word string, glass int) (ml float64, ok bool) {
	number, unit := strings.ReplaceAll(fold(word), " ", ""), float64(glass)
	for _, m := range measures {
		if n, found := strings.CutSuffix(number, m.suffix); found {
			number, unit = n, m.ml
			break
		}
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", "."), 64)
	if err != nil || math.IsNaN(n) || unit == 0 || strings.ContainsAny(number, "xp_") {
		return 0, false
	}
	return math.Round(n * unit), true
}

// overLitre says whether a drink that was just written down makes more than a litre within an hour.
func (s *Service) overLitre(ctx context.Context, e record.Entry) (bool, error) {
	if e.Kind != record.KindDone || e.AmountML == 0 || e.Undone {
		return false, nil
	}
	entries, err := s.journal.EntriesFor(ctx, e.At.Add(-time.Hour))
	if err != nil {
		return false, err
	}
	prefs, err := s.Prefs(ctx)
	if err != nil {
		return false, err
	}
	return reminder.OverLitre(entries, prefs, e), nil
}
