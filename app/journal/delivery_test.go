package journal

import (
	"errors"
	"reflect"
	"testing"
	"time"

	"afterglow/app/record"
)

func delivery(occurrence string, round int) record.Delivery {
	return record.Delivery{Occurrence: occurrence, Round: round, What: "cleanse", Due: noon, BegunAt: noon.Add(time.Second), Title: "t", Body: "b"}
}

func begin(t *testing.T, j *Journal, d record.Delivery) int64 {
	t.Helper()
	id, fresh, err := j.BeginDelivery(t.Context(), d)
	if err != nil || !fresh {
		t.Fatalf("BeginDelivery: fresh %v, %v", fresh, err)
	}
	return id
}

// stillOpen are the deliveries that were begun or shown and not closed since.
func stillOpen(t *testing.T, j *Journal) []record.Delivery {
	t.Helper()
	return must[[]record.Delivery](t)(j.deliveries(t.Context(), newsOfAll, openDeliveries))
}

func one(t *testing.T, j *Journal, id int64) record.Delivery {
	t.Helper()
	for _, d := range must[[]record.Delivery](t)(j.Deliveries(t.Context(), noon.AddDate(-1, 0, 0))) {
		if d.ID == id {
			return d
		}
	}
	t.Fatalf("no delivery %d", id)
	return record.Delivery{}
}

func TestAnOccurrenceIsBegunOnceInEachRound(t *testing.T) {
	j := opened(t, dataDir(t))
	id := begin(t, j, delivery("cleanse/2026-11-22/2", 0))
	again, fresh, err := j.BeginDelivery(t.Context(), delivery("cleanse/2026-11-22/2", 0))
	if err != nil || fresh || again != id {
		t.Errorf("second time: id %d fresh %v %v, want %d", again, fresh, err, id)
	}
	if other := begin(t, j, delivery("cleanse/2026-11-22/2", 1)); other == id {
		t.Error("another round has the same id")
	}
}

func TestADeliveryIsTrackedFromBegunToClosed(t *testing.T) {
	dir := dataDir(t)
	j := opened(t, dir)
	id := begin(t, j, delivery("a", 0))
	closed(t, j)
	j = opened(t, dir) // as after a crash
	if open := stillOpen(t, j); len(open) != 1 || open[0].State != record.Begun {
		t.Fatalf("open %v", open)
	}
	noError(t, j.MarkShown(t.Context(), id, "A title", "A body.", 4294967295, noon.Add(2*time.Second)))
	d := one(t, j, id)
	if d.State != record.Shown || !d.ShownAt.Equal(noon.Add(2*time.Second)) || !d.Due.Equal(noon) || d.Title != "A title" || d.Body != "A body." {
		t.Errorf("shown: %+v", d)
	}
	noError(t, j.CloseDelivery(t.Context(), id, "done", noon.Add(time.Minute)))
	noError(t, j.CloseDelivery(t.Context(), id, "no longer holds", noon.Add(time.Hour)))
	if d = one(t, j, id); d.State != record.Closed || d.Reason != "done" || !d.ClosedAt.Equal(noon.Add(time.Minute)) {
		t.Errorf("closed: %+v", d)
	}
	noError(t, j.MarkShown(t.Context(), id, "A title", "A body.", 7, noon.Add(time.Hour)))
	if d = one(t, j, id); d.State != record.Closed {
		t.Errorf("a closed one was opened again: %+v", d)
	}
	if open := stillOpen(t, j); len(open) != 0 {
		t.Errorf("still open: %v", open)
	}
	if err := j.MarkShown(t.Context(), 99, "A title", "A body.", 1, noon); !errors.Is(err, ErrNotFound) {
		t.Errorf("showing what is not there: %v", err)
	}
	if err := j.CloseDelivery(t.Context(), 99, "", noon); !errors.Is(err, ErrNotFound) {
		t.Errorf("closing what is not there: %v", err)
	}
}

func TestLettingGoIsAllOrNothing(t *testing.T) {
	j := opened(t, dataDir(t))
	bad := delivery("", 0) // refused by the schema
	if err := j.LetGo(t.Context(), []record.Delivery{delivery("a", 0), bad}); err == nil {
		t.Fatal("accepted")
	}
	if all := must[[]record.Delivery](t)(j.Deliveries(t.Context(), noon.AddDate(-1, 0, 0))); len(all) != 0 {
		t.Errorf("half of it was stored: %v", all)
	}
}

