package service

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/app/takeout"
	"afterglow/guidance"
)

// TakenIn is what came of a file that was taken in.
type TakenIn struct {
	Treatments, Entries, Questions int // that are new
	Had                            int // that were there already, in all
}

// Bounds of what a file may hold beside those of takeout.
const (
	earliestTaken = 100 * 366 * 24 * time.Hour // back from now
	longestID     = 200                        // letters of an id
	mostDrunk     = 10_000                     // millilitres at one time
)

// taking is what a file holds, checked and in the journal's own values.
type taking struct {
	treatments []course.Treatment // their ids are the file's numbers
	entries    []record.Entry     // their treatments are the file's numbers
	questions  []record.ClinicQuestion
}

// TakeIn writes down what a file of [Report.TakeOut] holds and the journal does not: all of it, or nothing. What is there
// already stays as it is, also if it was taken back or removed; so the same file can be taken in again.
func (s *Service) TakeIn(ctx context.Context, f takeout.File) (done TakenIn, err error) {
	now := s.Now()
	t, err := s.readTaking(f, now)
	if err != nil {
		return done, err
	}
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return done, err
	}
	for i := range t.questions {
		t.questions[i].Topics = topicIDs(sc.Ask(ask.Question{Text: t.questions[i].Text}).Topics)
	}
	err = s.together(ctx, journal.AboutEntry, func(b *journal.Batch) error {
		done = TakenIn{}
		ids, err := takeTreatments(b, t.treatments, now, &done)
		if err != nil {
			return err
		}
		if err := takeEntries(b, t.entries, ids, &done); err != nil {
			return err
		}
		return takeQuestions(b, t.questions, now, &done)
	})
	return done, err
}

// takeTreatments writes down the treatments that are not there, and says which of the journal's each of the file's is.
func takeTreatments(b *journal.Batch, all []course.Treatment, now time.Time, done *TakenIn) (map[int64]int64, error) {
	ids := map[int64]int64{}
	there, err := b.Treatments()
	if err != nil {
		return nil, err
	}
	lines, err := b.AllTreatmentEntries()
	if err != nil {
		return nil, err
	}
	stood := map[int64][]TreatState{} // each as it stands, and as it stood before it was put right
	for _, t := range there {
		stood[t.ID] = append(stood[t.ID], *stateOf(t))
	}
	for _, c := range treatChanges(lines, there) {
		if c.Was != nil {
			stood[c.Number] = append(stood[c.Number], *c.Was)
		}
	}
	had := func(t course.Treatment) int64 {
		for _, o := range there {
			for _, was := range stood[o.ID] {
				if was.At.Sub(t.At).Abs() < sameTreatment && (was.Area == t.Area || was.Area == "" || t.Area == "") {
					return o.ID
				}
			}
		}
		return 0
	}
	for _, t := range all {
		number := t.ID
		if id := had(t); id != 0 {
			ids[number] = id
			done.Had++
			continue
		}
		t.ID, t.EnteredAt = 0, now
		if t.ID, err = b.AddTreatment(t); err != nil {
			return nil, err
		}
		if _, err := note(b, now, t.ID, noteBegun, treatNote{Is: stateOf(t)}); err != nil {
			return nil, err
		}
		ids[number] = t.ID
		there, stood[t.ID] = append(there, t), []TreatState{*stateOf(t)}
		done.Treatments++
	}
	return ids, nil
}

// takenKey tells whether two entries are one.
type takenKey struct {
	at         int64
	kind       record.Kind
	what       string
	treatment  int64
	occurrence string
}

// takeEntries writes down the entries that are not there. Of several that are alike as many are added as are missing.
func takeEntries(b *journal.Batch, all []record.Entry, ids map[int64]int64, done *TakenIn) error {
	if len(all) == 0 {
		return nil
	}
	there, err := b.EntriesWithin(journal.Span{}, reportKinds...)
	if err != nil {
		return err
	}
	keyOf := func(e record.Entry) takenKey {
		k := takenKey{at: e.At.UnixMilli(), kind: e.Kind, what: e.What, treatment: e.Treatment}
		if e.Kind == record.KindDone || e.Kind == record.KindSkip {
			k.treatment = 0
		}
		return k
	}
	had, answered := map[takenKey]int{}, map[string]bool{}
	for _, e := range there {
		if e.Replaces == 0 || !e.Undone { // of one that was put in another's place and taken back, the other counts
			had[keyOf(e)]++
		}
		if e.Answers() {
			answered[e.Occurrence] = true
		}
	}
	for _, e := range all {
		e.Treatment = ids[e.Treatment]
		if k := keyOf(e); had[k] > 0 {
			had[k]--
			done.Had++
			continue
		}
		if e.Answers() && answered[e.Occurrence] {
			done.Had++
			continue
		}
		if _, err := b.AddEntry(e); err != nil {
			return err
		}
		done.Entries++
	}
	return nil
}

