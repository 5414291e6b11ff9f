package agent

import (
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/app/service"
	"afterglow/app/tray"
	"afterglow/guidance"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// voice is heard at noon.
var voice = phrase.New(locale.Format{}).At(noon, time.UTC)

// called is the news of a routine of that name.
func called(name string) record.News {
	return record.News{Routine: &record.RoutineNews{Name: name}}
}

func at(d time.Duration) *time.Time {
	t := noon.Add(d)
	return &t
}

// dayOne is an ordinary first day: makeup not yet, nothing due.
func dayOne() service.Status {
	return service.Status{
		Now:       noon,
		Treatment: &service.TreatmentView{ID: 1, Day: 1},
		Delays:    []service.Delay{service.DelayQuarter, service.DelayHour},
		Phase:     &service.PhaseView{Share: 0.31},
		Windows: []service.WindowView{
			{ID: "makeup", Name: "Makeup", State: course.Wait, Until: noon.Add(6 * time.Hour)},
			{ID: "sun", Name: "Sun", State: course.Wait, Until: noon.Add(30 * time.Hour), Then: "SPF 30+"},
		},
		Routines: []service.RoutineView{
			{ID: "moisturise", Name: "Moisturise", Goal: 3, Next: at(90 * time.Minute)},
			{ID: "water", Role: guidance.Water, Name: "Water", Done: 3, Goal: 8, Drink: &record.Drink{Drunk: 600, Goal: 1600, Glass: 200}, Next: at(30 * time.Minute)},
		},
		Next: &service.NextView{Kind: "routine", What: "moisturise", News: called("Moisturise"), At: noon.Add(90 * time.Minute)},
	}
}

func TestTheTraySaysWhatIsMostWorthKnowing(t *testing.T) {
	paused := noon.Add(time.Hour)
	for _, c := range []struct {
		name   string
		change func(*service.Status)
		shape  tray.Shape
		status string
	}{
		{"the next window to open", func(*service.Status) {}, tray.ShapeCourse, "Day 1 · makeup opens 18:00"},
		{"nothing to look after", func(s *service.Status) { s.Treatment = nil }, tray.ShapeNone, "Nothing to look after today"},
		{"the sun is never open", func(s *service.Status) { s.Windows = s.Windows[1:] }, tray.ShapeCourse, "Day 1 · sun: wait until tomorrow 18:00"},
		{"a question to the person", func(s *service.Status) { s.Windows[1].State = course.Ask }, tray.ShapeCourse, "Day 1 · sun: is your skin calm?"},
		{"all over", func(s *service.Status) { s.Windows = nil }, tray.ShapeCourse, "Day 1 · all waits are over"},
		{"a step in place of a wait that has just ended", func(s *service.Status) {
			s.Windows = s.Windows[1:]
			s.Windows[0].State, s.Windows[0].Until, s.Windows[0].Then = course.Then, noon.Add(-time.Minute), "SPF 30+, hat, shade."
		}, tray.ShapeCourse, "Day 1 · sun: SPF 30+, hat, shade"},
		{"something due", func(s *service.Status) { s.Due = []service.NextView{{Kind: "routine", What: "moisturise"}} }, tray.ShapeDue, "Day 1 · makeup opens 18:00"},
		{"a window that has just opened", func(s *service.Status) {
			s.Windows[0].State, s.Windows[0].Until = course.Open, noon.Add(-time.Minute)
		}, tray.ShapeOpened, "Day 1 · sun: wait until tomorrow 18:00"},
		{"one that opened two hours ago", func(s *service.Status) {
			s.Windows[0].State, s.Windows[0].Until = course.Open, noon.Add(-2*time.Hour)
		}, tray.ShapeCourse, "Day 1 · sun: wait until tomorrow 18:00"},
		{"a pause with its end", func(s *service.Status) { s.Paused = &paused }, tray.ShapePaused, "Day 1 · paused until 13:00"},
		{"what is held and why", func(s *service.Status) { s.Held = []service.HeldView{{Reason: reminder.HeldQuiet}} }, tray.ShapePaused, "Day 1 · held: do not disturb is on"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := dayOne()
			c.change(&s)
			m := trayModel(voice, s)
			if m.Shape != c.shape || m.Status != c.status {
				t.Errorf("shape %v, status %q; want %v, %q", m.Shape, m.Status, c.shape, c.status)
			}
		})
	}
}

