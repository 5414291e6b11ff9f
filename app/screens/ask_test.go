package screens

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/ipc"
	"afterglow/app/locale"
	"afterglow/app/phrase/pseudo"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
	"afterglow/guidance"
)

// asked are questions that show each kind of answer, and "" for the empty box.
var asked = []string{"", "makeup", "sun", "hot yoga", "hot yoga saturday 10:00", "touching", "picking the flakes", "lukewarm shower", "fever",
	"niacinamide", "leg wax", "many", "near", "gibberish", strings.Repeat("a very long question ", 18)}

// inquisitive is a day on which some questions were asked before.
func inquisitive(t testing.TB) *fake {
	f := dayOne(t)
	f.asked = []record.Asked{{Text: "lukewarm shower"}, {Text: "niacinamide"}, {Text: "so may i touch it" + strings.Repeat(", may i touch it", 4)}}
	return f
}

func TestNothingOfAnAnswerIsCutOff(t *testing.T) {
	for _, z := range sizes {
		for _, text := range asked {
			t.Run(fmt.Sprintf("%.0f/%.20s", z[0], text), func(t *testing.T) {
				st := newStage(t, inquisitive(t), false, z[0], z[1])
				st.asks(t, everyVerdict(), text)
				for _, c := range st.cut() {
					t.Error(c)
				}
			})
		}
	}
}

func TestEveryAnswerSpeaksFromTheCatalogAloneAndIsReadWhole(t *testing.T) {
	for _, text := range asked {
		for _, hours := range []locale.Hours{locale.Hours24, locale.Hours12} {
			t.Run(fmt.Sprintf("%.20s/%d", text, hours), func(t *testing.T) {
				st := newStageIn(t, inquisitive(t), pseudoVoice(t, hours), hours == locale.Hours12, minWide, minHigh)
				scene := everyVerdict()
				scene.telling = at(23, 15, 30)
				if hours == locale.Hours12 {
					scene.telling = time.Time{}
					scene.notes = []record.ClinicQuestion{{Text: "niacinamide", Answer: "9", AnsweredAt: at(19, 12, 0)}, {Text: "leg wax"}}
				}
				st.asks(t, scene, text)
				st.wantPseudo(t, text)
				if text == "hot yoga" {
					st.tap(t, "ask.says")
					st.wantPseudo(t, "who says so")
				}
			})
		}
	}
}

// The days are those on which Today is tried too; here the real engine answers, of a plan of a few lines.
func TestOnEveryDayAnAnswerSpeaksFromTheCatalogAloneAndIsReadWhole(t *testing.T) {
	scenes := pseudoScenes()
	scenes["several"] = severalTreatments
	for name, scene := range scenes {
		for _, text := range []string{"", "makeup", "may i run tomorrow at 10:00", "sauna", "fever", "tattoo", "xyzzy"} {
			t.Run(name+"/"+text, func(t *testing.T) {
				st := pseudoStage(t, scene(t), false)
				for offered := range strings.SplitSeq(st.shell.k.V.T("askbox.common"), ",") { // one message, parted
					st.own = append(st.own, struct{ Name string }{strings.Trim(offered, string(pseudo.Open)+string(pseudo.Close)+" ")})
				}
				st.shell.Show(PageAsk)
				if text != "" {
					st.write(t, "ask", text)
					st.own = append(st.own, st.service.scene.Ask(st.shell.k.V.ReadQuestion(text)))
				}
				st.wantPseudo(t, name)
			})
		}
	}
}

func TestTabReachesAllThatAnAnswerOffers(t *testing.T) {
	for _, text := range asked {
		st := newStage(t, inquisitive(t), false, minWide, minHigh)
		st.asks(t, everyVerdict(), text)
		reached := st.byKeys(t, 60)
		for _, id := range st.ids() {
			if !reached[id] {
				t.Errorf("%.20s: Tab never reaches %q", text, id)
			}
		}
	}
}

// stroke types one letter where the keyboard is, as the window hears it.
func (st *stage) stroke(r rune) {
	c := st.win.Canvas()
	if f := c.Focused(); f != nil {
		f.TypedRune(r)
	} else if f := c.OnTypedRune(); f != nil {
		f(r)
	}
}

