package screens

import (
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/planfile"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
)

func TestWhatTellsOfAnActNeverStandsBesideWhatWasReadBeforeIt(t *testing.T) {
	for name, c := range map[string]struct {
		scene string
		act   func(*testing.T, *stage, *life)
		tells func(*stage) bool // that the act was done
	}{
		"ticking off": {"due", func(_ *testing.T, st *stage, _ *life) { st.shell.done("moisturise") }, toasts},
		"taking back": {"day1", func(t *testing.T, st *stage, l *life) {
			e, err := l.Done(t.Context(), "water", l.now)
			l.must(err)
			st.shell.undo(e.ID)
		}, toasts},
		"another plan": {"day1", func(t *testing.T, st *stage, _ *life) {
			st.shell.usePlan(planfile.Read(clinicPlan(t)), *st.shell.state.status.Treatment, func(error) {})
		}, toasts},
		"entering": {"nothing", func(t *testing.T, st *stage, l *life) {
			st.shell.opts.Background = func(f func()) { f() }
			st.shell.begin()
			st.tap(t, "begin.next")
			st.tap(t, "begin.next")
			st.tap(t, "begin.fluids.no")
			st.slow()
			st.tap(t, "begin.next")
		}, func(st *stage) bool { return st.shell.layers[steps] == nil }},
		"a wait of their own": {"day1", func(_ *testing.T, st *stage, _ *life) {
			st.shell.saveOwn(service.NewOwn{What: "makeup", When: "3 days", Avoid: "No makeup."}, func(error) {})
		}, toasts},
	} {
		t.Run(name, func(t *testing.T) {
			l := lives()[c.scene](t)
			st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
			st.slow()
			c.act(t, st, l)
			told := false
			for len(st.late) > 0 {
				next := st.late[0]
				st.late = st.late[1:]
				next()
				if told = c.tells(st); !told {
					continue
				}
				sc, _, err := l.Look(t.Context(), time.Time{})
				l.must(err)
				if shown := st.shell.state.scene; len(shown.Entries) != len(sc.Entries) || len(shown.Courses) != len(sc.Courses) {
					t.Fatalf("it is told while the page shows %d entries of %d treatments; there are %d of %d",
						len(shown.Entries), len(shown.Courses), len(sc.Entries), len(sc.Courses))
				}
			}
			if !told {
				t.Error("it is not told at all")
			}
		})
	}
}

// toasts says whether a toast is on show.
func toasts(st *stage) bool { return st.shell.layers[toast] != nil }

// slow has what is done in the background wait in st.late.
func (st *stage) slow() { st.shell.opts.Background = func(f func()) { st.late = append(st.late, f) } }
