package reminder

import (
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/guidance"
)

// asked is the wish to be told of windows of the first treatment.
func asked(t *testing.T, id int64, when, name string, windows ...string) record.Entry {
	return record.Entry{ID: id, At: at(t, when), Kind: record.KindTell, What: record.AboutWindows(windows), Treatment: 1, Note: name}
}

func wishing(t *testing.T, now string, c course.Course, entries ...record.Entry) Input {
	in := only(t, now, c)
	in.Entries = entries
	return in
}

func TestAWishIsToldWithTheEndOfItsWindow(t *testing.T) {
	c := begun(1, smallPlan(), at(t, "Sat 15:30"))
	c.Routines = nil
	wish := asked(t, 7, "Sat 18:00", "Wine", "alcohol")
	expect(t, wishing(t, "Sat 18:00", c, wish), "again Sun 15:30")
	expect(t, wishing(t, "Sun 15:30", c, wish),
		"show alcohol/1 | Alcohol, 24h0m0s until Sun 15:30, also Makeup, asked Wine + makeup/1 + tell/7/1", "again Mon 15:30")
}

func TestAWishThatWasToldIsNotToldAgain(t *testing.T) {
	c := begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:30"))
	wish := asked(t, 7, "Sat 18:00", "Lipstick", "makeup")
	in := wishing(t, "Sun 15:30", c, wish)
	for _, n := range Decide(in).Show {
		shown := n.Delivery(in.Now)
		shown.ID, shown.State, shown.ShownAt = 1, record.Shown, in.Now
		in.Deliveries = append(in.Deliveries, shown)
		for i, cover := range n.CoverDeliveries(in.Now) {
			cover.ID = int64(i + 2)
			in.Deliveries = append(in.Deliveries, cover)
		}
	}
	expect(t, in, "")
	in.Now = at(t, "Thu 15:30")
	expect(t, in, "")
}

func TestAWishOfSeveralWindowsIsToldWhenTheLastIsOver(t *testing.T) {
	p := makeupPlan(24 * time.Hour)
	p.Windows = append(p.Windows, window("heat", "Heat, pool", 48*time.Hour, ""))
	c := begun(1, p, at(t, "Sat 15:30"))
	wish := asked(t, 7, "Sat 18:00", "Hot yoga", "heat", "makeup")
	expect(t, wishing(t, "Sun 15:30", c, wish), "show makeup/1 | Makeup, 24h0m0s until Sun 15:30", "again Mon 15:30")
	in := wishing(t, "Mon 15:30", c, wish)
	in.Deliveries = []record.Delivery{shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))}
	expect(t, in, "show heat/1 | Heat, pool, 48h0m0s until Mon 15:30, asked Hot yoga + tell/7/1")
}

func TestAWishWaitsForThePersonsWord(t *testing.T) {
	p := makeupPlan(24 * time.Hour)
	p.Windows[0].AndWhen = "calm"
	wish := asked(t, 7, "Sat 18:00", "Lipstick", "makeup")
	in := wishing(t, "Sun 16:00", begun(1, p, at(t, "Sat 15:30")), wish)
	in.Deliveries = []record.Delivery{shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))}
	in.Deliveries[0].ID = 1
	expect(t, in, "")

	calm := record.Entry{ID: 8, At: at(t, "Sun 17:00"), Kind: record.KindCalm, What: "makeup", Treatment: 1}
	in.Now, in.Courses, in.Entries = at(t, "Sun 17:00"), []course.Course{begun(1, p, at(t, "Sat 15:30"), calm)}, []record.Entry{wish, calm}
	expect(t, in, "show tell/7/1 | asked Lipstick Sun 17:00", "withdraw makeup/1 | done")
}

