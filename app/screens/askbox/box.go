// Package askbox is the box in which a person asks what their plan says: a field, the answer below it while they type,
// common questions, and what they asked before. The page Today shows it.
package askbox

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/ask"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// pause is after how long without a letter a question counts as written: until then a word that is not understood may
// only be half a word.
const pause = 700 * time.Millisecond

// State is what the person is in the middle of. It outlives the box, which is made anew in another theme.
type State struct {
	Open  bool   // they ask: the box has the page
	Text  string // what stands in the field
	Shown string // the text that the card answers; "": there is none
	All   bool   // every part of the answer is shown
	List  string // the whole of a text that was too long for the field; "": nothing was cut
}

// Scene answers of what was read last; service.Scene is one.
type Scene interface {
	Ask(q ask.Question) service.AskView
	// Telling is the wish to be told when the wait for these windows is over, and when that will be (zero: not known).
	Telling(name string, windows []string) (e record.Entry, at time.Time, ok bool)
	// WishDate is that moment for a calendar; ok is false if it is not known.
	WishDate(name string, windows []string) (d service.Date, ok bool)
	// Kept is the question for the clinic that is the same as this one.
	Kept(question string) (q record.ClinicQuestion, ok bool)
	// Check reads a text as a list of ingredients.
	Check(text string) (service.CheckView, error)
}

// Model is what was read last.
type Model struct {
	Scene Scene
	Asked []record.Asked // asked before, the newest first; none in discreet mode
	// Unread names a treatment whose waits are not known, so that nothing can be answered; nil: none.
	Unread error
}

// Said is a part of an answer, and who says so.
type Said struct {
	Name string
	View service.SourceView
}

// Actions is what the person can mean. None may be nil.
type Actions struct {
	Remember func(text string)                             // it was asked
	Forget   func()                                        // forget all that was asked before
	Begin    func()                                        // start a treatment
	Says     func(title string, of []Said)                 // who says so?
	Calls    func()                                        // when to call the clinic
	Tell     func(name string, windows []string)           // tell me when the wait for these is over
	Phone    func(name string, windows []string)           // show a phone when that is over
	Lane     func(id string)                               // show it on the timeline
	HasLane  func(id string) bool                          // whether it stands there
	Keep     func(question string)                         // keep it for the clinic
	Told     func(thing, when string)                      // write down what their clinic told them
	Kept     func()                                        // show what is kept for the clinic
	Check    func(list string)                             // hold a list of ingredients against the plan
	Heard    func(text string)                             // read this out to who hears the window
	Turn     func()                                        // the page has to be built anew: the box took it or gave it back
	Fit      func()                                        // the page has to be laid out anew: the answer is another
	After    func(d time.Duration, f func()) (stop func()) // waits
}

// Box is the field and what it answers.
type Box struct {
	k     *kit.Kit
	do    Actions
	state *State
	model Model

	field   *kit.Search
	results *fyne.Container
	reply   *service.AskView           // to state.Shown
	list    string                     // the list of ingredients that state.Shown is; "": it is a question
	before  map[string]service.AskView // to what was asked before, of the reading that is on show
	common  []question                 // of the reading that is on show; nil: not looked for yet
	order   []*kit.Press               // what the arrow keys go through, below the field
	stop    func()                     // ends the pause
	quiet   func()                     // ends the pause after which the answer is read out
	heard   string                     // what was read out last
}

// New makes a box that goes on where state stands.
func New(k *kit.Kit, state *State, do Actions) *Box {
	b := &Box{k: k, do: do, state: state, results: kit.Column(kit.GapBetween)}
	b.field = k.Search(fieldID, state.Text, k.V.T("askbox.hint"), []string{k.V.T("askbox.examples"), k.V.T("askbox.examples_few"), k.V.T("askbox.examples_one")}, k.V.T("askbox.clear"), b.Open, b.clear)
	b.field.Entry.OnChanged = b.changed
	b.field.Entry.OnKey = b.key
	b.field.ShowClear(state.Open)
	return b
}

// fieldID is the field's.
const fieldID = "ask"

// Field is the field alone; it stands on the page whether the person asks or not.
func (b *Box) Field() fyne.CanvasObject {
	b.k.Again(b.field.Entry)
	return b.field.Object()
}

// Results is what stands below the field while the person asks.
func (b *Box) Results() fyne.CanvasObject { return b.results }

// Asking says whether the box has the page, and whether something is written in it.
func (b *Box) Asking() (open, written bool) {
	return b.state.Open, b.state.Open && !blank(b.state.Text)
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }

// Show answers anew, of what was read last.
func (b *Box) Show(m Model) {
	b.model, b.common, b.before = m, nil, map[string]service.AskView{}
	b.again()
	b.fill()
}

// ask answers a question as it is typed.
func (b *Box) ask(text string) service.AskView { return b.model.Scene.Ask(b.k.V.ReadQuestion(text)) }

// again answers what is on show at the moment that was read last.
func (b *Box) again() {
	b.reply, b.list = nil, ""
	if b.state.Shown != "" && b.model.Unread == nil {
		b.hear(b.ask(b.state.Shown))
	}
}

// Open gives the box the page.
func (b *Box) Open() {
	if b.state.Open {
		return
	}
	b.state.Open = true
	b.turn()
}

