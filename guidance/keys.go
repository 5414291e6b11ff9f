package guidance

// Here stands every key of a plan file, by table. A key that comes is written down here, with its field in plan.go,
// and in FORMAT.md; what else it means is said where it is used.

var planKeys = []key[Plan]{
	{form{name: "id", kind: kindID, example: `"rose-street"`, need: true}, func(p *Plan) any { return &p.ID }},
	{form{name: "name", example: `"Rose Street"`, need: true}, func(p *Plan) any { return &p.Name }},
	{form{name: "version", example: `"2026-11"`}, func(p *Plan) any { return &p.Version }},
	{form{name: "summary", example: `"For pens up to 1 mm."`, letters: longSentence}, func(p *Plan) any { return &p.Summary }},
}

var clinicKeys = []key[Clinic]{
	{form{name: "name", example: `"Rose Street Clinic"`, need: true}, func(c *Clinic) any { return &c.Name }},
	{form{name: "phone", example: `"01234 567890"`, kind: kindPhone}, func(c *Clinic) any { return &c.Phone }},
}

var sourceKeys = []key[Source]{
	{form{name: "id", kind: kindID, example: `"leaflet"`, need: true}, func(s *Source) any { return &s.ID }},
	{form{name: "title", example: `"Our leaflet"`, letters: longSentence, need: true}, func(s *Source) any { return &s.Title }},
	{form{name: "url", example: `"https://example.org/leaflet"`, kind: kindURL, letters: longURL}, func(s *Source) any { return &s.URL }},
	{form{name: "strength", example: `"clinic"`, words: []string{"clinic", "A", "B", "C", "unsourced"}, need: true}, func(s *Source) any { return &s.Strength }},
	{form{name: "note", example: `"A short remark."`, letters: longSentence}, func(s *Source) any { return &s.Note }},
}

var windowKeys = append([]key[Window]{
	{form{name: "id", kind: kindID, example: `"makeup"`, need: true}, func(w *Window) any { return &w.ID }},
	{form{name: "name", example: `"Makeup"`, need: true}, func(w *Window) any { return &w.Name }},
	{form{name: "until", need: true, ends: true, careful: lateEnd}, func(w *Window) any { return &w.Until }},
	{form{name: "usually", since: 2}, func(w *Window) any { return &w.Usually }},
	{form{name: "condition", since: 2, example: `"the scabs are gone"`, letters: longSentence}, func(w *Window) any { return &w.Condition }},
	{form{name: "from", careful: earlyEnd}, func(w *Window) any { return &w.From }},
	{form{name: "and_when", example: `"calm"`, words: []string{"calm"}}, func(w *Window) any { return &w.AndWhen }},
	{form{name: "allowed_from"}, func(w *Window) any { return &w.AllowedFrom }},
	{form{name: "hours", example: `"10:00-14:00"`}, func(w *Window) any { return &w.Hours }},
	{form{name: "situation", example: `"outdoors"`}, func(w *Window) any { return &w.Situation }},
	{form{name: "then", example: `"SPF 30+, hat, shade"`, letters: longSentence}, func(w *Window) any { return &w.Then }},
	{form{name: "then_until", careful: lateEnd}, func(w *Window) any { return &w.ThenUntil }},
	{form{name: "then_avoid", example: `["sunbathing"]`}, func(w *Window) any { return &w.ThenAvoid }},
	{form{name: "extend", most: 4 * week}, func(w *Window) any { return ranged{&w.Extend, &w.ExtendSaid} }},
	{form{name: "when", kind: kindTables}, func(w *Window) any { return &w.When }},
	{form{name: "avoid", example: `"No makeup."`, letters: longSentence, need: true}, func(w *Window) any { return &w.Avoid }},
	{form{name: "soft", since: 2, example: `true`}, func(w *Window) any { return &w.Soft }},
	{form{name: "except", since: 2, example: `["mineral makeup"]`}, func(w *Window) any { return &w.Except }},
	{form{name: "meant", since: 2, example: `"only"`, words: []string{MeantOnly, MeantMay}}, func(w *Window) any { return &w.Meant }},
	{form{name: "why", example: `"One plain sentence."`, letters: longSentence}, func(w *Window) any { return &w.Why }},
	{form{name: "after", example: `"Use clean brushes."`, letters: longSentence}, func(w *Window) any { return &w.After }},
	{form{name: "activities", example: `["gym", "running"]`}, func(w *Window) any { return &w.Activities }},
	{form{name: "says_so", since: 2, example: `"The sheet's own sentence."`, letters: longSaying}, func(w *Window) any { return &w.SaysSo }},
	{form{name: "source", kind: kindSource, example: `"leaflet"`, need: true}, func(w *Window) any { return &w.Source }},
	{form{name: "says", kind: kindTables}, func(w *Window) any { return &w.Says }},
}, onlyKeys(func(x *Window) *Match { return &x.Only })...)

