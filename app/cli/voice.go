package cli

import (
	"fmt"

	"afterglow/app/locale"
	"afterglow/app/phrase"
)

// voice is the person's, heard now and where they are, whatever moment was asked about.
func (r *run) voice() phrase.Voice {
	if !r.heard {
		r.heard = true
		r.spoken = r.hereAndNow(r.found().Format.With(r.chosen))
	}
	return r.spoken
}

// figures is the voice of the words inside JSON: a 24-hour clock and the day before the month, wherever it is read.
func (r *run) figures() phrase.Voice {
	return r.hereAndNow(locale.Format{Language: r.base().Format().Language})
}

// hereAndNow is the program's voice in a format, heard now and where the person is.
func (r *run) hereAndNow(f locale.Format) phrase.Voice {
	v := r.base().In(f)
	if r.env.Clock == nil {
		return v
	}
	return v.At(r.env.Clock.Now(), r.env.Clock.Zone())
}

// base is the program's voice before it is known when and where it is heard.
func (r *run) base() phrase.Voice {
	if r.env.Voice == (phrase.Voice{}) {
		r.env.Voice = phrase.New(locale.Format{})
	}
	return r.env.Voice
}

// found is how times and dates are written on this computer.
func (r *run) found() locale.Found {
	if r.env.Locale == nil {
		return locale.Found{Format: r.base().Format()}
	}
	if r.here == nil {
		here := r.env.Locale() // asks the desktop: once is enough
		r.here = &here
	}
	return *r.here
}

// choose is told the clock that the person chose in the settings: "12h", "24h" or "auto".
func (r *run) choose(clock string) {
	if clock != r.chosen {
		r.chosen, r.heard = clock, false
	}
}

// answers is the voice of the answer: the person's, or that of the words inside JSON.
func (r *run) answers() phrase.Voice {
	if r.json {
		return r.figures()
	}
	return r.voice()
}

// t is a message of the answer.
func (r *run) t(id string, args ...phrase.Args) string { return r.answers().T(id, args...) }

// note says one line at once, beside the answer: before a question, say.
func (r *run) note(id string, args ...phrase.Args) {
	fmt.Fprintln(r.errw, oneLine(r.voice().T(id, args...)))
}

// put prints one line: a message of the catalog.
func (r *run) put(id string, args ...phrase.Args) { r.print(r.t(id, args...)) }

// putCount prints a message that counts, or the other one for none.
func (r *run) putCount(id, none string, n int, args phrase.Args) {
	if n == 0 {
		r.put(none, args)
		return
	}
	r.put(id, args, phrase.Args{"Count": n})
}
