package screens

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
	"afterglow/guidance"
)

// testZone has a fixed offset, so that the pictures are the same everywhere.
var testZone = time.FixedZone("CET", 3600)

func at(day, hour, minute int) time.Time {
	return time.Date(2026, time.November, day, hour, minute, 0, 0, testZone)
}

func ptr[T any](v T) *T { return &v }

// fake is a Service with fixed answers that writes down what it is asked to do.
type fake struct {
	scene    service.Scene
	status   service.Status
	settings []service.SettingView
	refuse   error // what speaks against a treatment
	plans    []service.PlanView
	did      []string
	again    service.Again    // when what is put off will come; zero: when it was asked for
	spacing  *service.Spacing // what the plan says of two treatments that are near
	fail     error

	history service.HistoryView
	asked   []record.Asked
	past    *service.PastView // a course that is over
}

func (f *fake) note(format string, args ...any) error {
	f.did = append(f.did, fmt.Sprintf(format, args...))
	return f.fail
}

func (f *fake) Scene(context.Context, time.Time) (service.Scene, error) { return f.scene, nil }
func (f *fake) Entries(context.Context, time.Time) ([]record.Entry, error) {
	return f.scene.Entries, nil
}
func (f *fake) Look(context.Context, time.Time) (service.Scene, service.Status, error) {
	return f.scene, f.status, nil
}
func (f *fake) Past(context.Context, service.Scene) (*service.PastView, error) { return f.past, nil }
func (f *fake) Keep(_ context.Context, treatment int64) (record.Entry, error) {
	f.past = nil
	return record.Entry{ID: 93}, f.note("keep course %d", treatment)
}
func (f *fake) Plan(_ context.Context, id string) (guidance.Plan, string, error) {
	if f.scene.Plan.ID != "" {
		return f.scene.Plan, "", nil
	}
	return guidance.Plan{}, "", errors.New("no plan " + id)
}
func (f *fake) BeginWith(ctx context.Context, n service.NewTreatment, answers ...service.Preference) (service.TreatmentView, error) {
	if n.At.IsZero() {
		n.At = f.status.Now
	}
	err := f.note("begin %s %s %v %s sensitive=%v plan=%s file=%s", n.At.Format(time.DateTime), n.Device, n.DepthMM, n.Area, n.Sensitive, n.PlanID, n.PlanName)
	for _, p := range answers {
		if err == nil {
			err = f.SetSetting(ctx, p.Key, p.Value)
		}
	}
	return service.TreatmentView{}, err
}
func (f *fake) CheckTreatment(context.Context, int64, service.NewTreatment) error { return f.refuse }
func (f *fake) SpacingNote(context.Context, int64) (*service.Spacing, error)      { return f.spacing, nil }
func (f *fake) Change(_ context.Context, id int64, n service.NewTreatment) (record.Entry, error) {
	text := fmt.Sprintf("change %d %s %s plan=%q", id, n.At.Format(time.DateTime), n.Device, n.PlanID)
	if n.PlanFile != "" {
		text += " file=" + n.PlanName
	}
	return record.Entry{ID: 83, Kind: record.KindTreat, Treatment: id}, f.note("%s", text)
}
func (f *fake) Remove(_ context.Context, id int64) (record.Entry, error) {
	return record.Entry{ID: 84, Kind: record.KindTreat, Treatment: id}, f.note("remove %d", id)
}
func (f *fake) Done(_ context.Context, what string, _ time.Time) (record.Entry, error) {
	return record.Entry{ID: 77, What: "moisturise", At: f.status.Now}, f.note("done %s", what)
}
func (f *fake) Skip(_ context.Context, what string) (record.Entry, error) {
	return record.Entry{ID: 78, What: "moisturise"}, f.note("skip %s", what)
}
func (f *fake) TakeBack(_ context.Context, ids ...int64) error { return f.mark("undo", true, ids) }
func (f *fake) PutBack(_ context.Context, ids ...int64) error  { return f.mark("put back", false, ids) }
func (f *fake) mark(what string, undone bool, ids []int64) (err error) {
	for _, id := range ids {
		for i := range f.scene.Entries {
			if f.scene.Entries[i].ID == id {
				f.scene.Entries[i].Undone = undone
			}
		}
		err = f.note("%s %d", what, id)
	}
	return err
}
func (f *fake) History(context.Context, service.HistoryAsk) (service.HistoryView, error) {
	return f.history, nil
}
func (f *fake) SnoozeChoice(_ context.Context, what string, choice service.Delay) (record.Entry, error) {
	return record.Entry{ID: 79, What: "moisturise", Until: f.status.Now.Add(time.Hour)}, f.note("snooze %s %s", what, choice)
}
func (f *fake) Again(_ context.Context, e record.Entry) (service.Again, error) {
	if f.again != (service.Again{}) {
		return f.again, nil
	}
	return service.Again{At: e.Until}, nil
}
func (f *fake) Resume(context.Context) (record.Entry, error) {
	return record.Entry{ID: 80}, f.note("resume")
}
func (f *fake) Calm(_ context.Context, w string) (record.Entry, error) {
	return record.Entry{ID: 81, What: w}, f.note("calm %s", w)
}
func (f *fake) Feel(_ context.Context, felt service.Felt, what string, _ time.Time) (record.Entry, error) {
	e := record.Entry{ID: 83, Kind: record.KindFeel, Occurrence: what, At: f.status.Now, Feeling: felt.Feeling, Note: felt.Note}
	return e, f.note("feel %s for %q", phrase.New(locale.Format{}).FeltNoted(felt), what)
}
func (f *fake) ChangeFeel(_ context.Context, id int64, felt service.Felt) (record.Entry, error) {
	e := record.Entry{ID: 84, Kind: record.KindFeel, At: f.status.Now, Feeling: felt.Feeling, Note: felt.Note, Replaces: id}
	return e, f.note("feel %d %s", id, phrase.New(locale.Format{}).FeltNoted(felt))
}
func (f *fake) Extend(_ context.Context, w string) (record.Entry, error) {
	return record.Entry{ID: 82, What: w, Until: f.status.Now.Add(24 * time.Hour)}, f.note("extend %s", w)
}
func (f *fake) Own(_ context.Context, n service.NewOwn) (record.Entry, error) {
	return record.Entry{ID: 85, What: n.What}, f.note("own %s %s", n.What, n.When)
}
func (f *fake) Milder(context.Context, int64) bool { return false }
func (f *fake) Asked(context.Context) ([]record.Asked, error) {
	if settingOf(f.settings, "discreet") == "on" {
		return nil, nil
	}
	return f.asked, nil
}
func (f *fake) RememberAsked(_ context.Context, text string) error {
	f.asked = append([]record.Asked{{Text: text, At: f.status.Now}}, f.asked...)
	return f.note("asked %s", text)
}
func (f *fake) ClearAsked(context.Context) error {
	f.asked = nil
	return f.note("forget what was asked")
}
func (f *fake) AddQuestion(_ context.Context, text string) (record.ClinicQuestion, record.Entry, error) {
	q := record.ClinicQuestion{ID: 1, Text: text, AddedAt: f.status.Now}
	f.scene.Questions = append(f.scene.Questions, q)
	return q, record.Entry{ID: 91}, f.note("keep the question %s", text)
}
func (f *fake) TellMeWhen(_ context.Context, name string, windows []string) (record.Entry, time.Time, error) {
	e := record.Entry{ID: 92, At: f.status.Now, Kind: record.KindTell, What: strings.Join(windows, ","), Treatment: 1, Note: name}
	f.scene.Entries = append(f.scene.Entries, e)
	_, at, _ := f.scene.Telling(name, windows)
	return e, at, f.note("tell of %s when %v", name, windows)
}
func (f *fake) Report(context.Context, service.ReportAsk) (service.Report, error) {
	return service.Report{From: f.status.Now, Until: f.status.Now, Zone: f.status.Now.Location()}, nil
}

