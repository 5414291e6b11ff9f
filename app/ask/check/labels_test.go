package check_test

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/pelletier/go-toml/v2"

	"afterglow/app/ask/check"
	"afterglow/app/ask/label"
	"afterglow/app/course"
	"afterglow/guidance"
)

// aLabel is a label with what a check of it finds.
type aLabel struct {
	Name    string   `toml:"name"`
	Text    string   `toml:"text"`
	Found   []string `toml:"found"`
	Unknown []string `toml:"unknown"`
}

func labels(t *testing.T) []aLabel {
	t.Helper()
	text, err := os.ReadFile("testdata/labels.toml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Labels []aLabel `toml:"labels"`
	}
	if err := toml.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Labels) < 40 {
		t.Fatalf("only %d labels", len(file.Labels))
	}
	return file.Labels
}

var treated = time.Date(2026, 11, 23, 17, 0, 0, 0, time.UTC)

// after is the scene so many hours after a treatment of the face with a pen at 0.5 mm.
func after(hours float64, p guidance.Plan) check.Scene {
	c := course.New(course.Treatment{ID: 1, At: treated, Device: "pen", DepthMM: 0.5, Area: "face", Plan: p}, time.UTC, nil)
	return check.Scene{Now: treated.Add(time.Duration(hours * float64(time.Hour))), Courses: []course.Course{c}, Plan: p}
}

// essentials is the starter plan.
func essentials() guidance.Plan { return guidance.Starters()[0] }

func of(t *testing.T, sc check.Scene, text string) check.Report {
	t.Helper()
	list, err := label.Read(text)
	if err != nil {
		t.Fatalf("%v: %q", err, text)
	}
	return check.Of(sc, list)
}

func TestEachLabelIsReadAndChecked(t *testing.T) {
	for _, l := range labels(t) {
		t.Run(l.Name, func(t *testing.T) {
			r := of(t, after(30, essentials()), l.Text)
			var got []string
			for _, f := range r.Found {
				got = append(got, fmt.Sprintf("%s: %s, %s", f.Name, f.Group, f.Verdict))
			}
			slices.Sort(got)
			want := slices.Clone(l.Found)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("found %q\nand not %q", got, want)
			}
			for _, name := range l.Unknown {
				if !slices.Contains(r.Unknown, name) {
					t.Errorf("%q is not among the unknown: %q", name, r.Unknown)
				}
			}
		})
	}
}
