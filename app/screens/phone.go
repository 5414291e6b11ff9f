package screens

import (
	"context"
	"path/filepath"
	"slices"

	"afterglow/app/calendar"
	"afterglow/app/choose"
	"afterglow/app/newfile"
	"afterglow/app/phrase"
	"afterglow/app/plancode/picture"
	"afterglow/app/screens/sheets"
	"afterglow/app/service"
)

// phoneAround is how much of the window's height is not the code's in the panel for the phone, in Fyne's units.
const phoneAround = 420

// toPhone opens what can be taken along, with this moment first; nil: the next one.
func (s *Shell) toPhone(first *service.Date) {
	if s.inExample() {
		s.say(s.k.V.T("phone.example"))
		return
	}
	also := first
	for _, d := range s.state.scene.Dates(service.DateChoice{}) {
		if first != nil && d.Key == first.Key {
			also = nil
		}
	}
	look := func(discreet bool, answer func([]sheets.Moment, error)) {
		c, v := s.service, s.k.V
		s.opts.Background(func() {
			all, err := momentsOf(c, v, also, discreet)
			s.of(c, func() { answer(all, err) })
		})
	}
	discreet := s.setting("discreet") == "on"
	look(discreet, func(all []sheets.Moment, err error) {
		if err != nil {
			s.say(s.k.V.Error(err))
			return
		}
		side := min(max(s.win.Canvas().Size().Height-phoneAround, 200), 300)
		at := 0
		if first != nil {
			at = max(slices.IndexFunc(all, func(m sheets.Moment) bool { return m.Key == first.Key }), 0)
		}
		s.openPanel(&sheets.Phone{Unread: s.state.status.Unread, Discreet: discreet, Side: side, Moments: all, At: at, Look: look, Save: s.saveCalendar,
			Letter: s.k.V.Letter(), Preview: s.previewCard, SaveCard: s.saveCard, Show: s.showFile})
	})
}

// momentsOf are the moments to come as a phone is shown them, with one more; nil: none.
func momentsOf(c Service, v phrase.Voice, also *service.Date, discreet bool) ([]sheets.Moment, error) {
	h, err := c.Calendar(context.Background(), service.DateChoice{Also: also}, v.CalendarWords(discreet))
	if err != nil {
		return nil, err
	}
	var all []sheets.Moment
	for _, e := range h.Events {
		if e.Cancelled {
			continue
		}
		m, err := momentOf(v, e)
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, nil
}

// momentOf is an event as a phone is shown it.
func momentOf(v phrase.Voice, e calendar.Event) (m sheets.Moment, err error) {
	const pixels = 4 // a module
	m = sheets.Moment{Key: e.Key, Title: e.Title, When: v.CalendarWhen(e)}
	if m.Bare, err = picture.Text(calendar.Code(e, true), pixels); err != nil {
		return m, err
	}
	m.Whole, err = picture.Text(calendar.Code(e, false), pixels)
	return m, err
}

// waitToPhone shows a phone when a window's wait ends.
func (s *Shell) waitToPhone(window string) {
	if d, ok := s.state.scene.EndOf(window); ok {
		s.toPhone(&d)
	}
}

// hasEnd says whether a calendar has an end of a window's wait.
func (s *Shell) hasEnd(window string) bool {
	_, ok := s.state.scene.EndOf(window)
	return ok
}

// wishToPhone shows a phone when the wait for what was asked about is over.
func (s *Shell) wishToPhone(name string, windows []string) {
	if d, ok := s.state.scene.WishDate(name, windows); ok {
		s.toPhone(&d)
	}
}

// saveCalendar lets the person choose a folder and writes the calendar file there: in place of an older one of ours, never
// over another.
func (s *Shell) saveCalendar(each, discreet bool, answer func(file string, count int, err error)) {
	s.chooseFile(choose.Question{Title: s.k.V.T("phone.choose_folder"), Folder: true}, func(folder string) {
		c, v := s.service, s.k.V
		s.opts.Background(func() {
			file, count := filepath.Join(folder, v.T("phone.file")+".ics"), 0
			h, err := c.Calendar(context.Background(), service.DateChoice{Each: each}, v.CalendarWords(discreet))
			if err == nil {
				err = handOut(c, h, file)
			}
			for _, e := range h.Events {
				if !e.Cancelled {
					count++
				}
			}
			if err != nil {
				file = ""
			}
			s.of(c, func() { answer(file, count, err) })
		})
	})
}

// handOut writes a calendar file and remembers what went into it.
func handOut(c Service, h service.Handover, file string) error {
	draft, err := newfile.Begin(file, calendar.File(h.Events), calendar.Ours)
	if err != nil {
		return err
	}
	if err := c.Handed(context.Background(), h); err != nil {
		draft.Drop()
		return err
	}
	return draft.Keep()
}