func (f *fake) Calendar(context.Context, service.DateChoice, service.CalendarWords) (service.Handover, error) {
	return service.Handover{}, f.note("what goes into a calendar")
}
func (f *fake) Whole(context.Context) (service.Scene, error) { return f.scene, f.fail }
func (f *fake) Handed(context.Context, service.Handover) error {
	return f.note("remember what went out")
}
func (f *fake) Plans(context.Context) ([]service.PlanView, error) { return f.plans, nil }
func (f *fake) UsePlan(_ context.Context, file, _ string) (service.PlanView, error) {
	return service.PlanView{}, f.note("keep %s", file)
}
func (f *fake) Settings(context.Context) ([]service.SettingView, error) {
	return slices.Clone(f.settings), nil
}
func (f *fake) SetSetting(_ context.Context, key, value string) error {
	if err := f.note("set %s=%s", key, value); err != nil {
		return err
	}
	for i := range f.settings {
		if f.settings[i].Key == key {
			f.settings[i].Value = value
		}
	}
	return nil
}

func (f *fake) TakeInFile(_ context.Context, path, name string) (service.TakenIn, error) {
	return service.TakenIn{Treatments: 1, Entries: 14, Had: 2}, f.note("take in %s as %s", path, name)
}

func (f *fake) Restore(_ context.Context, file string) (service.Restored, error) {
	return service.Restored{File: file, Kept: "/data/backups/before.sqlite", Treatments: 2}, f.note("restore %s", file)
}

