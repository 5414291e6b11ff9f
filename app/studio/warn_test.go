package studio_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// trial is a treatment of the face with a pen.
func trial() studio.Trial {
	return studio.Trial{At: time.Date(2026, 11, 28, 10, 0, 0, 0, time.UTC), Zone: time.UTC, Traits: guidance.Traits{Device: "pen", DepthMM: 0.5, Area: "face"}}
}

// drafted is a draft of some rows, with their keys.
func drafted(t testing.TB, rows ...row.Row) (*studio.Draft, []string) {
	t.Helper()
	d := studio.New("Rose Street", "2026-11")
	var keys []string
	for _, r := range rows {
		key, err := d.Add(r, "")
		must(t, err)
		keys = append(keys, key)
	}
	return d, keys
}

func TestWhatMayBeWrongWithARowIsTold(t *testing.T) {
	makeup := row.Row{Rule: row.Avoid, What: []string{"makeup"}, Until: "24h", Text: "No makeup.", Says: "No makeup for 24 hours."}
	with := func(change func(*row.Row)) row.Row { r := makeup.Clone(); change(&r); return r }
	for name, c := range map[string]struct {
		rows []row.Row
		want []studio.WarningKind // of the last row
	}{
		"all is well":              {[]row.Row{makeup}, nil},
		"a day for 24 hours":       {[]row.Row{with(func(r *row.Row) { r.Says = "Wait one day before makeup." })}, nil},
		"the week for 7 days":      {[]row.Row{with(func(r *row.Row) { r.Until = "7d"; r.Says = "No makeup in the first week." })}, nil},
		"a range, either end":      {[]row.Row{with(func(r *row.Row) { r.Says = "No makeup for 12 - 24 hours." })}, nil},
		"a range over two units":   {[]row.Row{with(func(r *row.Row) { r.Until = "3d"; r.Says = "No makeup for 24 hours to 3 days." })}, nil},
		"no figure in the sheet":   {[]row.Row{with(func(r *row.Row) { r.Says = "No makeup until the skin is calm." })}, []studio.WarningKind{studio.NoFigure}},
		"another figure":           {[]row.Row{with(func(r *row.Row) { r.Until = "48h" })}, []studio.WarningKind{studio.NewFigure}},
		"a figure left out":        {[]row.Row{with(func(r *row.Row) { r.Until = "" })}, []studio.WarningKind{studio.LostFigure}},
		"another figure in words":  {[]row.Row{with(func(r *row.Row) { r.Text = "No makeup for 2 days." })}, []studio.WarningKind{studio.TextFigure}},
		"the same figure in words": {[]row.Row{with(func(r *row.Row) { r.Text = "No makeup for one day." })}, nil},
		"only, but not what":       {[]row.Row{with(func(r *row.Row) { r.Rule = row.Only })}, []studio.WarningKind{studio.OnlyNothing}},
		"avoided and allowed":      {[]row.Row{with(func(r *row.Row) { r.What, r.Except = []string{"makeup", "mascara"}, []string{"Mascara"} })}, []studio.WarningKind{studio.SparesOwn}},
		"said twice":               {[]row.Row{makeup, makeup}, []studio.WarningKind{studio.Twice}},
		"leave that another row forbids": {[]row.Row{
			{Rule: row.Avoid, What: []string{"sweating"}, Until: "5d", Text: "No sweating.", Says: "No sweating for 5 days."},
			{Rule: row.May, What: []string{"gym"}, From: "24h", Text: "No gym.", Says: "You may go to the gym after 24 hours."},
		}, []studio.WarningKind{studio.LeaveBanned}},
		"leave that no row forbids": {[]row.Row{{Rule: row.May, What: []string{"gym"}, From: "24h", Text: "No gym.", Says: "You may go to the gym after 24 hours."}}, nil},
		"no sentence":               {[]row.Row{with(func(r *row.Row) { r.Says = "" })}, []studio.WarningKind{studio.NoSentence}},
		"no word that is known":     {[]row.Row{with(func(r *row.Row) { r.Name = "-"; r.What = nil; r.Text = "-" })}, []studio.WarningKind{studio.NeverShows}},
		"a wait of another length":  {[]row.Row{makeup, with(func(r *row.Row) { r.Until = "3d"; r.Says = "No makeup for 3 days." })}, []studio.WarningKind{studio.Contradicts}},
		"an end before its begin":   {[]row.Row{makeup, {Rule: row.Avoid, What: []string{"sauna"}, From: "3d", Until: "1d", Text: "No sauna.", Says: "No sauna from day 3 to 1 day, so 3 days."}}, []studio.WarningKind{studio.Wrong}},
		"an exception that another row avoids": {[]row.Row{
			{Rule: row.Avoid, What: []string{"sun"}, Until: "48h", Text: "No serum, no sunscreen.", Name: "Creams", Says: "No creams for 48 hours."},
			with(func(r *row.Row) { r.Except = []string{"tinted sunscreen"} }),
		}, []studio.WarningKind{studio.BannedYes}},
		"an exception that no row avoids": {[]row.Row{with(func(r *row.Row) { r.Except = []string{"mineral makeup"} })}, nil},
		"a step that an afternoon has no time for": {[]row.Row{
			{Rule: row.Do, Name: "Moisturiser", Often: "22:00", From: "8h", Until: "end of day 0", Text: "Moisturise.", Says: "Moisturise in the evening, 8 hours after."},
		}, []studio.WarningKind{studio.LateNever}},
		"to do what is avoided": {[]row.Row{
			{Rule: row.Avoid, What: []string{"moisturiser"}, Until: "48h", Text: "No moisturiser.", Says: "No moisturiser for 48 hours."},
			{Rule: row.Do, Name: "Moisturiser", Often: "08:00", Until: "24h", Text: "Moisturise.", Says: "Moisturise every morning for 24 hours."},
		}, []studio.WarningKind{studio.Contradicts}},
	} {
		t.Run(name, func(t *testing.T) {
			d, keys := drafted(t, c.rows...)
			var got []studio.WarningKind
			for _, w := range d.Warnings(trial()) {
				if w.Key == keys[len(keys)-1] && !slices.Contains(got, w.Kind) {
					got = append(got, w.Kind)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("warned of %q, not of %q: %+v\n%s", got, c.want, d.Warnings(trial()), d.Text())
			}
		})
	}
}

func TestAPlanThatIsNotCompleteCanBeLookedAt(t *testing.T) {
	d, keys := drafted(t,
		row.Row{Rule: row.Avoid, What: []string{"makeup"}, Until: "24h", Text: "No makeup."},
		row.Row{Rule: row.Avoid, What: []string{"sauna"}, Until: "soon", Text: "No sauna."},
		row.Row{Rule: row.Expect, Name: "Later", From: "3d", Until: "1w", Text: "dry skin"})
	p, dropped, ok := d.Readable()
	if !ok || !slices.Equal(dropped, keys[1:]) {
		t.Fatalf("readable %v without %q, want without %q", ok, dropped, keys[1:])
	}
	for after, want := range map[time.Duration]ask.Verdict{time.Hour: ask.NotYet, 30 * time.Hour: ask.Yes} {
		if got := trial().Ask(p, "makeup", after).Verdict; got != want {
			t.Errorf("after %v makeup is %q, not %q", after, got, want)
		}
	}
	if _, _, ok := studio.New("", "").Readable(); !ok {
		t.Error("a plan of which nothing is written yet cannot be looked at")
	}
}

func TestTheShippedPlansHaveNoGraveWarning(t *testing.T) {
	for _, id := range []string{"essentials", "cautious"} {
		text, _ := guidance.StarterText(id)
		for _, w := range open(t, text).Warnings(trial()) {
			if w.Kind != studio.NoSentence {
				t.Errorf("%s: %+v", id, w)
			}
		}
	}
}

func TestAReminderOfWhatThePlanStillForbidsIsNoted(t *testing.T) {
	const text = "format = 2\nid = \"p\"\nname = \"P\"\n[[sources]]\nid = \"s\"\ntitle = \"S\"\nstrength = \"clinic\"\n" +
		"[[windows]]\nid = \"no-spf\"\nname = \"Sunscreen at first\"\navoid = \"No sunscreen.\"\nuntil = \"24 hours\"\n" +
		"[[routines]]\nid = \"sunscreen\"\nname = \"Sunscreen\"\ntimes = [\"08:20\"]\nfrom = \"FROM\"\nuntil = \"4 weeks\"\n"
	for from, noted := range map[string]bool{"end of day 0": true, "24 hours": false} {
		d, err := studio.Open([]byte(strings.Replace(text, "FROM", from, 1)))
		if err != nil {
			t.Fatal(err)
		}
		got := false
		for _, w := range d.Warnings(trial()) {
			got = got || w.Kind == studio.Contradicts
		}
		if got != noted {
			t.Errorf("from %s: noted is %v", from, got)
		}
	}
}
