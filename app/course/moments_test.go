package course

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterglow/guidance"
)

func TestEachMomentOfFormatTwoAtItsInstant(t *testing.T) {
	berlin := zoneOf(t, "Europe/Berlin")
	for _, c := range []struct {
		name, at, until, bed, want string
	}{
		{"bedtime is the person's own", "2026-11-20 18:00", "bedtime", "23:15", "2026-11-20 23:15"},
		{"bedtime of someone who has not said theirs", "2026-11-20 18:00", "bedtime 0", "", "2026-11-20 22:30"},
		{"bedtime on a later evening", "2026-11-20 18:00", "bedtime 2", "21:00", "2026-11-22 21:00"},
		{"a bedtime after midnight belongs to the evening before", "2026-11-20 18:00", "bedtime 0", "00:30", "2026-11-21 00:30"},
		{"a late appointment has its bedtime an hour later", "2026-11-20 22:00", "bedtime 0", "22:30", "2026-11-20 23:00"},
		{"an appointment after bedtime too", "2026-11-20 23:30", "bedtime 0", "22:30", "2026-11-21 00:30"},
		{"the evening after a late appointment is as ever", "2026-11-20 23:30", "bedtime 1", "22:30", "2026-11-21 22:30"},
		{"a bedtime that the clocks skip", "2026-03-28 18:00", "bedtime 0", "02:30", "2026-03-29 03:00"},
		{"the end of the first day", "2026-11-20 18:00", "end of day 0", "", "2026-11-21 00:00"},
		{"the end of a day with a clock change", "2026-10-24 18:00", "end of day 1", "", "2026-10-26 00:00"},
		{"a month", "2026-11-20 18:00", "1 month", "", "2026-12-20 18:00"},
		{"a month that is too short for the day", "2027-01-31 18:00", "1 month", "", "2027-02-28 18:00"},
		{"a month across a clock change keeps the time of day", "2026-10-01 18:00", "1 month", "", "2026-11-01 18:00"},
		{"two to three months by the later", "2026-11-20 18:00", "2 to 3 months", "", "2027-02-20 18:00"},
		{"five to seven days by the later", "2026-11-20 18:00", "5 to 7 days", "", "2026-11-27 18:00"},
		{"days of a clock change are 24 hours", "2026-10-24 18:00", "2 days", "", "2026-10-26 17:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			prefs := DefaultPrefs()
			if c.bed != "" {
				prefs.Sleep.From = clockAt(t, c.bed)
			}
			tr := Treatment{ID: 1, At: moment(t, berlin, c.at), Plan: planTwo(t, ban("it", "until = \""+c.until+"\""))}
			if got := New(FillPrefs([]Treatment{tr}, prefs)[0], berlin, nil).window(t, "it").Until; !got.Equal(moment(t, berlin, c.want)) {
				t.Errorf("ends at %s, want %s", got, c.want)
			}
		})
	}
}

func TestMonthsBackAndWithWhatIsAddedAreOfTheCalendarToo(t *testing.T) {
	at := moment(t, time.UTC, "2027-03-31 12:00")
	plan := planTwo(t, ban("before", "from = \"-1 month\"\nuntil = \"1 month\"\n[[windows.when]]\nsensitive = true\nadd = \"2d\""))
	w := New(Treatment{ID: 1, At: at, Sensitive: true, Plan: plan}, time.UTC, nil).window(t, "before")
	if !w.From.Equal(moment(t, time.UTC, "2027-02-28 12:00")) || !w.Until.Equal(moment(t, time.UTC, "2027-05-02 12:00")) {
		t.Errorf("from %s until %s", w.From, w.Until)
	}
}

