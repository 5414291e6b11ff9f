package service_test

import (
	"testing"
	"time"
)

// BenchmarkDoneAndUndo is a drink that is written down and taken back, on a day on which that was done often before.
func BenchmarkDoneAndUndo(b *testing.B) {
	for _, before := range []int{0, 2000} {
		b.Run(map[int]string{0: "fresh", 2000: "after 2000"}[before], func(b *testing.B) {
			w := newWorld(b, "12:00")
			w.treated("2026-11-23 05:00")
			pair := func() {
				if _, err := w.service.Done(w.ctx(), "water", time.Time{}); err != nil {
					b.Fatal(err)
				}
				if _, err := w.service.Undo(w.ctx()); err != nil {
					b.Fatal(err)
				}
				if _, err := w.service.Status(w.ctx(), time.Time{}); err != nil {
					b.Fatal(err)
				}
			}
			for range before {
				pair()
			}
			for b.Loop() {
				pair()
			}
		})
	}
}
