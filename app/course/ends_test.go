package course

import (
	"testing"
	"time"

	"afterglow/app/record"
	"afterglow/guidance"
)

// planTwo is a plan of format 2 with these parts.
func planTwo(t testing.TB, parts string) guidance.Plan {
	t.Helper()
	p, err := guidance.Parse("clinic.toml", []byte("format = 2\nid = \"clinic\"\nname = \"Clinic\"\n[[sources]]\nid = \"sheet\"\ntitle = \"Our sheet\"\nstrength = \"clinic\"\n"+parts))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// ban is a window with these keys.
func ban(id, keys string) string {
	return "[[windows]]\nid = \"" + id + "\"\nname = \"" + id + "\"\navoid = \"No.\"\n" + keys + "\n"
}

// do is a routine with these keys.
func do(id, keys string) string {
	return "[[routines]]\nid = \"" + id + "\"\nname = \"" + id + "\"\n" + keys + "\n"
}

func (c Course) routine(t testing.TB, id string) Routine {
	t.Helper()
	for _, r := range c.Routines {
		if r.Spec.ID == id {
			return r
		}
	}
	t.Fatalf("no routine %q", id)
	return Routine{}
}

func TestAWaitWithoutAnEndNeverOpens(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	plan := planTwo(t, ban("picking", "")+ban("tan", "from = \"3d\"")+ban("makeup", "until = \"24h\""))
	c := New(Treatment{ID: 1, At: at, Plan: plan}, time.UTC, []record.Entry{
		{At: at.Add(48 * hour), Kind: record.KindFeel, Feeling: record.Feeling{Skin: record.SkinCalm}},
		{At: at.Add(48 * hour), Kind: record.KindExtend, What: "picking"},
	})
	for _, day := range []int{0, 1, 4, 30, 400} {
		now := at.AddDate(0, 0, day)
		w := c.window(t, "picking")
		if s := w.StateAt(now, time.UTC); s != Wait || w.Over(now) || !w.UntilAt(now, time.UTC).IsZero() {
			t.Errorf("on day %d it is %s, over %v, until %s", day, s, w.Over(now), w.UntilAt(now, time.UTC))
		}
		free, ok := FreeOf([]Course{c}, 1, []string{"picking"}, now, time.UTC)
		if !ok || !free.NoEnd || !free.At.IsZero() {
			t.Errorf("on day %d it is free: %+v", day, free)
		}
	}
	later := c.window(t, "tan")
	if s := later.StateAt(at.Add(71*hour), time.UTC); s != Before || !later.UntilAt(at, time.UTC).Equal(at.Add(72*hour)) {
		t.Errorf("what begins later is %s, until %s", s, later.UntilAt(at, time.UTC))
	}
	if s := later.StateAt(at.Add(72*hour), time.UTC); s != Wait {
		t.Errorf("from then on it is %s", s)
	}
}

func TestAWaitWithoutAnEndKeepsNoCourseOpenAndLastsBeyondIt(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	c := New(Treatment{ID: 1, At: at, Plan: planTwo(t, ban("picking", "")+ban("makeup", "until = \"24h\""))}, time.UTC, nil)
	if !c.Closes.Equal(at.Add(24 * hour)) {
		t.Errorf("the course closes at %s", c.Closes)
	}
	now := at.AddDate(1, 0, 0)
	if got := Lasting([]Course{c}, now); len(got) != 1 || got[0].Spec.ID != "picking" || got[0].StateAt(now, time.UTC) != Wait {
		t.Errorf("a year later %+v lasts", got)
	}
	alone := New(Treatment{ID: 1, At: at, Plan: planTwo(t, ban("picking", ""))}, time.UTC, nil)
	if !alone.Closes.Equal(at.AddDate(0, 0, 28)) {
		t.Errorf("with nothing else the course closes at %s", alone.Closes)
	}
	next := New(Treatment{ID: 2, At: at.AddDate(0, 1, 0), Plan: planTwo(t, ban("picking", "until = \"24h\""))}, time.UTC, nil)
	if got := Lasting([]Course{next, c}, now); len(got) != 0 {
		t.Errorf("a newer plan that ends it leaves %+v", got)
	}
}

func TestAWaitUntilCalmEndsWhenThePersonSaysSoAndNotBefore(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 18:00")
	calm := func(after time.Duration, what string) record.Entry {
		return record.Entry{At: at.Add(after), Kind: record.KindCalm, What: what}
	}
	feel := func(after time.Duration, skin record.Skin) record.Entry {
		return record.Entry{At: at.Add(after), Kind: record.KindFeel, Feeling: record.Feeling{Skin: skin}}
	}
	const day = 24 * time.Hour
	for _, c := range []struct {
		name, keys string
		said       []record.Entry
		asked, end time.Duration // after the treatment; an end of 0: none
	}{
		{"nobody says anything", "usually = \"5d\"", nil, 5 * day, 0},
		{"without a guess it is asked the morning after", "", nil, 14 * time.Hour, 0},
		{"a range is asked from its later end", "usually = \"5 to 7 days\"", nil, 7 * day, 0},
		{"the person says so", "usually = \"5d\"", []record.Entry{calm(6*day, "it")}, 5 * day, 6 * day},
		{"earlier than the guess, of this alone", "usually = \"5d\"", []record.Entry{calm(3*day, "it")}, 5 * day, 3 * day},
		{"earlier, but of another", "usually = \"5d\"", []record.Entry{calm(3*day, "other")}, 5 * day, 0},
		{"how all the skin feels ends nothing early", "usually = \"5d\"", []record.Entry{feel(2*day, record.SkinCalm)}, 5 * day, 0},
		{"how all the skin feels ends it in time", "usually = \"5d\"", []record.Entry{feel(5*day, record.SkinCalm)}, 5 * day, 5 * day},
		{"red skin ends nothing", "usually = \"5d\"", []record.Entry{feel(6*day, record.SkinRed)}, 5 * day, 0},
		{"said before the treatment", "", []record.Entry{calm(-day, "it")}, 14 * time.Hour, 0},
		{"taken back", "", []record.Entry{{At: at.Add(2 * day), Kind: record.KindCalm, What: "it", Undone: true}}, 14 * time.Hour, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := New(Treatment{ID: 1, At: at, Plan: planTwo(t, ban("it", "until = \"calm\"\n"+c.keys))}, time.UTC, c.said).window(t, "it")
			if !w.AskFrom.Equal(at.Add(c.asked)) {
				t.Errorf("asked from %s", w.AskFrom.Sub(at))
			}
			for hours := range 24 * 400 / 6 {
				now := at.Add(time.Duration(hours) * 6 * time.Hour)
				want := Wait
				switch {
				case c.end > 0 && !now.Before(at.Add(c.end)):
					want = Open
				case !now.Before(w.AskFrom):
					want = Ask
				}
				if got := w.StateAt(now, time.UTC); got != want {
					t.Fatalf("%s after the treatment it is %s, not %s", now.Sub(at), got, want)
				}
			}
		})
	}
}

