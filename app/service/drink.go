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
	v := strings.ReplaceAll(fold(word), " ", "")
	number, unit := v, float64(prefs.Glass())
	for _, u := range []struct {
		suffix string
		ml     float64
	}{{"floz", course.MLPerFluidOunce}, {"oz", course.MLPerFluidOunce}, {"ml", 1}, {"l", 1000}} {
		if n, found := strings.CutSuffix(v, u.suffix); found {
			number, unit = n, u.ml
			break
		}
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", "."), 64)
	if err != nil || math.IsNaN(n) || strings.ContainsAny(number, "xp_") {
		return 0, fault.Use("refusal.no_amount", fault.Args{"Word": word})
	}
	drunk := math.Round(n * unit)
	if drunk < leastDrinkML || drunk > mostDrinkML {
		return 0, fault.Use("refusal.amount_bounds", fault.Args{"Word": word, "Least": leastDrinkML, "Most": mostDrinkML})
	}
	return int(drunk), nil
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
