package ask_test

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/guidance"
)

// asked is what Forbidden promises to find: each name, asked as a question.
func asked(sc ask.Scene, names []string) map[string]ask.Answer {
	out := map[string]ask.Answer{}
	for _, name := range names {
		if r := sc.Answer(ask.Question{Text: name}); r.Verdict == ask.No && r.Answers[0].Kind == ask.Care {
			out[name] = r.Answers[0]
		}
	}
	return out
}

// windowNames are the names of all windows of these plans.
func windowNames(plans ...guidance.Plan) (names []string) {
	for _, p := range plans {
		for _, w := range p.Windows {
			names = append(names, w.Name)
		}
	}
	return names
}

// filedPlans are the starter plans and those of the tests.
func filedPlans(t testing.TB) []guidance.Plan {
	t.Helper()
	all := guidance.Starters()
	for _, pattern := range []string{"testdata/plans/*.toml", "../*/testdata/clinic.toml", "../../guidance/testdata/*.toml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if p, err := guidance.Parse(f, text); err == nil {
				all = append(all, p)
			}
		}
	}
	return all
}

func TestWhatAPlanForbidsWithoutAnEndIsFoundAsIfEachNameWereAsked(t *testing.T) {
	all := filedPlans(t)
	names := windowNames(all...)
	found := 0
	for _, p := range all {
		for _, sc := range []ask.Scene{{Now: now, Zone: time.UTC, Plan: p, Book: ask.Default()}, treated(t, p, 30*time.Hour), treated(t, p, -time.Hour)} {
			got, want := sc.Forbidden(names), asked(sc, names)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s: found %v, want %v", p.ID, slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
			}
			found += len(got)
		}
	}
	if found == 0 {
		t.Error("no plan forbids anything")
	}
}

// Those who know that only starter plans are in force need not ask.
func TestNoStarterPlanForbidsWithoutAnEndWhatAnotherOneHasAWaitFor(t *testing.T) {
	plans := guidance.Starters()
	names := windowNames(plans...)
	for _, device := range []string{"", "roller", "pen", "rf"} {
		for _, area := range []string{"", "face", "neck", "scalp", "body"} {
			for _, p := range plans {
				one := course.Treatment{ID: 1, At: now.Add(-30 * time.Hour), Device: device, Area: area, Plan: p}
				for _, other := range plans {
					two := course.Treatment{ID: 2, At: now.Add(-90 * time.Hour), Area: "face", Plan: other}
					for _, sc := range []ask.Scene{treatedOf(one), treatedOf(one, two)} {
						if got := asked(sc, names); len(got) > 0 {
							t.Errorf("%s, %s: of %d treatments by %s forbidden is %v", device, area, len(sc.Courses), p.ID, got)
						}
					}
				}
			}
		}
	}
}

// A plan's own words may hide what the vocabulary reads in its text.
func TestWhatAPlanForbidsInItsOwnWordsIsFoundToo(t *testing.T) {
	for _, word := range []string{"Waterproof mascara", "Zorbing", "Own creams"} {
		p := guidance.Plan{ID: "own", Windows: []guidance.Window{{ID: "a", Name: word, Activities: []string{word}, Until: span(24)}}}
		for _, c := range []guidance.Care{{ID: "c", Name: "Bare", Text: "No " + word + "."}, {ID: "c", Name: "Bare", Text: "Stay bare.", Never: []string{word}}} {
			p.Care = []guidance.Care{c}
			sc := treated(t, p, 30*time.Hour)
			got, want := sc.Forbidden(windowNames(p)), asked(sc, windowNames(p))
			if !reflect.DeepEqual(got, want) || len(want) != 1 {
				t.Errorf("%q, never %q: found %v, want %v", c.Text, c.Never, got, want)
			}
		}
	}
}

func TestOfAnyPlansWhatTheyForbidIsFoundAsIfEachNameWereAsked(t *testing.T) {
	v, err := guidance.Words()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		few := rapid.SliceOfN(rapid.SampledFrom(v.Topics), 1, 3).Draw(t, "topics")
		sc := ask.Scene{Now: now, Zone: time.UTC, Plan: forbiddingPlan(few).Draw(t, "plan"), Book: ask.Default()}
		plans := []guidance.Plan{sc.Plan}
		for i := range rapid.IntRange(0, 2).Draw(t, "treatments") {
			plan := forbiddingPlan(few).Draw(t, "plan of it")
			plans = append(plans, plan)
			at := now.Add(-time.Duration(30+200*i) * time.Hour)
			sc.Courses = append(sc.Courses, course.New(course.Treatment{ID: int64(i + 1), At: at, Area: "face", Plan: plan}, time.UTC, nil))
		}
		names := windowNames(plans...)
		if got, want := sc.Forbidden(names), asked(sc, names); !reflect.DeepEqual(got, want) {
			t.Fatalf("found %v, want %v", slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
		}
	})
}

// forbiddingPlan is somePlan with words that forbid, and with words of its own that hide others.
func forbiddingPlan(topics []guidance.Topic) *rapid.Generator[guidance.Plan] {
	return rapid.Custom(func(t *rapid.T) guidance.Plan {
		p := somePlan(topics).Draw(t, "base")
		word := func() string {
			w := rapid.SampledFrom(rapid.SampledFrom(topics).Draw(t, "topic").Words).Draw(t, "word")
			return rapid.SampledFrom([]string{"", "", "", "the ", "zorbing ", "after ", "own "}).Draw(t, "before") + w +
				rapid.SampledFrom([]string{"", "", "", "s", " zapper", " free", " until day 3"}).Draw(t, "behind")
		}
		for i := range p.Windows {
			p.Windows[i].Name = word()
			p.Windows[i].Activities = rapid.SliceOfN(rapid.Custom(func(*rapid.T) string { return word() }), 0, 2).Draw(t, "activities")
		}
		for i := range p.Care {
			if rapid.Bool().Draw(t, "forbids") {
				p.Care[i].Never = []string{word()}
			}
			p.Care[i].Text += rapid.SampledFrom([]string{"", " No ", " Wear no ", " Keep the ", " Do not use "}).Draw(t, "how") + word() +
				rapid.SampledFrom([]string{".", " off the skin.", " for 24 hours.", ", but use " + word() + "."}).Draw(t, "end")
		}
		return p
	})
}
