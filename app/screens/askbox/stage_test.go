package askbox

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"afterglow/app/ask"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
	"afterglow/guidance"
)

var zone = time.FixedZone("CET", 3600)

func at(day, hour, minute int) time.Time {
	return time.Date(2026, time.November, day, hour, minute, 0, 0, zone)
}

// sauna has to wait, and running with it.
var sauna = ask.Reply{Understood: true, Verdict: ask.NotYet, Topics: []ask.Topic{{ID: "sauna", Name: "Sauna"}}, Answers: []ask.Answer{
	{Kind: ask.Window, ID: "heat", Name: "Heat, pool", Verdict: ask.NotYet, Text: "No heat.", Until: at(23, 15, 30), Source: "article", Line: 20, Treatment: 1},
	{Kind: ask.Window, ID: "sweat", Name: "Exercise", Verdict: ask.NotYet, Text: "No sweat.", Until: at(22, 15, 30), Source: "article", Line: 30, Treatment: 1},
}}

var makeup = ask.Reply{Understood: true, Verdict: ask.Yes, Topics: []ask.Topic{{ID: "makeup", Name: "Makeup"}}, Answers: []ask.Answer{
	{Kind: ask.Window, ID: "makeup", Name: "Makeup", Verdict: ask.Yes, Until: at(21, 15, 30), Source: "article", Line: 10, Treatment: 1},
}}

var tattoo = ask.Reply{Understood: true, Verdict: ask.Silent, Topics: []ask.Topic{{ID: "tattoo", Name: "Tattoo"}}}

var fever = ask.Reply{Understood: true, Verdict: ask.Call, Answers: []ask.Answer{{Kind: ask.CallLine, ID: "fever", Verdict: ask.Call, Text: "Fever or chills", Act: "today"}}}

var whenToCall = ask.Reply{Understood: true, Verdict: ask.Call, Topics: []ask.Topic{{ID: "when-to-call", Name: "When to call"}}, Answers: slices.Repeat(fever.Answers, 12)}

// answers is a scene with fixed answers; what it does not know is not understood.
type answers struct {
	fixed   map[string]ask.Reply
	telling time.Time // when what was asked for is told; zero: nothing was asked for
	notes   []record.ClinicQuestion
	asked   int // how often it was asked
}

func (a *answers) Ask(q ask.Question) service.AskView {
	a.asked++
	r, ok := a.fixed[strings.ToLower(q.Text)]
	if !ok {
		r = ask.Reply{Verdict: ask.Unknown, Nearest: []ask.Topic{{ID: "sauna", Name: "Sauna"}}}
	}
	r.Question, r.At = q.Text, at(21, 17, 50)
	v := service.AskView{Reply: r, Clinic: guidance.Clinic{Name: "Clinic Lindenhof", Phone: "030 1234"}}
	for _, q := range a.notes {
		if q.Answer != "" && slices.ContainsFunc(r.Topics, func(t ask.Topic) bool { return slices.Contains(q.Topics, t.ID) }) {
			v.Notes = append(v.Notes, q)
		}
	}
	for _, a := range r.Answers {
		v.Says = append(v.Says, service.SourceView{ID: a.Source})
	}
	return v
}

func (a *answers) Telling(string, []string) (record.Entry, time.Time, bool) {
	return record.Entry{}, a.telling, !a.telling.IsZero()
}

func (a *answers) WishDate(string, []string) (service.Date, bool) { return service.Date{}, true }

func (a *answers) Kept(question string) (record.ClinicQuestion, bool) {
	for _, q := range a.notes {
		if q.Text == question {
			return q, true
		}
	}
	return record.ClinicQuestion{}, false
}

func (*answers) Check(text string) (service.CheckView, error) { return service.Scene{}.Check(text) }

// stage is a window with the box alone.
type stage struct {
	t     *testing.T
	win   fyne.Window
	k     *kit.Kit
	box   *Box
	state State
	scene *answers
	model Model
	did   []string
	pause func() // ends the pause that runs; nil: none does
	turns int    // how often the page was built anew
}