// takeQuestions keeps the questions that are not kept; of one that is, the answer is added if it has none.
func takeQuestions(b *journal.Batch, all []record.ClinicQuestion, now time.Time, done *TakenIn) error {
	there, err := b.Questions()
	if err != nil {
		return err
	}
	for _, q := range all {
		i := slices.IndexFunc(there, func(o record.ClinicQuestion) bool { return sameQuestion(o.Text, q.Text) })
		switch {
		case i >= 0 && (q.Answer == "" || there[i].Answer != ""):
			done.Had++
			continue
		case i >= 0:
			was := questionState(there[i])
			there[i].Answer, there[i].AnsweredAt = q.Answer, q.AnsweredAt
			if err := b.ChangeQuestion(there[i]); err != nil {
				return err
			}
			if _, err := writeKept(b, record.KindQuestion, now, keptAnswered, keptNote{there[i].ID, &was, questionState(there[i])}); err != nil {
				return err
			}
		default:
			if len(there) >= MostQuestions {
				return fault.Use("refusal.questions_full", fault.Args{"Most": MostQuestions})
			}
			if q.ID, err = b.AddQuestion(q); err != nil {
				return err
			}
			if _, err := writeKept(b, record.KindQuestion, now, keptAdded, keptNote{Number: q.ID, Is: questionState(q)}); err != nil {
				return err
			}
			there = append(there, q)
		}
		done.Questions++
	}
	return nil
}

// readTaking holds all of a file against its bounds, before anything is written.
func (s *Service) readTaking(f takeout.File, now time.Time) (t taking, err error) {
	plans, texts := map[int]guidance.Plan{}, map[int]string{}
	for _, p := range f.Plans {
		if len(p.Text) > guidance.LargestFile {
			return t, fault.Use("takeout.damaged", nil)
		}
		plan, err := parsePlan("plan.toml", p.Text)
		if err != nil {
			return t, fault.Wrap(err, "takeout.wrong_plan", fault.Args{"Number": p.Number}).Of(fault.ErrUse)
		}
		plans[p.Number], texts[p.Number] = plan, p.Text
	}
	known := map[int64]bool{}
	for i, o := range f.Treatments {
		wrong := func(why string) error {
			return fault.Use("takeout.wrong_treatment", fault.Args{"Number": i + 1, "Cause": fault.New(why, nil)})
		}
		plan, there := plans[o.Plan]
		o.Device, o.Area = fold(o.Device), fold(o.Area)
		switch {
		case !couldBe(o.At, now, LatestTreatment):
			return t, wrong("takeout.no_moment")
		case o.Number < 1 || known[o.Number] || !(o.DepthMM >= 0 && o.DepthMM <= DeepestMM):
			return t, wrong("takeout.figure")
		case o.Device != "" && !slices.Contains(guidance.Devices(), o.Device), !fits(o.Area, LongestArea), !fits(o.Zone, LongestArea):
			return t, wrong("takeout.text")
		case !there:
			return t, wrong("takeout.no_plan")
		}
		known[o.Number] = true
		at := o.At
		if _, east := at.Zone(); o.Zone != "" {
			at = at.In(time.FixedZone(o.Zone, east))
		}
		t.treatments = append(t.treatments, course.Treatment{ID: o.Number, At: at, Device: o.Device, DepthMM: o.DepthMM, Area: o.Area,
			Sensitive: o.Sensitive, Plan: plan, PlanText: texts[o.Plan]})
	}
	for i, o := range f.Entries {
		e, why := takenEntry(o, now, known)
		if why != "" {
			return t, fault.Use("takeout.wrong_entry", fault.Args{"Number": i + 1, "Cause": fault.New(why, fault.Args{"Word": o.Kind})})
		}
		t.entries = append(t.entries, e)
	}
	for i, o := range f.Questions {
		q := record.ClinicQuestion{AddedAt: o.AddedAt, AnsweredAt: o.AnsweredAt}
		text, err := tidyText(o.Text, LongestQuestion)
		if q.Text = text; err == nil && o.Answer != "" {
			q.Answer, err = tidyText(o.Answer, LongestQuestion)
		}
		why := ""
		switch {
		case err != nil:
			why = "takeout.text"
		case !couldBe(q.AddedAt, now, time.Minute), q.AnsweredAt.IsZero() != (q.Answer == ""), !q.AnsweredAt.IsZero() && !couldBe(q.AnsweredAt, now, time.Minute):
			why = "takeout.no_moment"
		}
		if why != "" {
			return t, fault.Use("takeout.wrong_question", fault.Args{"Number": i + 1, "Cause": fault.New(why, nil)})
		}
		t.questions = append(t.questions, q)
	}
	return t, nil
}