func TestTheMenuOffersWhatCanBeAnswered(t *testing.T) {
	s := dayOne()
	m := trayModel(voice, s)
	if m.Done != "Done: Moisturise" || m.Later[0].Label != "" || m.Water != "A glass of water (3 of 8)" {
		t.Errorf("before it is due: Done %q, later %v, water %q", m.Done, m.Later[0].Label, m.Water)
	}
	s.Due = []service.NextView{{ID: "water/2026-11-22/4", Kind: "routine", What: "water"}}
	if m = trayModel(voice, s); m.Later[0].Label != "In 15 minutes" || m.Later[1].Label != "In 1 hour" || m.Later[2].Label != "" || m.Done != "Done: Water" {
		t.Errorf("when water is due: Done %q, later %v", m.Done, m.Later[0].Label)
	}
	if o := offerOf(s); o.what != "water/2026-11-22/4" {
		t.Errorf("Done answers %q, not what is due", o.what)
	}
	s.Routines[1].Off = true
	if m = trayModel(voice, s); m.Water != "" {
		t.Errorf("water is off, and yet: %q", m.Water)
	}
}

func TestTheMenuNamesTheTreatmentWhereSeveralRun(t *testing.T) {
	s := dayOne()
	s.Treatments = []service.TreatmentView{{ID: 1, Day: 1, Area: "neck"}, {ID: 2, Day: 4, Area: "face"}}
	s.Windows[0].Treatment, s.Windows[1].Treatment = 1, 2
	if m := trayModel(voice, s); m.Status != "Neck, day 1 · makeup opens 18:00" {
		t.Errorf("the menu says %q", m.Status)
	}
	s.Windows = s.Windows[1:]
	if m := trayModel(voice, s); m.Status != "Neck, day 1 · sun: wait until tomorrow 18:00 (face, day 4)" {
		t.Errorf("the menu says %q", m.Status)
	}
}

func TestTheTrayDoesNotAskWhoHasJustSaidThatTheSkinIsStillRed(t *testing.T) {
	s := dayOne()
	tomorrow := noon.Add(20 * time.Hour)
	for _, c := range []struct {
		name    string
		again   *time.Time
		windows []service.WindowView
		want    string
	}{
		{"asked", nil, []service.WindowView{{Name: "Acids", State: course.Ask}, s.Windows[0]}, "Day 1 · acids: is your skin calm?"},
		{"resting, another wait ends", &tomorrow, []service.WindowView{{Name: "Acids", State: course.Ask}, s.Windows[0]}, "Day 1 · makeup opens 18:00"},
		{"resting, no other wait", &tomorrow, []service.WindowView{{Name: "Acids", State: course.Ask}}, "Day 1 · acids: waits for calm skin"},
	} {
		s.AskAgain, s.Windows = c.again, c.windows
		if m := trayModel(voice, s); m.Status != c.want {
			t.Errorf("%s: the menu says %q, want %q", c.name, m.Status, c.want)
		}
	}
}

func TestTheCheckInLeadsToItsQuestion(t *testing.T) {
	s := dayOne()
	if m := trayModel(voice, s); m.CheckIn != "" {
		t.Errorf("before it is due the menu offers %q", m.CheckIn)
	}
	s.Routines = append(s.Routines, service.RoutineView{ID: "checkin", Role: guidance.CheckIn, Name: "Check-in", Goal: 1})
	s.Due = []service.NextView{{ID: "checkin/2026-11-22/1", Kind: "routine", What: "checkin", Role: guidance.CheckIn, News: called("How does your skin feel?")}}
	m := trayModel(voice, s)
	if m.CheckIn != "Check in: how is your skin?" || m.Done != "Done: Check-in" {
		t.Errorf("the menu offers %q and %q", m.CheckIn, m.Done)
	}
	if !strings.HasSuffix(m.Tip, " · due now: How does your skin feel? · dot: due now") {
		t.Errorf("the tip is %q", m.Tip)
	}
	for role, want := range map[guidance.Role]string{guidance.CheckIn: "checkin", guidance.Cleanse: "today", "": "today"} {
		if got := pageOf(role); got != want {
			t.Errorf("a click on the notification of a routine of the role %q leads to %q", role, got)
		}
	}
}

func TestAQuestionInTheTipStandsBeforeAPauseOrABracket(t *testing.T) {
	s := dayOne()
	s.Next = &service.NextView{At: noon.Add(2 * time.Hour), News: called("How does your skin feel?")}
	if tip := trayModel(voice, s).Tip; !strings.HasSuffix(tip, " · next, 14:00: How does your skin feel? · ring: 0 of 2 waits over") {
		t.Errorf("of what is next it says %q", tip)
	}
	due := service.NextView{At: noon, News: called("How does your skin feel?")}
	s.Due = []service.NextView{due, due}
	if tip := trayModel(voice, s).Tip; !strings.HasSuffix(tip, " · due now: How does your skin feel? (and 1 more) · dot: due now") {
		t.Errorf("of what is due it says %q", tip)
	}
}

