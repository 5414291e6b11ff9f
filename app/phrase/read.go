package phrase

import (
	"strings"
	"time"

	"afterglow/app/phrase/typed"
	"afterglow/guidance"
)

// ReadTime reads a moment that may be to come, as the person types it: see [typed.Reader.Time].
func (v Voice) ReadTime(s string) (typed.Time, error) { return v.reader().Time(s) }

// ReadPast reads a moment that has been: see [typed.Reader.Past].
func (v Voice) ReadPast(s string) (typed.Time, error) { return v.reader().Past(s) }

// ReadAppointment reads when a treatment was or will be: see [typed.Reader.Appointment].
func (v Voice) ReadAppointment(s string) (typed.Time, error) { return v.reader().Appointment(s) }

// ReadLength reads a length of time: "20 minutes", "1 h 30".
func (v Voice) ReadLength(s string) (time.Duration, error) { return v.reader().Length(s) }

// ReadClock reads a time of day: "8:00", "8 am".
func (v Voice) ReadClock(s string) (guidance.Clock, error) { return v.reader().Clock(s) }

// ReadClocks reads a list of times of day: "8:00, 20:30".
func (v Voice) ReadClocks(s string) ([]guidance.Clock, error) { return v.reader().Clocks(s) }

// ReadRange reads a stretch of the day: "22:30-07:30", "10:30 pm to 7:30 am".
func (v Voice) ReadRange(s string) (guidance.HourRange, error) { return v.reader().Range(s) }

// Word is the usual one of a list of words that may be typed: "midday" of "midday, lunchtime".
func (v Voice) Word(id string) string {
	word, _, _ := strings.Cut(v.T(id), ",")
	return word
}

func (v Voice) reader() typed.Reader {
	v.catalog.lexiconOnce.Do(func() {
		v.catalog.lexicon = typed.NewLexicon(func(id string) string { return v.T(id) })
	})
	return typed.Reader{Now: v.now, Zone: v.zone, Format: v.format, Words: v.catalog.lexicon}
}

// Taken says which of two possible readings of a typed moment was taken, and how to write the other; "" if there is
// only one.
func (v Voice) Taken(t typed.Time) string {
	switch t.Doubt {
	case typed.NoDoubt:
		return ""
	case typed.ClockDoubt:
		return Paragraph(v.T("typed.taken_clock", Args{"Clock": v.TimeOfDay(t.At)}), v.Instead(t))
	}
	return Paragraph(v.T("typed.taken", Args{"Day": v.WeekdayDate(t.At)}), v.Instead(t))
}

// Instead is the second half of Taken: how to write the reading that was not taken.
func (v Voice) Instead(t typed.Time) string {
	other := Args{"Day": v.WeekdayDate(v.noonOf(t.Other))}
	switch t.Doubt {
	case typed.OrderDoubt:
		return v.T("typed.instead", other)
	case typed.WeekDoubt:
		return v.T("typed.instead_week", other)
	case typed.ClockDoubt:
		return v.T("typed.instead_day", other)
	}
	return ""
}
