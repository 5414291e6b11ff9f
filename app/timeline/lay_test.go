package timeline_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/timeline"
	"afterglow/guidance"
)

func TestThreeDaysReadAsDrawn(t *testing.T) {
	c, o := mock(t)
	l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
	for id, want := range map[string]string{
		"cleanse":    "care:twice a day",
		"moisturise": "care:3 times a day",
		"sun":        "wait:not until Sun 15:30 | then:SPF 30+, hat, shade",
		"makeup":     "wait: | open:open since 15:30",
		"sweat":      "wait:not until Sun 15:30 | open:open from tomorrow 15:30",
		"heat":       "wait:not yet, until Monday 15:30 | open:open",
		"actives":    "wait:not yet, until Wednesday 15:30",
		"alcohol":    "wait: | open:open since 15:30",
	} {
		wantLabels(t, l, id, want)
	}
	if l.CursorLabel.Text != "now 17:50" {
		t.Errorf("label %q at %v", l.CursorLabel.Text, l.CursorX)
	}
	for _, b := range lane(t, l, "heat").Bars[:1] {
		if b.LabelX != l.CursorX+timeline.BarPad {
			t.Errorf("the label of a bar that the line crosses stands at %v, line %v", b.LabelX, l.CursorX)
		}
	}
	if n := lane(t, l, "actives").Name; n != "Acids, retinol" {
		t.Errorf("name %q", n)
	}
	if n := lane(t, l, "cleanse").Name; n != "Gentle cleanse" {
		t.Errorf("name %q", n)
	}
}

func TestLanesAreRoutinesThenWindowsWithoutWaterAndSunscreen(t *testing.T) {
	c, o := mock(t)
	var ids []string
	l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
	for i, n := range l.Lanes {
		ids = append(ids, n.ID)
		if n.Y != timeline.HeadHeight+float32(i)*timeline.WidestStep {
			t.Errorf("lane %d at %v", i, n.Y)
		}
	}
	if got := strings.Join(ids, " "); got != "cleanse moisturise makeup sun sweat heat actives alcohol wax procedures hands" {
		t.Errorf("lanes %q", got)
	}
	if want := float32(timeline.HeadHeight+10*timeline.WidestStep+timeline.Foot) + l.BarHigh; l.Height != want {
		t.Errorf("height %v, want %v", l.Height, want)
	}
}

func TestALaneThatIsDrawnIsOneThatThereIs(t *testing.T) {
	c, o := mock(t)
	l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
	if len(l.Lanes) == 0 {
		t.Fatal("there are no lanes")
	}
	for _, lane := range l.Lanes {
		if !timeline.Has([]course.Course{c}, lane.ID) {
			t.Errorf("%s is drawn, and has none", lane.ID)
		}
	}
	for _, id := range []string{"water", "checkin", "sunscreen", "nothing"} {
		if timeline.Has([]course.Course{c}, id) {
			t.Errorf("%s has a lane", id)
		}
	}
}

func TestSunscreenHasALaneWhereNoWindowSaysWhatFollows(t *testing.T) {
	zone := time.UTC
	at := time.Date(2026, 11, 20, 15, 30, 0, 0, zone)
	plan := guidance.Plan{
		Windows:  []guidance.Window{{ID: "sun", Name: "Sun", Avoid: "No sun.", Until: guidance.Moment{Elapsed: 48 * hour}}},
		Routines: []guidance.Routine{{ID: "sunscreen", Name: "Sunscreen", Times: []guidance.Clock{510}, Until: guidance.Moment{Elapsed: 14 * 24 * hour}}},
	}
	c := course.New(course.Treatment{At: at, Plan: plan}, zone, nil)
	l := lay([]course.Course{c}, course.DefaultPrefs(), nil, options{timeline.Options{Zoom: timeline.ThreeDays, Width: 690, Now: at, Zone: zone}, at})
	wantLabels(t, l, "sunscreen", "care:once a day")
}