func TestTheTipSaysWhatTheShapeMeans(t *testing.T) {
	paused := noon.Add(time.Hour)
	for _, c := range []struct {
		name   string
		change func(*service.Status)
		means  string
	}{
		{"no treatment", func(s *service.Status) { s.Treatment = nil }, "thin ring: no treatment"},
		{"a course", func(*service.Status) {}, "ring: 0 of 2 waits over"},
		{"a course with an open window", func(s *service.Status) {
			s.Windows[0].State, s.Windows[0].Until = course.Open, noon.Add(-2*time.Hour)
		}, "ring: 1 of 2 waits over"},
		{"a plan without waits", func(s *service.Status) { s.Windows = nil }, "ring: how far along you are"},
		{"something due", func(s *service.Status) { s.Due = []service.NextView{{News: called("Moisturise")}} }, "dot: due now"},
		{"a window that has just opened", func(s *service.Status) {
			s.Windows[0].State, s.Windows[0].Until = course.Open, noon.Add(-time.Minute)
		}, "gap: a wait has just ended"},
		{"a pause", func(s *service.Status) { s.Paused = &paused }, "bars: no reminders now"},
		{"held back", func(s *service.Status) { s.Held = []service.HeldView{{Reason: reminder.HeldQuiet}} }, "bars: no reminders now"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := dayOne()
			c.change(&s)
			if tip := trayModel(voice, s).Tip; !strings.HasSuffix(tip, " · "+c.means) {
				t.Errorf("the tip is %q", tip)
			}
		})
	}
}

func TestWhatIsDueOutlastsWhatTheShapeMeansWhereThereIsLittleRoom(t *testing.T) {
	s := dayOne()
	s.Windows[0].Name = "Makeup on the eyes, on the lips, on the lids, on the brows and around them"
	s.Due = []service.NextView{{News: called("Moisturise")}}
	if tip := trayModel(voice, s).Tip; !strings.HasSuffix(tip, " · due now: Moisturise") {
		t.Errorf("the tip is %q", tip)
	}
}

func TestTheIconTellsTheWholeCourseAndClosesOnlyWhenAllIsOpen(t *testing.T) {
	s := dayOne()
	for _, w := range []int{0, 1} {
		s.Windows[w].From = noon.Add(-24 * time.Hour)
	}
	s.Treatment.At, s.Treatment.Ends = noon.Add(-24*time.Hour), noon.Add(30*24*time.Hour)
	if share := trayModel(voice, s).Share; share != 0.4 { // 24 of 30 hours of the first of two steps
		t.Errorf("within the first wait the share is %v", share)
	}
	s.Windows[0].State, s.Windows[0].Until = course.Open, noon.Add(-20*time.Hour)
	s.Windows[1].Until = noon.Add(time.Second)
	if share := trayModel(voice, s).Share; share >= 1 {
		t.Errorf("a second before the last wait ends the ring is closed: %v", share)
	}
	s.Windows[1].State, s.Windows[1].Until = course.Then, noon
	if share := trayModel(voice, s).Share; share != 1 {
		t.Errorf("when all waits are over the share is %v", share)
	}
}

func TestTheTipFitsEverySystem(t *testing.T) {
	s := dayOne()
	s.Next.News = called(strings.Repeat("long words ", 30))
	if tip := trayModel(voice, s).Tip; len(utf16.Encode([]rune(tip))) > 127 {
		t.Errorf("the tip is too long: %q", tip)
	}
}

func TestTheMenuSaysWhichSkinHasToWait(t *testing.T) {
	s := dayOne()
	s.Treatments = []service.TreatmentView{{ID: 1, Day: 1, Area: "neck"}, {ID: 2, Day: 4, Area: "face"}}
	s.Routines[0].NotYet = &record.NotYet{Areas: []string{"neck"}, From: noon.Add(5*time.Hour - time.Minute)}
	if m := trayModel(voice, s); m.Done != "Done: Moisturise (neck: not before 16:59)" || strings.Contains(m.Tip, "16:59") {
		t.Errorf("before it is due: Done %q, tip %q", m.Done, m.Tip)
	}
	s.Due = []service.NextView{{ID: "moisturise/2026-11-22/2", Kind: "routine", What: "moisturise", News: called("Moisturise")}}
	if m := trayModel(voice, s); !strings.HasSuffix(m.Tip, " · due now: Moisturise (neck: not before 16:59) · dot: due now") {
		t.Errorf("when it is due the tip is %q", m.Tip)
	}
	// Where the tooltip has no room for both, what is due comes first.
	s.Routines[0].NotYet.Areas = []string{"neck", strings.Repeat("and another place ", 4)}
	if m := trayModel(voice, s); !strings.HasSuffix(m.Tip, " · due now: Moisturise · dot: due now") {
		t.Errorf("with little room the tip is %q", m.Tip)
	}
}