// due is the news of a routine.
func due(name, how string) record.News {
	return record.News{Routine: &record.RoutineNews{Name: name, How: how}}
}

// says is a source for the fixed answers.
func says(line int) service.SourceView {
	return service.SourceView{ID: "article", Title: "Micro Needling Aftercare", URL: "https://example.org/aftercare", Strength: "C",
		Plan: "Essentials", Line: line}
}

func window(id, name string, st course.State, until time.Time, share float64) service.WindowView {
	return service.WindowView{ID: id, Name: name, State: st, From: at(20, 15, 30), Until: until, Share: share,
		Now: at(21, 17, 50), Avoid: "No " + name + ".", Why: "Your plan gives the skin time.", After: "Begin gently.", Says: says(20), Treatment: 1}
}

// course2 is the second day of a course, as the mock shows it.
func dayOne(t testing.TB) *fake {
	t.Helper()
	now := at(21, 17, 50)
	plan := testPlan(t)
	tr := course.Treatment{ID: 1, At: at(20, 15, 30), Device: "pen", DepthMM: 0.5, Area: "face", Plan: plan, EnteredAt: at(20, 16, 0)}
	prefs := course.DefaultPrefs()
	entries := []record.Entry{
		{ID: 1, At: at(21, 8, 5), Kind: record.KindDone, What: "cleanse"},
		{ID: 2, At: at(21, 7, 5), Kind: record.KindDone, What: "moisturise"},
		{ID: 3, At: at(21, 14, 35), Kind: record.KindDone, What: "moisturise"},
		{ID: 4, At: at(21, 16, 0), Kind: record.KindDone, What: "water", AmountML: 200},
	}
	f := &fake{
		scene: service.Scene{Now: now, Zone: testZone, Courses: []course.Course{course.New(tr, testZone, nil)}, Prefs: prefs,
			Entries: entries, Plan: plan, Settings: map[string]string{}},
		status: service.Status{
			Now:    now,
			Delays: service.Delays(),
			Treatment: &service.TreatmentView{ID: 1, At: at(20, 15, 30), Day: 1, Device: "pen", DepthMM: 0.5, Area: "face",
				Plan: "essentials", PlanName: "Essentials", Ends: at(27, 15, 30)},
			Phase: &service.PhaseView{ID: "calming", Name: "Calming", Share: 0.18, Expect: "pink, warm, tight skin, a little swelling", Source: says(90)},
			Windows: []service.WindowView{
				window("makeup", "Makeup", course.Open, at(21, 15, 30), 1),
				window("sun", "Sun", course.Wait, at(22, 15, 30), 0.55),
				window("sweat", "Exercise", course.Wait, at(22, 15, 30), 0.55),
				window("heat", "Heat, pool", course.Wait, at(23, 15, 30), 0.36),
				window("actives", "Acids, retinol", course.Wait, at(25, 15, 30), 0.22),
				window("alcohol", "Alcohol", course.Open, at(21, 15, 30), 1),
				window("wax", "Waxing", course.Wait, at(27, 15, 30), 0.15),
				window("procedures", "Peels, injections", course.Wait, at(30, 15, 30), 0.1),
				window("hands", "Touching", course.Wait, at(23, 15, 30), 0.36),
			},
			Routines: []service.RoutineView{
				{ID: "cleanse", Name: "Cleanse", Done: 1, Goal: 2, Next: ptr(at(21, 20, 30))},
				{ID: "moisturise", Name: "Moisturise", Done: 2, Goal: 3, Next: ptr(at(21, 18, 30))},
				{ID: "water", Role: guidance.Water, Name: "Water", Done: 5, Goal: 8, Drink: &record.Drink{Drunk: 1000, Goal: 1600, Glass: 200}},
				{ID: "sunscreen", Name: "Sunscreen", Starts: ptr(at(22, 15, 30))},
				{ID: "checkin", Role: guidance.CheckIn, Name: "How it feels", Done: 0, Goal: 1, Next: ptr(at(21, 19, 0))},
			},
			Next: &service.NextView{ID: "moisturise/2026-11-21/3", Kind: "routine", What: "moisturise", At: at(21, 18, 30),
				News: due("Moisturise", "A thin layer. Aloe, chamomile or hyaluronic acid.")},
		},
		plans: []service.PlanView{
			{ID: "essentials", Name: "Essentials", Summary: "The article's figures, for a pen or roller at home.", Starter: true},
			{ID: "cautious", Name: "Cautious", Summary: "The careful end of each range.", Starter: true},
		},
	}
	f.status.Treatments = []service.TreatmentView{*f.status.Treatment}
	choices := map[string][]string{
		"water": {"on", "off"}, "unit": {"glass", "ml", "floz"}, "sound": {"on", "off"}, "discreet": {"on", "off"},
		"theme": {"system", "light", "dark"}, "clock": {"auto", "12h", "24h"},
	}
	for _, kv := range [][2]string{{"sleep", "22:30-07:30"}, {"water", "on"}, {"glass", "200ml"}, {"unit", "glass"},
		{"cleanse.times", "default"}, {"moisturise.times", "07:00,14:30,18:30"}, {"sunscreen.times", "default"}, {"checkin.times", "default"},
		{"spacing", "20m"}, {"cap", "12"}, {"sound", "on"}, {"discreet", "off"}, {"theme", "system"}, {"clock", "auto"}, {"plan", "essentials"}, {"clinic", ""}, {"phone", ""}} {
		f.settings = append(f.settings, service.SettingView{Key: kv[0], Value: kv[1], Choices: choices[kv[0]]})
	}
	return f
}

// nothing is the answer if no treatment is looked after.
func nothing(t testing.TB) *fake {
	f := dayOne(t)
	f.scene.Courses, f.scene.Entries = nil, nil
	f.status = service.Status{Now: f.scene.Now, Treatments: []service.TreatmentView{}, Windows: []service.WindowView{}}
	return f
}

// testPlan is a small plan of our own: the shipped ones may change without these pictures.
func testPlan(t testing.TB) guidance.Plan {
	t.Helper()
	p, err := guidance.Parse("test.toml", []byte(planText))
	if err != nil {
		t.Fatal(err)
	}
	return p
}