func TestAWishOfTheNightIsToldInTheMorningInOneNotification(t *testing.T) {
	c := begun(1, makeupPlan(24*time.Hour), at(t, "Sat 23:30"))
	wish := asked(t, 7, "Sun 18:00", "Lipstick", "makeup")
	expect(t, wishing(t, "Sun 23:30", c, wish),
		"held makeup/1 | sleep | Mon 07:30", "held tell/7/1 | sleep | Mon 07:30", "again Mon 07:30")
	expect(t, wishing(t, "Mon 07:30", c, wish), "show makeup/1 | Makeup, 24h0m0s until Sun 23:30, asked Lipstick + tell/7/1")
}

func TestAWishGoesWithALongerWait(t *testing.T) {
	p := makeupPlan(24 * time.Hour)
	p.Windows[0].Extend = 24 * time.Hour
	wish := asked(t, 7, "Sat 18:00", "Lipstick", "makeup")
	longer := record.Entry{ID: 8, At: at(t, "Sun 15:00"), Kind: record.KindExtend, What: "makeup", Treatment: 1}
	expect(t, wishing(t, "Sun 15:30", begun(1, p, at(t, "Sat 15:30"), longer), wish, longer), "again Mon 15:30")
	expect(t, wishing(t, "Mon 15:30", begun(1, p, at(t, "Sat 15:30"), longer), wish, longer),
		"show makeup/1 | Makeup, 48h0m0s until Mon 15:30, asked Lipstick + tell/7/1")
}

func TestAWishGoesWithItsTreatment(t *testing.T) {
	wish := asked(t, 7, "Sat 18:00", "Lipstick", "makeup")
	for _, c := range []struct{ name, treated, now, want string }{
		{"put later, it comes later", "Sat 20:00", "Sun 15:30", "again Sun 20:00"},
		{"put after the wish, its wait still counts", "Sun 10:00", "Sun 12:00", "again Mon 10:00"},
		{"put so early that it was over already, it comes at once", "Fri 15:30", "Sat 18:00", "show tell/7/1 | asked Lipstick Sat 18:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			treated := at(t, c.treated)
			if c.treated == "Fri 15:30" {
				treated = treated.AddDate(0, 0, -7)
			}
			of := begun(1, makeupPlan(24*time.Hour), treated)
			of.Treatment.EnteredAt = at(t, "Sat 16:00")
			if of.Treatment.EnteredAt.Before(treated) {
				of.Treatment.EnteredAt = treated
			}
			expect(t, wishing(t, c.now, of, wish), c.want)
		})
	}
	removed := begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:30"))
	removed.Treatment.Removed = true
	expect(t, wishing(t, "Sun 15:30", removed, wish), "")
}

func TestAWishWaitsForAnotherTreatmentThatMakesItsWaitLonger(t *testing.T) {
	older, newer := begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:30")), begun(2, makeupPlan(24*time.Hour), at(t, "Sun 10:00"))
	in := wishing(t, "Sun 15:30", older, asked(t, 7, "Sat 18:00", "Lipstick", "makeup"))
	in.Courses = []course.Course{newer, older}
	expect(t, in, "again Mon 10:00")
	in.Now = at(t, "Mon 10:00")
	expect(t, in, "show makeup/2 | Makeup, 24h0m0s until Mon 10:00, asked Lipstick + tell/7/1")
}

func TestAWishThatWasTakenBackIsNeitherToldNorLeftOnTheDesktop(t *testing.T) {
	c := begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:30"))
	wish := asked(t, 7, "Sat 18:00", "Lipstick", "makeup")
	wish.Undone = true
	in := wishing(t, "Sun 15:30", c, wish)
	expect(t, in, "show makeup/1 | Makeup, 24h0m0s until Sun 15:30")
	in.Deliveries = []record.Delivery{
		shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30")), shownAt("tell/7/1", "tell", true, at(t, "Sun 15:30"), at(t, "Sun 15:30")),
	}
	expect(t, in, "withdraw tell/7/1 | no longer holds")
}

