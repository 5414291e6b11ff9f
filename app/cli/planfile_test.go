package cli_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"afterglow/guidance"
)

func TestAPlansIDGoesBeforeAFileOfThatName(t *testing.T) {
	w := newWorld(t, "12:00")
	text := strings.Replace(clinicPlan(t), `name = "Rose Street"`, `name = "A file"`, 1)
	t.Chdir(w.dir)
	w.file("cautious", text)
	w.file("ours", text)
	for args, want := range map[string]string{
		"cautious":         "Cautious, version",
		"./cautious":       "A file, version",
		w.path("cautious"): "A file, version",
		"ours":             "A file, version",
	} {
		if out := w.must("plan", "show", args); !strings.HasPrefix(out, want) {
			t.Errorf("plan show %s shows %.60q, want %q", args, out, want)
		}
	}
	if out := w.must("treat", "--plan", "cautious", "--at", "-1h"); strings.Contains(out, "A file") {
		t.Errorf("treat took the file: %s", out)
	}
}

func TestAPlanFileThatIsNotThereIsNotTakenForAnID(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, word := range []string{"gone.afterglow-plan", "gone.toml", "./gone"} {
		for _, args := range [][]string{{"plan", "use", word}, {"plan", "show", word}, {"plan", "diff", word}, {"treat", "--plan", word}} {
			code, _, errs := w.run(args...)
			if code != 1 || !strings.Contains(errs, "There is no file "+word+".") {
				t.Errorf("afterglow %q: exit %d, %s", args, code, errs)
			}
		}
	}
}

func TestCommandsToTypeAfterAPlanNameTheSameData(t *testing.T) {
	w := newWorld(t, "12:00")
	data := w.path("elsewhere")
	w.file("our sheet.toml", clinicPlan(t))
	t.Chdir(w.dir)
	if out := w.must("plan", "use", "our sheet.toml", "--data", data); !strings.Contains(out, "afterglow treat change ID --plan rose-street --data "+data+"\n") {
		t.Errorf("plan use says %s", out)
	}
	if out := w.must("plan", "diff", "cautious", "--data", data); !strings.Contains(out, "afterglow plan use cautious --data "+data+"\n") {
		t.Errorf("plan diff says %s", out)
	}
	if out := w.must("plan", "diff", "our sheet.toml"); !strings.Contains(out, "afterglow plan use \"our sheet.toml\"\n") {
		t.Errorf("plan diff says %s", out)
	}
}

func TestACheckOfAHugeFileAnswersInJSON(t *testing.T) {
	w := newWorld(t, "12:00")
	huge := w.file("huge.toml", strings.Repeat("# long\n", guidance.LargestFile/6))
	code, out, errs := w.run("plan", "check", huge, "--json")
	var answer struct {
		OK       bool
		Problems []struct {
			File, What, Write string
			Line              int
		}
	}
	if err := json.Unmarshal([]byte(out), &answer); err != nil {
		t.Fatalf("exit %d, %v in %q, %s", code, err, out, errs)
	}
	if code != 1 || answer.OK || len(answer.Problems) != 1 || answer.Problems[0].What != "the file is larger than 1 MiB" {
		t.Errorf("exit %d, %+v", code, answer)
	}
}

func TestACheckTellsWhatANotificationWillShow(t *testing.T) {
	w := newWorld(t, "12:00")
	text := strings.Replace(clinicPlan(t), `after = "Use clean brushes."`,
		`after = "Use clean brushes, wash the sponge, throw old mascara away and begin with a mineral powder."`, 1)
	out := w.must("plan", "check", w.file("long.toml", text))
	if lines := strings.Split(strings.TrimSpace(out), "\n"); len(lines) != 3 || !strings.HasPrefix(lines[0], "long.toml can be used: Rose Street, with 7 waits and 4 routines.") ||
		!strings.Contains(lines[1], "after of Makeup is longer than a notification. It will show: ") || !strings.HasSuffix(lines[1], "…") ||
		!strings.Contains(lines[2], `The row "Exercise" says something else of "sauna yoga".`) {
		t.Errorf("the check says %s", out)
	}
}

func TestPlanShowTellsEveryKeyThatThePlanSays(t *testing.T) {
	w := newWorld(t, "12:00")
	out := w.must("plan", "show", w.file("format.toml", wholePlan(t)))
	for _, want := range []string{
		"allowed from", "12 hours", "only at these hours", "10:00 to 14:00", "then", "SPF 30+, hat, shade", "then until", "4 weeks",
		"1 week before the treatment", "4 weeks before the next treatment", "until the next treatment", "may grow by", "each time for", "15 minutes",
		"of use for", "at first", "the treatment to 90 minutes: nothing; 90 minutes to 24 hours: Water only.", "differs for",
		"pen, deeper than 1 mm: until 48 hours; skin that marks easily: longer by 24 hours", "role", "water", "4 to 6 cups a day", "retinol, glycolic acid",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("plan show does not say %q:\n%s", want, out)
		}
	}
	var p map[string]any
	w.ask(&p, "plan", "show", w.path("format.toml"))
	windows, _ := p["windows"].([]any)
	first, _ := windows[0].(map[string]any)
	if whens, _ := first["when"].([]any); first["allowed_from"] != "12h" || first["extend"] != "24 hours" || len(whens) != 2 || whens[0].(map[string]any)["depth_over_mm"] != 1.0 {
		t.Errorf("in JSON %v", first)
	}
}

func clinicPlan(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("testdata/clinic.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// wholePlan is a plan that says nearly all that a plan can.
func wholePlan(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../guidance/testdata/rose-street.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
