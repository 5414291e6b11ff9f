package phrase_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/reminder"
	"afterglow/guidance"
)

func TestANotificationIsWordedAsItReadsNow(t *testing.T) {
	hour := time.Hour
	day := func(n int) *int { return &n }
	end := time.Date(2026, 12, 5, 15, 30, 0, 0, zone)
	routine := func(n record.RoutineNews) record.News { return record.News{Routine: &n} }
	window := func(n record.WindowNews) record.News { return record.News{Window: &n} }
	welcome := func(n record.WelcomeNews) record.News { return record.News{Welcome: &n} }
	tell := func(n record.TellNews) record.News { return record.News{Tell: &n} }
	spf := record.Step{Name: "Sun", Then: "SPF 30+, hat, shade", ThenUntil: end, Sunscreen: true}
	mineral := record.Step{Name: "Makeup", Then: "mineral makeup only"}
	over := func(ago time.Duration) record.News {
		return window(record.WindowNews{Name: "Makeup", Ended: now.Add(-ago), Passed: 24 * hour, After: "Use clean brushes."})
	}
	for _, c := range []struct {
		name        string
		news        record.News
		title, body string
	}{
		{"a routine", routine(record.RoutineNews{Name: "Gentle cleanse", How: "Lukewarm water."}), "Gentle cleanse", "Lukewarm water."},
		{"the plan's own question", routine(record.RoutineNews{Name: "Water", Ask: "A glass of water?"}), "A glass of water?", ""},
		{"the next one", routine(record.RoutineNews{Name: "Moisturise", How: "A thin layer.", Next: now.Add(3 * hour)}), "Moisturise", "A thin layer. Next one about 18:30."},
		{"a next one that has passed", routine(record.RoutineNews{Name: "Moisturise", How: "A thin layer.", Next: now.Add(-hour)}), "Moisturise", "A thin layer."},
		{"a long how beside the next one", routine(record.RoutineNews{Name: "Moisturise", How: "A thin layer of the ointment that the clinic gave you on the day itself, twice", Next: now.Add(3 * hour)}),
			"Moisturise", "A thin layer of the ointment that the clinic gave you on the day… Next one about 18:30."},
		{"other skin that has to wait", routine(record.RoutineNews{Name: "Gentle cleanse", How: "Lukewarm water.", NotYet: &record.NotYet{Areas: []string{"neck", "scalp"}, From: now.Add(12 * hour)}}),
			"Gentle cleanse", "Neck and scalp: not before tomorrow 03:30. Lukewarm water."},
		{"a check-in", routine(record.RoutineNews{Name: "Check-in", Ask: "How does your skin feel?", How: "Redness, itch.", Day: day(3)}), "How does your skin feel?", "Day 3 of your course. It takes twenty seconds."},
		{"glasses", routine(record.RoutineNews{Name: "Water", Drink: &record.Drink{Drunk: 300, Goal: 1600, Glass: 200}}), "Water", "1 of 8 glasses today. Skip it if you just had one."},
		{"a plan's own cups and words", routine(record.RoutineNews{Name: "Wasser", How: "Small sips.", Drink: &record.Drink{Drunk: 600, Goal: 1600, Glass: 200, Vessel: "cups"}}), "Wasser", "3 of 8 cups today. Small sips."},
		{"a long way to drink", routine(record.RoutineNews{Name: "Wasser", How: "Still water at the warmth of the room & no ice, in small sips, <5% of it juice, all through the day", Drink: &record.Drink{Goal: 1600, Glass: 200, Vessel: "cups"}}), "Wasser",
			"0 of 8 cups today. Still water at the warmth of the room & no ice, in small sips, <5% of…"},
		{"millilitres", routine(record.RoutineNews{Name: "Water", Drink: &record.Drink{Drunk: 300, Goal: 1600, Glass: 200, Unit: course.UnitML}}), "Water", "300 of 1600 ml today. Skip it if you just had one."},
		{"ounces", routine(record.RoutineNews{Name: "Water", Drink: &record.Drink{Drunk: 300, Goal: 1896, Glass: 237, Unit: course.UnitFluidOunce}}), "Water", "10 of 64 fl oz today. Skip it if you just had one."},
		{"no goal", routine(record.RoutineNews{Name: "Water", Drink: &record.Drink{}}), "Water", "Skip it if you just had one."},

		{"a wait that is over", over(0), "Your makeup wait is over", "Use clean brushes. 24 hours passed at 15:30."},
		{"over since the morning", over(7 * hour), "Your makeup wait is over", "Use clean brushes. 24 hours passed at 08:30."},
		{"over since yesterday", over(16 * hour), "Your makeup wait is over", "Use clean brushes. 24 hours passed yesterday 23:30."},
		{"over since days", over(72 * hour), "Your makeup wait is over", "Use clean brushes. 24 hours passed Tuesday 15:30."},
		{"over since a week", over(7 * 24 * hour), "Your makeup wait is over", "Use clean brushes. 24 hours passed on 20 November, 15:30."},
		{"a name of two", window(record.WindowNews{Name: "Acids, retinol", Ended: now, Passed: 5 * 24 * hour}), "Your acids and retinol wait is over", "5 days passed at 15:30."},
		{"two that end together", window(record.WindowNews{Name: "Makeup", Ended: now, Passed: 24 * hour, After: "Use clean brushes.", Also: []string{"Alcohol", "Sauna"}}),
			"Your makeup wait is over", "Also over: alcohol and sauna. Use clean brushes. 24 hours passed at 15:30."},
		{"too many names", window(record.WindowNews{Name: "Makeup", Ended: now, Passed: 24 * hour, After: "Use clean brushes.", Also: []string{"exercise outdoors", "swimming and sauna", "hair removal", "tanning beds", "facials of every kind"}}),
			"Your makeup wait is over", "Also over: 5 more. Use clean brushes. 24 hours passed at 15:30."},
		{"names beside a short sentence", window(record.WindowNews{Name: "Makeup", Ended: now, Passed: 24 * hour, After: "Use clean brushes.", Also: []string{"exercise outdoors", "swimming and sauna", "hair removal"}}),
			"Your makeup wait is over", "Also over: exercise outdoors, swimming and sauna and hair removal. Use clean brushes."},
		{"a sentence that is too long", window(record.WindowNews{Name: "Retinoids, acids, vitamin C and scrubs of every kind", Ended: now, Passed: 24 * hour, After: "Begin again with the mildest of your products and only on every second evening."}),
			"Your retinoids, acids and… wait is over", "Begin again with the mildest of your products and only on every second evening."},
		{"a long sentence and another end", window(record.WindowNews{Name: "Makeup", Ended: now, Passed: 24 * hour, After: "Begin again with the mildest of your products and only on every second evening.", Also: []string{"Alcohol"}}),
			"Your makeup wait is over", "Also over: alcohol. Begin again with the mildest of your products and only on every…"},
		{"what the plan says after another one", window(record.WindowNews{Name: "Makeup", Ended: now, Passed: 24 * hour, Also: []string{"Other skin care", "Sun", "Sauna"}, Afters: []record.After{{Name: "Other skin care", Text: "Go back to your usual skin care."}}}),
			"Your makeup wait is over", "Also over: 3 more. Other skin care: Go back to your usual skin care."},
		{"what it says after another one, beside which the names have no room", window(record.WindowNews{Name: "Makeup", After: "Use clean brushes.", Ended: now, Passed: 24 * hour, Also: []string{"Alcohol", "Touching"}, Afters: []record.After{{Name: "Touching", Text: "Clean hands still come first."}}}),
			"Your makeup wait is over", "Also over: alcohol and touching. Use clean brushes. 24 hours passed at 15:30."},
		{"a question", window(record.WindowNews{Name: "Makeup", Ended: now, Passed: 24 * hour, Asks: true}), "Is your skin calm?", "Your plan says wait until it is. Tell us in Afterglow."},
		{"sunscreen begins", window(record.WindowNews{Name: "Sun", Ended: now, Passed: 48 * hour, Then: "SPF 30+, hat, shade", ThenUntil: end, Sunscreen: true}),
			"Sunscreen starts now", "Your plan: SPF 30+, hat, shade until Saturday 5 December."},
		{"a next step", window(record.WindowNews{Name: "Sun", Ended: now, Passed: 48 * hour, Then: "SPF 30+, hat, shade."}), "Sun: the next step", "Your plan: SPF 30+, hat, shade."},
		{"a long next step", window(record.WindowNews{Name: "Sun", Ended: now, Passed: 48 * hour, ThenUntil: end, Then: "SPF 50+ of the mineral kind, a wide hat, long sleeves, shade at noon and no tanning beds"}),
			"Sun: the next step", "Your plan: SPF 50+ of the mineral kind, a wide hat, long sleeves, shade… until Sat 5 Dec."},
		{"a long next step without end", window(record.WindowNews{Name: "Sun, and everything that is as hot as the sun", Ended: now, Passed: 48 * hour, Then: "SPF 50+ of the mineral kind, a wide hat, long sleeves, shade at noon and no tanning beds"}),
			"The next step of your plan", "Your plan: SPF 50+ of the mineral kind, a wide hat, long sleeves, shade at noon and no…"},
		{"a step beside what is over", window(record.WindowNews{Name: "Heat, pool", Ended: now, Passed: 48 * hour, Steps: []record.Step{spf}, Also: []string{"Exercise", "Alcohol"}}),
			"Your heat and pool wait is over", "Sun: SPF 30+, hat, shade from now. Also over: exercise and alcohol."},
		{"a step wins over names", window(record.WindowNews{Name: "Heat, pool", Ended: now, Passed: 48 * hour, Steps: []record.Step{spf}, Also: []string{"Exercise outdoors", "Hair removal", "Alcohol"}}),
			"Your heat and pool wait is over", "Sun: SPF 30+, hat, shade from now. Also over: exercise outdoors, hair removal and alcohol."},
		{"two steps", window(record.WindowNews{Name: "Sun", Ended: now, Passed: 48 * hour, Then: spf.Then, ThenUntil: end, Sunscreen: true, Steps: []record.Step{mineral}, Also: []string{"Exercise"}}),
			"Sunscreen starts now", "Your plan: SPF 30+, hat, shade. Makeup: mineral makeup only from now. Also over: exercise."},
		{"a step wins over how long it was", window(record.WindowNews{Name: "Heat", Ended: now, Passed: 48 * hour, Asked: []string{"Hot yoga"}, Steps: []record.Step{{Name: "Exercise, sport", Then: "slow walks in the shade, with a hat on"}}}),
			"Your heat wait is over", "Exercise and sport: slow walks in the shade, with a hat on from now. You asked about it."},
		{"three long steps", window(record.WindowNews{Name: "Sun", Ended: now, Passed: 48 * hour, Then: spf.Then, ThenUntil: end, Sunscreen: true, Steps: []record.Step{mineral, {Name: "Exercise", Then: "slow walks in the shade, with a hat on"}, {Name: "Heat", Then: "a lukewarm bath"}}}),
			"Sunscreen starts now", "Your plan: SPF 30+, hat, shade. Next steps: makeup, exercise and heat. See Afterglow."},
		{"what they asked about", window(record.WindowNews{Name: "Heat, pool", Ended: now, Passed: 48 * hour, After: "Begin with a short one.", Asked: []string{"Hot yoga"}}),
			"Your heat and pool wait is over", "You asked about hot yoga. Begin with a short one. 48 hours passed at 15:30."},
		{"a wish wins over names", window(record.WindowNews{Name: "Heat, pool", Ended: now, Passed: 48 * hour, Asked: []string{"Hot yoga", "The sauna on Friday"}, Also: []string{"Exercise outdoors", "Hair removal"}}),
			"Your heat and pool wait is over", "Also over: 2 more. You asked about hot yoga and The sauna on Friday."},
		{"the shelf", window(record.WindowNews{Name: "Acids", Ended: now, Passed: 7 * 24 * hour, Shelf: &record.Shelf{Names: []string{"Night serum"}}}),
			"Your acids wait is over", "On your shelf: Night serum. 7 days passed at 15:30."},
		{"a full shelf", window(record.WindowNews{Name: "Acids", Ended: now, Passed: 7 * 24 * hour, Shelf: &record.Shelf{Names: []string{"Night serum", "Glow pads"}, More: 3}}),
			"Your acids wait is over", "On your shelf: Night serum, Glow pads and 3 more. 7 days passed at 15:30."},
		{"long names on the shelf", window(record.WindowNews{Name: "Acids", Ended: now, Passed: 7 * 24 * hour, Shelf: &record.Shelf{Names: []string{"The Very Ordinary Night Serum 30 ml", "The Other Very Ordinary Serum"}, More: 1}, Also: []string{"Waxing"}}),
			"Your acids wait is over", "Also over: waxing. On your shelf: 3 products. 7 days passed at 15:30."},

		{"what they asked to be told of", tell(record.TellNews{Names: []string{"Hot yoga"}, Ended: now}), "You asked about hot yoga", "Your plan's wait ended at 15:30."},
		{"of yesterday, with a step", tell(record.TellNews{Names: []string{"Lipstick", "Mascara"}, Ended: now.Add(-24 * hour), Steps: []record.Step{mineral}}),
			"You asked about lipstick and mascara", "Your plan's wait ended yesterday 15:30. Makeup: mineral makeup only from now."},
		{"of hours of the day", tell(record.TellNews{Names: []string{"A walk at noon"}, Ended: now, Again: now.Add(20 * hour)}),
			"You asked about a walk at noon", "Your plan's wait ended at 15:30. It waits again from tomorrow 11:30."},
		{"of a long name", tell(record.TellNews{Names: []string{"The class in the hot room downtown…"}, Ended: now.Add(-9 * 24 * hour)}),
			"You asked about the class in the hot…", "Your plan's wait ended on 18 November, 15:30."},
		{"of many", tell(record.TellNews{Names: []string{"Lipstick", "Mascara", "Hot yoga", "A long run"}, Ended: now}), "You asked about 4 things", "Your plan's wait ended at 15:30."},

		{"after an absence", welcome(record.WelcomeNews{Away: 5 * hour, Routines: []record.Task{{Name: "Gentle cleanse"}}, LetGo: 2, Ends: []record.End{{Name: "Makeup", At: now.Add(-4 * hour)}}}),
			"Welcome back", "Gentle cleanse still worth doing; 2 reminders left out. Makeup wait ended 11:30. Away 5 h."},
		{"without what was let go", welcome(record.WelcomeNews{Away: 5 * hour, Routines: []record.Task{{Name: "Gentle cleanse"}, {Name: "Sunscreen"}}, LetGo: 2, Ends: []record.End{{Name: "Makeup", At: now.Add(-4 * hour)}}}),
			"Welcome back", "Gentle cleanse and sunscreen still worth doing. Makeup wait ended 11:30. Away 5 h."},
		{"without the routines' names", welcome(record.WelcomeNews{Away: 5 * hour, Routines: []record.Task{{Name: "Gentle cleanse"}, {Name: "Sunscreen"}}, LetGo: 2,
			Ends: []record.End{{Name: "Makeup", At: now.Add(-4 * hour)}, {Name: "Sun", At: now.Add(-4 * hour), Sunscreen: true}}}),
			"Welcome back", "2 tasks still worth doing. Makeup wait ended 11:30. Sunscreen from 11:30."},
		{"without the waits' names", welcome(record.WelcomeNews{Away: 50 * hour, Routines: []record.Task{{Name: "Gentle cleanse"}, {Name: "Sunscreen"}}, Ends: []record.End{
			{Name: "Makeup", At: now.Add(-24 * hour)}, {Name: "Exercise", At: now.Add(-24 * hour)}, {Name: "Alcohol", At: now.Add(-24 * hour)}}}),
			"Welcome back", "2 tasks still worth doing. 3 waits ended. See Afterglow."},
		{"steps in the morning", welcome(record.WelcomeNews{Morning: true, Ends: []record.End{{Name: "Makeup", At: now}, {Name: "Sun", At: now, Then: spf.Then, Sunscreen: true}}}),
			"Good morning", "Makeup wait ended 15:30. Sun: SPF 30+, hat, shade from 15:30."},
		{"a step wins over tasks and names", welcome(record.WelcomeNews{Away: 5 * hour, LetGo: 2, Routines: []record.Task{{Name: "Gentle cleanse"}, {Name: "Sunscreen"}}, Asked: []string{"Hot yoga"},
			Ends: []record.End{{Name: "Makeup", At: now}, {Name: "Heat", At: now}, {Name: "Sun", At: now, Then: spf.Then, Sunscreen: true}}}),
			"Welcome back", "2 tasks still worth doing. Sun: SPF 30+, hat, shade from 15:30. You asked about hot yoga."},
		{"long steps in few words", welcome(record.WelcomeNews{Asks: true, Routines: []record.Task{{Name: "Gentle cleanse"}, {Name: "Mist"}}, Ends: []record.End{
			{Name: "Exercise, sport", At: now, Then: "slow walks in the shade, with a hat on"}, {Name: "Sun", At: now, Then: spf.Then, Sunscreen: true}}}),
			"Welcome back", "Gentle cleanse and mist still worth doing. 2 next steps. See Afterglow. Is your skin calm?"},
		{"a full shelf in the morning", welcome(record.WelcomeNews{Morning: true, Ends: []record.End{{Name: "Acids", At: now}, {Name: "Waxing", At: now}}, Shelf: &record.Shelf{Names: []string{"Night serum"}}}),
			"Good morning", "Acids wait ended 15:30. Waxing wait ended 15:30. On your shelf: Night serum."},
		{"the night", welcome(record.WelcomeNews{Morning: true, Ends: []record.End{{Name: "Makeup", At: now}}, Asks: true}), "Good morning", "Makeup wait ended 15:30. Is your skin calm?"},
		{"days away, one let go", welcome(record.WelcomeNews{Away: 50 * hour, LetGo: 1}), "Welcome back", "1 reminder left out. Away 2 days."},
		{"skin that has to wait", welcome(record.WelcomeNews{Routines: []record.Task{{Name: "Mist"}, {Name: "Gentle cleanse", NotYet: &record.NotYet{Areas: []string{"neck"}}}}, LetGo: 1}),
			"Welcome back", "Mist and gentle cleanse (not yet: neck) still worth doing; 1 reminder left out."},

		{"nothing that is known any more", record.News{}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			title, body := voice(locale.Format{}).Notice(c.news)
			if title != c.title || body != c.body {
				t.Errorf("got  %q, %q\nwant %q, %q", title, body, c.title, c.body)
			}
			if n, m := utf8.RuneCountInString(title), utf8.RuneCountInString(body); n > 40 || m > 90 {
				t.Errorf("%d and %d letters are too many", n, m)
			}
		})
	}
}