func TestAWishOfHoursOfTheDayIsToldByItself(t *testing.T) {
	p := makeupPlan(7 * 24 * time.Hour)
	p.Windows[0].Hours = &guidance.HourRange{From: 10 * 60, To: 14 * 60}
	c := begun(1, p, at(t, "Sat 15:30"))
	wish := asked(t, 7, "Sun 11:00", "A walk at noon", "makeup")
	expect(t, wishing(t, "Sun 11:00", c, wish), "again Sun 14:00")
	expect(t, wishing(t, "Sun 14:00", c, wish), "show tell/7/1 | asked A walk at noon Sun 14:00, again Mon 10:00")
}

func TestTwoWishesOfOneMomentAreOneNotification(t *testing.T) {
	p := makeupPlan(24 * time.Hour)
	p.Windows[0].Then, p.Windows[0].Situation = "mineral makeup only", "outdoors"
	c := begun(1, p, at(t, "Sat 15:30"))
	in := wishing(t, "Sun 15:30", c, asked(t, 7, "Sat 18:00", "Lipstick", "makeup"), asked(t, 8, "Sat 19:00", "Mascara", "makeup"))
	expect(t, in, "show tell/7/1 | asked Lipstick+Mascara Sun 15:30, step Makeup: mineral makeup only + tell/8/1")
}

func TestAWishIsSummedUpBesideWhatElseTheNightKept(t *testing.T) {
	p := makeupPlan(24 * time.Hour)
	p.Windows = append(p.Windows, window("heat", "Heat, pool", 25*time.Hour, ""))
	c := begun(1, p, at(t, "Sat 23:30"))
	expect(t, wishing(t, "Mon 07:30", c, asked(t, 7, "Sun 18:00", "Hot yoga", "heat")),
		"show welcome/2026-11-22T23:30:00Z | away 0s, let go 0, morning, over Makeup Sun 23:30, over Heat, pool Mon 00:30, asked Hot yoga + makeup/1 + heat/1 + tell/7/1",
		"again Mon 19:30")
}

func TestAStepLeadsWhatEndsWithIt(t *testing.T) {
	p := makeupPlan(48 * time.Hour)
	p.Windows = append(p.Windows, smallPlan().Windows[2], window("heat", "Heat", 48*time.Hour, ""))
	p.Windows[0].Then = "mineral makeup only"
	expect(t, only(t, "Mon 15:30", begun(1, p, at(t, "Sat 15:30"))),
		"show makeup/1 | Makeup, 48h0m0s until Mon 15:30, then mineral makeup only, step Sun: SPF 30+, hat, shade, also Heat + sun/1 + heat/1")
	p.Windows[0].Then = ""
	expect(t, only(t, "Mon 15:30", begun(1, p, at(t, "Sat 15:30"))),
		"show sun/1 | Sun, 48h0m0s until Mon 15:30, then SPF 30+, hat, shade, also Makeup+Heat + makeup/1 + heat/1")
}

func TestAStepThatIsOverTooIsNoStep(t *testing.T) {
	end := elapsed(72 * time.Hour)
	p := makeupPlan(48 * time.Hour)
	p.Windows[0].Then, p.Windows[0].ThenUntil = "mineral makeup only", &end
	c := begun(1, p, at(t, "Sat 15:30"))
	expect(t, only(t, "Tue 15:29", c), "show makeup/1 | Makeup, 48h0m0s until Mon 15:30, then mineral makeup only")
	expect(t, only(t, "Tue 15:30", c), "show makeup/1 | Makeup, 48h0m0s until Mon 15:30")
}

func TestTheShelfIsAskedForWhatIsToldAlone(t *testing.T) {
	in := only(t, "Sun 15:29", begun(1, smallPlan(), at(t, "Sat 15:30")))
	in.Courses[0].Routines = nil
	var about []string
	in.Shelf = func(ended []course.Window, at time.Time) []string {
		for _, w := range ended {
			about = append(about, w.Spec.ID)
		}
		if !at.Equal(in.Now) {
			t.Errorf("it is asked for %s", at)
		}
		return []string{"Night serum", "Glow pads", "Peel"}
	}
	expect(t, in, "again Sun 15:30")
	if len(about) > 0 {
		t.Errorf("before anything ends it is asked for %q", about)
	}
	in.Now = at(t, "Sun 15:30")
	expect(t, in, "show makeup/1 | Makeup, 24h0m0s until Sun 15:30, also Alcohol, shelf Night serum+Glow pads and 1 + alcohol/1", "again Mon 15:30")
	if len(about) != 2 || about[0] != "makeup" || about[1] != "alcohol" {
		t.Errorf("it is asked for %q", about)
	}
}