// The smallest window gives the picture 628: there a day's wait has just the room for its end.
func TestADaysWaitSaysItsEndInTheSmallestWindow(t *testing.T) {
	c, o := mock(t)
	o.Width = 628
	for _, since := range []time.Duration{0, hour, 2 * hour} {
		o.Now = c.Treatment.At.Add(since)
		o.Cursor = o.Now
		l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
		wantLabels(t, l, "makeup", "wait:not until Sat 15:30 | open:open from tomorrow 15:30")
	}
}

func TestALongNameIsWholeWhereThereIsRoom(t *testing.T) {
	const long = "Anything that comes near the eyes"
	c, o := mock(t)
	was := c.Windows[0].Spec.Name
	for _, row := range []struct {
		name  string
		width float32
		whole bool
	}{
		{"a large window", 1000, true},
		{"the smallest window", 628, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			o.Width = row.width
			c.Windows[0].Spec.Name = was
			short := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
			c.Windows[0].Spec.Name = long
			l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
			whole := slices.ContainsFunc(l.Lanes, func(is timeline.Lane) bool { return is.Name == long })
			if whole != row.whole || l.LabelWidth < short.LabelWidth || l.LabelWidth > 0.28*row.width {
				t.Errorf("the name is whole: %v; its column is %v wide, and %v with short names", whole, l.LabelWidth, short.LabelWidth)
			}
		})
	}
}

func TestWhatWasFeltStandsInALaneOfItsOwnTheStrongerTheHigher(t *testing.T) {
	c, o := mock(t)
	picture := func(felt ...timeline.Felt) timeline.Layout {
		return timeline.New([]course.Course{c}, course.DefaultPrefs(), nil, felt, func() timeline.Options {
			o.Words = phrase.New(locale.Format{}).At(o.Now, o.Zone).Picture()
			return o.Options
		}()).At(o.Now)
	}
	none := picture()
	if last := none.Lanes[len(none.Lanes)-1]; len(last.Felt) != 0 || last.ID == "" {
		t.Errorf("nothing was felt, and there is %+v", last)
	}
	l := picture(timeline.Felt{At: o.Now.Add(-5 * hour), Level: 8}, timeline.Felt{At: o.Now.Add(-hour), Level: 2}, timeline.Felt{At: o.Now.Add(-90 * 24 * hour), Level: 5})
	last := l.Lanes[len(l.Lanes)-1]
	if last.Name != "How it felt" || len(last.Felt) != 2 || last.Felt[0].Y >= last.Felt[1].Y || last.Felt[0].X >= last.Felt[1].X {
		t.Errorf("the lane is %+v", last)
	}
}

func TestAnsweredOccurrencesAreFilledTicks(t *testing.T) {
	c, o := mock(t)
	at := func(day, h, m int) time.Time { return time.Date(2026, 11, day, h, m, 0, 0, o.Zone) }
	marks := []timeline.Mark{
		{Routine: "cleanse", At: at(21, 8, 20), Done: true},   // of 08:00
		{Routine: "cleanse", At: at(21, 14, 0), Done: true},   // one more
		{Routine: "moisturise", At: at(21, 9, 0), Done: true}, // of 09:00
		{Routine: "cleanse", At: at(19, 8, 0), Done: true},    // before the picture
	}
	l := lay([]course.Course{c}, course.DefaultPrefs(), marks, o)
	var got []string
	for _, k := range lane(t, l, "cleanse").Ticks {
		s := k.At.Format("2 15:04")
		if k.Done {
			s += " done"
		}
		got = append(got, s)
	}
	if s := strings.Join(got, ", "); s != "21 08:00 done, 21 14:00 done, 21 20:30, 22 08:00, 22 20:30, 23 08:00, 23 20:30" {
		t.Errorf("ticks: %s", s)
	}
}

func TestSwitchedOffAndOwnTimesAreSaid(t *testing.T) {
	c, o := mock(t)
	prefs := course.DefaultPrefs()
	prefs.Times = map[string][]guidance.Clock{"cleanse": {}, "moisturise": {480, 720, 900, 1140}}
	l := lay([]course.Course{c}, prefs, nil, o)
	wantLabels(t, l, "cleanse", "care:reminders off")
	wantLabels(t, l, "moisturise", "care:4 times a day")
	if n := len(lane(t, l, "cleanse").Ticks); n != 0 {
		t.Errorf("%d ticks of what is off", n)
	}
}