func TestANotificationSpeaksInTheReadersClock(t *testing.T) {
	news := record.News{Window: &record.WindowNews{Name: "Makeup", Ended: now.UTC(), Passed: 24 * time.Hour}}
	if _, body := voice(locale.Format{Hours: locale.Hours12}).Notice(news); body != "24 hours passed at 3:30 PM." {
		t.Errorf("%q", body)
	}
}

func TestANotificationToComeIsWordedAsItWillRead(t *testing.T) {
	tomorrow := now.Add(24 * time.Hour)
	news := record.News{Window: &record.WindowNews{Name: "Makeup", Ended: tomorrow, Passed: 24 * time.Hour}}
	if _, body := voice(locale.Format{}).NoticeAt(news, tomorrow); body != "24 hours passed at 15:30." {
		t.Errorf("%q", body)
	}
	for name, c := range map[string]struct {
		ends, shown time.Time
		want        string
	}{
		"it ends tonight and is told in the morning":    {now.Add(8 * time.Hour), now.Add(16 * time.Hour), "It ends at 23:30."},
		"it ends tomorrow and is told the day after":    {now.Add(32 * time.Hour), now.Add(40 * time.Hour), "It ends tomorrow 23:30."},
		"it has ended and is told tomorrow":             {now.Add(-time.Hour), now.Add(16 * time.Hour), "24 hours passed yesterday 14:30."},
		"it ends tomorrow and is told later on the day": {now.Add(16 * time.Hour), now.Add(20 * time.Hour), "24 hours passed at 07:30."},
	} {
		told := news
		told.Window = &record.WindowNews{Name: "Makeup", Ended: c.ends, Passed: 24 * time.Hour}
		if _, body := voice(locale.Format{}).NoticeAt(told, c.shown); body != c.want {
			t.Errorf("%s: %q", name, body)
		}
		if _, body := voice(locale.Format{}).Task(record.News{Tell: &record.TellNews{Names: []string{"Makeup"}, Ended: c.ends}}, c.shown); strings.Contains(body, "yesterday") && c.ends.After(now) {
			t.Errorf("%s: %q", name, body)
		}
	}
	news.Window.Ended = now.Add(-24 * time.Hour)
	if _, body := voice(locale.Format{}).NoticeAt(news, now.Add(-24*time.Hour)); body != "24 hours passed yesterday 15:30." {
		t.Errorf("%q", body)
	}
}