func TestAQuestionThatAloneEndsAWaitKeepsTheCourseOpenForHalfAYearAndTheWaitLastsBeyond(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	plan := planTwo(t, ban("makeup", "until = \"calm\"\nusually = \"5d\"")+do("ointment", "times_a_day = 3\nuntil = \"calm\"\nusually = \"3d\""))
	c := New(Treatment{ID: 1, At: at, Plan: plan}, time.UTC, nil)
	for _, day := range []int{6, 40, 180} {
		now := at.AddDate(0, 0, day)
		r := c.routine(t, "ointment")
		if len(Running([]Course{c}, now)) != 1 || !r.Holds(now) {
			t.Errorf("on day %d the course runs: %v, the routine holds: %v", day, len(Running([]Course{c}, now)) == 1, r.Holds(now))
		}
	}
	now := at.AddDate(0, 0, 190)
	if len(Running([]Course{c}, now)) != 0 {
		t.Error("a question that nobody answers keeps the course open for ever")
	}
	if got := Lasting([]Course{c}, now); len(got) != 1 || got[0].StateAt(now, time.UTC) != Ask {
		t.Errorf("afterwards %+v lasts", got)
	}
	said := []record.Entry{{At: at.AddDate(0, 0, 6), Kind: record.KindFeel, Feeling: record.Feeling{Skin: record.SkinCalm}}}
	c = New(Treatment{ID: 1, At: at, Plan: plan}, time.UTC, said)
	if r := c.routine(t, "ointment"); !r.Until.Equal(at.AddDate(0, 0, 6)) || !c.Closes.Equal(at.AddDate(0, 0, 6)) {
		t.Errorf("answered on day 6, the routine ends at %s and the course closes at %s", r.Until, c.Closes)
	}
}