func newStage(t *testing.T, asked ...string) *stage {
	t.Helper()
	a := test.NewApp()
	t.Cleanup(a.Quit)
	st := &stage{t: t, win: a.NewWindow("box"), scene: &answers{fixed: map[string]ask.Reply{
		"sauna": sauna, "saun": sauna, "makeup": makeup, "tattoo": tattoo, "fever": fever, "when to call": whenToCall,
	}}}
	st.model = Model{Scene: st.scene}
	for _, text := range asked {
		st.model.Asked = append(st.model.Asked, record.Asked{Text: text})
	}
	st.dress(false)
	return st
}

// dress makes the box in a theme, as the window does when it changes.
func (st *stage) dress(dark bool) {
	choice := theme.AlwaysLight
	if dark {
		choice = theme.AlwaysDark
	}
	c := st.win.Canvas()
	st.k = &kit.Kit{P: theme.New(choice).Palette(0), V: phrase.New(locale.Format{}).At(at(21, 17, 50), zone), Focus: c.Focus, Escape: c.Unfocus}
	note := func(what string) { st.did = append(st.did, what) }
	holder := kit.Over()
	turn := func() {
		st.turns++
		holder.Objects = []fyne.CanvasObject{kit.Column(14, st.box.Field(), st.box.Results())}
		holder.Refresh()
	}
	st.box = New(st.k, &st.state, Actions{
		Remember: func(text string) { note("remember " + text) },
		Forget:   func() { note("forget") },
		Begin:    func() { note("begin") },
		Says:     func(title string, of []Said) { note("says " + title) },
		Calls:    func() { note("calls") },
		Tell:     func(name string, windows []string) { note("tell " + name + " " + strings.Join(windows, ",")) },
		HasLane:  func(id string) bool { return id != "checkin" },
		Lane:     func(id string) { note("lane " + id) },
		Keep:     func(question string) { note("keep " + question) },
		Told:     func(thing, when string) { note("told " + thing + ", " + when) },
		Kept:     func() { note("kept") },
		Check:    func(list string) { note("check " + list) },
		Turn:     turn,
		Fit:      holder.Refresh,
		After: func(_ time.Duration, f func()) func() {
			st.pause = f
			return func() { st.pause = nil }
		},
	})
	st.box.Show(st.model)
	turn()
	st.win.SetContent(holder)
	st.win.Resize(fyne.NewSize(720, 640))
}

// types a text letter by letter, as a keyboard does.
func (st *stage) types(text string) {
	st.win.Canvas().Focus(st.box.field.Entry)
	for _, r := range text {
		st.box.field.Entry.TypedRune(r)
	}
}

// key presses a key where the keyboard is.
func (st *stage) key(keys ...fyne.KeyName) {
	for _, key := range keys {
		if f := st.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
}

// focus is the ID of what has the keyboard.
func (st *stage) focus() string {
	id, _ := kit.FocusID(st.win.Canvas().Focused())
	return id
}

// texts are all words below the field.
func (st *stage) texts() string {
	var b strings.Builder
	var visit func(o fyne.CanvasObject)
	visit = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fyne.Container:
			for _, c := range o.Objects {
				visit(c)
			}
		case *kit.Para:
			b.WriteString(o.Text() + "\n")
		case *kit.Line:
			b.WriteString(o.Text() + "\n")
		case *kit.Press:
			visit(o.Content())
		}
	}
	visit(st.box.results)
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

func (st *stage) shows(want ...string) {
	st.t.Helper()
	for _, w := range want {
		if have := st.texts(); !strings.Contains(have, w) {
			st.t.Errorf("%q cannot be read; it says:\n%s", w, have)
		}
	}
}

func (st *stage) hides(never ...string) {
	st.t.Helper()
	for _, w := range never {
		if have := st.texts(); strings.Contains(have, w) {
			st.t.Errorf("%q must not be read; it says:\n%s", w, have)
		}
	}
}

// tap clicks on what has this ID below the field.
func (st *stage) tap(id string) {
	st.t.Helper()
	for _, p := range st.box.order {
		if p.ID == id {
			test.Tap(p)
			return
		}
	}
	st.t.Fatalf("there is no %q", id)
}

func (st *stage) wantDid(want ...string) {
	st.t.Helper()
	if !slices.Equal(st.did, want) {
		st.t.Errorf("it did %q, not %q", st.did, want)
	}
}
