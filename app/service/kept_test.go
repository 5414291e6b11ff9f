package service_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/clock/clocktest"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/app/service"
)

func (w *world) keep(text string) (record.ClinicQuestion, record.Entry) {
	w.t.Helper()
	q, e, err := w.service.AddQuestion(w.ctx(), text)
	if err != nil {
		w.t.Fatal(err)
	}
	return q, e
}

func (w *world) shelve(name, label string) (record.Product, record.Entry) {
	w.t.Helper()
	p, e, err := w.service.AddProduct(w.ctx(), name, label)
	if err != nil {
		w.t.Fatal(err)
	}
	return p, e
}

// questions are those that are kept, each with how it stands: "fly", "fly=after 5 days", "-fly".
func (w *world) questions() string {
	w.t.Helper()
	all, err := w.service.Questions(w.ctx())
	if err != nil {
		w.t.Fatal(err)
	}
	var out []string
	for _, q := range all {
		s := q.Text
		if q.Answer != "" {
			s += "=" + q.Answer
		}
		if !q.CrossedAt.IsZero() {
			s = "-" + s
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func (w *world) shelf() string {
	w.t.Helper()
	all, err := w.service.Shelf(w.ctx())
	if err != nil {
		w.t.Fatal(err)
	}
	var out []string
	for _, p := range all {
		out = append(out, p.Name)
	}
	return strings.Join(out, " ")
}

func (w *world) askedBefore() []string {
	w.t.Helper()
	all, err := w.service.Asked(w.ctx())
	if err != nil {
		w.t.Fatal(err)
	}
	var out []string
	for _, a := range all {
		out = append(out, a.Text)
	}
	return out
}

func (w *world) noError(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func TestEveryActOnAQuestionIsTakenBackByUndoInTurn(t *testing.T) {
	w := newWorld(t, "12:00")
	type act func(int64) (record.ClinicQuestion, record.Entry, error)
	q, _ := w.keep("fly")
	stages := []string{"", w.questions()}
	for _, do := range []act{
		func(id int64) (record.ClinicQuestion, record.Entry, error) {
			return w.service.CrossOffQuestion(w.ctx(), id)
		},
		func(id int64) (record.ClinicQuestion, record.Entry, error) {
			return w.service.OpenQuestion(w.ctx(), id)
		},
		func(id int64) (record.ClinicQuestion, record.Entry, error) {
			return w.service.AnswerQuestion(w.ctx(), id, "after 5 days")
		},
		func(id int64) (record.ClinicQuestion, record.Entry, error) {
			return w.service.AnswerQuestion(w.ctx(), id, "after a week")
		},
		func(id int64) (record.ClinicQuestion, record.Entry, error) {
			return w.service.RemoveQuestion(w.ctx(), id)
		},
	} {
		w.clock.Advance(time.Minute)
		_, _, err := do(q.ID)
		w.noError(err)
		stages = append(stages, w.questions())
	}
	want := []string{"", "fly", "-fly", "fly", "fly=after 5 days", "fly=after a week", ""}
	if !slices.Equal(stages, want) {
		t.Fatalf("went through %q, want %q", stages, want)
	}
	for i := len(want) - 2; i >= 0; i-- {
		w.clock.Advance(time.Minute)
		w.ok(w.service.Undo(w.ctx()))
		if got := w.questions(); got != want[i] {
			t.Fatalf("taken back to %q, want %q", got, want[i])
		}
	}
	if _, err := w.service.Undo(w.ctx()); !errors.Is(err, service.ErrNothingToUndo) {
		t.Errorf("one more undo: %v", err)
	}
}

func TestEveryActOnAProductIsTakenBackByUndoInTurn(t *testing.T) {
	w := newWorld(t, "12:00")
	p, _ := w.shelve("Serum", "Retinol")
	_, _, err := w.service.RenameProduct(w.ctx(), p.ID, "Night serum")
	w.noError(err)
	_, _, err = w.service.RemoveProduct(w.ctx(), p.ID)
	w.noError(err)
	for _, want := range []string{"Night serum", "Serum", ""} {
		w.ok(w.service.Undo(w.ctx()))
		if got := w.shelf(); got != want {
			t.Fatalf("taken back to %q, want %q", got, want)
		}
	}
}

func TestWhatWasChangedSinceIsNotTakenBackByItsNumber(t *testing.T) {
	w := newWorld(t, "12:00")
	q, kept := w.keep("fly")
	_, _, err := w.service.AnswerQuestion(w.ctx(), q.ID, "after 5 days")
	w.noError(err)
	_, err = w.service.UndoNumber(w.ctx(), kept.ID)
	w.refused(err, "changed since; take the later entries back first")
	if got := w.questions(); got != "fly=after 5 days" {
		t.Errorf("now %q", got)
	}
}

func TestTakingBackTwiceChangesNothingMore(t *testing.T) {
	w := newWorld(t, "12:00")
	q, _ := w.keep("fly")
	_, crossed, err := w.service.CrossOffQuestion(w.ctx(), q.ID)
	w.noError(err)
	w.noError(w.service.TakeBack(w.ctx(), crossed.ID))
	_, _, err = w.service.CrossOffQuestion(w.ctx(), q.ID)
	w.noError(err)
	w.noError(w.service.TakeBack(w.ctx(), crossed.ID)) // a second click on an old toast
	if got := w.questions(); got != "-fly" {
		t.Errorf("now %q", got)
	}
}

func TestTheSameQuestionIsKeptOnceAndOpenedAgainIfItWasCrossedOff(t *testing.T) {
	w := newWorld(t, "12:00")
	q, _ := w.keep("May I fly?")
	_, _, err := w.service.AddQuestion(w.ctx(), "  may i  FLY ")
	w.refused(err, "as number 1")
	_, _, err = w.service.CrossOffQuestion(w.ctx(), q.ID)
	w.noError(err)
	if again, _ := w.keep("may I fly"); again.ID != q.ID || !again.Open() {
		t.Errorf("again: %+v", again)
	}
	if got := w.questions(); got != "May I fly?" {
		t.Errorf("kept %q", got)
	}
}

func TestKeptThingsHaveBoundsAndSaySo(t *testing.T) {
	w := newWorld(t, "12:00")
	for i := range service.MostQuestions {
		w.keep(fmt.Sprint("question ", i))
	}
	_, _, err := w.service.AddQuestion(w.ctx(), "one more")
	w.refused(err, "You keep 200 questions")
	for i := range service.MostProducts {
		w.shelve(fmt.Sprint("cream ", i), "Aqua")
	}
	_, _, err = w.service.AddProduct(w.ctx(), "one more", "Aqua")
	w.refused(err, "Your shelf has 100 products")
}

func TestALabelLosesWhatNobodySeesAndKeepsItsLines(t *testing.T) {
	w := newWorld(t, "12:00")
	p, _ := w.shelve("Serum", "\ufeffAqua\tGly\u00adcerin,\r\nRe\u200btinol \u202e(1%)\x1b\rZinc\u2028Talc\r\n\r\n")
	if want := "Aqua\tGlycerin,\nRetinol (1%)\nZinc\nTalc"; p.Label != want {
		t.Errorf("label %q, want %q", p.Label, want)
	}
}

func TestTheLogSaysWhatWasKept(t *testing.T) {
	w := newWorld(t, "12:00")
	q, _ := w.keep("May I fly?")
	_, _, err := w.service.AnswerQuestion(w.ctx(), q.ID, "after 5 days")
	w.noError(err)
	p, _ := w.shelve("Serum", "Retinol")
	_, _, err = w.service.RenameProduct(w.ctx(), p.ID, "Night serum")
	w.noError(err)
	views, err := w.service.Log(w.ctx(), w.service.Now().Add(-time.Hour))
	w.noError(err)
	var got []string
	for _, l := range views {
		got = append(got, w.voice().LogKind(l)+", "+w.voice().LogWhat(l, "")+": "+w.voice().LogMore(l, ""))
	}
	want := []string{
		"question, kept: May I fly?", "question, answered: May I fly? My clinic says: after 5 days",
		"product, put on the shelf: Serum", "product, renamed: Serum, now Night serum",
	}
	if !slices.Equal(got, want) {
		t.Errorf("log:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTheClinicsAnswerIsFoundByTopicAndByTheSameWordsTheNewestFirst(t *testing.T) {
	sc := service.Scene{Questions: []record.ClinicQuestion{
		{ID: 1, Text: "may I fly", Topics: []string{"flying"}, Answer: "after 5 days", AnsweredAt: time.Unix(1, 0)},
		{ID: 2, Text: "may I swim", Topics: []string{"swimming"}},
		{ID: 3, Text: "is a long flight fine", Topics: []string{"flying", "travel"}, Answer: "with cream", AnsweredAt: time.Unix(2, 0)},
		{ID: 4, Text: "What about zinc?", Answer: "yes", AnsweredAt: time.Unix(3, 0), CrossedAt: time.Unix(4, 0)},
	}}
	for _, c := range []struct {
		question string
		topics   []string
		want     []int64
	}{
		{"flying", []string{"flying"}, []int64{3, 1}},
		{"swim", []string{"swimming"}, nil},
		{"what about ZINC", nil, []int64{4}},
		{"nothing like it", []string{"makeup"}, nil},
	} {
		var got []int64
		for _, q := range sc.NotesOn(c.question, c.topics) {
			got = append(got, q.ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q about %q: notes %v, want %v", c.question, c.topics, got, c.want)
		}
	}
}

func TestTheClinicsAnswerIsShownWheneverTheTopicIsAskedAgain(t *testing.T) {
	w := newWorld(t, "12:00")
	w.treated("2026-11-24 09:00")
	ask := func(text string) service.AskView {
		v, err := w.service.Ask(w.ctx(), ask.Question{Text: text}, time.Time{})
		w.noError(err)
		return v
	}
	q, _ := w.keep("may I fly on holiday")
	if len(q.Topics) == 0 {
		t.Fatal("it was kept without what it is about: this test would see nothing")
	}
	if notes := ask("is flying fine").Notes; len(notes) != 0 {
		t.Errorf("before an answer: %v", notes)
	}
	_, _, err := w.service.AnswerQuestion(w.ctx(), q.ID, "after 5 days")
	w.noError(err)
	_, _, err = w.service.CrossOffQuestion(w.ctx(), q.ID)
	w.noError(err)
	for question, want := range map[string]int{"is flying fine": 1, "May I fly on holiday?": 1, "may I wear makeup": 0, "xyzzy": 0} {
		v := ask(question)
		if len(v.Notes) != want || want > 0 && v.Notes[0].Answer != "after 5 days" {
			t.Errorf("%q: notes %v, want %d", question, v.Notes, want)
		}
	}
	if with, v := ask("I have pus, may I fly"), ask("is flying fine"); with.Verdict == v.Verdict {
		t.Errorf("a note stands in the place of a call: %q", with.Verdict)
	}
	_, _, err = w.service.RemoveQuestion(w.ctx(), q.ID)
	w.noError(err)
	if notes := ask("is flying fine").Notes; len(notes) != 0 {
		t.Errorf("after it was removed: %v", notes)
	}
}

func TestWhatWasAskedIsRememberedClearedAndLeftOutInDiscreetMode(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, q := range []string{"may I shower?", "makeup", " ", "\u202etrick", strings.Repeat("x", service.LongestQuestion+1), "May I  shower"} {
		w.noError(w.service.RememberAsked(w.ctx(), q))
		w.clock.Advance(time.Minute)
	}
	if got := w.askedBefore(); !slices.Equal(got, []string{"May I shower", "makeup"}) {
		t.Errorf("asked before: %q", got)
	}
	w.noError(w.service.SetSetting(w.ctx(), "discreet", "on"))
	w.noError(w.service.RememberAsked(w.ctx(), "wax"))
	if got := w.askedBefore(); len(got) != 0 {
		t.Errorf("in discreet mode: %q", got)
	}
	w.noError(w.service.SetSetting(w.ctx(), "discreet", "off"))
	if got := w.askedBefore(); !slices.Equal(got, []string{"May I shower", "makeup"}) {
		t.Errorf("after discreet mode: %q", got)
	}
	w.noError(w.service.ClearAsked(w.ctx()))
	if got := w.askedBefore(); len(got) != 0 {
		t.Errorf("after clearing: %q", got)
	}
}

func TestOtherProgramsHearOfEachChange(t *testing.T) {
	w := newWorld(t, "12:00")
	rung := w.rung
	q, e := w.keep("fly")
	p, _ := w.shelve("Serum", "Aqua")
	for _, act := range []func() error{
		func() error { _, _, err := w.service.AnswerQuestion(w.ctx(), q.ID, "yes"); return err },
		func() error { _, _, err := w.service.RemoveProduct(w.ctx(), p.ID); return err },
		func() error { return w.service.RememberAsked(w.ctx(), "fly") },
		func() error { return w.service.ClearAsked(w.ctx()) },
	} {
		w.noError(act())
	}
	if w.rung != rung+6 {
		t.Errorf("rung %d times, want 6", w.rung-rung)
	}
	if _, err := w.service.UndoNumber(w.ctx(), e.ID); err == nil || w.rung != rung+6 {
		t.Errorf("a refused act: %v, rung %d times", err, w.rung-rung)
	}
}

func TestTwoProgramsThatKeepTheSameAtOnceKeepItOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	var all sync.WaitGroup
	kept := make(chan int64, 2)
	for range 2 {
		j, err := journal.Open(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		defer j.Close()
		s := service.New(j, clocktest.New(time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC), time.UTC), nil)
		all.Go(func() {
			for i := range 20 {
				q, _, err := s.AddQuestion(t.Context(), fmt.Sprint("question ", i))
				if err == nil {
					kept <- q.ID
				}
			}
		})
	}
	go func() { all.Wait(); close(kept) }()
	seen := map[int64]bool{}
	for id := range kept {
		if seen[id] {
			t.Errorf("number %d was given twice", id)
		}
		seen[id] = true
	}
	if len(seen) != 20 {
		t.Errorf("%d questions were kept, want 20", len(seen))
	}
}
