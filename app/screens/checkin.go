package screens

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/words"
	"afterglow/app/service"
	"afterglow/guidance"
)

// pageCheckIn turns to Today and asks how the skin is, once there is something to read.
func (s *Shell) pageCheckIn() {
	s.Show(PageToday)
	if !s.state.loaded {
		s.asking = true
		return
	}
	s.asking = false
	st := s.state.status
	if due, ok := st.DueAs(guidance.CheckIn); ok {
		s.checkIn(due.ID)
		return
	}
	for _, r := range st.Routines {
		// Answered already, or not begun: Today says so.
		if r.Role == guidance.CheckIn && r.Starts == nil && r.Done < r.Goal {
			s.checkIn(r.ID)
		}
	}
}

// checkIn asks how the skin is, for one occurrence of the check-in. The answer is the person's own:
// Afterglow ticks the check-in off and says what the plan offers.
func (s *Shell) checkIn(what string) {
	k, st := s.k, s.state.status
	title, body := "How does your skin feel?", ""
	for _, r := range st.Routines {
		if r.Role == guidance.CheckIn {
			body = r.How
		}
	}
	for _, d := range st.Due {
		if d.Role == guidance.CheckIn {
			title = d.Title
		}
	}
	parts := []fyne.CanvasObject{k.Section(title)}
	if body != "" {
		parts = append(parts, k.Body(body))
	}
	if ph := st.Phase; ph != nil && ph.Expect != "" && st.Treatment != nil {
		about := "Your plan expects around now"
		if name := st.Called(st.Treatment.ID); name != "" {
			about += " (" + name + ")"
		}
		parts = append(parts, k.Muted(about+": "+words.Stop(ph.Expect)))
	}
	parts = append(parts, k.Rule(), k.Strong("Still red or peeling?"))
	s.openSheet(k.Sheet(sheetWide, "Check-in", s.closeSheet, kit.Column(12, parts...),
		k.Quiet("sheet.done", "Only tick it off", func() { s.closeSheet(); s.done(what) }),
		k.Secondary("sheet.red", "Still red or peeling", func() { s.closeSheet(); s.stillRed(what) }),
		k.Secondary("sheet.calm", "Calm now", func() { s.closeSheet(); s.calmNow(what) })))
	s.renew = func() {
		switch {
		case s.state.status.Treatment == nil:
			s.closeSheet()
		case s.answered(what):
			s.closeSheet()
			s.toast.say("This check-in was answered already.")
		}
	}
}

// answered says whether the check-in of this occurrence, or of today, was done or left out.
func (s *Shell) answered(what string) bool {
	for _, r := range s.state.status.Routines {
		if r.ID == what {
			return r.Done >= r.Goal
		}
	}
	return slices.ContainsFunc(s.state.scene.Entries, func(e record.Entry) bool {
		return e.Occurrence == what && !e.Undone && (e.Kind == record.KindDone || e.Kind == record.KindSkip)
	})
}

// calmNow ticks the check-in off and says so to every window that waits for it.
func (s *Shell) calmNow(what string) {
	var asking []service.WindowView
	for _, w := range s.state.status.Windows {
		if w.State == course.Ask {
			asking = append(asking, w)
		}
	}
	s.act(func(ctx context.Context, c Care) (string, []int64, error) {
		e, err := c.Done(ctx, what, time.Time{})
		if err != nil {
			return "", nil, err
		}
		ids := []int64{e.ID}
		for _, w := range asking {
			said, err := c.Calm(ctx, w.ID)
			if err != nil {
				return "", nil, err
			}
			ids = append(ids, said.ID)
		}
		say := s.name(e.What) + ": done at " + s.when(e.At) + "."
		if len(asking) > 0 {
			say = "You said that your skin is calm. " + say
		}
		return say, ids, nil
	})
}

// stillRed ticks the check-in off and offers the longer waits that the plan has for this.
func (s *Shell) stillRed(what string) {
	s.done(what)
	s.longer(map[string]int64{})
}