func TestLettingGoSparesWhatWasShown(t *testing.T) {
	j := opened(t, dataDir(t))
	begun, shown := begin(t, j, delivery("begun", 0)), begin(t, j, delivery("shown", 0))
	noError(t, j.MarkShown(t.Context(), shown, "A title", "A body.", 1, noon))
	let := func(o string) record.Delivery {
		d := delivery(o, 0)
		d.Reason, d.SumOf = "summed up", "welcome/x"
		return d
	}
	noError(t, j.LetGo(t.Context(), []record.Delivery{let("begun"), let("shown"), let("new")}))
	noError(t, j.LetGo(t.Context(), nil))
	if d := one(t, j, begun); d.State != record.LetGo || d.SumOf != "welcome/x" {
		t.Errorf("begun: %+v", d)
	}
	if d := one(t, j, shown); d.State != record.Shown || d.Reason != "" {
		t.Errorf("shown: %+v", d)
	}
	if _, fresh, _ := j.BeginDelivery(t.Context(), delivery("new", 0)); fresh {
		t.Error("what was let go is begun again")
	}
}

func TestDeliveriesSinceGiveEveryEndOfAWindow(t *testing.T) {
	j := opened(t, dataDir(t))
	old := noon.AddDate(0, -2, 0)
	left := func(o string, window bool, due, begun time.Time) int64 {
		d := delivery(o, 0)
		d.Window, d.Due, d.BegunAt = window, due, begun
		return begin(t, j, d)
	}
	add := func(o string, window bool, due, begun time.Time) {
		if err := j.CloseDelivery(t.Context(), left(o, window, due, begun), "done", noon); err != nil {
			t.Fatal(err)
		}
	}
	add("makeup/1", true, old, old)
	add("makeup/2", true, old, old)
	add("odd", true, old, old)
	add("old", false, old, old)
	add("late", false, old, noon)
	add("new", false, noon, time.Time{})
	names := func(ds []record.Delivery) (all string) {
		for _, d := range ds {
			all += d.Occurrence + " "
		}
		return all
	}
	if got := names(must[[]record.Delivery](t)(j.Deliveries(t.Context(), noon))); got != "makeup/1 makeup/2 odd late new " {
		t.Errorf("Deliveries: %s", got)
	}
	if got := names(must[[]record.Delivery](t)(j.DeliveriesFor(t.Context(), noon, 2))); got != "makeup/2 odd late new " {
		t.Errorf("DeliveriesFor 2: %s", got)
	}
	left("still on the screen", false, old, old)
	if got := names(must[[]record.Delivery](t)(j.DeliveriesFor(t.Context(), noon, 2))); got != "makeup/2 odd late still on the screen new " {
		t.Errorf("DeliveriesFor 2 with one left open: %s", got)
	}
}

func TestWhatAWindowsEndWasToldInIsReadHoweverOldItIs(t *testing.T) {
	j := opened(t, dataDir(t))
	old := noon.AddDate(0, 0, -20)
	welcome := record.Delivery{Occurrence: "welcome/1", What: "welcome", State: record.Begun, Due: old, BegunAt: old}
	id := begin(t, j, welcome)
	noError(t, j.LetGo(t.Context(), []record.Delivery{{
		Occurrence: "makeup/1", What: "makeup", Window: true, State: record.LetGo, SumOf: welcome.Occurrence, Due: old, BegunAt: old, ClosedAt: old,
	}}))
	noError(t, j.CloseDelivery(t.Context(), id, "no longer holds", old))
	read := must[[]record.Delivery](t)(j.DeliveriesFor(t.Context(), noon, 1))
	if len(read) != 2 {
		t.Errorf("read %+v: without the notification that never came, the end counts as told", read)
	}
}

func TestOnlyTheDesktopsNumbersAreForgottenAndTheRestStays(t *testing.T) {
	j := opened(t, dataDir(t))
	id := begin(t, j, delivery("cleanse/2026-11-22/1", 0))
	if err := j.MarkShown(t.Context(), id, "A title", "A body.", 42, noon); err != nil {
		t.Fatal(err)
	}
	if err := j.ForgetScreen(t.Context()); err != nil {
		t.Fatal(err)
	}
	open := stillOpen(t, j)
	if len(open) != 1 || open[0].State != record.Shown {
		t.Errorf("open: %+v", open)
	}
	if on := must[[]OnScreen](t)(j.OnScreen(t.Context())); len(on) != 0 {
		t.Errorf("still known by its number: %+v", on)
	}
}