func (st *stage) focus() string {
	id, _ := kit.FocusID(st.win.Canvas().Focused())
	return id
}

func TestTheBoxIsReachedFromEveryPage(t *testing.T) {
	for way, press := range map[string]func(*stage){
		"Ctrl+K":                              func(st *stage) { st.shell.shortcuts()[fyne.KeyK]() },
		"a stroke":                            func(st *stage) { st.stroke('/') },
		"another program":                     func(st *stage) { st.shell.Answer(ipc.Message{Do: ipc.DoShow, Page: PageAsk}) },
		"a stroke, where the keyboard stands": func(st *stage) { st.win.Canvas().FocusNext(); st.stroke('/') },
	} {
		for _, page := range []string{PageToday, PageTimeline, PageGuide, PageSettings, PageCalls, PageBegin} {
			st := newStage(t, dayOne(t), false, 960, 680)
			st.shell.Show(page)
			st.win.Canvas().Unfocus()
			press(st)
			if st.shell.page != PageToday || st.focus() != "ask" {
				t.Errorf("%s, from %s: the window shows %s, the keyboard is at %q", way, page, st.shell.page, st.focus())
			}
			if st.entry(t, "ask").Text != "" {
				t.Errorf("%s, from %s: the field says %q", way, page, st.entry(t, "ask").Text)
			}
		}
	}
}

func TestAStrokeInAFieldIsAStroke(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.shell.Show(PageBegin)
	e := st.entry(t, "begin.when")
	e.SetText("")
	st.win.Canvas().Focus(e)
	st.stroke('/')
	if e.Text != "/" || st.shell.cover() == nil {
		t.Errorf("the field says %q", e.Text)
	}
}

func TestWhatIsAskedStaysOverEveryReading(t *testing.T) {
	st := newStage(t, inquisitive(t), false, 960, 680)
	st.shell.Show(PageAsk)
	for _, r := range "mak" {
		st.stroke(r)
	}
	field := st.entry(t, "ask")
	for range 3 {
		st.shell.Refresh()
	}
	for _, r := range "eup" {
		st.stroke(r)
	}
	if e := st.entry(t, "ask"); e != field || e.Text != "makeup" || e.CursorColumn != 6 || st.focus() != "ask" {
		t.Errorf("the field says %q, its caret is at %d, the keyboard at %q", e.Text, e.CursorColumn, st.focus())
	}
	st.service.SetSetting(t.Context(), "theme", "dark")
	st.shell.Refresh()
	if e := st.entry(t, "ask"); e.Text != "makeup" || st.focus() != "ask" {
		t.Errorf("in the other theme the field says %q, the keyboard is at %q", e.Text, st.focus())
	}
	st.shell.Show(PageTimeline)
	st.shell.Show(PageToday)
	if e := st.entry(t, "ask"); e.Text != "makeup" {
		t.Errorf("back from the timeline the field says %q", e.Text)
	}
}

func TestTheKeyboardStaysOnAPartOfTheAnswerOverAReading(t *testing.T) {
	st := newStage(t, inquisitive(t), false, 960, 680)
	st.shell.Show(PageAsk)
	st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	before := st.focus()
	st.shell.Refresh()
	if before == "ask" || st.focus() != before || st.win.Canvas().Focused() != fyne.Focusable(st.press(t, before)) {
		t.Errorf("the keyboard was at %q and is at %q", before, st.focus())
	}
}