func TestOnTodayAWaitsNameIsSaidWhole(t *testing.T) {
	const name = "Sport, heat, sauna and swimming in a public pool"
	v := voice(locale.Format{})
	for want, news := range map[string]record.News{
		"Your sport, heat and sauna and swimming in a public pool wait is over": {Window: &record.WindowNews{Name: name, Ended: now}},
	} {
		if title, _ := v.Task(news, now); title != want {
			t.Errorf("%q, want %q", title, want)
		}
		if title, _ := v.Notice(news); utf8.RuneCountInString(title) > 40 {
			t.Errorf("the notification says %q", title)
		}
	}
	for what, news := range map[string]record.News{
		"what was asked for": {Tell: &record.TellNews{Names: []string{name}, Ended: now}},
		"a beginning":        {Begin: &record.BeginNews{Name: name}},
	} {
		if title, _ := v.Task(news, now); !strings.Contains(title, "swimming in a public pool") {
			t.Errorf("%s: %q", what, title)
		}
	}
}

func TestTheLogShowsTheWordsThatWereShown(t *testing.T) {
	news := record.News{Routine: &record.RoutineNews{Name: "Gentle cleanse"}}
	v := voice(locale.Format{})
	if got := v.Logged("Reminder", news); got != "Reminder" {
		t.Errorf("of one that was shown: %q", got)
	}
	if got := v.Logged("", news); got != "Gentle cleanse" {
		t.Errorf("of one that never was: %q", got)
	}
}