func TestARoutineWithoutAnEndLastsToTheNextTreatmentOfTheSameSkin(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	const spf = "times = [\"08:30\"]"
	spacing := "[spacing]\nfrom = \"4 to 6 weeks\"\n"
	treated := func(id int64, at time.Time, area, parts string) Treatment {
		return Treatment{ID: id, At: at, Area: area, Plan: planTwo(t, parts)}
	}
	for _, c := range []struct {
		name   string
		parts  string
		others []Treatment
		days   int
	}{
		{"of which nobody knows, as long as the rest", do("spf", spf) + ban("sun", "until = \"8w\""), nil, 56},
		{"of which nobody knows, for four weeks at least", do("spf", spf) + ban("sun", "until = \"1w\""), nil, 28},
		{"that the plan spaces, to its later end", do("spf", spf) + spacing, nil, 42},
		{"that is entered", do("spf", spf) + spacing, []Treatment{treated(2, at.AddDate(0, 0, 35), "face", do("spf", spf))}, 35},
		{"of other skin does not count", do("spf", spf) + spacing, []Treatment{treated(2, at.AddDate(0, 0, 10), "scalp", do("spf", spf))}, 42},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := FillOthers(append([]Treatment{treated(1, at, "face", c.parts)}, c.others...))
			got := New(all[0], time.UTC, nil)
			if end := at.AddDate(0, 0, c.days); !got.routine(t, "spf").Until.Equal(end) || !got.Closes.Equal(end) || !got.routine(t, "spf").Open {
				t.Errorf("it ends at %s and the course closes at %s, not at %s", got.routine(t, "spf").Until, got.Closes, end)
			}
		})
	}
}

func TestAdviceHoldsForItsStretch(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	plan := planTwo(t, ban("sun", "until = \"2w\"")+`
[[care]]
id = "moist"
name = "Moist"
text = "Keep it moist."
from = "4h"
until = "3d"
[[care]]
id = "covered"
name = "Covered"
text = "Keep it covered."
until = "calm"
[[care]]
id = "pillow"
name = "Pillow"
text = "A clean pillowcase."
`)
	said := []record.Entry{{At: at.AddDate(0, 0, 2), Kind: record.KindCalm, What: "covered"}}
	c := New(Treatment{ID: 1, At: at, Plan: plan}, time.UTC, said)
	for _, x := range []struct {
		after time.Duration
		want  string
	}{{hour, "covered pillow "}, {4 * hour, "moist covered pillow "}, {47 * hour, "moist covered pillow "}, {49 * hour, "moist pillow "}, {72 * hour, "pillow "}, {5000 * hour, "pillow "}} {
		got := ""
		for i := range c.Care {
			if c.Care[i].Holds(at.Add(x.after)) {
				got += c.Care[i].Spec.ID + " "
			}
		}
		if got != x.want {
			t.Errorf("after %s holds %q, want %q", x.after, got, x.want)
		}
	}
}