func TestEscFromAPartOfTheAnswerClearsTheQuestionFirst(t *testing.T) {
	st := newStage(t, inquisitive(t), false, 960, 680)
	st.asks(t, everyVerdict(), "hot yoga")
	esc := func() { st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	st.win.Canvas().Focus(st.press(t, "ask.lane"))
	esc()
	if st.entry(t, "ask").Text != "" || st.focus() != "ask" {
		t.Fatalf("after one Esc the field says %q, the keyboard is at %q", st.entry(t, "ask").Text, st.focus())
	}
	esc()
	st.wantText(t, "What may I do, and when the rest?")
	if st.focus() != "" {
		t.Errorf("after two the keyboard is at %q", st.focus())
	}
}

func TestByKeysAloneOneAsksReadsWhoSaysSoIsToldAndLeaves(t *testing.T) {
	st := newStage(t, essentials(t, dayOne(t)), false, minWide, minHigh)
	keys := func(names ...fyne.KeyName) {
		for _, n := range names {
			st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	st.stroke('/')
	for _, r := range "may i do hot yoga" {
		st.stroke(r)
	}
	st.wantText(t, "Hot yoga: not yet")
	keys(fyne.KeyReturn)
	st.wantDid(t, "asked may i do hot yoga")
	keys(fyne.KeyDown, fyne.KeyReturn)
	st.wantText(t, "It is from a clinic")
	keys(fyne.KeyEscape)
	st.wantNoText(t, "It is from a clinic")
	for st.tab(t); st.focus() != "ask.tell"; st.tab(t) {
		if st.focus() == "" {
			t.Fatal("Tab never comes to it")
		}
	}
	keys(fyne.KeySpace)
	st.wantDid(t, "tell of Hot yoga when [heat sweat]")
	st.wantText(t, "We will tell you")
	st.shell.ask()
	keys(fyne.KeyEscape, fyne.KeyEscape)
	st.wantText(t, "What may I do, and when the rest?")
}

func TestTodayInTheRailPutsTheQuestionAway(t *testing.T) {
	for way, press := range map[string]func(*stage){
		"a click":   func(st *stage) { st.tap(t, "rail.today") },
		"Ctrl+1":    func(st *stage) { st.shell.shortcuts()[fyne.Key1]() },
		"its cross": func(st *stage) { st.tap(t, "ask.clear"); st.tap(t, "ask.clear") },
	} {
		st := newStage(t, dayOne(t), false, 960, 680)
		st.asks(t, everyVerdict(), "hot yoga")
		st.wantNoText(t, "What may I do, and when the rest?")
		press(st)
		st.wantText(t, "What may I do, and when the rest?")
		if got := st.entry(t, "ask").Text; got != "" {
			t.Errorf("%s: the field still says %q", way, got)
		}
		if id := st.focus(); id == "ask" {
			t.Errorf("%s: the keyboard is still in the field", way)
		}
	}
}

func TestTellMeWhenIsToldAndCanBeTakenBack(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.asks(t, everyVerdict(), "hot yoga")
	st.tap(t, "ask.tell")
	st.wantDid(t, "tell of Hot yoga when [heat sweat]")
	st.wantText(t, "We will tell you Monday 15:30.", "Undo")
	st.tap(t, "toast.undo")
	st.wantDid(t, "undo 92")
}

func TestWhatThePlanDoesNotSayIsKeptForTheClinic(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.asks(t, everyVerdict(), "niacinamide")
	st.tap(t, "ask.keep")
	st.wantDid(t, "keep the question niacinamide")
	st.wantText(t, "Kept for your clinic: niacinamide", "Undo")
}

func TestAListThatIsPastedIntoTheBoxIsReadOnProducts(t *testing.T) {
	const list = "Aqua, Glycerin, Retinol, Glycolic Acid, Panthenol"
	st := newStage(t, essentials(t, dayOne(t)), false, minWide, minHigh)
	st.shell.Show(PageAsk)
	st.write(t, "ask", list)
	st.tap(t, "ask.list")
	st.wantText(t, "Retinol", "Glycolic Acid", "Keep on my shelf")
	if st.shell.page != PageProducts || st.shell.product.Text != list {
		t.Errorf("the page is %s, and its field says %q", st.shell.page, st.shell.product.Text)
	}
}

func TestTheTimelineMarksWhatWasAskedAbout(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.asks(t, everyVerdict(), "hot yoga")
	st.tap(t, "ask.lane")
	if st.shell.page != PageTimeline {
		t.Fatalf("the window shows %s", st.shell.page)
	}
	marked := st.picture()
	st.shell.Show(PageTimeline)
	if off, err := different(marked, st.picture()); err != nil || off < 0.001 {
		t.Errorf("turned to anew, the timeline differs by %.4f (%v)", off, err)
	}
}

func TestWhatWasAskedIsRememberedAndForgotten(t *testing.T) {
	st := newStage(t, dayOne(t), false, 960, 680)
	st.shell.Show(PageAsk)
	st.write(t, "ask", "makeup")
	st.wantDid(t, "asked makeup")
	st.entry(t, "ask").TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	st.wantText(t, "Asked before", "Makeup")
	st.tap(t, "ask.before.1")
	st.wantText(t, "Makeup: yes")
	st.entry(t, "ask").TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	st.tap(t, "ask.forget")
	st.wantDid(t, "forget what was asked")
	st.wantNoText(t, "Asked before")
}

func TestDiscreetlyNothingIsSaidOfWhatWasAsked(t *testing.T) {
	f := inquisitive(t)
	f.SetSetting(t.Context(), "discreet", "on")
	st := newStage(t, f, false, 960, 680)
	st.shell.Show(PageAsk)
	st.wantNoText(t, "Asked before", "Niacinamide")
}

func TestTheBoxIsThereWithoutATreatment(t *testing.T) {
	st := newStage(t, nothing(t), false, minWide, minHigh)
	st.shell.Show(PageAsk)
	if !slices.Contains(st.ids(), "ask") {
		t.Fatal("there is no box")
	}
	st.wantText(t, "Nothing to look after today.")
	for _, c := range st.cut() {
		t.Error(c)
	}
}

func TestNothingIsAnsweredOfATreatmentThatCannotBeRead(t *testing.T) {
	f := nothing(t)
	f.status.Unread = fault.New("journal.plan_unreadable", fault.Args{"ID": 1, "At": at(20, 15, 30)})
	st := newStage(t, f, false, minWide, minHigh)
	st.shell.Show(PageAsk)
	st.write(t, "ask", "makeup")
	st.wantText(t, st.shell.k.V.Error(f.status.Unread))
	st.wantNoText(t, "Makeup:")
	if len(f.asked) > 0 {
		t.Errorf("it remembers %+v", f.asked)
	}
}

// essentials is a day with the plan that most people have.
func essentials(t testing.TB, f *fake) *fake {
	t.Helper()
	tr := f.scene.Courses[0].Treatment
	tr.Plan = guidance.Starters()[0]
	f.scene.Courses, f.scene.Plan = []course.Course{course.New(tr, testZone, nil)}, tr.Plan
	return f
}

// With the plan that most people have, the questions to pick from fill a line on the first day.
func TestTheQuestionsToPickFromAreThoseOfTheDay(t *testing.T) {
	f := essentials(t, dayOne(t))
	st := newStage(t, f, false, minWide, minHigh)
	st.shell.Show(PageAsk)
	var chips []string
	for _, id := range st.ids() {
		if strings.HasPrefix(id, "ask.common.") {
			p := st.press(t, id)
			chips = append(chips, p.Label())
			if r := f.scene.Ask(st.shell.k.V.ReadQuestion(p.Label())); !r.Understood || len(r.Answers) == 0 {
				t.Errorf("%q is offered and not answered: %+v", p.Label(), r)
			}
		}
	}
	if len(chips) < 7 {
		t.Errorf("only these are offered: %q", chips)
	}
	if r := f.scene.Ask(st.shell.k.V.ReadQuestion(chips[0])); r.Verdict != ask.NotYet {
		t.Errorf("the first one is %q, which does not have to wait", chips[0])
	}
}

// A letter has to be answered, and the answer laid out, well within a frame, 16 ms; drawing it is Fyne's part.
func BenchmarkALetter(b *testing.B) {
	st := newStage(b, essentials(b, inquisitive(b)), false, startWide, startHigh)
	st.shell.Show(PageAsk)
	e := st.entry(b, "ask")
	text := []rune("may i do hot yoga on sunday")
	for b.Loop() {
		for i := range text {
			e.SetText(string(text[:i+1]))
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(text)), "µs/letter")
}
