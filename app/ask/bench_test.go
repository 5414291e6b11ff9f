package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
)

// One answer takes at most a millisecond; `make bench` measures it.
func BenchmarkAnswer(b *testing.B) {
	sc := treated(b, starter(b, "essentials"), 3*time.Hour)
	q := ask.Question{Text: "can i go to a hot yoga class after the sunbed or is it too erly"}
	for b.Loop() {
		sc.Answer(q)
	}
}

// What `ask` does besides what `status` does: the book is opened, and one question answered.
func BenchmarkFirstAnswer(b *testing.B) {
	sc := treated(b, starter(b, "essentials"), 3*time.Hour)
	q := ask.Question{Text: "can i go to a hot yoga class after the sunbed or is it too erly"}
	for b.Loop() {
		sc.Book = ask.OpenBook(ask.Shipped)
		sc.Answer(q)
	}
}

// Whatever is typed is answered in at most five milliseconds, ten thousand letters too.
func BenchmarkLetters(b *testing.B) {
	sc := treated(b, starter(b, "essentials"), 3*time.Hour)
	for name, text := range letters() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				sc.Answer(ask.Question{Text: text})
			}
		})
	}
}

// Which waits of a plan its advice forbids without an end is found at every scene: first the book is opened.
func BenchmarkFirstForbidden(b *testing.B) {
	p := starter(b, "essentials")
	sc := treated(b, p, 3*time.Hour)
	names := windowNames(p)
	for b.Loop() {
		sc.Book = ask.OpenBook(ask.Shipped)
		sc.Forbidden(names)
	}
}

// And again, of the same plan.
func BenchmarkForbidden(b *testing.B) {
	p := starter(b, "essentials")
	sc := treated(b, p, 3*time.Hour)
	names := windowNames(p)
	for b.Loop() {
		sc.Forbidden(names)
	}
}
