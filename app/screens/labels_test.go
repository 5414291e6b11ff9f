package screens

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/reader"
	"afterglow/app/screens/theme"
)

// named are the fields that are heard, each by its ID, with the words that name it.
func (e *ear) named() (fields map[string]reader.Node, words map[string]string) {
	fields, words = map[string]reader.Node{}, map[string]string{}
	each(e.window, func(n reader.Node, _ []reader.Node) {
		if n.LabelFor != "" {
			words[n.LabelFor] = n.Name
		}
		switch n.Role {
		case reader.Entry, reader.ComboBox, reader.Slider, reader.ToggleButton:
			fields[n.ID] = n
		}
	})
	return fields, words
}

func TestAFieldIsNamedByTheWordsThatStandAtIt(t *testing.T) {
	for _, c := range []struct{ page, id, words, help string }{
		{PageSettings, "settings.clinic", "My clinic", "The clinic in your plan comes first."},
		{PageSettings, "settings.phone", "Its phone number", "Shown under"},
		{PageSettings, "settings.spacing", "How often they may come", "Two that are due together"},
		{PageSettings, "settings.cap", "Reminders in one day", "The most that come in one day."},
		{PageSettings, "settings.cap.none", "No limit", ""},
		{PageSettings, "settings.sleep", "Sleep hours", "No reminders then."},
		{PageSettings, "settings.water", "Water reminders", "Off if you were told to limit fluids."},
		{PageBegin, "begin.when", "When did it end?", "yesterday 18:00"},
		{PageCheckIn, "sheet.redness", "Redness or colour change", ""},
		{PageCheckIn, "sheet.note", "A note", "in your own words"},
	} {
		t.Run(c.id, func(t *testing.T) {
			st := newStageOn(t, lives()["day1"](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
			e := st.heard()
			st.shell.Show(c.page)
			fields, words := e.named()
			if f := fields[c.id]; f.Name != c.words || words[c.id] != c.words || !strings.HasPrefix(f.Help, c.help) {
				t.Errorf("it is called %q with the help %q, and %q stands at it", f.Name, f.Help, words[c.id])
			}
		})
	}
}

func TestNoWordsNameAnythingButAFieldOfThatName(t *testing.T) {
	all := lives()
	for _, scene := range slices.Sorted(maps.Keys(all)) {
		st := newStageOn(t, all[scene](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
		e := st.heard()
		for _, page := range pageNames() {
			st.shell.Show(page)
			fields, named := e.named()
			for id, name := range named {
				if f, ok := fields[id]; !ok || words(f.Name) != words(name) {
					t.Errorf("%s, %s: %q names %q, which is called %q", scene, page, name, id, f.Name)
				}
			}
		}
	}
}

func TestWhatIsRefusedIsReadOutEachTime(t *testing.T) {
	st := newStageOn(t, lives()["day1"](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	e := st.heard()
	st.shell.Show(PageCalls)
	e.asks(reader.Request{ID: "calls.number", Act: reader.SetText, Text: "no number"})
	var ids []string
	for range 2 {
		e.ask(t, "calls.save", reader.Press)
		each(e.window, func(n reader.Node, _ []reader.Node) {
			if n.Role == reader.Notification {
				ids = append(ids, n.ID)
			}
		})
	}
	if len(ids) != 2 || ids[0] == "" || ids[0] == ids[1] {
		t.Errorf("after two tries it says %q: the same one is read once", ids)
	}
}

func TestWhatASettingAnswersIsReadOut(t *testing.T) {
	st := newStageOn(t, lives()["day1"](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	e := st.heard()
	st.shell.Show(PageSettings)
	e.asks(reader.Request{ID: "settings.sleep.from", Act: reader.SetText, Text: "when tired"})
	if got := e.all(reader.Notification); len(got) != 1 || !strings.Contains(got[0], "when tired") {
		t.Errorf("after a value that cannot be meant it says %q", got)
	}
}

func TestASwitchIsHeardOnceAndWhatItDidWithoutItsTick(t *testing.T) {
	st := newStageOn(t, lives()["day1"](t).Service, phrase.New(locale.Format{}), theme.AlwaysLight, 960, 680)
	e := st.heard()
	st.shell.Show(PageSettings)
	before, _ := e.find("settings.water")
	e.ask(t, "settings.water", reader.Press)
	after, _ := e.find("settings.water")
	if (before.State^after.State)&^reader.Focused != reader.Checked { // a screen reader says each state that changes
		t.Errorf("its state was %x, and is %x", before.State, after.State)
	}
	if got := e.all(reader.Notification); len(got) != 1 || got[0] != "Saved" {
		t.Errorf("it says %q", got)
	}
}
