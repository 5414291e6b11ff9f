package screens

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/phrase/pseudo"
	"afterglow/app/reminder"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/sheets"
	"afterglow/app/service"
	"afterglow/guidance"
)

// In the pseudo-language every message of the catalog is longer and stands in brackets. What stands outside, apart from
// names, figures and the plan's own words, was worded by the window itself.

func pseudoVoice(t testing.TB, hours locale.Hours) phrase.Voice {
	t.Helper()
	files, err := pseudo.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	return phrase.From(locale.Format{Hours: hours}, files)
}

// pseudoStage is a stage in the pseudo-language.
func pseudoStage(t testing.TB, f *fake, dark bool) *stage {
	t.Helper()
	return newStageIn(t, f, pseudoVoice(t, locale.Hours24), dark, minWide, minHigh)
}

// giving are the fields with a plan's or a person's own words, which nobody translates.
var giving = []string{"Name", "Avoid", "Why", "After", "Then", "Expect", "How", "Title", "PlanName", "Area", "Summary", "Text",
	"Situation", "GoalText", "Phone", "Clinic", "Phase", "Ask", "Elsewhere", "Answer", "Version", "DataDir"}

// given are the plan's and the person's own words in v.
func given(v reflect.Value, all map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		given(v.Elem(), all)
	case reflect.Slice:
		for i := range v.Len() {
			given(v.Index(i), all)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Field(i)
			if f.Kind() == reflect.String && slices.Contains(giving, v.Type().Field(i).Name) {
				all[f.String()] = true
			}
			given(f, all)
		}
	}
}

// ownWords finds the plan's and the person's own words in a text, as they stand alone and within a sentence.
func (st *stage) ownWords() *strings.Replacer {
	all := map[string]bool{}
	given(reflect.ValueOf(st.service), all)
	given(reflect.ValueOf(st.shell.opts), all)
	given(reflect.ValueOf(guidance.CallList(st.service.scene.Plan)), all)
	for _, more := range st.own {
		given(reflect.ValueOf(more), all)
	}
	v := phrase.New(locale.Format{})
	for text := range maps.Clone(all) {
		all[phrase.Bare(text)], all[v.Inside(text)], all[phrase.Capital(text)] = true, true, true
	}
	delete(all, "")
	words := slices.SortedFunc(maps.Keys(all), func(a, b string) int { return len(b) - len(a) })
	var pairs []string
	for _, w := range words {
		pairs = append(pairs, w, "")
	}
	return strings.NewReplacer(pairs...)
}

// said visits each text on show, once: words on screen, and what a screen reader says of something to press.
func said(o fyne.CanvasObject, visit func(text string)) {
	if o == nil || !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			said(c, visit)
		}
	case *container.Scroll:
		said(o.Content, visit)
	case *kit.Para:
		visit(o.Text())
	case *kit.Line:
		visit(o.Text())
	case *canvas.Text:
		visit(o.Text)
	case *kit.Entry:
		visit(o.PlaceHolder)
	case *widget.Label:
		visit(o.Text)
	case *widget.Button:
		visit(o.Text)
	case *kit.Press:
		visit(o.Label())
		said(o.Content(), visit)
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			said(c, visit)
		}
	}
}

var address = regexp.MustCompile(`https?://\S+`)

// unbracketed are the texts on show that did not come from the catalog: more than names and figures.
func (st *stage) unbracketed() []string {
	var out []string
	own := st.ownWords()
	look := func(text string) {
		outside := own.Replace(address.ReplaceAllString(pseudo.Outside(text), ""))
		if strings.ContainsFunc(outside, unicode.IsLetter) || strings.Contains(text, "⟨") {
			out = append(out, fmt.Sprintf("%q stands outside of the catalog in %q", outside, text))
		}
	}
	c := st.win.Canvas()
	said(c.Content(), look)
	for _, o := range c.Overlays().List() {
		said(o, look)
	}
	return out
}

// wantPseudo holds that all on show came from the catalog and can be read whole.
func (st *stage) wantPseudo(t *testing.T, where string) {
	t.Helper()
	for _, s := range append(st.unbracketed(), st.cut()...) {
		t.Errorf("%s: %s", where, s)
	}
}

// pseudoScenes are days on which much, little and nothing is on show.
func pseudoScenes() map[string]func(testing.TB) *fake {
	return map[string]func(testing.TB) *fake{"day one": dayOne, "busy": busy, "nothing": nothing, "evening": evening, "ahead": ahead}
}

