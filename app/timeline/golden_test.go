package timeline_test

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/timeline"
)

// TestTheWholePictureStays keeps every place and word of one picture. After a wanted change: UPDATE=1 go test.
func TestTheWholePictureStays(t *testing.T) {
	c, o := mock(t)
	l := lay([]course.Course{c}, course.DefaultPrefs(), []timeline.Mark{{"cleanse", time.Date(2026, 11, 21, 8, 5, 0, 0, o.Zone), true}}, o)
	got := draw(l)
	const file = "testdata/three-days.txt"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the picture changed:\n%s\nwant:\n%s", got, want)
	}
}

// draw writes a layout as text, places rounded to the unit.
func draw(l timeline.Layout) string {
	var b strings.Builder
	n := func(x float32) string { return strconv.Itoa(int(x + 0.5)) }
	span := func(s timeline.Span) string { return n(s.X0) + "-" + n(s.X1) }
	b.WriteString("size " + n(l.Width) + " x " + n(l.Height) + ", " + l.CursorLabel.Text + " at " + n(l.CursorX) + "\n")
	b.WriteString("axis:")
	for _, d := range l.Axis {
		text := d.Text
		if d.Hidden {
			text = "hidden " + text
		}
		b.WriteString(" [" + text + " " + n(d.X) + "]")
	}
	b.WriteString("\n")
	b.WriteString("nights:")
	for _, s := range l.Nights {
		b.WriteString(" " + span(s))
	}
	b.WriteString("\n")
	for _, lane := range l.Lanes {
		b.WriteString(n(lane.Y) + " " + lane.Name + "\n")
		for _, bar := range lane.Bars {
			b.WriteString("    " + span(bar.Span) + " " + string(bar.Tone) + " \"" + bar.Label + "\"\n")
		}
		for _, k := range lane.Ticks {
			b.WriteString("    tick " + n(k.X) + " done " + strconv.FormatBool(k.Done) + "\n")
		}
	}
	return b.String()
}