var windowWhenKeys = append(matchKeys(func(v *WindowVariant) *Match { return &v.Match }),
	key[WindowVariant]{form{name: "until", ends: true, careful: lateEnd}, func(v *WindowVariant) any { return &v.Until }},
	key[WindowVariant]{form{name: "usually", since: 2}, func(v *WindowVariant) any { return &v.Usually }},
	key[WindowVariant]{form{name: "add", most: longest}, func(v *WindowVariant) any { return ranged{&v.Add, &v.AddSaid} }},
	key[WindowVariant]{form{name: "then_until", careful: lateEnd}, func(v *WindowVariant) any { return &v.ThenUntil }},
	key[WindowVariant]{form{name: "source", kind: kindSource, example: `"leaflet"`}, func(v *WindowVariant) any { return &v.Source }},
)

var routineKeys = append([]key[Routine]{
	{form{name: "id", kind: kindID, example: `"cleanse"`, need: true}, func(r *Routine) any { return &r.ID }},
	{form{name: "name", example: `"Gentle cleanse"`, need: true}, func(r *Routine) any { return &r.Name }},
	{form{name: "times", example: `["08:00", "20:30"]`}, func(r *Routine) any { return &r.Times }},
	{form{name: "times_a_day", since: 2, example: `"3 to 4"`}, func(r *Routine) any { return aDay{&r.TimesADay} }},
	{form{name: "every", most: seldomEvery, least: oftenEvery, careful: lowEnd}, func(r *Routine) any { return ranged{&r.Every, &r.EverySaid} }},
	{form{name: "amount", example: `"8 glasses"`}, func(r *Routine) any { return &r.Amount }},
	{form{name: "for", most: day}, func(r *Routine) any { return ranged{&r.For, &r.ForSaid} }},
	{form{name: "from"}, func(r *Routine) any { return &r.From }},
	{form{name: "allowed_from"}, func(r *Routine) any { return &r.AllowedFrom }},
	{form{name: "until", need: true, ends: true, careful: lateEnd}, func(r *Routine) any { return &r.Until }},
	{form{name: "usually", since: 2}, func(r *Routine) any { return &r.Usually }},
	{form{name: "condition", since: 2, example: `"the scabs are gone"`, letters: longSentence}, func(r *Routine) any { return &r.Condition }},
	{form{name: "useful_for", example: `"3h"`, most: week}, func(r *Routine) any { return &r.UsefulFor }},
	{form{name: "situation", example: `"outdoors"`}, func(r *Routine) any { return &r.Situation }},
	{form{name: "stages", kind: kindTables}, func(r *Routine) any { return &r.Stages }},
	{form{name: "when", kind: kindTables}, func(r *Routine) any { return &r.When }},
	{form{name: "role", example: `"water"`, words: roles}, func(r *Routine) any { return &r.Role }},
	{form{name: "ask", example: `"A glass of water?"`}, func(r *Routine) any { return &r.Ask }},
	{form{name: "how", example: `"Lukewarm water. Pat dry."`, letters: longSentence}, func(r *Routine) any { return &r.How }},
	{form{name: "says_so", since: 2, example: `"The sheet's own sentence."`, letters: longSaying}, func(r *Routine) any { return &r.SaysSo }},
	{form{name: "source", kind: kindSource, example: `"leaflet"`, need: true}, func(r *Routine) any { return &r.Source }},
}, onlyKeys(func(x *Routine) *Match { return &x.Only })...)

var stageKeys = []key[Stage]{
	{form{name: "from"}, func(s *Stage) any { return &s.From }},
	{form{name: "until", need: true, careful: lateEnd}, func(s *Stage) any { return &s.Until }},
	{form{name: "none", example: `true`}, func(s *Stage) any { return &s.None }},
	{form{name: "how", example: `"Water only."`, letters: longSentence}, func(s *Stage) any { return &s.How }},
	{form{name: "times", example: `["08:00", "20:30"]`}, func(s *Stage) any { return &s.Times }},
	{form{name: "every", most: seldomEvery, least: oftenEvery}, func(s *Stage) any { return &s.Every }},
}

