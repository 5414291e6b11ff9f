package cli

import (
	"afterglow/app/locale"
	"afterglow/app/phrase"
)

// voice is the person's, heard now and where they are, whatever moment was asked about.
func (r *run) voice() phrase.Voice {
	if !r.heard {
		r.heard = true
		r.spoken = r.base().In(r.found().Format.With(r.chosen))
		if r.env.Clock != nil {
			r.spoken = r.spoken.At(r.env.Clock.Now(), r.env.Clock.Zone())
		}
	}
	return r.spoken
}

// figures is the voice of the words inside JSON: a 24-hour clock and the day before the month, wherever it is read.
func (r *run) figures() phrase.Voice {
	return r.voice().In(locale.Format{Language: r.voice().Format().Language})
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

// t is a message in the person's voice.
func (r *run) t(id string, args ...phrase.Args) string { return r.voice().T(id, args...) }

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
