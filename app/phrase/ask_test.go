package phrase_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/guidance"
)

const hour = time.Hour

// reply answers a question about one thing, now.
func reply(topic string, verdict ask.Verdict, answers ...ask.Answer) ask.Reply {
	r := ask.Reply{Question: "may I?", At: now, Understood: verdict != ask.Unknown, Verdict: verdict, Answers: answers}
	if topic != "" {
		r.Topics = []ask.Topic{{ID: "t", Name: topic}}
	}
	return r
}

// at is the same answer for another moment, which the question names.
func at(moment time.Time, r ask.Reply) ask.Reply {
	r.At, r.AtSaid = moment, true
	return r
}

var (
	exercise = ask.Answer{Kind: ask.Window, ID: "sweat", Name: "Exercise", Verdict: ask.NotYet, State: course.Wait, Until: now.Add(21 * hour),
		Text: "No exercise that makes you sweat.", Why: "Sweat and heat can sting treated skin"}
	heat = ask.Answer{Kind: ask.Window, ID: "heat", Name: "Heat, pool", Verdict: ask.NotYet, State: course.Wait, Until: now.Add(45 * hour),
		Text: "No sauna or pool.", Why: "Heat brings back redness."}
	makeupOver = ask.Answer{Kind: ask.Window, ID: "makeup", Name: "Makeup", Verdict: ask.Yes, State: course.Open, Text: "No makeup."}
	sunThen    = ask.Answer{Kind: ask.Window, ID: "sun", Name: "Sun", Verdict: ask.Yes, State: course.Then, Then: "SPF 30+, hat, shade.", ThenUntil: now.Add(9 * 24 * hour)}
	flakes     = ask.Answer{Kind: ask.Care, ID: "flaking", Name: "Let flakes be", Verdict: ask.No, Text: "Do not pick or rub it off."}
	fever      = ask.Answer{Kind: ask.CallLine, ID: "fever", Verdict: ask.Call, Act: "emergency", Text: "Fever or chills."}
	pus        = ask.Answer{Kind: ask.CallLine, ID: "pus", Verdict: ask.Call, Act: "today", Text: "Pus or fluid from the skin."}
	patches    = ask.Answer{Kind: ask.CallLine, ID: "patches", Verdict: ask.Call, Act: "clinic", Text: "New dark patches"}
)

// changed is a part of an answer with what a test changes of it.
func changed(a ask.Answer, change func(*ask.Answer)) ask.Answer {
	change(&a)
	return a
}

// mine is an answer from a wait of one day that the person wrote, where the plan says three.
func mine(a ask.Answer) ask.Answer {
	until := func(d time.Duration) guidance.Moment {
		return guidance.Moment{Anchor: guidance.FromTreatment, Elapsed: d}
	}
	own, plan := until(24*hour), until(72*hour)
	a.Own = &guidance.Own{What: a.Name, Until: &own, Instead: []guidance.Window{{Until: plan}}}
	return a
}

