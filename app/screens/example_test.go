package screens

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/ipc"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
)

// newcomer is a window over an empty journal.
func newcomer(t *testing.T, now time.Time) (*stage, *life) {
	t.Helper()
	l := newLife(t, now)
	return newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680), l
}

func (l *life) entries() []record.Entry {
	l.t.Helper()
	all, err := l.journal.Entries(l.t.Context(), l.now.AddDate(-1, 0, 0))
	l.must(err)
	return all
}

func TestTheFirstPageOffersFourWaysToBegin(t *testing.T) {
	st, _ := newcomer(t, at(20, 16, 0))
	st.wantText(t, "Know what has to wait", "I had a treatment", "Show me an example", "Open my clinic's plan file", "I have one coming up")
	for id, want := range map[string]string{"today.begin": "When did it end?", "today.coming": "When will it be?"} {
		st.tap(t, id)
		st.wantText(t, want)
		st.tap(t, "begin.back")
	}
}

func TestTheFirstPageIsGoneOnceATreatmentWasEntered(t *testing.T) {
	st, l := newcomer(t, at(20, 16, 0))
	l.treated(at(20, 15, 30), "face", "essentials")
	st.shell.Answer(ipc.Message{Do: ipc.DoChanged})
	st.wantNoText(t, "Know what has to wait")
}

func TestTheExampleIsMarkedOnEveryPageAndOneClickEndsIt(t *testing.T) {
	st, l := newcomer(t, at(20, 16, 0))
	st.tap(t, "today.example")
	for _, page := range pageNames() {
		if sc, _ := screenOf(page); sc.make == nil {
			continue
		}
		st.shell.Show(page)
		st.wantText(t, "This is an example.")
	}
	st.tap(t, "example.end")
	st.wantNoText(t, "This is an example.")
	st.wantText(t, "Know what has to wait")
	if got := l.entries(); len(got) > 0 {
		t.Errorf("the person's own journal has %v", got)
	}
}

func TestNothingOfTheExampleStaysOnShowWhileThePersonsOwnNotesAreRead(t *testing.T) {
	for _, page := range []string{PageToday, PageTimeline} {
		st, _ := newcomer(t, at(20, 16, 0))
		st.tap(t, "today.example")
		st.shell.Show(page)
		var late []func()
		st.shell.opts.Background = func(f func()) { late = append(late, f) }
		st.tap(t, "example.end")
		for _, f := range late {
			f()
		}
		st.wantText(t, "Know what has to wait")
	}
}

func TestTheExampleHasATreatmentOfYesterdayAtAnyTimeOfDay(t *testing.T) {
	for _, now := range []time.Time{at(20, 0, 5), at(20, 8, 0), at(20, 12, 0), at(20, 15, 31), at(20, 23, 59)} {
		st, _ := newcomer(t, now)
		st.tap(t, "today.example")
		got := st.shell.state.status
		if got.Treatment == nil || got.Treatment.Day != 1 || course.DateOf(got.Treatment.At, testZone).Add(1) != course.DateOf(now, testZone) {
			t.Errorf("%v: treatment %+v", now, got.Treatment)
		}
	}
}

func TestTheExampleTakesThePlanAndTheLooksThatThePersonChose(t *testing.T) {
	for _, plan := range []string{"essentials", "cautious", "clinic"} {
		l := newLife(t, at(20, 16, 0))
		if plan == "clinic" {
			v, err := l.UsePlan(t.Context(), "clinic.toml", clinicText(t))
			l.must(err)
			plan = v.ID
		}
		for key, value := range map[string]string{"plan": plan, "discreet": "on", "theme": "dark", "clock": "12h", "sleep": "off"} {
			l.must(l.SetSetting(t.Context(), key, value))
		}
		st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysDark, 960, 680)
		st.tap(t, "today.example")
		if got := st.shell.state.status.Treatment; got == nil || got.Plan != plan {
			t.Errorf("%s: treatment %+v", plan, got)
		}
		for key, want := range map[string]string{"plan": plan, "discreet": "on", "theme": "dark", "clock": "12h", "sleep": "off"} {
			if got := st.shell.setting(key); got != want {
				t.Errorf("%s: %s is %q, want %q", plan, key, got, want)
			}
		}
	}
}