func TestTextsAreShortenedAtASentenceOrAWord(t *testing.T) {
	for in, want := range map[string]string{
		"Short.":                    "Short.",
		"One two. Three four.":      "One two.",
		"Seventeen letters long":    "Seventeen…",
		"Exactly eighteen.":         "Exactly eighteen.",
		"Äöü äöü äöü. Äöü äöü.":     "Äöü äöü äöü.",
		"Sixteen letters, and more": "Sixteen letters…",
		"Unabbreviatablewords all":  "Unabbreviatablew…",
	} {
		if got := phrase.Fit(in, 17); got != want {
			t.Errorf("Fit(%q) = %q, want %q", in, got, want)
		}
	}
	if got := phrase.Fit("No. 5 of the creams that the clinic sells", 25); got != "No. 5 of the creams that…" {
		t.Errorf("an abbreviation ends no sentence: %q", got)
	}
	if got := phrase.Fit("Hardly any room", 5); got != "" {
		t.Errorf("for hardly a word it gives %q", got)
	}
}

// everyTreatment calls f with both starter plans under all kinds of treatments.
func everyTreatment(f func(name string, tr course.Treatment)) {
	for _, p := range guidance.Starters() {
		for _, device := range []string{"", "roller", "pen", "rf"} {
			for _, depth := range []float64{0, 0.25, 0.5, 1.5, 3} {
				for _, area := range []string{"", "face", "body", "scalp"} {
					for _, sensitive := range []bool{false, true} {
						name := strings.Join([]string{p.ID, device, area}, " ")
						f(name, course.Treatment{ID: 1, Plan: p, Device: device, DepthMM: depth, Area: area, Sensitive: sensitive})
					}
				}
			}
		}
	}
}