var answersInWords = []struct {
	name               string
	reply              ask.Reply
	head, why          string
	lines, then, brief string
}{
	{"two waits at a moment of the question", at(now.Add(19*hour-30*time.Minute), reply("Hot yoga", ask.NotYet, exercise, heat)),
		"Hot yoga, tomorrow 10:00: [not yet]", "No exercise that makes you sweat. No sauna or pool. Your plan waits for both.",
		"Exercise: not yet, until tomorrow 12:30, in 21 h.|Heat, pool: not yet, until Sunday 12:30, in 45 h.", "", "Not yet, until tomorrow 12:30."},
	{"three waits", reply("Spa day", ask.NotYet, exercise, heat, heat),
		"Spa day: [not yet]", "Your plan waits for all of them.",
		"Exercise: not yet, until tomorrow 12:30, in 21 h.|Heat, pool: not yet, until Sunday 12:30, in 45 h.|Heat, pool: not yet, until Sunday 12:30, in 45 h.", "",
		"Not yet, until tomorrow 12:30."},
	{"a wait for calm skin", reply("Retinol", ask.NotYet, changed(exercise, func(a *ask.Answer) { a.State, a.Until = course.Ask, time.Time{} })),
		"Retinol: [not yet]", "No exercise that makes you sweat. Sweat and heat can sting treated skin.",
		"Exercise: not yet, until you say that your skin is calm.", "", "Not yet, until your skin is calm."},
	{"a wait whose end the plan does not name", reply("Retinol", ask.NotYet, changed(exercise, func(a *ask.Answer) { a.Until, a.Why = time.Time{}, "" })),
		"Retinol: [not yet]", "No exercise that makes you sweat. Your plan names no end of this wait.", "Exercise: not yet. Your plan names no end.", "", "Not yet."},
	{"a wait with a step that follows", reply("Sunbathing", ask.NotYet, changed(heat, func(a *ask.Answer) { a.Then, a.ThenUntil = "SPF 30+ and a hat", now.Add(9*24*hour) })),
		"Sunbathing: [not yet]", "No sauna or pool. Heat brings back redness.", "Heat, pool: not yet, until Sunday 12:30, in 45 h.",
		"After that, until 6 December, 15:30: SPF 30+ and a hat.", "Not yet, until Sunday 12:30."},
	{"care that begins later", reply("Face wash", ask.NotYet, ask.Answer{Kind: ask.Routine, Name: "Gentle cleanse", Verdict: ask.NotYet, From: now.Add(3 * hour), Until: now.Add(3 * hour), Text: "Lukewarm water"}),
		"Face wash: [not yet]", "", "Gentle cleanse: not yet, until 18:30, in 3 h. Lukewarm water.", "", "Not yet, until 18:30."},
	{"a wait that is over", reply("Makeup", ask.Yes, makeupOver), "Makeup: [yes]", "Your plan's wait is over.", "Makeup: your plan's wait is over.", "", "Your plan's wait is over."},
	{"a wait that is over at a moment to come", at(now.Add(48*hour), reply("Makeup", ask.Yes, makeupOver)), "Makeup, Sunday 15:30: [yes]", "Your plan's wait is over by then.",
		"Makeup: your plan's wait is over by then.", "", "Your plan's wait is over by then."},
	{"an own wait that is over at a moment to come", at(now.Add(48*hour), reply("Makeup", ask.Yes, mine(makeupOver))), "Makeup, Sunday 15:30: [yes, as you wrote]",
		"The wait that you wrote is over by then. You wrote: 24 hours. Your plan says 3 days.", "Makeup: the wait that you wrote is over by then.", "", "The wait that you wrote is over by then."},
	{"an own wait that held at a moment which has passed", at(now.Add(-5*hour), reply("Wine", ask.NotYet, mine(changed(exercise, func(a *ask.Answer) { a.Until = now.Add(-3 * hour) })))),
		"Wine, 10:30: [not yet]", "No exercise that makes you sweat. Sweat and heat can sting treated skin. You wrote: 24 hours. Your plan says 3 days.", "Exercise: not yet, the wait that you wrote ended 12:30.", "", "The wait that you wrote ended 12:30."},
	{"a wait that held at a moment which has passed", at(now.Add(-5*hour), reply("Wine", ask.NotYet, changed(exercise, func(a *ask.Answer) { a.Until = now.Add(-3 * hour) }))),
		"Wine, 10:30: [not yet]", "No exercise that makes you sweat. Sweat and heat can sting treated skin.", "Exercise: not yet, your plan's wait ended 12:30.", "", "Your plan's wait ended 12:30."},
	{"a wait that hands over to a step", reply("Sun", ask.Yes, sunThen), "Sun: [with care]", "Your plan's wait is over.",
		"Sun: SPF 30+, hat, shade, until 6 December, 15:30.", "From now until 6 December, 15:30: SPF 30+, hat, shade.", "With SPF 30+, hat, shade."},
	{"the same without an end, at another moment", at(now.Add(48*hour), reply("Sun", ask.Yes, changed(sunThen, func(a *ask.Answer) { a.ThenUntil = time.Time{} }))),
		"Sun, Sunday 15:30: [with care]", "Your plan's wait is over by then.", "Sun: SPF 30+, hat, shade.", "At that time: SPF 30+, hat, shade.", "With SPF 30+, hat, shade."},
	{"what the plan asks for", reply("Moisturiser", ask.Yes, ask.Answer{Kind: ask.Routine, Name: "Moisturise", Verdict: ask.Yes, Text: "A thin layer"}),
		"Moisturiser: [yes]", "", "Moisturise: yes. A thin layer.", "", "Your plan: A thin layer."},
	{"never", reply("Picking", ask.No, flakes), "Picking: [no]", "Your plan says never.", "Let flakes be: no. Do not pick or rub it off.", "", "No. Your plan says never."},
	{"not in this course", reply("Sunbed", ask.No, changed(heat, func(a *ask.Answer) { a.Verdict, a.Until = ask.No, time.Time{} })),
		"Sunbed: [no]", "Not in this course, your plan says. No sauna or pool.", "Heat, pool: no. No sauna or pool.", "", "No. Not in this course."},
	{"advice", reply("Sleep", ask.Advice, ask.Answer{Kind: ask.Care, Name: "Fresh pillowcase", Verdict: ask.Advice, Text: "Sleep on a clean pillowcase. On your back is best."}),
		"Sleep: [what your plan says]", "", "Fresh pillowcase: Sleep on a clean pillowcase. On your back is best.", "", "Your plan: Sleep on a clean pillowcase."},
	{"what the plan expects", reply("Redness", ask.Advice, ask.Answer{Kind: ask.Phase, Name: "Calming", Verdict: ask.Advice, Text: "pink, warm, tight skin", Until: now.Add(48 * hour)}),
		"Redness: [what your plan expects]", "", "Calming: your plan expects pink, warm, tight skin, until Sunday 15:30.", "", "Your plan expects pink, warm, tight skin, until Sunday 15:30."},
	{"an emergency", reply("Fever", ask.Call, fever, pus), "[Call the emergency number]",
		"Call your local emergency number at once. This is on your plan's list of reasons to call.", "Fever or chills.|Pus or fluid from the skin.", "", "Call the emergency number."},
	{"a call today, without a topic", reply("", ask.Call, pus), "[Call your clinic today]",
		"Do not wait for your next visit. This is on your plan's list of reasons to call.", "Pus or fluid from the skin.", "", "Call your clinic today."},
	{"a call that has time", reply("Patches", ask.Call, patches), "[Tell your clinic]",
		"Call when they are open. This is on your plan's list of reasons to call.", "New dark patches.", "", "Tell your clinic."},
	{"the whole list", reply("When to call", ask.Call, fever, pus, patches, fever, pus, patches, fever), "When to call: [your plan has a list]",
		"If you are worried, call your clinic. This list is the same for everyone.", strings.Repeat("Fever or chills.|Pus or fluid from the skin.|New dark patches.|", 2) + "Fever or chills.", "", "Your plan has a list."},
	{"silence", reply("Niacinamide", ask.Silent), "Niacinamide: [your plan does not say]", "Ask your clinic.", "", "", "Your plan does not say."},
	{"silence until later", reply("Sauna", ask.Silent, changed(heat, func(a *ask.Answer) { a.Verdict, a.State, a.From = ask.Silent, course.Before, now.Add(5*24*hour) })),
		"Sauna: [your plan does not say]", "Your plan says nothing until Wednesday 15:30. From then: No sauna or pool. Ask your clinic.",
		"Heat, pool: a wait begins Wednesday 15:30, in 5 days.", "", "Your plan does not say."},
	{"a phase to come", reply("Flaking", ask.Advice, ask.Answer{Kind: ask.Phase, Name: "Renewing", Verdict: ask.Advice, Text: "flaking skin.", From: now.Add(24 * hour), Until: now.Add(48 * hour)}),
		"Flaking: [what your plan expects]", "", "Renewing: from tomorrow 15:30 your plan expects flaking skin.", "", "From tomorrow 15:30 your plan expects flaking skin."},
	{"a phase that is over", reply("Flaking", ask.Advice, ask.Answer{Kind: ask.Phase, Name: "Renewing", Verdict: ask.Advice, Text: "flaking skin"}),
		"Flaking: [what your plan expects]", "", "Renewing: your plan expects flaking skin.", "", "Your plan expects flaking skin."},
	{"the next treatment", reply("Next treatment", ask.NotYet, ask.Answer{Kind: ask.Spacing, ID: "spacing", Verdict: ask.NotYet, Text: "4 to 6 weeks", From: now.Add(27 * 24 * hour), Until: now.Add(27 * 24 * hour)}),
		"Next treatment: [not yet]", "", "Next treatment: not yet, until 24 December, 15:30, in 27 days. Your plan says 4 to 6 weeks. That is 24 December.", "", "Not yet, until 24 December, 15:30."},
	{"when the next treatment is", reply("Next treatment", ask.Advice, ask.Answer{Kind: ask.Spacing, ID: "spacing", Verdict: ask.Advice, Text: "4 to 6 weeks", From: now.Add(27 * 24 * hour), Until: now.Add(41 * 24 * hour)}),
		"Next treatment: [what your plan says]", "", "Next treatment: your plan says 4 to 6 weeks. That is 24 December to 7 January 2027.", "", "Your plan says 4 to 6 weeks. That is 24 December to 7 January 2027."},
	{"an ingredient to leave out", reply("Retinol", ask.No, ask.Answer{Kind: ask.Ingredient, ID: "retinol", Name: "retinol", Verdict: ask.No}),
		"Retinol: [no]", "", "Retinol: no. Your plan lists it to leave out.", "", "No. Your plan lists it to leave out."},
	{"an ingredient to use", reply("Aloe", ask.Advice, ask.Answer{Kind: ask.Ingredient, ID: "aloe", Name: "aloe", Verdict: ask.Advice}),
		"Aloe: [what your plan says]", "", "Aloe: your plan lists it to use.", "", "Your plan lists it to use."},
	{"an ingredient that is allowed", reply("Niacinamide", ask.Yes, ask.Answer{Kind: ask.Ingredient, ID: "niacinamide", Name: "niacinamide", Verdict: ask.Yes}),
		"Niacinamide: [yes]", "", "Niacinamide: yes. Your plan lists it as allowed.", "", "Your plan lists it as allowed."},
	{"a wait of some hours of the day", reply("Midday sun", ask.Yes, changed(heat, func(a *ask.Answer) { a.Verdict, a.State = ask.Yes, course.Open })),
		"Midday sun: [yes]", "Your plan asks you to wait at other hours.", "Heat, pool: until Sunday 12:30, in 45 h.", "", "Yes, until Sunday 12:30."},
	{"over, with what comes after", reply("Makeup", ask.Yes, changed(makeupOver, func(a *ask.Answer) { a.After = "Use clean brushes" })),
		"Makeup: [yes]", "Your plan's wait is over. Use clean brushes.", "Makeup: your plan's wait is over.", "", "Your plan's wait is over."},
	{"why a wait is asked for", reply("Exercise", ask.Advice, changed(exercise, func(a *ask.Answer) { a.Verdict = ask.Advice })),
		"Exercise: [what your plan says]", "Sweat and heat can sting treated skin.", "Exercise: No exercise that makes you sweat. This holds until tomorrow 12:30.", "", "Your plan: No exercise that makes you sweat."},
	{"no treatment entered", func() ask.Reply {
		r := reply("Makeup", ask.Silent, changed(makeupOver, func(a *ask.Answer) { a.Verdict, a.State = ask.Silent, "" }))
		r.NoTreatment = true
		return r
	}(), "Makeup: [enter your treatment first]", "Afterglow can say until when once you enter your treatment.", "Makeup: No makeup.", "", "Enter your treatment first."},
	{"advice without a treatment, and a wait", func() ask.Reply {
		r := reply("Sleep", ask.Advice, ask.Answer{Kind: ask.Care, Name: "Pillow", Verdict: ask.Advice, Text: "Use a clean one."}, changed(heat, func(a *ask.Answer) { a.Verdict, a.State, a.Until = ask.Silent, "", time.Time{} }))
		r.NoTreatment = true
		return r
	}(), "Sleep: [what your plan says]", "Afterglow can say until when once you enter your treatment.", "Pillow: Use a clean one.|Heat, pool: No sauna or pool.", "", "Your plan: Use a clean one."},
	{"a routine before its treatment", reply("Face wash", ask.Silent, ask.Answer{Kind: ask.Routine, Name: "Gentle cleanse", Verdict: ask.Silent, From: now.Add(30 * hour), Text: "Lukewarm water."}),
		"Face wash: [your plan does not say]", "Your plan says nothing until tomorrow 21:30. From then: Lukewarm water. Ask your clinic.", "Gentle cleanse: from tomorrow 21:30, in 30 h.", "", "Your plan does not say."},
	{"not understood", reply("", ask.Unknown), "This question was not understood", "Ask about one thing in a few words, such as makeup or a shower. If you are worried, call your clinic.", "", "", "Not understood."},
}