func TestAFirstWashAtBedtimeIsDueOnTheSameEveningHoweverLateTheAppointment(t *testing.T) {
	plan := planTwo(t, do("wash", "times = [\"08:00\", \"bedtime\"]\nfrom = \"bedtime\"\nuntil = \"night 2\""))
	for _, c := range []struct{ at, bed, first string }{
		{"2026-11-20 18:00", "22:30", "2026-11-20 22:30"},
		{"2026-11-20 22:15", "22:30", "2026-11-20 23:15"},
		{"2026-11-20 23:40", "22:30", "2026-11-21 00:40"},
		{"2026-11-20 18:00", "00:30", "2026-11-21 00:30"},
	} {
		prefs := DefaultPrefs()
		prefs.Sleep.From = clockAt(t, c.bed)
		tr := Treatment{ID: 1, At: moment(t, time.UTC, c.at), Plan: plan}
		courses := []Course{New(FillPrefs([]Treatment{tr}, prefs)[0], time.UTC, nil)}
		dues := DueOn(courses, prefs, DateOf(tr.At, time.UTC), time.UTC)
		if len(dues) != 1 || !dues[0].At.Equal(moment(t, time.UTC, c.first)) || !dues[0].Bedtime || dues[0].N != 2 {
			t.Errorf("after %s, to bed at %s: %+v", c.at, c.bed, dues)
		}
		if next := DueOn(courses, prefs, DateOf(tr.At, time.UTC).Add(1), time.UTC); len(next) != 2 || next[0].Bedtime {
			t.Errorf("after %s, to bed at %s, the next day: %v", c.at, c.bed, told(next))
		}
	}
}

func TestTimesADayAreSharedOutOverTheWakingDay(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	for _, c := range []struct {
		often string
		want  []string
	}{
		{"1", []string{"1 08:00"}},
		{"2", []string{"1 08:00", "2 21:30"}},
		{`"3 to 4"`, []string{"1 08:00", "2 12:30", "3 17:00", "4 21:30"}},
	} {
		course := New(Treatment{ID: 1, At: at, Plan: planTwo(t, do("ointment", "times_a_day = "+c.often+"\nuntil = \"1w\""))}, time.UTC, nil)
		wantTold(t, DueOn([]Course{course}, DefaultPrefs(), DateOf(at, time.UTC).Add(1), time.UTC), c.want...)
	}
	course := New(Treatment{ID: 1, At: at, Plan: planTwo(t, do("ointment", "times_a_day = 4\nuntil = \"1w\""))}, time.UTC, nil)
	wantTold(t, DueOn([]Course{course}, DefaultPrefs(), DateOf(at, time.UTC), time.UTC), "2 12:30", "3 17:00", "4 21:30")
}

func TestWhatWasPrescribedIsAskedForOnlyIfItWas(t *testing.T) {
	at := moment(t, time.UTC, "2026-11-20 12:00")
	treated := []Treatment{{ID: 1, At: at, Plan: planTwo(t, do("cream", "times = [\"20:00\"]\nuntil = \"1w\"\nsituation = \"prescribed\""))}}
	prefs, d := DefaultPrefs(), DateOf(at, time.UTC)
	due := func() []Due { return DueOn(All(FillPrefs(treated, prefs), time.UTC, nil), prefs, d, time.UTC) }
	wantTold(t, due())
	prefs.Prescribed = map[string]bool{"herbs": true}
	wantTold(t, due())
	prefs.Prescribed["cream"] = true
	wantTold(t, due(), "1 20:00")
	if treated[0].Plan.Routines[0].Situation != guidance.Prescribed {
		t.Error("the treatment's own plan was changed")
	}
}

