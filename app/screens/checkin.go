package screens

import (
	"context"
	"time"

	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/checkin"
	"afterglow/app/service"
	"afterglow/guidance"
)

// openCheckIn turns to Today and asks how the skin feels, at any time: for the check-in that is due, or for none.
func (s *Shell) openCheckIn() {
	s.Show(PageToday)
	s.whenRead(func() {
		s.draw()
		if st := s.state.status; st.Treatment != nil {
			due, _ := st.DueAs(guidance.CheckIn)
			s.checkIn(due.ID)
		}
	})
}

// checkIn asks how the skin feels, for one occurrence of the check-in; "" for none.
func (s *Shell) checkIn(what string) {
	s.openCheck(checkin.New(what, s.state.status, s.checkInActions()))
}

// openCheck opens the panel with what was said in it the last time and not kept, however it was closed.
func (s *Shell) openCheck(q *checkin.Question) {
	q.Resume(s.asked)
	s.asked = q
	s.openPanel(q)
}

// askAgain opens the panel again with what was said in it: it could not be kept, and the panel tells why.
func (s *Shell) askAgain() {
	if s.asked == nil {
		return
	}
	s.openCheck(s.asked)
	if t := s.layers[toast]; t != nil {
		t.again()
	}
}

// changeFeel asks anew for what was noted before.
func (s *Shell) changeFeel(f service.FeelView) {
	s.openCheck(checkin.Again(f, s.state.status, s.checkInActions()))
}

func (s *Shell) checkInActions() checkin.Actions {
	return checkin.Actions{
		Done: s.done,
		Keep: func(what string, f service.Felt) {
			s.entryOr("feel", func(ctx context.Context, c Service) (record.Entry, error) { return c.Feel(ctx, f, what, time.Time{}) }, s.wasFelt,
				s.askAgain)
			if f.Skin == record.SkinRed {
				s.openPanel(checkin.NewLonger(s.state.status, s.checkInActions()))
			}
		},
		Change: func(entry int64, f service.Felt) {
			s.entryOr("feel", func(ctx context.Context, c Service) (record.Entry, error) { return c.ChangeFeel(ctx, entry, f) }, s.wasFelt,
				s.askAgain)
		},
		Extend: s.extendThen,
		Calls:  func() { s.Show(PageCalls) },
	}
}

func (s *Shell) wasFelt(e record.Entry) string {
	s.asked = nil // it is kept
	return s.k.V.T("shell.felt", phrase.Args{"Felt": s.k.V.FeltNoted(service.Felt{Feeling: e.Feeling, Note: e.Note})})
}
