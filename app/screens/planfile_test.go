package screens

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterglow/app/ipc"
	"afterglow/app/record"
	"afterglow/app/screens/kit"
)

// clinicPlan is planText as another clinic would write it: makeup waits longer, dancing is new.
func clinicPlan(t testing.TB) string {
	t.Helper()
	return writePlan(t, "rose.afterglow-plan", strings.NewReplacer(
		`id = "essentials"`, `id = "rose"`, `name = "Essentials"`, `name = "Rose Street, pen"`,
		"name = \"Makeup\"\navoid = \"No makeup.\"\nuntil = \"24h\"", "name = \"Makeup\"\navoid = \"No makeup.\"\nuntil = \"48h\"",
		"id = \"alcohol\"\nname = \"Alcohol\"", "id = \"dance\"\nname = \"Dancing\"").Replace(planText))
}

func writePlan(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const oddPlan = "format = 1\nid = \"x\"\nname = \"X\"\nunknown = 3\n\n[[windows]]\nid = \"makeup\"\nname = \"Makeup\"\nuntil = \"soon\"\n"

func TestAPlanFileIsShownWithWhatItWouldChange(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	st.shell.OpenPlan(clinicPlan(t))
	st.wantText(t, "Use this plan?", "Rose Street, pen", "From Rose Street Skin, phone 020 7946 0000.", "6 waits and 3 routines",
		"With this plan", "With your plan now", "48 hours", "24 hours", "the clinic's is longer", "left out", "until tomorrow 15:30", "over", "the same", "Dancing", "not in it", "Alcohol", "Nothing is stored yet.", "Friday 20 November")
	if len(st.service.did) != 0 {
		t.Errorf("looking did %q", st.service.did)
	}
	if id, _ := kit.FocusID(st.win.Canvas().Focused()); id != "plan.use" {
		t.Errorf("the keyboard is at %q", id)
	}
}

func TestAWaitThatAsksIsNeverShownAsEndingByTheClockAlone(t *testing.T) {
	asks := strings.Replace(planText, "until = \"24h\"", "until = \"24h\"\nand_when = \"calm\"", 1)
	st := newStage(t, nothing(t), false, 900, 640)
	st.shell.OpenPlan(writePlan(t, "asks.toml", asks))
	st.wantText(t, "24 hours, and when calm", "5 days, and when calm")

	f := dayOne(t)
	f.status.Now = f.status.Treatment.At.Add(30 * time.Hour)
	st = newStage(t, f, false, 900, 640)
	st.shell.OpenPlan(writePlan(t, "asks.toml", asks))
	st.wantText(t, "until your skin is calm", "over", "until Wednesday 15:30 and when calm")

	f.scene.Entries = append(f.scene.Entries, record.Entry{ID: 99, At: f.status.Now, Kind: record.KindCalm, What: "makeup", Treatment: f.status.Treatment.ID})
	st = newStage(t, f, false, 900, 640)
	st.shell.OpenPlan(writePlan(t, "asks.toml", asks))
	st.wantNoText(t, "until your skin is calm")
}

func TestAWaitBeforeTheNextTreatmentIsAmongThePlansWaits(t *testing.T) {
	tan := strings.Replace(planText, "[[windows]]", "[[windows]]\nid = \"tan\"\nname = \"Sonnenbad & Solarium\"\navoid = \"No tan.\"\nfrom = \"next-1w\"\nuntil = \"next\"\n\n[[windows]]", 1)
	if !strings.Contains(tan, "[spacing]") {
		tan += "\n[spacing]\nfrom = \"4w\"\nuntil = \"6w\"\n"
	}
	for name, c := range map[string]struct {
		scene *fake
		want  string
	}{
		"a treatment runs": {dayOne(t), "from 11 December, 15:30 until 18 December, 15:30"},
		"none runs":        {nothing(t), "1 week before the next treatment to the next treatment"},
	} {
		t.Run(name, func(t *testing.T) {
			st := newStage(t, c.scene, false, 900, 640)
			st.shell.OpenPlan(writePlan(t, "tan.toml", tan))
			st.wantText(t, "7 waits", "Sonnenbad & Solarium", c.want)
		})
	}
}

func TestThePlanPagesSpeakFromTheCatalogAloneAndAreReadWhole(t *testing.T) {
	files := map[string]string{"good": clinicPlan(t), "odd": writePlan(t, "odd.afterglow-plan", oddPlan), "gone": "gone.toml"}
	for name, path := range files {
		for scene, f := range map[string]*fake{"a treatment runs": dayOne(t), "none runs": nothing(t)} {
			t.Run(name+"/"+scene, func(t *testing.T) {
				st := pseudoStage(t, f, name == "odd")
				st.shell.OpenPlan(path)
				for _, text := range append(st.unbracketed(), st.cut()...) {
					if name != "good" || !ofPlan(text) {
						t.Error(text)
					}
				}
			})
		}
	}
}

// ofPlan says whether a text on the page is one of the opened plan's own.
func ofPlan(text string) bool {
	return strings.Contains(text, "Rose Street") || strings.Contains(text, "Dancing") || strings.Contains(text, "For a pen or roller")
}

func TestAllThatAPlanFileSaysOtherwiseIsReadBesideThePlanInUse(t *testing.T) {
	for name, scene := range map[string]*fake{"a treatment runs": dayOne(t), "none runs": nothing(t)} {
		t.Run(name, func(t *testing.T) {
			st := newStage(t, scene, false, 900, 640)
			st.shell.OpenPlan(clinicPlan(t))
			st.wantNoText(t, "Until: 48 hours, now 24 hours")
			st.tap(t, "plan.all")
			st.wantText(t, "Makeup (wait)", "Until: 48 hours, now 24 hours", "Dancing (wait)", "new", "Alcohol (wait)", "left out", "Name: Rose Street, pen, now Essentials")
			st.tap(t, "plan.all")
			st.wantNoText(t, "Until: 48 hours, now 24 hours")
		})
	}
}

func TestAPlanFileThatSaysTheSameSaysSo(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	st.shell.OpenPlan(writePlan(t, "same.toml", planText))
	st.wantText(t, "Essentials says the same as your plan, Essentials.")
}

func TestAPlanFileIsUsedForTheTreatmentThatRuns(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	st.shell.OpenPlan(clinicPlan(t))
	st.tap(t, "plan.use")
	st.wantDid(t, `change 1 2026-11-20 15:30:00 pen plan="" file=rose.afterglow-plan`)
	st.wantText(t, "Your treatment now follows the plan Rose Street, pen.")
	st.wantNoText(t, "Use this plan?")
}

func TestAPlanFileIsKeptForTheNextTreatment(t *testing.T) {
	for name, scene := range map[string]*fake{"a treatment runs": dayOne(t), "none runs": nothing(t)} {
		t.Run(name, func(t *testing.T) {
			st := newStage(t, scene, false, 900, 640)
			st.shell.OpenPlan(clinicPlan(t))
			st.wantText(t, "Makeup")
			st.tap(t, "plan.keep")
			st.wantDid(t, "keep rose.afterglow-plan")
			st.wantText(t, "Kept. Your next treatment begins with the plan Rose Street, pen.")
		})
	}
}

func TestTheStepsBeginWithThePlanThatWasKept(t *testing.T) {
	st := newStage(t, nothing(t), false, 960, 680)
	for i := range st.service.settings {
		if st.service.settings[i].Key == "plan" {
			st.service.settings[i].Value = "cautious"
		}
	}
	st.shell.Refresh()
	st.shell.Show(PageBegin)
	st.tap(t, "begin.next")
	if !st.press(t, "begin.plan.cautious").State().On {
		t.Errorf("it is not chosen")
	}
}

func TestAFaultyPlanFileIsToldInASentenceWithAMessageForTheClinicAndNothingIsStored(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	st.shell.OpenPlan(writePlan(t, "odd.afterglow-plan", oddPlan))
	st.wantText(t, "This file cannot be used yet", "Nothing was changed.", "Send this to your clinic")
	st.wantNoText(t, "odd.afterglow-plan:4: ")
	st.tap(t, "plan.copy")
	for _, want := range []string{"Hello. I cannot open your plan file odd.afterglow-plan", "\nodd.afterglow-plan:4: ", "\nodd.afterglow-plan:9: "} {
		if got := st.app.Clipboard().Content(); !strings.Contains(got, want) {
			t.Errorf("the message lacks %q: %s", want, got)
		}
	}
	st.tap(t, "plan.details")
	st.wantText(t, "odd.afterglow-plan:4: ", "odd.afterglow-plan:9: ")
	for _, id := range st.ids() {
		if id == "plan.use" || id == "plan.keep" {
			t.Errorf("there is a button %s", id)
		}
	}
	st.tap(t, "plan.leave")
	st.wantNoText(t, "This file cannot be used yet")
	if len(st.service.did) != 0 {
		t.Errorf("it did %q", st.service.did)
	}
}

func TestAPlanThatCannotBeStoredStaysOnThePageWithTheReason(t *testing.T) {
	for _, button := range []string{"plan.use", "plan.keep"} {
		st := newStage(t, dayOne(t), false, 900, 640)
		st.shell.OpenPlan(clinicPlan(t))
		st.service.fail = errors.New("the disk is full")
		st.tap(t, button)
		st.wantText(t, "Use this plan?", "That did not work: the disk is full.")
		st.service.fail = nil
		st.tap(t, button)
		st.wantNoText(t, "Use this plan?")
	}
}

func TestTheOpenWindowShowsAPlanFileThatIsDoubleClicked(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	st.shell.Show(PageGuide)
	st.shell.Answer(ipc.Message{Do: ipc.DoShow, Plan: clinicPlan(t)})
	st.wantText(t, "Use this plan?")
	st.shell.Answer(ipc.Message{Do: ipc.DoShow, Plan: writePlan(t, "odd.afterglow-plan", oddPlan)})
	st.wantText(t, "This file cannot be used yet")
	st.tap(t, "plan.leave")
	st.wantText(t, "Keep it clean")
}

func TestAPlanFileKeepsTheStepsThatAreHalfAnswered(t *testing.T) {
	st := newStage(t, nothing(t), false, 900, 640)
	st.shell.Show(PageBegin)
	st.tap(t, "begin.device.rf")
	st.shell.Answer(ipc.Message{Do: ipc.DoShow, Plan: clinicPlan(t)})
	st.wantText(t, "Use this plan?")
	st.tap(t, "plan.leave")
	if !st.press(t, "begin.device.rf").State().On {
		t.Errorf("the choice is gone")
	}
}

func TestAPlanFileThatComesBeforeAnythingIsReadWaits(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	st.shell.state = state{}
	st.shell.OpenPlan(clinicPlan(t))
	st.wantNoText(t, "Use this plan?")
	st.shell.Refresh()
	st.wantText(t, "Use this plan?")
	st.shell.applyTheme()
	st.shell.draw()
	st.wantText(t, "Use this plan?")
	st.shell.Show(PageToday)
	st.wantNoText(t, "Use this plan?")
}

func TestWhoBeginsWithAPlanFileIsAskedForTheTreatmentNext(t *testing.T) {
	st := newStage(t, nothing(t), false, 900, 640)
	st.shell.OpenPlan(clinicPlan(t))
	st.tap(t, "plan.keep")
	st.wantText(t, "step 1 of 3")
	if st.shell.layers[toast] == nil {
		t.Error("nobody is told that the plan is kept")
	}

	st = newStage(t, nothing(t), false, 900, 640)
	st.shell.Show(PageSettings)
	st.shell.OpenPlan(clinicPlan(t))
	st.tap(t, "plan.keep")
	st.wantNoText(t, "step 1 of 3")

	st = newStage(t, dayOne(t), false, 900, 640)
	st.shell.OpenPlan(clinicPlan(t))
	st.tap(t, "plan.keep")
	st.wantNoText(t, "step 1 of 3")
}

func TestAPlanFileThatComesWhileAllIsReadAgainWaitsForThat(t *testing.T) {
	st := newStage(t, nothing(t), false, 900, 640)
	var late []func()
	st.shell.opts.Background = func(f func()) { late = append(late, f) }
	st.shell.Refresh() // as after a treatment was entered
	st.service.scene, st.service.status = dayOne(t).scene, dayOne(t).status
	st.shell.opts.Background = func(f func()) { f() }
	st.shell.OpenPlan(clinicPlan(t))
	st.wantNoText(t, "Use this plan?")
	for _, f := range late {
		f()
	}
	st.wantText(t, "Use this plan?")
	if st.focus() != "plan.use" {
		t.Errorf("the keyboard is at %q", st.focus())
	}
}

func TestThePlanPageFitsAndTabReachesItsButtons(t *testing.T) {
	long := writePlan(t, strings.Repeat("a very long name ", 12)+".afterglow-plan", oddPlan)
	for name, path := range map[string]string{"good": clinicPlan(t), "odd": writePlan(t, "odd.afterglow-plan", oddPlan), "gone": "gone.toml", "long name": long} {
		for _, z := range sizes {
			st := newStage(t, dayOne(t), true, z[0], z[1])
			st.shell.OpenPlan(path)
			for _, c := range st.cut() {
				t.Errorf("%s at %.0f: %s", name, z[0], c)
			}
			c := st.win.Canvas()
			c.Unfocus()
			reached := st.byKeys(t, 40)
			for _, id := range st.ids() {
				if !reached[id] {
					t.Errorf("%s: Tab never reaches %q", name, id)
				}
			}
		}
	}
}

func TestThePlanPagesLookAsTheyDid(t *testing.T) {
	for _, dark := range []bool{false, true} {
		look := "light"
		if dark {
			look = "dark"
		}
		for name, text := range map[string]string{"plan": "", "plan-faulty": oddPlan} {
			t.Run(name+"-"+look, func(t *testing.T) {
				path := clinicPlan(t)
				if text != "" {
					path = writePlan(t, "odd.afterglow-plan", text)
				}
				st := newStage(t, dayOne(t), dark, 900, 640)
				st.shell.OpenPlan(path)
				compare(t, name+"-"+look, st.picture())
			})
		}
	}
}

func TestAPlanFileThatIsStillReadOutlivesAChangeOfTheme(t *testing.T) {
	st := newStage(t, dayOne(t), false, 900, 640)
	var read func()
	st.shell.opts.Background = func(f func()) { read = f }
	st.shell.OpenPlan(clinicPlan(t))
	st.shell.applyTheme()
	st.shell.draw()
	read()
	st.wantText(t, "Use this plan?")
}