var routineWhenKeys = append(matchKeys(func(v *RoutineVariant) *Match { return &v.Match }),
	key[RoutineVariant]{form{name: "from"}, func(v *RoutineVariant) any { return &v.From }},
	key[RoutineVariant]{form{name: "allowed_from"}, func(v *RoutineVariant) any { return &v.AllowedFrom }},
	key[RoutineVariant]{form{name: "until", ends: true, careful: lateEnd}, func(v *RoutineVariant) any { return &v.Until }},
	key[RoutineVariant]{form{name: "source", kind: kindSource, example: `"leaflet"`}, func(v *RoutineVariant) any { return &v.Source }},
)

var phaseKeys = []key[Phase]{
	{form{name: "id", kind: kindID, example: `"calming"`, need: true}, func(p *Phase) any { return &p.ID }},
	{form{name: "name", example: `"Calming"`, need: true}, func(p *Phase) any { return &p.Name }},
	{form{name: "until", need: true, careful: lateEnd}, func(p *Phase) any { return &p.Until }},
	{form{name: "from"}, func(p *Phase) any { return &p.From }},
	{form{name: "expect", example: `"pink, warm skin"`, letters: longSentence, need: true}, func(p *Phase) any { return &p.Expect }},
	{form{name: "says_so", since: 2, example: `"The sheet's own sentence."`, letters: longSaying}, func(p *Phase) any { return &p.SaysSo }},
	{form{name: "source", kind: kindSource, example: `"leaflet"`, need: true}, func(p *Phase) any { return &p.Source }},
	{form{name: "says", kind: kindTables}, func(p *Phase) any { return &p.Says }},
}

var careKeys = []key[Care]{
	{form{name: "id", kind: kindID, example: `"pillow"`, need: true}, func(c *Care) any { return &c.ID }},
	{form{name: "name", example: `"Fresh pillowcase"`, need: true}, func(c *Care) any { return &c.Name }},
	{form{name: "text", example: `"One or two plain sentences."`, letters: longSentence, need: true}, func(c *Care) any { return &c.Text }},
	{form{name: "rule", example: `1`, high: rules}, func(c *Care) any { return &c.Rule }},
	{form{name: "covers", example: `["makeup"]`}, func(c *Care) any { return &c.Covers }},
	{form{name: "about", example: `["sleeping"]`}, func(c *Care) any { return &c.About }},
	{form{name: "never", example: `["picking"]`}, func(c *Care) any { return &c.Never }},
	{form{name: "from", since: 2, careful: earlyEnd}, func(c *Care) any { return &c.From }},
	{form{name: "until", since: 2, ends: true, careful: lateEnd}, func(c *Care) any { return &c.Until }},
	{form{name: "usually", since: 2}, func(c *Care) any { return &c.Usually }},
	{form{name: "condition", since: 2, example: `"the scabs are gone"`, letters: longSentence}, func(c *Care) any { return &c.Condition }},
	{form{name: "situation", since: 2, example: `"prescribed"`}, func(c *Care) any { return &c.Situation }},
	{form{name: "meant", since: 2, example: `"do"`, words: []string{MeantDo, MeantNote, MeantExpect, MeantMay}}, func(c *Care) any { return &c.Meant }},
	{form{name: "device", example: `"rf"`, words: Devices(), newer: []string{"prp"}, alone: true}, func(c *Care) any { return &c.Device }},
	{form{name: "area", example: `"scalp"`, alone: true}, func(c *Care) any { return &c.Area }},
	{form{name: "says_so", since: 2, example: `"The sheet's own sentence."`, letters: longSaying}, func(c *Care) any { return &c.SaysSo }},
	{form{name: "source", kind: kindSource, example: `"leaflet"`, need: true}, func(c *Care) any { return &c.Source }},
	{form{name: "says", kind: kindTables}, func(c *Care) any { return &c.Says }},
}

var callKeys = append([]key[Call]{
	{form{name: "id", kind: kindID, example: `"worried"`, need: true}, func(c *Call) any { return &c.ID }},
	{form{name: "text", example: `"Anything that worries you."`, letters: longSentence, need: true}, func(c *Call) any { return &c.Text }},
	{form{name: "act", example: `"clinic"`, words: []string{"clinic", "today", "emergency"}, need: true}, func(c *Call) any { return &c.Act }},
	{form{name: "still_after", most: longest, careful: lowEnd}, func(c *Call) any { return ranged{&c.StillAfter, &c.StillAfterSaid} }},
	{form{name: "says_so", since: 2, example: `"The sheet's own sentence."`, letters: longSaying}, func(c *Call) any { return &c.SaysSo }},
	{form{name: "source", kind: kindSource, example: `"leaflet"`, need: true}, func(c *Call) any { return &c.Source }},
}, onlyKeys(func(x *Call) *Match { return &x.Only })...)