// ahead is a day before the treatment, with all that can be said then, and with drinks in millilitres.
func ahead(t testing.TB) *fake {
	f := dayOne(t)
	st := &f.status
	st.Treatment.At, st.Treatment.Day = at(24, 9, 0), -3
	st.Treatments[0] = *st.Treatment
	st.Phase = nil
	for i := range st.Windows {
		st.Windows[i].State, st.Windows[i].From = course.Before, at(24, 9, 0)
	}
	for i := range st.Routines {
		st.Routines[i].Starts = ptr(at(24, 15, 0))
	}
	st.Routines[0].Starts, st.Routines[0].Off = nil, true
	st.Routines[1].Starts, st.Routines[1].Done, st.Routines[1].Goal = nil, 0, 0
	st.Routines[2].Starts, st.Routines[2].Drink.Unit = nil, course.UnitML
	st.Held = []service.HeldView{{NextView: service.NextView{News: due("Moisturise", "")}, Reason: reminder.HeldQuiet, By: "dunst"}}
	st.NextVisit = &service.VisitView{From: at(18, 0, 0).AddDate(0, 1, 0), Until: at(1, 0, 0).AddDate(0, 2, 0), Says: says(1)}
	st.Next.At = at(24, 18, 30)
	return f
}

func TestEveryPageSpeaksFromTheCatalogAloneAndIsReadWhole(t *testing.T) {
	for name, scene := range pseudoScenes() {
		for _, page := range []string{PageToday, PageTimeline, PageGuide, PageProducts, PageQuestions, PageHistory, PageSettings, PageCalls} {
			t.Run(name+"/"+page, func(t *testing.T) {
				st := pseudoStage(t, scene(t), false)
				st.shell.Show(page)
				st.wantPseudo(t, page)
			})
		}
	}
}

func TestEveryLayerSpeaksFromTheCatalogAloneAndIsReadWhole(t *testing.T) {
	for name, open := range map[string]func(t *testing.T, st *stage){
		"more cards":     func(t *testing.T, st *stage) { st.tap(t, "today.more") },
		"the later menu": func(t *testing.T, st *stage) { st.tap(t, "today.later") },
		"a source":       func(t *testing.T, st *stage) { st.tap(t, "today.expects.says") },
		"done":           func(t *testing.T, st *stage) { st.tap(t, "today.done") },
		"put off":        func(t *testing.T, st *stage) { st.tap(t, "today.later"); st.tap(t, "later.1") },
		"left out":       func(t *testing.T, st *stage) { st.tap(t, "today.later"); st.tap(t, "later.4") },
		"resumed":        func(t *testing.T, st *stage) { st.tap(t, "today.resume") },
		"made longer":    func(t *testing.T, st *stage) { st.tap(t, "today.calm.no") },
		"calm":           func(t *testing.T, st *stage) { st.tap(t, "today.calm.yes") },
		"taken back":     func(t *testing.T, st *stage) { st.tap(t, "today.done"); st.tap(t, "toast.undo") },
		"the check-in":   func(t *testing.T, st *stage) { st.shell.Show(PageCheckIn) },
		"red": func(t *testing.T, st *stage) {
			st.shell.Show(PageCheckIn)
			st.tap(t, "sheet.skin.red")
			st.tap(t, "sheet.keep")
		},
		"calm now": func(t *testing.T, st *stage) {
			st.shell.Show(PageCheckIn)
			st.tap(t, "sheet.skin.calm")
			st.tap(t, "sheet.keep")
		},
		"a removal":   func(t *testing.T, st *stage) { st.shell.Show(PageSettings); st.tap(t, "settings.remove.1") },
		"a plan file": func(t *testing.T, st *stage) { st.shell.OpenPlan(writePlan(t, "7", planText)) },
		"another plan": func(t *testing.T, st *stage) {
			st.shell.OpenPlan(writePlan(t, "7", strings.NewReplacer("24h", "48h", `id = "alcohol"`, `id = "wine"`).Replace(planText)))
		},
		"a leaflet to read": func(_ *testing.T, st *stage) { st.shell.openLeaflet() },
		"a faulty plan":     func(t *testing.T, st *stage) { st.shell.OpenPlan(writePlan(t, "7", "format = 1\nid = \"7\"\nx = 3\n")) },
		"no plan file":      func(t *testing.T, st *stage) { st.shell.OpenPlan(t.TempDir()) },
		"a list's dialog":   func(_ *testing.T, st *stage) { st.shell.productActions().Open(1<<20, func(string, []byte, bool) {}) },
		"the file dialog":   func(_ *testing.T, st *stage) { st.shell.openPlanFile(1<<20, func(string, []byte, bool) {}) },
	} {
		t.Run(name, func(t *testing.T) {
			st := pseudoStage(t, busy(t), false)
			open(t, st)
			if strings.HasSuffix(name, "dialog") {
				st.wantFynesWords(t)
				return
			}
			st.wantPseudo(t, name)
		})
	}
}