func TestEveryNotificationOfTheStarterPlansFitsAndIsCalm(t *testing.T) {
	checked, v := 0, voice(locale.Format{})
	everyTreatment(func(name string, tr course.Treatment) {
		tr.At = now
		tr.EnteredAt = tr.At
		in := reminder.Input{Now: tr.At, Zone: zone, Prefs: course.DefaultPrefs(), Courses: []course.Course{course.New(tr, zone, nil)}}
		all := reminder.Upcoming(in, tr.At.AddDate(0, 0, 8))
		c := in.Courses[0]
		c.Routines = nil
		in.Courses = []course.Course{c}
		for _, o := range append(all, reminder.Upcoming(in, tr.At.AddDate(0, 2, 0))...) {
			wantCalm(t, v, name, o)
			checked++
		}
	})
	if checked < 1000 {
		t.Errorf("only %d notifications were looked at", checked)
	}
}

func wantCalm(t *testing.T, v phrase.Voice, name string, o reminder.Occurrence) {
	t.Helper()
	title, body := v.NoticeAt(o.News, o.At)
	if n := utf8.RuneCountInString(title); n == 0 || n > 40 {
		t.Errorf("%s: %s: title of %d: %q", name, o.ID, n, title)
	}
	if n := utf8.RuneCountInString(body); n == 0 || n > 90 {
		t.Errorf("%s: %s: body of %d: %q", name, o.ID, n, body)
	}
	text := strings.ToLower(title + " " + body)
	for _, word := range []string{"!", "safe", "healed", "normal", "infection", "…", " open ", " ok"} {
		if strings.Contains(text, word) && !strings.Contains(text, "open afterglow") {
			t.Errorf("%s: %s says %q: %q / %q", name, o.ID, word, title, body)
		}
	}
	for _, sentence := range strings.Split(body, ". ") {
		if n := len(strings.Fields(sentence)); n > 15 {
			t.Errorf("%s: %s: a sentence of %d words: %q", name, o.ID, n, sentence)
		}
	}
}

