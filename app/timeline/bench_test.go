package timeline_test

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/timeline"
)

// BenchmarkLayDrag: one frame while the line is dragged, at most 200 µs.
func BenchmarkLayDrag(b *testing.B) {
	c, o := mock(b)
	courses, prefs := []course.Course{c}, course.DefaultPrefs()
	marks := []timeline.Mark{{"cleanse", o.Now.Add(-10 * time.Hour), true}, {"moisturise", o.Now.Add(-9 * time.Hour), true}}
	for _, zoom := range []struct {
		name string
		of   timeline.Zoom
	}{{"seven days", timeline.SevenDays}, {"all weeks", timeline.AllWeeks}} {
		b.Run(zoom.name, func(b *testing.B) {
			o.Zoom = zoom.of
			b.ReportAllocs()
			p := o.picture(courses, prefs, marks)
			for i := 0; b.Loop(); i++ {
				p.At(o.Now.Add(time.Duration(i%192) * 15 * time.Minute))
			}
		})
	}
}

// BenchmarkPicture: what is made anew each minute, and if the window changes its size.
func BenchmarkPicture(b *testing.B) {
	c, o := mock(b)
	b.ReportAllocs()
	for b.Loop() {
		o.picture([]course.Course{c}, course.DefaultPrefs(), nil).At(o.Now)
	}
}
