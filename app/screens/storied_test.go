package screens

import (
	"time"

	"afterglow/app/record"
	"afterglow/app/service"
)

// storied goes on to the third day, on which a thing of each kind was written down, and some of it taken back.
func (l *life) storied() *life {
	l.t.Helper()
	ctx := l.t.Context()
	did := func(e record.Entry, err error) record.Entry {
		l.t.Helper()
		l.must(err)
		return e
	}
	l.until(at(21, 9, 30))
	felt := did(l.Feel(ctx, service.Felt{Feeling: record.Feeling{Skin: record.SkinRed, Redness: record.Felt(6), Itch: record.Felt(2)}, Note: "Warm after the walk."}, "", time.Time{}))
	l.until(at(21, 12, 0))
	did(l.ChangeFeel(ctx, felt.ID, service.Felt{Feeling: record.Feeling{Skin: record.SkinRed, Redness: record.Felt(5), Itch: record.Felt(2)}, Note: "Warm after the walk."}))
	_, _, err := l.AddProduct(ctx, "Night serum", serumLabel)
	l.must(err)
	l.until(at(21, 21, 0))
	did(l.Change(ctx, 1, service.NewTreatment{At: at(20, 14, 30), Device: "pen", DepthMM: 0.5, Area: "face"}))
	l.until(at(22, 10, 0))
	_, _, err = l.AddQuestion(ctx, "May I sleep on my side if the pillow is clean and I change it each day?")
	l.must(err)
	_, _, err = l.AnswerQuestion(ctx, 1, "Yes, on a fresh pillow case.")
	l.must(err)
	late := did(l.Done(ctx, "cleanse", time.Time{}))
	l.must(l.TakeBack(ctx, late.ID))
	l.until(at(22, 12, 0))
	did(l.Pause(ctx, at(22, 15, 0)))
	l.until(at(22, 18, 0))
	did(l.Remove(ctx, 1))
	l.must(l.TakeBack(ctx, did(l.Remove(ctx, l.begun())).ID))
	return l.until(at(22, 20, 5))
}

// begun enters the treatment anew and gives its number.
func (l *life) begun() int64 {
	l.t.Helper()
	t, err := l.Begin(l.t.Context(), service.NewTreatment{At: at(20, 14, 30), Device: "pen", DepthMM: 0.5, Area: "face", PlanID: "essentials"})
	l.must(err)
	return t.ID
}