// Focus opens the box and puts the keyboard into it, with all that is written in it chosen: a letter begins anew.
func (b *Box) Focus() {
	b.Open()
	b.toField()
	b.field.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// toField gives the field the keyboard.
func (b *Box) toField() {
	if b.k.Focus != nil {
		b.k.Focus(b.field.Entry)
	}
}

// Close gives the page back. What was written is gone.
func (b *Box) Close() {
	if !b.state.Open {
		return
	}
	b.forgetText()
	b.state.Open = false
	b.turn()
}

// Escape takes back one step: what is written, then the box. It says whether there was one.
func (b *Box) Escape() bool {
	switch open, written := b.Asking(); {
	case written:
		b.forgetText()
		b.turn()
		b.toField()
	case open:
		b.Close()
		return false // the keyboard leaves too
	default:
		return false
	}
	return true
}

func (b *Box) forgetText() {
	b.rest()
	b.hush()
	b.heard = ""
	*b.state = State{Open: b.state.Open}
	b.reply, b.list = nil, ""
	b.field.Entry.OnChanged = nil
	b.field.Entry.SetText("")
	b.field.Entry.OnChanged = b.changed
	b.field.Written(false)
}

// clear is a click on the field's button.
func (b *Box) clear() {
	if !b.Escape() && b.k.Escape != nil {
		b.k.Escape()
	}
}

func (b *Box) turn() {
	b.field.ShowClear(b.state.Open)
	b.fill()
	b.do.Turn()
}

// changed is told each letter. What is pasted beyond the longest question is cut.
func (b *Box) changed(text string) {
	b.field.Written(text != "")
	if letters := []rune(text); len(letters) > ask.Longest {
		if cut := string(letters[:ask.Longest]); cut != b.state.Text { // no letter more in a full field
			b.state.List = text
		}
		b.field.Entry.SetText(string(letters[:ask.Longest]))
		return
	}
	if !strings.HasPrefix(b.state.List, text) || len([]rune(text)) < ask.Longest {
		b.state.List = ""
	}
	open, written := b.Asking()
	b.state.Text, b.state.Open = text, true
	fresh := b.answer(false)
	if now := !blank(text); !open || now != written {
		b.turn()
		return
	}
	if fresh {
		b.Redraw()
	}
}

// Redraw shows another answer on the same page.
func (b *Box) Redraw() {
	b.k.Rebuild(func() {
		b.fill()
		b.do.Fit()
	})
}

// answer answers what is written, and says whether there is an answer to show. What is not understood is said only once
// the question is settled: until then the last answer stays.
func (b *Box) answer(settled bool) (fresh bool) {
	b.rest()
	text := strings.TrimSpace(b.state.Text)
	if text == "" {
		b.state.Shown, b.reply, b.list = "", nil, ""
		return true
	}
	if b.model.Unread != nil { // a yes could do harm
		return false
	}
	r := b.ask(text)
	if !r.Understood && !settled && b.listed(text, r) == "" {
		b.stop = b.do.After(pause, func() {
			b.answer(true)
			b.Redraw()
		})
		return false
	}
	if text != b.state.Shown {
		b.state.All = false
	}
	b.state.Shown = text
	b.hear(r)
	b.rests()
	return true
}

// hear takes the answer to what is on show.
func (b *Box) hear(r service.AskView) { b.reply, b.list = &r, b.listed(b.state.Shown, r) }

// rest ends the pause.
func (b *Box) rest() {
	if b.stop != nil {
		b.stop()
		b.stop = nil
	}
}

// submit is Enter: the question is settled, and remembered if it was understood.
func (b *Box) submit() {
	if blank(b.state.Text) {
		return
	}
	b.answer(true)
	b.Redraw()
	b.heard = "" // who presses Enter wants to hear it, once more if need be
	b.read()
	if b.reply != nil && b.reply.Understood && b.list == "" {
		b.do.Remember(b.state.Shown)
	}
}

// pick asks a question that stands on the page.
func (b *Box) pick(text string) {
	e := b.field.Entry
	e.SetText(text)
	e.CursorColumn = len([]rune(text))
	e.Refresh()
	b.toField()
	b.submit()
}

// key is a key in the field.
func (b *Box) key(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.submit()
		return true
	case fyne.KeyEscape:
		return b.Escape()
	case fyne.KeyDown:
		return b.step(nil, 1)
	}
	return false
}

// step gives the keyboard to what lies so many places after from; nil is the field, as is whatever lies before the first.
func (b *Box) step(from *kit.Press, by int) bool {
	if b.k.Focus == nil {
		return false
	}
	at := -1
	for i, p := range b.order {
		if p == from {
			at = i
		}
	}
	switch to := at + by; {
	case to < 0:
		b.toField()
	case to < len(b.order):
		b.k.Focus(b.order[to])
	}
	return true
}

// walks has the arrow keys go through p too, in the order in which this is called.
func (b *Box) walks(p *kit.Press) *kit.Press {
	b.order = append(b.order, p)
	p.OnKey = func(key fyne.KeyName) bool {
		switch key {
		case fyne.KeyDown, fyne.KeyRight:
			return b.step(p, 1)
		case fyne.KeyUp, fyne.KeyLeft:
			return b.step(p, -1)
		}
		return false
	}
	return p
}
