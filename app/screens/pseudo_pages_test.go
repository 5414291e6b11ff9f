package screens

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/screens/theme"
)

// severalTreatments is a day on which the neck waits and the face goes on.
func severalTreatments(t testing.TB) *fake {
	f := busy(t)
	neck := f.scene.Courses[0].Treatment
	neck.ID, neck.Area, neck.At = 2, "neck", at(21, 13, 0)
	f.scene.Courses = append([]course.Course{course.New(neck, testZone, nil)}, f.scene.Courses...)
	return f
}

func TestWhatAPageShowsWhenAskedSpeaksFromTheCatalogAlone(t *testing.T) {
	for name, ask := range map[string]func(t *testing.T, st *stage){
		"the list":  func(t *testing.T, st *stage) { st.shell.Show(PageTimeline); st.tap(t, "timeline.list") },
		"all weeks": func(t *testing.T, st *stage) { st.shell.Show(PageTimeline); st.tap(t, "timeline.zoom.weeks") },
		"a wrong time": func(t *testing.T, st *stage) {
			st.shell.Show(PageSettings)
			st.write(t, "settings.cleanse.times.1", "25:00")
		},
		"no sleep time":     func(t *testing.T, st *stage) { st.shell.Show(PageSettings); st.write(t, "settings.sleep.from", "88") },
		"sleep off":         func(t *testing.T, st *stage) { st.shell.Show(PageSettings); st.tap(t, "settings.sleep") },
		"a test":            func(t *testing.T, st *stage) { st.shell.Show(PageSettings); st.tap(t, "settings.test") },
		"open at login":     func(t *testing.T, st *stage) { st.shell.Show(PageSettings); st.tap(t, "settings.login") },
		"step 1":            func(t *testing.T, st *stage) { st.shell.Show(PageBegin) },
		"about when":        func(t *testing.T, st *stage) { st.shell.Show(PageBegin); st.tap(t, "begin.quick.yesterday") },
		"a wrong moment":    func(t *testing.T, st *stage) { st.shell.Show(PageBegin); st.write(t, "begin.when", "25:00") },
		"a wrong depth":     func(t *testing.T, st *stage) { st.shell.Show(PageBegin); st.write(t, "begin.depth", "99") },
		"step 2":            func(t *testing.T, st *stage) { st.shell.Show(PageBegin); st.tap(t, "begin.next") },
		"step 3":            func(t *testing.T, st *stage) { st.toNudges(t) },
		"a change":          func(t *testing.T, st *stage) { st.shell.Show(PageSettings); st.tap(t, "settings.edit.1") },
		"step 3's test":     func(t *testing.T, st *stage) { st.toNudges(t); st.tap(t, "begin.test") },
		"wrong sleep":       func(t *testing.T, st *stage) { st.toNudges(t); st.write(t, "begin.sleep.from", "1") },
		"what is not heard": func(t *testing.T, st *stage) { st.toNudges(t); st.tap(t, "begin.next") },
	} {
		for _, hours := range []locale.Hours{locale.Hours24, locale.Hours12} {
			for _, dark := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s/%d/dark %v", name, hours, dark), func(t *testing.T) {
					st := newStageIn(t, severalTreatments(t), pseudoVoice(t, hours), dark, minWide, minHigh)
					ask(t, st)
					st.wantPseudo(t, name)
				})
			}
		}
	}
}

// toNudges goes to the last step.
func (st *stage) toNudges(t *testing.T) {
	t.Helper()
	st.shell.Show(PageBegin)
	st.tap(t, "begin.next")
	st.tap(t, "begin.next")
}

func TestTheBeginningAndTheEndSpeakFromTheCatalogAlone(t *testing.T) {
	nothingYet := func(t testing.TB) *life { return newLife(t, at(21, 17, 50)) }
	for _, c := range []struct {
		name string
		live func(testing.TB) *life
		ask  func(*testing.T, *stage)
	}{
		{"the first page", nothingYet, func(*testing.T, *stage) {}},
		{"one to come", nothingYet, func(t *testing.T, st *stage) { st.tap(t, "today.coming") }},
		{"not said when", nothingYet, func(t *testing.T, st *stage) { st.tap(t, "today.coming"); st.tap(t, "begin.next") }},
		{"before it", lives()["planned"], func(*testing.T, *stage) {}},
		{"the end", lives()["over"], func(*testing.T, *stage) {}},
		{"the end, kept", lives()["over"], func(t *testing.T, st *stage) { st.tap(t, "today.over.keep") }},
		{"export and erase", lives()["over"], func(t *testing.T, st *stage) { st.tap(t, "today.over.export") }},
		{"erased", lives()["over"], func(_ *testing.T, st *stage) {
			st.shell.opts.Data.Erase = func(context.Context) (Erased, error) { return Erased{Left: []string{"7"}}, nil }
			st.shell.erase("8", func(error) {})
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := c.live(t)
			st := newStageOn(t, l.Service, pseudoVoice(t, locale.Hours24), theme.AlwaysLight, minWide, minHigh)
			st.service = &fake{scene: st.shell.state.scene, status: st.shell.state.status, past: st.shell.state.past}
			c.ask(t, st)
			st.wantPseudo(t, c.name)
		})
	}
}

func TestTheFirstTreatmentsQuestionsSpeakFromTheCatalogAlone(t *testing.T) {
	for _, answer := range []string{"", "no", "yes", "unsure"} {
		t.Run("limited fluids: "+answer, func(t *testing.T) {
			st := newStageIn(t, nothing(t), pseudoVoice(t, locale.Hours12), true, minWide, minHigh)
			st.toNudges(t)
			if answer != "" {
				st.tap(t, "begin.fluids."+answer)
			}
			st.wantPseudo(t, "step 3")
			st.service.fail = errors.New("9")
			st.tap(t, "begin.next")
			st.wantPseudo(t, "after it")
		})
	}
}