func TestAWindowThatAsksNeverSaysOpenBeforeCalm(t *testing.T) {
	zone := time.UTC
	at := time.Date(2026, 11, 20, 12, 0, 0, 0, zone)
	plan := guidance.Plan{Windows: []guidance.Window{{ID: "sun", Name: "Sun", Until: guidance.Moment{Elapsed: 24 * hour}, AndWhen: "calm"}}}
	o := options{timeline.Options{Zoom: timeline.ThreeDays, Width: 900, Now: at.Add(30 * hour), Zone: zone}, at.Add(30 * hour)}
	sun := func(entries ...record.Entry) timeline.Layout {
		return lay([]course.Course{course.New(course.Treatment{ID: 1, At: at, Plan: plan}, zone, entries)}, course.DefaultPrefs(), nil, o)
	}
	wantLabels(t, sun(), "sun", "wait: | ask:once your skin is calm")
	calm := record.Entry{Kind: record.KindCalm, At: at.Add(40 * hour)}
	wantLabels(t, sun(calm), "sun", "wait: | ask:once calm | open:open from tomorrow 04:00")
}

func TestHoursOfTheDayAreCutOutOfTheFirstDays(t *testing.T) {
	zone := time.UTC
	at := time.Date(2026, 11, 20, 12, 0, 0, 0, zone)
	plan := guidance.Plan{Windows: []guidance.Window{{ID: "sun", Name: "Sun", Until: guidance.Moment{Elapsed: 48 * hour}, Hours: &guidance.HourRange{From: 600, To: 840}}}}
	c := []course.Course{course.New(course.Treatment{ID: 1, At: at, Plan: plan}, zone, nil)}
	o := options{timeline.Options{Zoom: timeline.ThreeDays, Width: 900, Now: at, Zone: zone}, at}
	var tones []string
	for _, b := range lane(t, lay(c, course.DefaultPrefs(), nil, o), "sun").Bars {
		tones = append(tones, string(b.Tone)+" "+b.From.Format("15:04"))
	}
	if got := strings.Join(tones, ", "); got != "wait 12:00, open 14:00, wait 10:00, open 14:00, wait 10:00, open 12:00" {
		t.Errorf("bars: %s", got)
	}
	o.Zoom = timeline.AllWeeks
	if l := lane(t, lay(c, course.DefaultPrefs(), nil, o), "sun"); len(l.Bars) != 2 || !strings.Contains(l.Bars[0].Label, "not from 10:00 to 14:00") {
		t.Errorf("by the day: %+v", l.Bars)
	}
}

func TestWhatIsAllowedAgainstAdviceIsSaidSo(t *testing.T) {
	zone := time.UTC
	at := time.Date(2026, 11, 20, 12, 0, 0, 0, zone)
	allowed := guidance.Moment{Elapsed: 90 * time.Minute}
	plan := guidance.Plan{Windows: []guidance.Window{{ID: "makeup", Name: "Makeup", Until: guidance.Moment{Elapsed: 24 * hour}, AllowedFrom: &allowed}}}
	rows := timeline.List([]course.Course{course.New(course.Treatment{ID: 1, At: at, Plan: plan}, zone, nil)}, course.DefaultPrefs(), at.Add(3*hour), zone)
	want := []string{
		"Makeup: the wait ended 13:30.",
		"Makeup: better to wait until tomorrow 12:00. Your plan allows it from 13:30.",
		"Makeup: open from tomorrow 12:00.",
	}
	told := phrase.New(locale.Format{}).At(at.Add(3*hour), zone).Row
	for i, r := range rows {
		if told(r) != want[i] || r.Now != (i == 1) {
			t.Errorf("row %d: %q (now %v), want %q", i, told(r), r.Now, want[i])
		}
	}
}

