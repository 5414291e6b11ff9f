// Package studio is the page on which a plan is written by a form: its rows at the left, the one that is open beside them,
// and what its patient would see.
package studio

import (
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// State is the draft and where its writer is in it. It outlives the page, which is made anew in another theme.
type State struct {
	Draft  *studio.Draft // nil: none was begun, or it was not read yet
	Row    string        // the key of the row that is open; "": none
	Traits guidance.Traits
	Moment int     // which of studio.Moments is looked at
	aside  row.Row // what the open row said as one of another kind, and does not say now
	asked  bool    // whether the data folder was asked for a draft
	taken  bool    // the draft came from elsewhere and is not kept yet
	unkept error
	others []string // files with what something else wrote in the draft's place, until this was read
}

// Take goes on with a draft that came from elsewhere.
func (s *State) Take(d *studio.Draft) {
	s.Draft, s.Row, s.aside, s.asked, s.taken = d, "", row.Row{}, true, true
}

// Model is what was read last.
type Model struct {
	Now   time.Time // in the person's zone
	Wide  float32   // of the page
	InUse guidance.Plan
}

// Actions is what the person can mean. An answer is called on the goroutine of the user interface.
type Actions struct {
	// Load reads the draft that is kept; nil: there is none.
	Load func(answer func(text []byte, err error))
	// Keep keeps the draft's text in place of the one before; nil forgets it. What something else wrote in its place
	// meanwhile is put aside into a file; "": nothing did.
	Keep func(text []byte, answer func(aside string, err error))
	// InUse gives the text of the plan in use.
	InUse func(answer func(text string, err error))
	// Open lets the person choose a plan file.
	Open func(answer func(text []byte, fits bool))
	// Leaflet makes one from a leaflet's text.
	Leaflet func()
	// Use shows what the plan changes and takes it into use; Save writes it into a file.
	Use  func(text []byte)
	Save func(name string, text []byte)
	// Look does something that takes a while, and then shows it.
	Look func(do func() (show func()))
	// Sure asks before a draft is left.
	Sure func(yes func())
}

// Page is the page "My clinic's plan".
type Page struct {
	k     *kit.Kit
	do    Actions
	state *State
	root  *kit.Page
	model Model

	fields   map[string]*field      // of the row that is open, and of the plan
	typed    map[string]studio.Time // the row's moments as they were put together in the form
	wrong    error                  // why something was not done
	looked   look
	seq      int             // of the newest look
	looking  bool            // one is on its way
	again    bool            // the draft was changed since that began
	due      bool            // a drawing is on its way
	alone    func()          // draws the page that its form is on, of one row alone; nil: it is a page itself
	someOnly bool            // the form shows for whom a row is
	wideWhat bool            // what the row is about has a line of its own
	offered  bool            // it shows what else a row can say
	filled   *filled         // what its sentence was taken for; nil: it was not read
	chosen   map[string]bool // of that: what was chosen for the open row
}

// New makes a page that goes on where state stands.
func New(k *kit.Kit, do Actions, state *State) *Page {
	p := &Page{k: k, do: do, state: state, root: kit.NewPage(), fields: map[string]*field{}, typed: map[string]studio.Time{}, chosen: map[string]bool{}}
	if state.Traits.Device == "" {
		state.Traits = guidance.Traits{Device: "pen", DepthMM: 1, Area: "face"}
	}
	if !state.asked {
		state.asked = true
		do.Load(p.loaded)
	}
	return p
}

// Object is what to put into the window.
func (p *Page) Object() *kit.Page { return p.root }

// Show draws m.
func (p *Page) Show(m Model) {
	first := p.model.Now.IsZero()
	p.model = m
	switch {
	case p.state.taken:
		p.state.taken = false
		p.changed()
		p.settle()
		return
	case first:
		p.look()
	}
	p.draw()
}

// loaded takes up the draft that was kept.
func (p *Page) loaded(text []byte, err error) {
	if err == nil && text != nil && p.state.Draft == nil {
		p.state.Draft, err = studio.Open(text)
	}
	p.wrong = err
	p.look()
	p.draw()
}

// begin begins with a draft.
func (p *Page) begin(d *studio.Draft, err error) {
	if p.wrong = err; err != nil {
		p.draw()
		return
	}
	d.Say = p.k.V.StudioText
	p.state.Draft, p.state.Row = d, ""
	p.fields = map[string]*field{}
	p.changed()
	p.settle()
	p.root.Top()
}

// changed keeps the draft, has it looked through and draws it.
func (p *Page) changed() {
	p.do.Keep(p.state.Draft.Text(), p.kept)
	p.look()
	p.soon()
}

// kept tells how it went to keep the draft.
func (p *Page) kept(aside string, err error) {
	if p.state.unkept == nil && err == nil && aside == "" {
		return
	}
	if p.state.unkept = err; aside != "" {
		p.state.others = append(p.state.others, aside)
	}
	p.draw()
}

// act changes the draft and draws it, or says why it is not changed.
func (p *Page) act(do func(d *studio.Draft) error) {
	if p.wrong = do(p.state.Draft); p.wrong != nil {
		p.draw()
		return
	}
	p.changed()
	p.settle()
}

// soon draws after the events that wait already: who types fast on a slow computer is not held up by a drawing for each
// letter.
func (p *Page) soon() {
	switch {
	case p.k.Later == nil:
		p.draw()
	case !p.due:
		p.due = true
		p.k.Later(p.settle)
	}
}

// settle draws what is still to be drawn.
func (p *Page) settle() {
	if p.due {
		p.draw()
	}
}

// draw makes all anew.
func (p *Page) draw() {
	p.due = false
	if p.model.Now.IsZero() {
		return
	}
	if d := p.state.Draft; d != nil {
		d.Say = p.k.V.StudioText
	}
	if p.alone != nil {
		p.alone()
		return
	}
	p.k.Rebuild(p.build)
}

// Widths from which on the parts of the page stand side by side.
const (
	wideTwo   = 700
	wideThree = 980
	pageWide  = 1560
)

// wideStep is by how much the page changes its width until the open row's form is put beside it anew.
const wideStep = 40

// inner is the width that the page's parts share.
func (p *Page) inner() float32 { return min(p.model.Wide-2*kit.Edge, pageWide) }

// SetRoom tells how large the page is.
func (p *Page) SetRoom(room fyne.Size) {
	form := func() [2]int {
		inner := p.inner()
		columns := 1
		for _, from := range []float32{wideTwo, wideThree} {
			if inner >= from {
				columns++
			}
		}
		return [2]int{columns, int(inner / wideStep)}
	}
	before := form()
	p.model.Wide = room.Width
	if form() != before {
		p.draw()
	}
}

func (p *Page) build() {
	k := p.k
	parts := []fyne.CanvasObject{p.head()}
	if p.state.unkept != nil {
		parts = append(parts, k.Banner(k.Amber(), k.Body(k.V.Error(p.state.unkept))))
	}
	for _, file := range p.state.others {
		parts = append(parts, k.Banner(k.Amber(), kit.Column(6, k.Body(k.V.T("studio.changed", phrase.Args{"File": file})),
			kit.Left(k.Link("studio/changed-read", k.V.T("studio.changed_read"), func() {
				p.state.others = nil
				p.draw()
				k.GoTo("studio/name")
			})))))
	}
	if p.wrong != nil {
		parts = append(parts, k.Banner(k.Amber(), k.Body(k.V.Error(p.wrong))))
	}
	if p.state.Draft != nil {
		parts = append(parts, p.ofPlan()...)
	}
	inner := p.inner()
	switch {
	case p.state.Draft == nil:
		parts = append(parts, p.beginnings())
	case inner >= wideThree:
		parts = append(parts, p.beside(inner, []float32{0.9, 1.6, 1.1}, p.form, p.preview))
	case inner >= wideTwo:
		parts = append(parts, p.beside(inner, []float32{1, 1.7}, func() fyne.CanvasObject { return kit.Column(kit.GapBetween, p.form(), p.preview()) }))
	default:
		list, _ := p.list(inner, p.form)
		parts = append(parts, list, p.preview())
	}
	wide := float32(pageWide)
	if p.state.Draft == nil {
		wide = kit.ColumnWide
	}
	p.root.SetContent(kit.Pad(24, kit.Edge, 28, kit.Edge, kit.Centred(wide, kit.Column(kit.GapBetween, parts...))), true)
}

// beside sets other columns beside the list, as low as the open row stands in it, so that both are in sight together.
func (p *Page) beside(inner float32, weights []float32, columns ...func() fyne.CanvasObject) fyne.CanvasObject {
	sum := float32(0)
	for _, w := range weights {
		sum += w
	}
	each := (inner - float32(len(weights)-1)*kit.GapBetween) / sum
	list, down := p.list(each*weights[0], nil)
	high := kit.Height(list, each*weights[0])
	all := []fyne.CanvasObject{list}
	for i, column := range columns {
		o := column()
		// Nothing is moved so low that the page grows by it, and all begin at one height.
		down = min(down, high-kit.Height(o, each*weights[i+1]))
		all = append(all, o)
	}
	if down < kit.Target {
		down = 0
	}
	for i, o := range all[1:] {
		all[i+1] = kit.Pad(down, 0, 0, 0, o)
	}
	return kit.Beside(0, kit.GapBetween, weights, all...)
}

// look has the draft looked through as it stands; see look.go.
func (p *Page) look() {
	if p.state.Draft == nil || p.model.Now.IsZero() {
		return
	}
	p.seq++
	if p.looking { // of what is typed meanwhile the newest alone is looked at
		p.again = true
		return
	}
	p.looking = true
	seq, text, trial, at, open := p.seq, p.state.Draft.Text(), p.trial(), p.state.Moment, p.state.Row
	p.do.Look(func() func() {
		seen := lookAt(text, trial, at, open)
		return func() {
			p.looking = false
			if seq == p.seq {
				p.looked = seen
				p.soon()
			}
			if p.again {
				p.again = false
				p.look()
			}
		}
	})
}

// trial is the treatment that the plan is looked at with: this morning, so that hours of the day are told as usual.
func (p *Page) trial() studio.Trial {
	now := p.model.Now
	return studio.Trial{At: time.Date(now.Year(), now.Month(), now.Day(), 10, 0, 0, 0, now.Location()), Zone: now.Location(), Traits: p.state.Traits}
}

// look is a draft as its patient would see it.
type look struct {
	plan     guidance.Plan
	readable bool
	warnings []studio.Warning
	status   service.Status    // at the moment that is looked at
	asked    []service.AskView // of the row that is open, one for each moment
	of       string            // the key of that row
}

// lookAt looks a draft's text through.
func lookAt(text []byte, t studio.Trial, moment int, open string) look {
	d, err := studio.Open(text)
	if err != nil { // a draft's text is TOML always
		return look{}
	}
	l := look{warnings: d.Warnings(t), of: open}
	l.plan, _, l.readable = d.Readable()
	if !l.readable {
		return l
	}
	treatment := t.Treatment(l.plan)
	all := studio.Moments()
	l.status = service.Imagined(treatment, t.At.Add(all[moment]), t.Zone).Status()
	e, ok := d.Row(open)
	words := e.Words()
	if !ok || len(words) == 0 || e.Kind.Part() {
		return l
	}
	for _, after := range all {
		l.asked = append(l.asked, service.Imagined(treatment, t.At.Add(after), t.Zone).Ask(askOf(words[0])))
	}
	return l
}
