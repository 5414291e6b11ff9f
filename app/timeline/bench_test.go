package timeline

import (
	"testing"
	"time"

	"afterglow/app/course"
)

// BenchmarkLayDrag: one frame while the line is dragged, at most 200 µs.
func BenchmarkLayDrag(b *testing.B) {
	c, o := mock(b)
	courses, prefs := []course.Course{c}, course.DefaultPrefs()
	marks := []Mark{{"cleanse", o.Now.Add(-10 * time.Hour), true}, {"moisturise", o.Now.Add(-9 * time.Hour), true}}
	for _, zoom := range []struct {
		name string
		of   Zoom
	}{{"first days", FirstDays}, {"all weeks", AllWeeks}} {
		b.Run(zoom.name, func(b *testing.B) {
			o.Zoom = zoom.of
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				o.Cursor = o.Now.Add(time.Duration(i%2880) * time.Minute)
				Lay(courses, prefs, marks, o)
			}
		})
	}
}
