package screens

import (
	"context"

	"afterglow/app/phrase"
	"afterglow/app/screens/checkin"
	"afterglow/guidance"
)

// openCheckIn turns to Today and asks how the skin is, unless that was answered already or has not begun:
// Today says so.
func (s *Shell) openCheckIn() {
	s.Show(PageToday)
	s.whenRead(func() {
		s.draw()
		st := s.state.status
		if due, ok := st.DueAs(guidance.CheckIn); ok {
			s.checkIn(due.ID)
			return
		}
		for _, r := range st.Routines {
			if r.Role == guidance.CheckIn && r.Starts == nil && r.Done < r.Goal {
				s.checkIn(r.ID)
			}
		}
	})
}

// checkIn asks how the skin is, for one occurrence of the check-in.
func (s *Shell) checkIn(what string) {
	s.openPanel(checkin.New(what, s.state.status, s.checkInActions()))
}

func (s *Shell) checkInActions() checkin.Actions {
	return checkin.Actions{
		Done: s.done,
		Calm: s.calmNow,
		Red: func(what string) {
			s.done(what)
			s.openPanel(checkin.NewLonger(s.state.status, s.checkInActions()))
		},
		Extend: s.extendThen,
		Calls:  func() { s.Show(PageCalls) },
	}
}

// calmNow ticks the check-in off and says so to every window that waits for it.
func (s *Shell) calmNow(what string) {
	s.act(func(ctx context.Context, c Service) (told, []int64, error) {
		written, err := c.CheckedInCalm(ctx, what)
		if err != nil {
			return nil, nil, err
		}
		ids := make([]int64, len(written))
		for i, e := range written {
			ids[i] = e.ID
		}
		return func() string {
			if len(written) == 1 { // no wait asks
				return s.wasDone(written[0])
			}
			return phrase.Paragraph(s.k.V.T("shell.calm"), s.wasDone(written[0]))
		}, ids, nil
	})
}