var spacingKeys = []key[Spacing]{
	{form{name: "text", example: `"4 to 6 weeks"`, letters: longSpacing}, func(s *Spacing) any { return &s.Text }},
	{form{name: "from", careful: lowEnd}, func(s *Spacing) any { return spaced{&s.From, &s.FromMonths} }},
	{form{name: "until"}, func(s *Spacing) any { return spaced{&s.Until, &s.UntilMonths} }},
	{form{name: "sessions", since: 2, example: `4`, high: mostSessions}, func(s *Spacing) any { return sessions{&s.Sessions, &s.SessionsSaid} }},
	{form{name: "when", kind: kindTables}, func(s *Spacing) any { return &s.When }},
	{form{name: "says_so", since: 2, example: `"The sheet's own sentence."`, letters: longSaying}, func(s *Spacing) any { return &s.SaysSo }},
	{form{name: "source", kind: kindSource, example: `"leaflet"`, need: true}, func(s *Spacing) any { return &s.Source }},
}

var spacingWhenKeys = append(matchKeys(func(v *SpacingVariant) *Match { return &v.Match }),
	key[SpacingVariant]{form{name: "text", example: `"6 weeks"`, letters: longSpacing}, func(v *SpacingVariant) any { return &v.Text }},
	key[SpacingVariant]{form{name: "from", need: true, careful: lowEnd}, func(v *SpacingVariant) any { return spaced{&v.From, &v.FromMonths} }},
	key[SpacingVariant]{form{name: "until"}, func(v *SpacingVariant) any { return spaced{&v.Until, &v.UntilMonths} }},
	key[SpacingVariant]{form{name: "source", kind: kindSource, example: `"leaflet"`}, func(v *SpacingVariant) any { return &v.Source }},
)

var productKeys = []key[Products]{
	{form{name: "avoid", example: `["retinol"]`}, func(p *Products) any { return &p.Avoid }},
	{form{name: "allow", example: `["panthenol"]`}, func(p *Products) any { return &p.Allow }},
	{form{name: "use", example: `["panthenol"]`}, func(p *Products) any { return &p.Use }},
	{form{name: "waits", kind: kindTables}, func(p *Products) any { return &p.Waits }},
}

var productWaitKeys = []key[ProductWait]{
	{form{name: "avoid", example: `["retinol"]`, need: true}, func(w *ProductWait) any { return &w.Avoid }},
	{form{name: "window", example: `"actives"`}, func(w *ProductWait) any { return &w.Window }},
	{form{name: "until", careful: lateEnd}, func(w *ProductWait) any { return &w.Until }},
	{form{name: "source", kind: kindSource, example: `"leaflet"`}, func(w *ProductWait) any { return &w.Source }},
}

var saysKeys = []key[Says]{
	{form{name: "of", example: `["laser"]`, need: true}, func(s *Says) any { return &s.Of }},
	{form{name: "source", kind: kindSource, example: `"leaflet"`, need: true}, func(s *Says) any { return &s.Source }},
}

// onlyKeys say for which treatments an entry is alone.
func onlyKeys[T any](match func(*T) *Match) []key[T] {
	keys := matchKeys(match)
	for i := range keys {
		keys[i].since = 2
	}
	return keys
}

// matchKeys say for whom a variant is.
func matchKeys[T any](match func(*T) *Match) []key[T] {
	return []key[T]{
		{form{name: "device", example: `"pen"`, words: Devices(), newer: []string{"prp"}, alone: true}, func(x *T) any { return &match(x).Device }},
		{form{name: "depth_over_mm", example: `1.0`}, func(x *T) any { return &match(x).DepthOverMM }},
		{form{name: "depth_up_to_mm", example: `1.0`}, func(x *T) any { return &match(x).DepthUpToMM }},
		{form{name: "area", example: `"face"`, alone: true}, func(x *T) any { return &match(x).Area }},
		{form{name: "sensitive", example: `true`}, func(x *T) any { return &match(x).Sensitive }},
	}
}