// wantFynesWords holds that Fyne's dialog says nothing but names of files and folders, and words of the catalog.
func (st *stage) wantFynesWords(t *testing.T) {
	t.Helper()
	var all []string
	for _, o := range st.win.Canvas().Overlays().List() {
		said(o, func(text string) { all = append(all, text) })
	}
	whole := strings.Join(all, "\n")
	for _, never := range []string{"Cancel", "Open", "Parent", "File"} {
		if strings.Contains(whole, never) {
			t.Errorf("Fyne says %q itself:\n%s", never, whole)
		}
	}
	if !strings.Contains(whole, string(pseudo.Open)) {
		t.Errorf("Fyne says:\n%s", whole)
	}
}

func TestEveryWindowsPanelSpeaksFromTheCatalogAlone(t *testing.T) {
	st := pseudoStage(t, busy(t), true)
	for _, w := range st.service.status.Windows {
		st.toWindow(t, w.ID)
		st.wantPseudo(t, w.ID)
		st.shell.escape()
	}
}

func TestTheStepsSpeakFromTheCatalogAloneAndAreReadWhole(t *testing.T) {
	for name, scene := range pseudoScenes() {
		t.Run(name, func(t *testing.T) {
			st := pseudoStage(t, scene(t), false)
			st.shell.Show(PageBegin)
			for step := 1; step <= 3; step++ {
				st.wantPseudo(t, fmt.Sprintf("step %d", step))
				if step < 3 {
					st.tap(t, "begin.next")
				}
			}
		})
	}
}

// The clock and the order of dates must not leave anything outside either.
func TestATwelveHourClockSpeaksFromTheCatalogToo(t *testing.T) {
	f := busy(t)
	st := newStageIn(t, f, pseudoVoice(t, locale.Hours12), false, minWide, minHigh)
	for _, page := range []string{PageToday, PageTimeline, PageGuide, PageSettings} {
		st.shell.Show(page)
		st.wantPseudo(t, page)
	}
}

func TestTheBracketsSeeWhatTheWindowWordsItself(t *testing.T) {
	st := pseudoStage(t, dayOne(t), false)
	if found := st.unbracketed(); len(found) > 0 {
		t.Skipf("the page has faults of its own: %q", found)
	}
	st.shell.content.Add(st.shell.k.Body("worded here"))
	if found := st.unbracketed(); len(found) != 1 {
		t.Errorf("a text outside of the catalog is found %d times", len(found))
	}
}

func TestWhatReachesOutOfItsPanelIsSeen(t *testing.T) {
	st := newStage(t, dayOne(t), false, minWide, minHigh)
	wide := strings.Repeat("very ", 12) + "wide"
	st.shell.openPanel(sheets.Fixed(func(k *kit.Kit, h sheets.Handle) *kit.Sheet {
		return k.Sheet(sheets.Wide, "Panel", h.Close, kit.Row(0, -1, k.Secondary("one", wide, func() {}), k.Secondary("two", wide, func() {})))
	}))
	if !slices.ContainsFunc(st.cut(), func(s string) bool { return strings.Contains(s, "reaches out") }) {
		t.Error("two buttons that are wider than their panel are not seen")
	}
	st.shell.openPanel(sheets.Fixed(func(k *kit.Kit, h sheets.Handle) *kit.Sheet {
		return k.Sheet(sheets.Wide, "Panel", h.Close, k.Body("Short"), k.Secondary("one", wide, func() {}), k.Secondary("two", wide, func() {}))
	}))
	if found := st.cut(); len(found) > 0 {
		t.Errorf("the same as answers of the panel: %q", found)
	}
}