func TestAnAnswerIsWordedInThePlansWordsAndNeverSaysMore(t *testing.T) {
	v := voice(locale.Format{})
	for _, c := range answersInWords {
		t.Run(c.name, func(t *testing.T) {
			before, verdict, after := v.AskHead(c.reply)
			if verdict != "" {
				verdict = "[" + verdict + "]"
			}
			var lines, then []string
			for _, a := range c.reply.Answers {
				lines = append(lines, v.AskLine(c.reply, a))
				if step := v.AskThen(c.reply, a); step != "" {
					then = append(then, step)
				}
			}
			got := [5]string{before + verdict + after, v.AskWhy(c.reply), strings.Join(lines, "|"), strings.Join(then, "|"), v.AskBrief(c.reply)}
			if want := [5]string{c.head, c.why, c.lines, c.then, c.brief}; got != want {
				t.Errorf("it reads\n%q, want\n%q", got, want)
			}
		})
	}
}

func TestATitleHasTheEndOfAWaitThatStandsAlone(t *testing.T) {
	v := voice(locale.Format{})
	for _, c := range []struct {
		reply ask.Reply
		want  string
		said  bool
	}{
		{reply("Gym", ask.NotYet, exercise), "Gym: not yet, until tomorrow 12:30, in 21 h.", true},
		{at(now.Add(hour), reply("Gym", ask.NotYet, exercise)), "Gym, 16:30: not yet, until tomorrow 12:30, in 21 h.", true},
		{reply("Gym", ask.NotYet, changed(exercise, func(a *ask.Answer) { a.Until = time.Time{} })), "Gym: not yet.", true},
		{reply("Hot yoga", ask.NotYet, exercise, heat), "Hot yoga: not yet.", false},
		{reply("Makeup", ask.Yes, makeupOver), "Makeup: yes.", true},
		{reply("Picking", ask.No, flakes), "Picking: no.", false},
		{reply("", ask.Unknown), "This question was not understood.", false},
	} {
		if got := v.AskTitle(c.reply); got != c.want || v.AskSaid(c.reply) != c.said {
			t.Errorf("it reads %q, all said %t; want %q, %t", got, !c.said, c.want, c.said)
		}
	}
}

