package ask

import (
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// asksDue says whether a question asks what the plan wants done at a moment, and of nothing else: "what should I do tonight",
// "anything before bed", "what did my clinic say about tomorrow". Each of its words belongs to that. at is the moment.
func (h *hearing) asksDue() (at time.Time, asks bool) {
	at, moment := h.at, h.said || h.q.days.day >= 0
	now := h.scene.Now.In(h.scene.Zone)
	on := func(day int, c guidance.Clock) time.Time {
		return course.On(course.DateOf(now, h.scene.Zone).Add(day), c, h.scene.Zone)
	}
	for i := 0; i < len(h.q.words); {
		e, n := h.longestAt(h.q.words, i, func(e *entry) bool {
			return e.is(asksForDue | besideDue | momentOfDue | nightOfDue | morningOfDue | saysTonight)
		})
		switch {
		case e == nil:
			if _, figure := h.number(h.q.words[i]); !figure || h.q.days.day < 0 {
				return at, false
			}
			n = 1 // "on day 3"
		case e.is(nightOfDue) && !h.said:
			at = course.Later(on(0, tonight), now)
		case e.is(morningOfDue) && !h.said && now.Hour() < morningEnds:
			at = now
		case e.is(morningOfDue) && !h.said:
			at = on(1, 9*60)
		}
		if e != nil {
			asks, moment = asks || e.is(asksForDue), moment || e.is(momentOfDue|nightOfDue|morningOfDue|saysTonight)
		}
		i += n
	}
	if day := h.q.days.day; day >= 0 && h.current != nil { // the whole of it
		at = course.On(course.DateOf(h.current.Treatment.At, h.scene.Zone).Add(day), 0, h.scene.Zone)
	}
	return at, asks && moment
}

// morningEnds is the hour until which "in the morning" is this one.
const morningEnds = 12