func TestADiscreetTrayTellsNothingOfTheTreatment(t *testing.T) {
	due := func(ids ...string) func(*service.Status) {
		return func(s *service.Status) {
			for _, id := range ids {
				s.Due = append(s.Due, service.NextView{ID: id + "/2026-11-22/1", Kind: "routine", What: id, News: called("Moisturise your skin")})
			}
		}
	}
	paused := noon.Add(time.Hour)
	for _, c := range []struct {
		name         string
		change       func(*service.Status)
		status, done string
		later        bool
	}{
		{"nothing due", func(*service.Status) {}, "Next reminder 13:30", "", false},
		{"one due", due("moisturise"), "A reminder waits for you", "Done with the reminder", true},
		{"two due", due("moisturise", "checkin"), "Reminders wait for you", "", false},
		{"the check-in due", due("checkin"), "A reminder waits for you", "Done with the reminder", true},
		{"the end of a wait not answered", func(s *service.Status) { s.Due = []service.NextView{{ID: "makeup/1", Kind: "window", What: "makeup"}} },
			"A reminder waits for you", "", false},
		{"a question to the person", func(s *service.Status) { s.Windows[0].State = course.Ask }, "Next reminder 13:30", "", false},
		{"held back", func(s *service.Status) { s.Held = []service.HeldView{{Reason: reminder.HeldQuiet}} }, "Held: do not disturb is on", "", false},
		{"paused", func(s *service.Status) { s.Paused = &paused }, "Paused until 13:00", "", false},
		{"nothing more to come", func(s *service.Status) { s.Next = nil }, "No more reminders", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := dayOne()
			s.Treatments = []service.TreatmentView{{ID: 1, Day: 1, Area: "neck"}, {ID: 2, Day: 4, Area: "face"}}
			s.Routines[0].NotYet = &record.NotYet{Areas: []string{"neck"}, From: noon.Add(5*time.Hour - time.Minute)}
			c.change(&s)
			open := trayModel(voice, s)
			m := discreet(voice, open, s)
			if m.Status != c.status || m.Done != c.done || (m.Later[0].Key != "") != c.later {
				t.Errorf("it says %q and offers %q, later %v; want %q, %q, %v", m.Status, m.Done, m.Later[0].Label, c.status, c.done, c.later)
			}
			if m.Shape != open.Shape || m.Water != open.Water || m.Resume != open.Resume {
				t.Errorf("more was taken away than what tells of the treatment: %+v", m)
			}
			all := strings.ToLower(strings.Join([]string{m.Status, m.Tip, m.Done, m.CheckIn, m.Resume, m.Water}, "\n"))
			for _, word := range []string{"neck", "face", "day 1", "makeup", "sun", "skin", "moisturise", "check"} {
				if strings.Contains(all, word) {
					t.Errorf("%q stands in the tray:\n%s", word, all)
				}
			}
		})
	}
}

func TestTheMenuNeverHasMoreThanEightLines(t *testing.T) {
	paused := noon.Add(time.Hour)
	checkIn := service.NextView{ID: "checkin/2026-11-22/1", Kind: "routine", What: "checkin", Role: guidance.CheckIn, News: called("How it feels")}
	moisturise := service.NextView{ID: "moisturise/2026-11-22/2", Kind: "routine", What: "moisturise", News: called("Moisturise")}
	for name, c := range map[string]struct {
		due    []service.NextView
		paused *time.Time
		water  bool // there is room for it
	}{
		"nothing is due":                 {water: true},
		"a routine":                      {due: []service.NextView{moisturise}, water: true},
		"the check-in":                   {due: []service.NextView{checkIn}},
		"a routine and the check-in":     {due: []service.NextView{moisturise, checkIn}},
		"the check-in, and it is paused": {due: []service.NextView{checkIn}, paused: &paused},
	} {
		s := dayOne()
		s.Due, s.Paused, s.Delays = c.due, c.paused, service.Delays()
		open := trayModel(voice, s)
		for mode, m := range map[string]tray.Model{"open": short(open), "discreet": short(discreet(voice, open, s))} {
			lines := 4 // the status, and what always stands there: Ask, Open, Quit
			for _, there := range []bool{m.Done != "", m.CheckIn != "", m.Later != (tray.Choices{}), m.Water != "", m.Pause != (tray.Choices{}), m.Resume != "", m.Phone != ""} {
				if there {
					lines++
				}
			}
			if lines > 8 {
				t.Errorf("%s, %s: the menu has %d lines: %+v", name, mode, lines, m)
			}
			if want := name == "nothing is due"; mode == "open" && (m.Phone != "") != want {
				t.Errorf("%s: the way to the phone says %q", name, m.Phone)
			}
			if want := c.water || mode == "discreet"; (m.Water != "") != want {
				t.Errorf("%s, %s: water says %q", name, mode, m.Water)
			}
		}
	}
}