func TestTheLineThatLeadsDoesNotRepeatTheHeadline(t *testing.T) {
	v := voice(locale.Format{})
	pillow := ask.Answer{Kind: ask.Care, Name: "Pillow", Verdict: ask.Advice, Text: "use a clean one"}
	for _, c := range []struct {
		name  string
		reply ask.Reply
		want  string
	}{
		{"advice of the same name", reply("Pillow", ask.Advice, pillow), "Use a clean one."},
		{"advice of another name", reply("Sleep", ask.Advice, pillow), "Pillow: use a clean one."},
		{"a wait that the title tells", reply("Gym", ask.NotYet, exercise), ""},
		{"never", reply("Let flakes be", ask.No, flakes), "Let flakes be: no. Do not pick or rub it off."},
		{"nothing", reply("Sleep", ask.Silent), ""},
	} {
		if got := v.AskLeadLine(c.reply); got != c.want {
			t.Errorf("%s: it reads %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAnAnswerOfSeveralThingsNamesThemAndOneWithoutAnyRepeatsTheQuestion(t *testing.T) {
	v := voice(locale.Format{})
	head := func(r ask.Reply) string { before, _, _ := v.AskHead(r); return before }
	several := reply("Wine", ask.NotYet, exercise)
	several.Topics = append(several.Topics, ask.Topic{ID: "u", Name: "Hot yoga"}, ask.Topic{ID: "v", Name: "SPF"}, ask.Topic{ID: "w", Name: "Sauna"})
	if got := head(several); got != "Wine, hot yoga, SPF: " {
		t.Errorf("of several it says %q", got)
	}
	none := reply("", ask.Silent)
	none.Question = "may i\nuse\x00 this"
	if got := head(none); got != "May i use this: " {
		t.Errorf("without a topic it says %q", got)
	}
	if got := head(reply("", ask.NotYet, exercise)); got != "Exercise: " {
		t.Errorf("without a topic, with an answer, it says %q", got)
	}
}

func TestAWholeDayThatWasAskedAboutIsSaidAsThatDay(t *testing.T) {
	v := voice(locale.Format{})
	midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	for days, want := range map[int]string{0: "today", 1: "tomorrow", -1: "yesterday", 3: "Monday", 27: "24 December"} {
		if got := v.AskAt(ask.Reply{At: midnight.AddDate(0, 0, days)}); got != want {
			t.Errorf("%d days away it says %q, want %q", days, got, want)
		}
	}
	night := v.At(midnight.Add(30*time.Minute), midnight.Location())
	if got := night.AskAt(ask.Reply{At: midnight.AddDate(0, 0, 1)}); got != "Saturday" {
		t.Errorf("at night, when tomorrow can mean two days, it says %q", got)
	}
	if got := v.AskAt(ask.Reply{At: now.Add(20 * time.Second)}); got != "" {
		t.Errorf("now is said as %q", got)
	}
}

func TestWhatAPlanIsSilentOfIsNamedBesideWhatItSays(t *testing.T) {
	v := voice(locale.Format{})
	niacinamide := ask.Topic{ID: "n", Name: "Niacinamide"}
	both := reply("Wine", ask.NotYet, exercise)
	both.Topics, both.Silent = append(both.Topics, niacinamide), []ask.Topic{niacinamide}
	if got := v.AskWhy(both); !strings.HasSuffix(got, " Your plan says nothing of niacinamide.") {
		t.Errorf("beside a wait it says %q", got)
	}
	alone := ask.Reply{At: now, Understood: true, Verdict: ask.Silent, Topics: both.Topics, Silent: both.Silent, Also: []ask.Answer{makeupOver}}
	if before, verdict, _ := v.AskHead(alone); before+verdict != "Niacinamide: your plan does not say" {
		t.Errorf("beside a yes the headline is %q", before+verdict)
	}
	alone.Silent, alone.Question = nil, "makeup zapper"
	if before, verdict, _ := v.AskHead(alone); before+verdict != "Makeup zapper: your plan does not say" {
		t.Errorf("of a thing with an unknown name the headline is %q", before+verdict)
	}
}

func TestAnotherPartOfTheBodyIsToldApart(t *testing.T) {
	r := reply("Waxing", ask.Silent)
	r.Elsewhere = "legs"
	if got := voice(locale.Format{}).AskWhy(r); got != "Your plan is for the treated skin. It says nothing of your legs. Ask your clinic." {
		t.Errorf("it says %q", got)
	}
}

func TestOnATileTheNameStandsApart(t *testing.T) {
	v := voice(locale.Format{})
	for _, c := range []struct {
		part       ask.Answer
		name, line string
	}{
		{exercise, "Exercise", "Until tomorrow 12:30, in 21 h"},
		{fever, "", "Fever or chills."},
		{flakes, "Let flakes be", "Do not pick or rub it off."},
		{makeupOver, "Makeup", "Your plan's wait is over"},
		{ask.Answer{Kind: ask.Routine, Name: "Cleanse", Verdict: ask.NotYet, From: now.Add(3 * hour), Until: now.Add(3 * hour), Text: "Lukewarm water"}, "Cleanse", "Until 18:30, in 3 h. Lukewarm water."},
	} {
		if name, line := v.AskTile(reply("", c.part.Verdict, c.part), c.part); name != c.name || line != c.line {
			t.Errorf("it reads %q, %q; want %q, %q", name, line, c.name, c.line)
		}
	}
}