// takenEntry is an entry of a file as the journal has it; why is the id of what is wrong with it.
func takenEntry(o takeout.Entry, now time.Time, known map[int64]bool) (e record.Entry, why string) {
	e = record.Entry{At: o.At, Kind: record.Kind(o.Kind), What: o.What, Occurrence: o.Occurrence, Until: o.Until, AmountML: o.AmountML,
		Treatment: o.Treatment, Note: o.Note, Feeling: record.Feeling{Skin: record.Skin(o.Skin), Redness: levelIn(o.Redness),
			Tightness: levelIn(o.Tightness), Itch: levelIn(o.Itch), Soreness: levelIn(o.Soreness)}}
	switch {
	case !slices.Contains(reportKinds, e.Kind):
		return e, "takeout.kind"
	case !couldBe(e.At, now, time.Minute), !e.Until.IsZero() && !couldBe(e.Until, now, longestCourse):
		return e, "takeout.no_moment"
	case !fits(e.What, longestID), !fits(e.Occurrence, longestID), !fits(e.Note, LongestNote):
		return e, "takeout.text"
	case e.AmountML < 0 || e.AmountML > mostDrunk:
		return e, "takeout.figure"
	case e.Treatment != 0 && !known[e.Treatment]:
		return e, "takeout.no_treatment"
	}
	if e.Occurrence != "" && !strings.HasPrefix(e.Occurrence, e.What+"/") {
		return e, "takeout.text"
	}
	switch e.Kind {
	case record.KindFeel:
		if !slices.Contains([]record.Skin{record.SkinUnsaid, record.SkinRed, record.SkinCalm}, e.Feeling.Skin) {
			return e, "takeout.text"
		}
		felt, err := Felt{e.Feeling, e.Note}.Tidy()
		if err != nil {
			return e, "takeout.figure"
		}
		e.Feeling, e.Note = felt.Feeling, felt.Note
		return e, ""
	case record.KindOwn:
		if o.Own == nil || e.Treatment == 0 {
			return e, "takeout.text"
		}
		n, err := NewOwn{What: o.Own.What, When: o.Own.When, Note: o.Note, Avoid: o.Own.Avoid}.tidy()
		if err != nil || !fits(n.Avoid, LongestNote) {
			return e, "takeout.text"
		}
		e.What, e.Note = fold(n.What), encode(n)
		if _, err := ownOf(e); err != nil {
			return e, "takeout.text"
		}
	case record.KindDone, record.KindSkip, record.KindExtend:
		if e.What == "" {
			return e, "takeout.text"
		}
	}
	e.Feeling = record.Feeling{} // of a feeling alone
	return e, ""
}

// levelIn is a level as a file has it.
func levelIn(n *int) record.Level {
	if n == nil {
		return record.Level{}
	}
	return record.Felt(*n)
}

// couldBe says whether something can have been at that moment, or can be so long after now.
func couldBe(at, now time.Time, ahead time.Duration) bool {
	return !at.IsZero() && at.After(now.Add(-earliestTaken)) && !at.After(now.Add(ahead))
}

// fits says whether a text has so many letters at most, in one line and none of them hidden.
func fits(text string, most int) bool {
	return utf8.RuneCountInString(text) <= most && !strings.ContainsAny(text, "\n\r") && plain(text)
}
