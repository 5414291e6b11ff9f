package screens

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/guidance"
)

// guideHeads are the sections of the guide that are on show.
func (st *stage) guideHeads() (ids []string) {
	for _, p := range st.presses("guide.section.") {
		ids = append(ids, p.ID)
	}
	return ids
}

// starter is day one with a starter plan, as it is shipped.
func starter(t testing.TB, device string) *fake {
	t.Helper()
	text, _ := guidance.StarterText("essentials")
	p, err := guidance.Parse("essentials.toml", text)
	if err != nil {
		t.Fatal(err)
	}
	f := dayOne(t)
	tr := f.scene.Courses[0].Treatment
	tr.Device, tr.Plan = device, p
	c := course.New(tr, testZone, nil)
	f.scene.Courses, f.scene.Plan = []course.Course{c}, c.Plan
	return f
}

func TestTheGuideHasOneSectionOpenAtATime(t *testing.T) {
	st := newStage(t, starter(t, "pen"), false, 960, 680)
	st.shell.Show(PageGuide)
	heads := st.guideHeads()
	if len(heads) < 8 {
		t.Fatalf("the sections are %q", heads)
	}
	st.wantNoText(t, "Pat dry with a clean towel.")
	for _, id := range heads {
		st.tap(t, id)
		var open []string
		for _, p := range st.presses("guide.section.") {
			if p.State().On {
				open = append(open, p.ID)
			}
		}
		if !slices.Equal(open, []string{id}) {
			t.Errorf("after a press on %s these are open: %q", id, open)
		}
		if got := len(st.presses("guide.says.")); got != 1 {
			t.Errorf("%s: who says so is asked at %d places", id, got)
		}
	}
	st.tap(t, heads[len(heads)-1])
	if got := len(st.presses("guide.says.")); got != 0 {
		t.Errorf("pressed once more, %d sections are open", got)
	}
}

func TestEachOfTheSevenRulesStandsInTheGuideAndOpensItsSection(t *testing.T) {
	st := newStage(t, starter(t, "pen"), false, 900, 520)
	for n, text := range map[int]string{1: "wash gently twice a day", 2: "Look for aloe vera", 3: "Stay out of direct sun", 4: "eight glasses a day",
		5: "Wear no makeup", 6: "Keep your hands off", 7: "plenty of fruit"} {
		st.shell.Show(PageGuide)
		id := fmt.Sprintf("guide.rule.%d", n)
		st.tap(t, id)
		st.wantText(t, text)
	}
}

func TestTheArrowKeysGoFromSectionToSection(t *testing.T) {
	st := newStage(t, starter(t, "pen"), false, 960, 680)
	st.shell.Show(PageGuide)
	heads := st.guideHeads()
	st.win.Canvas().Focus(st.press(t, heads[0]))
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyDown, heads[1]}, {fyne.KeyUp, heads[0]}, {fyne.KeyUp, heads[0]}, {fyne.KeyEnd, heads[len(heads)-1]}, {fyne.KeyHome, heads[0]}} {
		st.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: step.key})
		if got := st.focus(); got != step.want {
			t.Errorf("%s leads to %q, not to %q", step.key, got, step.want)
		}
	}
}

func TestTheGuideSpeaksOfTheDeviceThatThePersonHad(t *testing.T) {
	for device, want := range map[string]bool{"pen": false, "roller": false, "rf": true, "": true} {
		st := newStage(t, starter(t, device), false, 960, 680)
		st.shell.Show(PageGuide)
		st.tap(t, "guide.section.expect")
		if got := strings.Contains(st.texts(), "RF goes deeper"); got != want {
			t.Errorf("after %q it speaks of RF: %v", device, got)
		}
		st.wantNoText(t, "On the scalp")
	}
}

func TestAClinicsPlanThatNamesNoTopicsStandsInTheGuideWhole(t *testing.T) {
	f := dayOne(t)
	p := f.scene.Plan
	p.Care = []guidance.Care{{ID: "zaphod", Name: "Zaphod", Text: "Blick nach vorn.", Source: "x"}}
	f.scene.Courses[0].Treatment.Plan, f.scene.Plan = p, p
	st := newStage(t, f, false, 960, 680)
	st.shell.Show(PageGuide)
	heads := st.guideHeads()
	if last := heads[len(heads)-1]; last != "guide.section." {
		t.Fatalf("the last section is %q", last)
	}
	st.tap(t, "guide.section.")
	st.wantText(t, "More from your plan", "Blick nach vorn.")
	for _, w := range p.Windows {
		if !strings.Contains(st.texts(), w.Name) {
			t.Errorf("the wait %s stands nowhere", w.Name)
		}
	}
}

func TestAnOpenSectionOfTheGuideSpeaksFromTheCatalogAlone(t *testing.T) {
	for name, f := range map[string]*fake{"several treatments": severalTreatments(t), "none": nothing(t), "day one": dayOne(t)} {
		t.Run(name, func(t *testing.T) {
			st := newStageIn(t, f, pseudoVoice(t, locale.Hours12), false, minWide, minHigh)
			st.shell.Show(PageGuide)
			for _, id := range st.guideHeads() {
				st.tap(t, id)
				st.wantPseudo(t, id)
			}
			st.tap(t, st.presses("guide.says.")[0].ID)
			st.wantPseudo(t, "who says so")
		})
	}
}

func TestAClosedSectionNamesOnlySomeOfVeryMany(t *testing.T) {
	f := starter(t, "pen")
	plan := &f.scene.Plan
	for i := range 200 {
		plan.Care = append(plan.Care, guidance.Care{ID: fmt.Sprintf("extra%d", i), Name: fmt.Sprintf("Advice %d", i), Text: "As it is."})
	}
	f.scene.Courses[0].Treatment.Plan.Care = plan.Care
	st := newStage(t, f, false, 640, 400)
	st.shell.Show(PageGuide)
	st.wantNoText(t, "Advice 199")
	st.wantText(t, "and 188 more")
}