func TestASeriesCountsFromItsFirstAndLastSession(t *testing.T) {
	first := moment(t, time.UTC, "2026-11-20 12:00")
	plan := planTwo(t, ban("tan", "from = \"first-2w\"\nuntil = \"last+4w\"")+"[spacing]\nfrom = \"4w\"\nsessions = 3\n")
	session := func(id int64, weeks int, area string) Treatment {
		return Treatment{ID: id, At: first.AddDate(0, 0, 7*weeks), Area: area, Plan: plan}
	}
	for _, c := range []struct {
		name         string
		all          []Treatment
		which        int
		number, last int // weeks; -1: not known
	}{
		{"of the first alone the last is not known", []Treatment{session(1, 0, "face")}, 0, 1, -1},
		{"of two neither", []Treatment{session(1, 0, "face"), session(2, 4, "face")}, 1, 2, -1},
		{"of all three it is", []Treatment{session(1, 0, "face"), session(2, 4, "face"), session(3, 9, "face")}, 0, 1, 9},
		{"whichever is asked", []Treatment{session(3, 9, "face"), session(1, 0, "face"), session(2, 4, "face")}, 0, 3, 9},
		{"other skin is no session", []Treatment{session(1, 0, "face"), session(2, 4, "scalp"), session(3, 9, "face")}, 2, 2, -1},
		{"a removed one neither", []Treatment{session(1, 0, "face"), {ID: 2, At: first.AddDate(0, 0, 28), Area: "face", Removed: true}, session(3, 9, "face")}, 2, 2, -1},
		{"a fourth begins a new series", []Treatment{session(1, 0, "face"), session(2, 4, "face"), session(3, 9, "face"), session(4, 13, "face")}, 3, 1, -1},
		{"a year's pause begins one too", []Treatment{session(1, -60, "face"), session(2, 0, "face")}, 1, 1, -1},
	} {
		t.Run(c.name, func(t *testing.T) {
			tr := FillOthers(c.all)[c.which]
			if tr.Session != c.number {
				t.Errorf("session %d, want %d", tr.Session, c.number)
			}
			w := New(tr, time.UTC, nil).window(t, "tan")
			if c.last < 0 {
				if !w.Open || !tr.LastAt.IsZero() || w.StateAt(tr.At.AddDate(3, 0, 0), time.UTC) != Wait {
					t.Errorf("with a last session that is not known: %+v", w)
				}
				return
			}
			if end := first.AddDate(0, 0, 7*(c.last+4)); w.Open || !w.Until.Equal(end) || !w.From.Equal(first.AddDate(0, 0, -14)) {
				t.Errorf("from %s until %s, want until %s", w.From, w.Until, end)
			}
		})
	}
	all := FillOthers([]Treatment{session(1, 0, ""), session(2, 4, ""), session(3, 9, "")})
	if c := New(all[2], time.UTC, nil); !c.NextFrom.IsZero() {
		t.Errorf("after the last session the next is at %s", c.NextFrom)
	}
	if c := New(all[1], time.UTC, nil); c.NextFrom.IsZero() {
		t.Error("after the second session none is next")
	}
}

func TestTimesADayAndBedtimeStayInOrderAndKeepTheirNumbers(t *testing.T) {
	zones := allZones(t)
	rapid.Check(t, func(t *rapid.T) {
		zone := zones[rapid.IntRange(0, len(zones)-1).Draw(t, "zone")]
		at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 400*24*4).Draw(t, "at")) * 15 * time.Minute)
		prefs := DefaultPrefs()
		prefs.Sleep.From = guidance.Clock(rapid.IntRange(0, 1439).Draw(t, "sleep"))
		prefs.Sleep.To = guidance.Clock((int(prefs.Sleep.From) + rapid.IntRange(0, 12*60).Draw(t, "asleep")) % 1440)
		n := rapid.IntRange(1, 24).Draw(t, "times")
		plan := guidance.Plan{Routines: []guidance.Routine{
			{ID: "shared", TimesADay: guidance.Amount{Min: n, Max: n}, Until: guidance.Moment{Anchor: guidance.NoEnd}},
			{ID: "wash", Times: []guidance.Clock{8 * 60, guidance.AtBedtime}, From: guidance.Moment{Anchor: guidance.Bedtime}, Until: guidance.Moment{Anchor: guidance.UntilCalm}},
		}}
		c := New(FillPrefs([]Treatment{{ID: 1, At: at, Plan: plan}}, prefs)[0], zone, nil)
		d := DateOf(at, zone)
		washed := false
		for i := range 4 {
			shared, last := 0, time.Time{}
			for _, due := range DueOn([]Course{c}, prefs, d.Add(i), zone) {
				if due.At.Before(last) {
					t.Fatalf("%s at %s comes after %s", due.ID, due.At, last)
				}
				last = due.At
				if due.Routine == "shared" {
					shared++
					if from, until := Waking(prefs, d.Add(i), zone); due.At.Before(from) || due.At.After(until) {
						t.Fatalf("%s at %s, awake %s to %s", due.ID, due.At, from, until)
					}
				}
				washed = washed || due.Bedtime
			}
			if from, until := Waking(prefs, d.Add(i), zone); i > 0 && until.Sub(from) > 2*hour && shared != n && i < 3 {
				t.Fatalf("%d of %d times on %s, awake %s to %s", shared, n, d.Add(i), from, until)
			}
		}
		if !washed {
			t.Fatal("nobody washes at bedtime")
		}
	})
}