func TestADeliveryIsOnTheScreenUntilItIsClosed(t *testing.T) {
	j := opened(t, dataDir(t))
	id := begin(t, j, delivery("cleanse/2026-11-22/1", 0))
	if on := must[[]OnScreen](t)(j.OnScreen(t.Context())); len(on) != 0 {
		t.Errorf("before it was shown: %+v", on)
	}
	noError(t, j.MarkShown(t.Context(), id, "A title", "A body.", 4294967295, noon))
	want := OnScreen{Delivery: id, Occurrence: "cleanse/2026-11-22/1", Number: 4294967295}
	if on := must[[]OnScreen](t)(j.OnScreen(t.Context())); len(on) != 1 || on[0] != want {
		t.Errorf("got %+v, want %+v", on, want)
	}
	noError(t, j.CloseDelivery(t.Context(), id, "done", noon))
	if on := must[[]OnScreen](t)(j.OnScreen(t.Context())); len(on) != 0 {
		t.Errorf("after it was closed: %+v", on)
	}
}

func TestADeliveryKeepsWhatItTells(t *testing.T) {
	j := opened(t, dataDir(t))
	day := 3
	for i, news := range []record.News{
		{},
		{Routine: &record.RoutineNews{
			Name: "Gentle cleanse", Ask: "Cleansed?", How: "Lukewarm water.", NotYet: &record.NotYet{Areas: []string{"neck"}, From: noon},
			Next: noon.Add(time.Hour), Day: &day, Drink: &record.Drink{Drunk: 200, Goal: 1600, Glass: 200, Unit: "glass"},
		}},
		{Window: &record.WindowNews{Name: "Sun", Ended: noon, Passed: 48 * time.Hour, Then: "SPF 30+", ThenUntil: noon, Sunscreen: true, Also: []string{"Makeup"}}},
		{Welcome: &record.WelcomeNews{
			Away: time.Hour, Routines: []record.Task{{Name: "Moisturise"}}, Ends: []record.End{{Name: "Makeup", At: noon}}, Asks: true, LetGo: 2,
		}},
	} {
		d := delivery("cleanse/2026-11-22/1", i)
		d.News = news
		id := begin(t, j, d)
		if got := one(t, j, id).News; !reflect.DeepEqual(got, news) {
			t.Errorf("kept %+v, want %+v", got, news)
		}
		noError(t, j.CloseDelivery(t.Context(), id, "done", noon))
		for _, running := range must[[]record.Delivery](t)(j.DeliveriesFor(t.Context(), noon.Add(-time.Hour))) {
			if running.ID == id && !running.News.IsZero() {
				t.Errorf("of a closed one %+v is read with what runs", running.News)
			}
		}
		all := must[[]record.Delivery](t)(j.Deliveries(t.Context(), noon.Add(-time.Hour)))
		if got := all[i].News; !reflect.DeepEqual(got, news) {
			t.Errorf("the log reads %+v, want %+v", got, news)
		}
	}
}

func TestWhatWasBegunDaysAgoAndShownTodayIsReadToday(t *testing.T) {
	j := opened(t, dataDir(t))
	old := delivery("welcome/2026-11-18T07:30:00Z", 0)
	old.Due, old.BegunAt = noon.AddDate(0, 0, -4), noon.AddDate(0, 0, -4)
	id := begin(t, j, old) // killed before it was shown
	old.BegunAt = noon
	if again, fresh, err := j.BeginDelivery(t.Context(), old); err != nil || fresh || again != id {
		t.Fatalf("id %d fresh %v %v, want %d", again, fresh, err, id)
	}
	noError(t, j.MarkShown(t.Context(), id, "A title", "A body.", 7, noon))
	noError(t, j.CloseDelivery(t.Context(), id, "done", noon.Add(time.Minute)))
	read := must[[]record.Delivery](t)(j.DeliveriesFor(t.Context(), noon.Add(-72*time.Hour)))
	if len(read) != 1 || !read[0].ShownAt.Equal(noon) {
		t.Errorf("read %+v: the spacing would not count it", read)
	}
	// What was shown once keeps the moment it was begun.
	old.BegunAt = noon.Add(time.Hour)
	if _, _, err := j.BeginDelivery(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	if d := one(t, j, id); !d.BegunAt.Equal(noon) {
		t.Errorf("begun at %v", d.BegunAt)
	}
}