func TestWhereThereIsRoomATaskSaysHowInFull(t *testing.T) {
	how := strings.Repeat("Two drops & no more than <5% of the balsam. ", 6)
	news := record.News{Routine: &record.RoutineNews{Name: "Serum", How: how, Next: now.Add(3 * time.Hour)}}
	if _, body := voice(locale.Format{}).Task(news, now); body != strings.TrimSpace(how)+" Next one about 18:30." {
		t.Errorf("%q", body)
	}
	ended := record.News{Window: &record.WindowNews{Name: "Makeup", Ended: now, Passed: 24 * time.Hour, After: how}}
	_, told := voice(locale.Format{}).Notice(ended)
	if _, body := voice(locale.Format{}).Task(ended, now); body != told {
		t.Errorf("the end of a wait is told as %q, not as its notification %q", body, told)
	}
}

func TestAGlassOfAnotherDayIsToldWithoutACountOfToday(t *testing.T) {
	v := voice(locale.Format{})
	news := record.News{Routine: &record.RoutineNews{Name: "Water", Ask: "A glass of water?", Drink: &record.Drink{Goal: 1600, Drunk: 400, Glass: 200}}}
	if _, body := v.Task(news, now.Add(time.Hour)); !strings.Contains(body, "2 of 8 glasses today") {
		t.Errorf("today it says %q", body)
	}
	if title, body := v.Task(news, now.AddDate(0, 0, 3)); title != "A glass of water?" || strings.Contains(body, "today") {
		t.Errorf("of another day it says %q, %q", title, body)
	}
}
