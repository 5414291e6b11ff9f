// Package phrase is every sentence, moment, length, amount and list that a person reads, in their clock and
// language. It takes values and gives text; no other room words anything. The texts lie in the catalog
// (assets/messages): whole sentences with named places.
//
// A face (the command line, the tray, a notification, the window) holds a [Voice] and asks it:
//
//	v.T("tray.paused", phrase.Args{"Until": until})
package phrase

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/locale"
	"afterglow/assets/messages"
	"afterglow/guidance"
)

// Args fill the named places of a message. Instants, lengths, clock times, lists and other messages are put
// into words; strings and numbers stay as they are. "Count" chooses the plural.
type Args = fault.Args

// Voice words things for one person at one moment. The zero Voice is not of use; see New.
type Voice struct {
	catalog *catalog
	format  locale.Format
	now     time.Time // the reader's: moments are said from here
	zone    *time.Location
	window  bool      // the reader clicks, and types no commands
	reads   time.Time // the reader's now, if a notification to come is worded for the moment when it is shown; else zero
}

// New speaks the person's language and clock. Before a moment is said, the voice has to know when and where it
// is heard: see At.
func New(format locale.Format) Voice { return From(format, messages.Files) }

// From is New with another catalog, for tests.
func From(format locale.Format, files fs.FS) Voice {
	return Voice{catalog: newCatalog(files), format: format, zone: time.UTC}
}

// At is the same voice, heard at now in zone: always the reader's own now, never a moment that was asked about.
func (v Voice) At(now time.Time, zone *time.Location) Voice {
	if zone != nil {
		v.zone = zone
	}
	v.now = now
	return v
}

// Now is when and where the voice is heard.
func (v Voice) Now() time.Time { return v.now.In(v.zone) }

// In is the same voice in another clock, order of dates or language.
func (v Voice) In(format locale.Format) Voice {
	v.format = format
	return v
}

// InWindow is the same voice for a reader who clicks and types no commands: where what is wrong would be mended with a
// command, it says what to click.
func (v Voice) InWindow() Voice {
	v.window = true
	return v
}

// Format is the clock and the order of dates in which the voice speaks.
func (v Voice) Format() locale.Format { return v.format }

// T is a message of the catalog with its places filled. An id that the catalog lacks, or a place that nobody
// fills, comes back as "⟨id⟩": a test holds that nobody asks so.
func (v Voice) T(id string, args ...Args) string {
	places, causes := map[string]any{}, []string(nil)
	for _, a := range args {
		for name, value := range a {
			places[name] = v.place(value)
			if _, wrong := value.(error); wrong {
				causes = append(causes, places[name].(string))
			}
		}
	}
	text, err := v.catalog.say(id, places)
	if err != nil {
		return "⟨" + id + "⟩"
	}
	for _, cause := range causes { // a fault is a sentence, what the system says is none: either ends with one full stop
		if strings.HasSuffix(cause, ".") {
			text = strings.ReplaceAll(text, cause+".", cause)
		}
	}
	return text
}

// place words a value that stands in a message.
func (v Voice) place(value any) any {
	switch x := value.(type) {
	case time.Time:
		return v.Moment(x)
	case *time.Time:
		if x == nil {
			return ""
		}
		return v.Moment(*x)
	case time.Duration:
		return v.Length(x)
	case guidance.Clock:
		return v.Clock(x)
	case guidance.HourRange:
		return v.HourRange(x)
	case course.Date:
		return v.Date(v.noonOf(x))
	case time.Weekday:
		return v.weekdayName(x, false)
	case time.Month:
		return v.monthName(x, false)
	case []string:
		return v.List(x)
	case fault.Text:
		return v.T(string(x))
	case guidance.Moment:
		return v.PlanMoment(x)
	case guidance.Quoted:
		return quote(x)
	case guidance.Problem:
		return v.PlanProblem(x)
	case guidance.Problems:
		return v.FirstProblem(x)
	case error:
		var f *fault.Fault
		if errors.As(x, &f) {
			return v.Error(x)
		}
		return x.Error()
	case float64:
		return strconv.FormatFloat(x, 'f', -1, 64)
	case fmt.Stringer:
		return x.String()
	}
	return value
}