func TestAWishThatCouldNotBeToldBeforeAnotherWaitBeganIsToldAtItsEnd(t *testing.T) {
	older, newer := begun(1, makeupPlan(24*time.Hour), at(t, "Sat 23:30")), begun(2, makeupPlan(24*time.Hour), at(t, "Mon 07:00"))
	wish := asked(t, 7, "Sun 18:00", "Lipstick", "makeup")
	in := wishing(t, "Mon 07:30", older, wish)
	in.Courses = []course.Course{newer, older}
	in.Deliveries = []record.Delivery{shownAt("makeup/1", "makeup", true, at(t, "Sun 23:30"), at(t, "Mon 06:59"))}
	in.Deliveries[0].State = record.Closed
	expect(t, in, "again Tue 07:00")
	in.Now = at(t, "Tue 07:30")
	expect(t, in, "show makeup/2 | Makeup, 24h0m0s until Tue 07:00, asked Lipstick + tell/7/1")
}

func TestAWishThatWasToldGoesFromTheDesktopOnceItHasToWaitAgain(t *testing.T) {
	older, newer := begun(1, makeupPlan(24*time.Hour), at(t, "Sat 15:30")), begun(2, makeupPlan(24*time.Hour), at(t, "Mon 07:00"))
	in := wishing(t, "Mon 07:30", older, asked(t, 7, "Sun 12:00", "Lipstick", "makeup"))
	in.Courses = []course.Course{newer, older}
	told := shownAt("tell/7/1", "tell", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))
	over := shownAt("makeup/1", "makeup", true, at(t, "Sun 15:30"), at(t, "Sun 15:30"))
	over.State = record.Closed
	in.Deliveries = []record.Delivery{over, told}
	expect(t, in, "withdraw tell/7/1 | a later one took over", "again Tue 07:00")
	in.Deliveries[1].State, in.Deliveries[1].Reason = record.Closed, ReasonSuperseded
	in.Now = at(t, "Tue 07:30")
	expect(t, in, "show makeup/2 | Makeup, 24h0m0s until Tue 07:00")
}

func TestAWishWhoseStepEndedUnderAShutLidIsToldHoweverLateThatIsOpened(t *testing.T) {
	p, step := makeupPlan(91*time.Hour), elapsed(170*time.Hour)
	p.Windows[0].Then, p.Windows[0].ThenUntil = "mineral makeup only", &step
	asks := window("wax", "Waxing", 30*time.Minute, "")
	asks.AndWhen = "calm"
	p.Windows = append(p.Windows, asks)
	c := begun(1, p, at(t, "Sat 08:00"))
	told := []record.Delivery{
		shownAt("makeup/1", "makeup", true, at(t, "Wed 03:00"), at(t, "Wed 08:00")), shownAt("wax/1", "wax", true, at(t, "Sat 08:30"), at(t, "Sat 08:30")),
	}
	for _, opened := range []time.Duration{0, time.Minute, 46 * time.Hour, 5 * 24 * time.Hour, ToldFor} {
		in := wishing(t, "Sat 08:00", c, asked(t, 7, "Sat 08:00", "Lipstick", "makeup"+course.AndThen), asked(t, 8, "Sat 08:00", "Mascara", "makeup"+course.AndThen))
		in.AwaySince, in.Now, in.Deliveries = at(t, "Wed 08:00"), at(t, "Sat 10:00").AddDate(0, 0, 7).Add(opened), told
		d := Decide(in)
		if len(d.Show) != 1 || len(d.Show[0].Covers) != 2 && d.Show[0].ID != "tell/7/1" {
			t.Errorf("opened %s after the end:\n%s", opened, lines(d, in.Zone))
		}
	}
}