func TestEverythingCanBeTriedInTheExampleAndThePersonsOwnStaysAsItWas(t *testing.T) {
	st, l := newcomer(t, at(20, 16, 0))
	before, err := l.Settings(t.Context())
	l.must(err)
	st.tap(t, "today.example")
	st.tap(t, "today.mark.moisturise.3")
	st.shell.Show(PageSettings)
	st.tap(t, "settings.discreet")
	st.tap(t, "settings.login")
	if st.login.on {
		t.Error("the example opens the real Afterglow at login")
	}
	st.wantText(t, "The example lies in memory alone.")
	st.wantNoText(t, "a folder")
	st.tap(t, "settings.test")
	st.wantText(t, "In the example nothing is sent.")
	st.tap(t, "example.end")
	after, err := l.Settings(t.Context())
	l.must(err)
	if !slices.EqualFunc(before, after, func(a, b service.SettingView) bool { return a.Value == b.Value }) {
		t.Errorf("settings were %v and are %v", before, after)
	}
	if got := l.entries(); len(got) > 0 {
		t.Errorf("the person's own journal has %v", got)
	}
}

func TestARealTreatmentEndsTheExampleAndGoesIntoThePersonsOwnJournal(t *testing.T) {
	st, l := newcomer(t, at(20, 16, 0))
	st.tap(t, "today.example")
	st.shell.Show(PageBegin)
	st.wantNoText(t, "This is an example.")
	st.toNudges(t)
	st.tap(t, "begin.fluids.no")
	st.tap(t, "begin.next")
	if got, err := l.Treatments(t.Context()); err != nil || len(got) != 1 {
		t.Errorf("the person's own journal has %v, %v", got, err)
	}
}

func TestATreatmentThatIsEnteredElsewhereEndsTheExample(t *testing.T) {
	st, l := newcomer(t, at(20, 16, 0))
	st.tap(t, "today.example")
	st.shell.Answer(ipc.Message{Do: ipc.DoChanged})
	st.wantText(t, "This is an example.")
	l.treated(at(20, 15, 30), "face", "essentials")
	st.shell.Answer(ipc.Message{Do: ipc.DoChanged})
	st.wantText(t, "The example is over: you entered a treatment of your own.")
	st.wantNoText(t, "This is an example.")
}

func TestAnExampleWithoutItsTreatmentEnds(t *testing.T) {
	st, _ := newcomer(t, at(20, 16, 0))
	st.tap(t, "today.example")
	st.invent.t = t
	_, err := st.invent.Remove(t.Context(), st.shell.state.status.Treatment.ID)
	st.invent.must(err)
	st.shell.Refresh()
	st.wantText(t, "Know what has to wait")
}

func TestWhatIsLateInTheExampleSaysNothingAfterItsEnd(t *testing.T) {
	st, l := newcomer(t, at(20, 16, 0))
	st.tap(t, "today.example")
	var late []func()
	st.shell.opts.Background = func(f func()) { late = append(late, f) }
	st.shell.done("moisturise")
	st.shell.opts.Background = func(f func()) { f() }
	st.tap(t, "example.end")
	for _, f := range late {
		f()
	}
	st.wantNoText(t, "done at", "Undo")
	if got := l.entries(); len(got) > 0 {
		t.Errorf("the person's own journal has %v", got)
	}
}

func TestAnExampleThatCannotBeOpenedSaysWhy(t *testing.T) {
	st, _ := newcomer(t, at(20, 16, 0))
	st.shell.opts.Example = func(context.Context) (Example, error) { return Example{}, service.ErrNoCourse }
	st.tap(t, "today.example")
	st.wantNoText(t, "This is an example.")
	st.wantText(t, strings.TrimSpace(st.shell.k.V.Error(service.ErrNoCourse)))
}