// longer offers each wait that the plan lets grow now. taken are the entries, by window, of those
// that were made longer already.
func (s *Shell) longer(taken map[string]int64) {
	k, st := s.k, s.state.status
	offered := growing(st.Windows, taken)
	var rows []fyne.CanvasObject
	for _, w := range offered {
		rows = append(rows, s.longerRow(w, taken))
	}
	worse := k.Para(kit.Run{Text: "Getting worse instead of calmer? ", Ink: k.P.Muted},
		kit.Run{Link: k.Link("sheet.calls", "When to call my clinic", func() { s.closeSheet(); s.Show(PageCalls) })})
	leave := "Leave it as it is"
	if len(taken) > 0 {
		leave = "Close"
	}
	var parts []fyne.CanvasObject
	if len(rows) > 0 {
		parts = append(parts, k.Body("Your plan lets these waits grow while skin is still red or peeling. You decide."))
		parts = append(parts, rows...)
	} else {
		parts = append(parts, k.Body("Your plan has no extra time to offer right now. Its waits go on as they are."))
		if near := nearest(st.Windows); near != "" {
			parts = append(parts, k.Muted(near))
		}
	}
	parts = append(parts, k.Rule(), worse)
	s.openSheet(k.Sheet(sheetWide, "Still red or peeling", s.closeSheet, kit.Column(12, parts...),
		k.Secondary("sheet.leave", leave, s.closeSheet)))
	s.renew = func() {
		held := maps.Clone(taken)
		maps.DeleteFunc(held, func(_ string, id int64) bool { return undone(s.state.scene.Entries, id) })
		now := growing(s.state.status.Windows, held)
		same := slices.EqualFunc(offered, now, func(a, b service.WindowView) bool {
			return a.ID == b.ID && (held[a.ID] != 0 || a.ExtendUntil.Equal(*b.ExtendUntil))
		})
		if len(held) != len(taken) || !same {
			s.longer(held)
		}
	}
}

// growing are the windows that can wait longer now, and those that were made longer already.
func growing(windows []service.WindowView, taken map[string]int64) []service.WindowView {
	var out []service.WindowView
	for _, w := range windows {
		if w.ExtendUntil != nil || taken[w.ID] != 0 {
			out = append(out, w)
		}
	}
	return out
}

func (s *Shell) longerRow(w service.WindowView, taken map[string]int64) fyne.CanvasObject {
	k := s.k
	head := w.Name
	if name := s.state.status.SetBy(w); name != "" {
		head += " (" + name + ")"
	}
	source := "Plan " + words.Stop(w.Says.Plan)
	if w.Says.Line > 0 {
		source = fmt.Sprintf("Plan %s, line %d of its file.", w.Says.Plan, w.Says.Line)
	}
	if taken[w.ID] != 0 {
		return kit.Column(0, k.Strong(head), k.Inked("Made longer.", k.P.Sage, true))
	}
	text := kit.Column(0, k.Strong(head), k.Body("Then it waits until "+s.when(*w.ExtendUntil)+"."), k.Muted(source))
	more := k.Secondary("sheet.extend."+w.ID, "Wait "+words.Length(w.ExtendBy)+" more", func() {
		sheet := s.sheet
		s.extendThen(w.ID, func(entry int64) {
			if s.sheet == sheet { // else it was closed meanwhile
				more := maps.Clone(taken)
				more[w.ID] = entry
				s.longer(more)
			}
		})
	})
	return kit.Row(12, 0, text, more)
}

// nearest says which waits can grow later, and that Afterglow offers it then.
func nearest(windows []service.WindowView) string {
	var names []string
	for _, w := range windows {
		if w.ExtendBy != "" && (w.State == course.Wait || w.State == course.Ask) {
			names = append(names, strings.ToLower(w.Name))
		}
	}
	switch n := len(names); {
	case n == 0:
		return ""
	case n > 1:
		names[n-2] += " and " + names[n-1]
		names = names[:n-1]
	}
	return "Near its end, a wait can be made longer: " + strings.Join(names, "; ") + ". Ask again then."
}