func TestASecondTreatmentIsAMarkAndTheStricterWaitCounts(t *testing.T) {
	c, o := mock(t)
	o.Zoom = timeline.AllWeeks
	second := course.New(course.Treatment{ID: 2, At: c.Treatment.At.AddDate(0, 0, 28), Plan: c.Treatment.Plan}, o.Zone, nil)
	l := lay([]course.Course{c, second}, course.DefaultPrefs(), nil, o)
	if len(l.Treatments) != 1 || l.Treatments[0].Label.Text != "treatment" {
		t.Errorf("marks: %+v", l.Treatments)
	}
	var tones []string
	for _, b := range lane(t, l, "actives").Bars {
		tones = append(tones, string(b.Tone)+" "+b.From.Format("2 Jan"))
	}
	if got := strings.Join(tones, ", "); got != "wait 20 Nov, open 25 Nov, wait 18 Dec, open 23 Dec" {
		t.Errorf("bars: %s", got)
	}
	// Once it has been, the picture is its own.
	o.Now = second.Treatment.At.Add(hour)
	o.Cursor, o.Zoom = o.Now, timeline.ThreeDays
	if l = lay([]course.Course{c, second}, course.DefaultPrefs(), nil, o); l.From.After(second.Treatment.At) || len(l.Treatments) != 0 {
		t.Errorf("from %s, marks %v", l.From, l.Treatments)
	}
}

func TestTheListTellsWhatThePictureShows(t *testing.T) {
	c, o := mock(t)
	rows := timeline.List([]course.Course{c}, course.DefaultPrefs(), o.Now, o.Zone)
	told := map[timeline.Stretch]bool{}
	for i, r := range rows {
		told[r.Stretch] = true
		if i > 0 && r.From.Before(rows[i-1].From) {
			t.Errorf("%v comes after %v", r, rows[i-1])
		}
	}
	for _, zoom := range []timeline.Zoom{timeline.ThreeDays, timeline.SevenDays, timeline.AllWeeks} {
		o.Zoom = zoom
		for _, n := range lay([]course.Course{c}, course.DefaultPrefs(), nil, o).Lanes {
			for _, b := range n.Bars {
				if !told[b.Stretch] {
					t.Errorf("%v is not in the list", b.Stretch)
				}
			}
		}
	}
}

func TestTimesAreReadInThePersonsClock(t *testing.T) {
	c, o := mock(t)
	o.Words = phrase.New(locale.Format{Hours: locale.Hours12, Order: locale.MonthDay}).At(o.Now, o.Zone).Picture()
	l := lay([]course.Course{c}, course.DefaultPrefs(), nil, o)
	wantLabels(t, l, "heat", "wait:not yet, until Monday 3:30 PM | open:open")
	wantLabels(t, l, "procedures", "wait:not yet, until December 4, 3:30 PM")
	var hours []string
	for _, h := range l.Axis {
		hours = append(hours, h.Text)
	}
	if got := strings.Join(hours, " "); l.CursorLabel.Text != "now 5:50 PM" || !strings.Contains(got, "Sunday 22 12 PM 6 PM") {
		t.Errorf("line %q, hours %q", l.CursorLabel.Text, got)
	}
}

func TestAPlansTextThatHasNoRoomIsCutAtAWord(t *testing.T) {
	c, o := mock(t)
	for width, want := range map[float32]string{690: "SPF 30+, hat, shade", 350: "SPF 30+, hat…", 300: "SPF 30+…"} {
		o.Width = width
		bars := lane(t, lay([]course.Course{c}, course.DefaultPrefs(), nil, o), "sun").Bars
		if got := bars[len(bars)-1].Label; got != want {
			t.Errorf("%v wide: %q, want %q", width, got, want)
		}
	}
}

func TestWithoutACourseThePictureIsEmpty(t *testing.T) {
	_, o := mock(t)
	if l := lay(nil, course.DefaultPrefs(), nil, o); len(l.Lanes) != 0 || l.Width != o.Width {
		t.Errorf("%+v", l)
	}
}
