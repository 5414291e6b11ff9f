package service_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/service"
)

// starter enters a treatment with the starter plan.
func (w *world) starter(at string) {
	w.t.Helper()
	_, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at(at), Device: "pen", DepthMM: 0.5, PlanID: "essentials"})
	w.noError(err)
}

func (w *world) scene() service.Scene {
	w.t.Helper()
	sc, err := w.service.Scene(w.ctx(), time.Time{})
	w.noError(err)
	return sc
}

// shelfSays is how it stands with each product: "Serum: wait, Wait until ...".
func (w *world) shelfSays(at time.Time) map[string]string {
	w.t.Helper()
	views, err := w.service.ShelfAt(w.ctx(), at)
	w.noError(err)
	says := map[string]string{}
	for _, v := range views {
		says[v.Name] = string(v.State) + ": " + strings.Join(w.voice().ShelfLines(v), " / ")
	}
	return says
}

func TestAProductWaitsForTheLastOfItsIngredientsAndASilentPlanIsNoYes(t *testing.T) {
	w := newWorld(t, "12:00")
	w.shelve("Serum", "Aqua, Retinol, Parfum")
	w.shelve("Scent", "Limonene, Linalool, Citral, Geraniol, Farnesol, Coumarin, Parfum")
	w.shelve("Cream", "Aqua, Glycerin")
	w.shelve("Riddle", "Xyzzy, Plugh")
	if got := w.shelfSays(time.Time{})["Serum"]; got != "wait: After a treatment, wait with: Retinol and Parfum" {
		t.Errorf("without a treatment: %q", got)
	}
	w.starter("2026-11-24 10:00")
	got := w.shelfSays(time.Time{})
	for name, want := range map[string]string{
		"Serum":  "wait: Wait until Sunday 10:00, in 5 days: Retinol / Wait until 1 December, 10:00, in 7 days: Parfum",
		"Scent":  "wait: Wait until 1 December, 10:00, in 7 days: Limonene, Linalool, Citral and 4 more",
		"Cream":  "none: Your plan asks for no wait here now. It says no more than that.",
		"Riddle": "none: Nothing here is on our list. That does not mean it suits you.",
	} {
		if got[name] != want {
			t.Errorf("%s: %q, want %q", name, got[name], want)
		}
	}
	if got := w.shelfSays(w.at("2026-11-30 10:00"))["Serum"]; !strings.HasPrefix(got, "wait: Wait until") || strings.Contains(got, "Retinol") {
		t.Errorf("once retinol may be used again: %q", got)
	}
}

func TestAProductIsNamedAtTheEndOfTheLastWaitThatItHad(t *testing.T) {
	w := newWorld(t, "12:00")
	w.starter("2026-11-24 10:00")
	if w.scene().Told().Shelf != nil {
		t.Error("an empty shelf is asked about")
	}
	w.shelve("Night serum", "Aqua, Retinol")
	w.shelve("Scented serum", "Retinol, Parfum") // its parfum waits longer
	w.shelve("Cream", "Aqua, Glycerin")          // waited for nothing
	gone, _ := w.shelve("Old serum", "Retinol")
	_, _, err := w.service.RemoveProduct(w.ctx(), gone.ID)
	w.noError(err)

	named := map[string][]string{}
	for _, o := range reminder.Upcoming(w.scene().Told(), w.at("2026-12-08 12:00")) {
		if n := o.News.Window; n != nil && n.Shelf != nil {
			named[o.What] = n.Shelf.Names
		}
	}
	if len(named) != 1 || !slices.Equal(named["actives"], []string{"Night serum"}) {
		t.Errorf("named %v, want Night serum at the end of actives alone", named)
	}
	names := func(next *service.NextView) []string {
		if next == nil || next.News.Window == nil || next.News.Window.Shelf == nil {
			return nil
		}
		return next.News.Window.Shelf.Names
	}
	if got := names(w.statusAt(w.at("2026-11-29 09:59")).Next); !slices.Equal(got, []string{"Night serum"}) {
		t.Errorf("what will come next names %v", got)
	}
	late := newWorld(t, "12:00")
	late.starter("2026-11-19 12:01")
	late.shelve("Night serum", "Aqua, Retinol")
	if got := names(late.status().Next); !slices.Equal(got, []string{"Night serum"}) {
		t.Errorf("what comes next names %v", got)
	}
}

func TestAProductIsNamedOnceThePersonSaysThatTheSkinIsCalm(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-22 11:00") // its plan has retinol wait 48 hours and until calm
	w.shelve("Night serum", "Aqua, Retinol")
	actives := func() []course.Window {
		for _, win := range w.scene().Courses[0].Windows {
			if win.Spec.ID == "actives" {
				return []course.Window{win}
			}
		}
		t.Fatal("no such wait")
		return nil
	}
	if got := w.shelfSays(time.Time{})["Night serum"]; got != "wait: Wait until your skin is calm: Retinol" {
		t.Errorf("its time is up: %q", got)
	}
	if names := w.scene().Told().Shelf(actives(), w.service.Now()); len(names) != 0 {
		t.Errorf("named before the skin is calm: %v", names)
	}
	w.ok(w.service.Calm(w.ctx(), ""))
	w.clock.Advance(time.Minute)
	if names := w.scene().Told().Shelf(actives(), w.service.Now()); !slices.Equal(names, []string{"Night serum"}) {
		t.Errorf("once it is calm: %v", names)
	}
}

func TestOfTwoTreatmentsTheLaterEndFreesAProduct(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, c := range []struct{ at, area string }{{"2026-11-21 10:00", "face"}, {"2026-11-24 10:00", "neck"}} {
		_, err := w.service.Begin(w.ctx(), service.NewTreatment{At: w.at(c.at), Area: c.area, PlanID: "essentials"})
		w.noError(err)
	}
	w.shelve("Night serum", "Aqua, Retinol")
	var ends []time.Time
	for _, o := range reminder.Upcoming(w.scene().Told(), w.at("2026-12-08 12:00")) {
		if n := o.News.Window; n != nil && n.Shelf != nil {
			ends = append(ends, n.Ended)
		}
	}
	if len(ends) != 1 || !ends[0].Equal(w.at("2026-11-29 10:00")) {
		t.Errorf("named at %v, want at the end of the second wait alone", ends)
	}
}

func TestAListThatNothingCanBeReadInIsNotPutOnTheShelf(t *testing.T) {
	w := newWorld(t, "12:00")
	_, _, err := w.service.AddProduct(w.ctx(), "Serum", "123 %%% 4.5")
	w.refused(err, "There is no ingredient in that")
	v := w.scene().Product(record.Product{Name: "of an older version", Label: "1, 2, 3"})
	if v.State != service.ShelfUnread || len(w.voice().ShelfLines(v)) != 1 {
		t.Errorf("one that is there already: %+v", v)
	}
}
