package guidance

import (
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var (
	someSpan = rapid.Custom(func(t *rapid.T) time.Duration {
		return time.Duration(rapid.Int64Range(0, int64(longest/time.Minute)).Draw(t, "minutes")) * time.Minute
	})
	someMoment = rapid.Custom(func(t *rapid.T) Moment {
		d := someSpan.Draw(t, "span") / (1000 * time.Minute) * time.Minute
		switch rapid.IntRange(0, 3).Draw(t, "anchor") {
		case 0:
			return Moment{Anchor: Morning, Day: rapid.IntRange(1, lastDay).Draw(t, "day")}
		case 1:
			return Moment{Anchor: Night, Day: rapid.IntRange(0, lastDay).Draw(t, "day")}
		case 2:
			return Moment{Anchor: BeforeNext, Elapsed: -d}
		}
		return Moment{Elapsed: d * time.Duration(rapid.SampledFrom([]int{-1, 1}).Draw(t, "sign"))}
	})
	someTraits = rapid.Custom(func(t *rapid.T) Traits {
		return Traits{
			Device:    rapid.SampledFrom([]string{"", "roller", "pen", "rf"}).Draw(t, "device"),
			DepthMM:   rapid.Float64Range(0, 4).Draw(t, "depth"),
			Area:      rapid.SampledFrom([]string{"", "face", "neck"}).Draw(t, "area"),
			Sensitive: rapid.Bool().Draw(t, "sensitive"),
		}
	})
)

func someMatch(t *rapid.T) Match {
	var m Match
	if rapid.Bool().Draw(t, "by device") {
		m.Device = []string{rapid.SampledFrom([]string{"roller", "pen", "rf"}).Draw(t, "device")}
	}
	if rapid.Bool().Draw(t, "by depth") {
		over := rapid.Float64Range(0, 3).Draw(t, "over")
		m.DepthOverMM = &over
	}
	if rapid.Bool().Draw(t, "by skin") {
		sensitive := rapid.Bool().Draw(t, "sensitive")
		m.Sensitive = &sensitive
	}
	return m
}

func TestForNeverShortensAWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := Window{ID: "w", Until: Moment{Elapsed: someSpan.Draw(t, "until")}, Source: "base", Line: 1}
		for i := range rapid.IntRange(0, 4).Draw(t, "variants") {
			v := WindowVariant{Match: someMatch(t), Source: "variant", Line: 2 + i}
			if rapid.Bool().Draw(t, "until") {
				v.Until = &Moment{Elapsed: someSpan.Draw(t, "variant's until")}
			}
			if rapid.Bool().Draw(t, "add") {
				v.Add = someSpan.Draw(t, "add")
			}
			base.When = append(base.When, v)
		}
		traits := someTraits.Draw(t, "traits")
		got := Plan{Windows: []Window{base}}.For(traits).Windows[0]
		want, add := base.Until, time.Duration(0)
		for _, v := range base.When {
			if v.Holds(traits) {
				if v.Until != nil && v.Until.Elapsed > want.Elapsed {
					want = *v.Until
				}
				add = max(add, v.Add)
			}
		}
		if got.Until.Elapsed < base.Until.Elapsed {
			t.Fatalf("%v became %v", base.Until, got.Until)
		}
		if got.Until.Elapsed != want.Elapsed+add {
			t.Fatalf("until %v, want the strictest %v and %v more", got.Until, want, add)
		}
		if (got.Until == base.Until) != (got.Line == 1) || (got.Line == 1) != (got.Source == "base") {
			t.Fatalf("%v is said by %s in line %d", got.Until, got.Source, got.Line)
		}
		if got.When != nil {
			t.Fatal("variants are left")
		}
	})
}

func TestForLeavesThePlanAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, _ := StarterText("cautious")
		p, err := Parse("cautious.toml", text)
		if err != nil {
			t.Fatal(err)
		}
		before, err := Parse("cautious.toml", text)
		if err != nil {
			t.Fatal(err)
		}
		p.For(someTraits.Draw(t, "traits"))
		if !reflect.DeepEqual(p, before) {
			t.Fatal("the plan was changed")
		}
	})
}

func TestAMomentReadsBackAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := someMoment.Draw(t, "moment")
		back, err := ParseMoment(m.String())
		if err != nil || back != m {
			t.Fatalf("%+v is written %q and read %+v, %v", m, m.String(), back, err)
		}
	})
}

func TestASpanReadsBackAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := someSpan.Draw(t, "span") / (10 * time.Minute) * time.Minute
		if rapid.Bool().Draw(t, "back") {
			d = -d
		}
		back, err := ParseSpan(spanText(d))
		if err != nil || back != d {
			t.Fatalf("%v is written %q and read %v, %v", d, spanText(d), back, err)
		}
	})
}

func TestAClockReadsBackAsWritten(t *testing.T) {
	for c := Clock(0); c < 24*60; c++ {
		if back, err := ParseClock(c.String()); err != nil || back != c {
			t.Fatalf("%d is written %s and read %d, %v", c, c, back, err)
		}
	}
}

// If the order of two moments is certain, it is so at every hour of treatment.
func TestTheOrderOfMomentsHoldsAtEveryHourOfTreatment(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := someMoment.Draw(t, "a"), someMoment.Draw(t, "b")
		if a.scale() == BeforeNext || b.scale() == BeforeNext {
			return
		}
		hour := time.Duration(rapid.IntRange(0, 24*60-1).Draw(t, "minute")) * time.Minute
		place := func(m Moment) time.Duration {
			if m.scale() == Morning {
				return m.mark() - hour
			}
			return m.mark()
		}
		if a.after(b) && place(a) <= place(b) {
			t.Fatalf("%v is not after %v for a treatment at %v", a, b, hour)
		}
		if !a.mayFollow(b) && place(a) > place(b) {
			t.Fatalf("%v does follow %v for a treatment at %v", a, b, hour)
		}
	})
}
