package guidance

import (
	"strings"
	"testing"
)

func TestEveryShippedPlanParses(t *testing.T) {
	for _, id := range StarterIDs() {
		text, ok := StarterText(id)
		if !ok {
			t.Fatalf("%s is not there", id)
		}
		if _, err := Parse(id+".toml", text); err != nil {
			t.Errorf("%v", err)
		}
	}
	text, err := plans.ReadFile("plans/calls.toml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parseCalls("calls.toml", text); err != nil {
		t.Errorf("%v", err)
	}
}

func TestAnEntryForSomeTreatmentsAloneIsNoneOfTheOthers(t *testing.T) {
	text := "format = 2\nid = \"c\"\nname = \"C\"\n[[sources]]\nid = \"s\"\ntitle = \"S\"\nstrength = \"clinic\"\n" +
		"[[windows]]\nid = \"makeup\"\nname = \"Makeup\"\navoid = \"No makeup.\"\nuntil = \"48h\"\ndevice = [\"rf\", \"prp\"]\ndepth_over_mm = 1.0\n" +
		"[[routines]]\nid = \"mist\"\nname = \"Mist\"\nevery = \"2h\"\nuntil = \"1d\"\narea = \"scalp\"\n" +
		"[[call]]\nid = \"dents\"\ntext = \"Dents.\"\nact = \"clinic\"\ndevice = \"rf\"\n"
	p, err := Parse("c.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		of    Traits
		count [3]int
	}{
		"rf, deep, scalp":    {Traits{Device: "rf", DepthMM: 2, Area: "scalp"}, [3]int{1, 1, 1}},
		"rf, deep, face":     {Traits{Device: "rf", DepthMM: 2, Area: "face"}, [3]int{1, 0, 1}},
		"pen, deep":          {Traits{Device: "pen", DepthMM: 2}, [3]int{0, 0, 0}},
		"prp, shallow":       {Traits{Device: "prp", DepthMM: 1}, [3]int{0, 0, 0}},
		"no device is named": {Traits{DepthMM: 2}, [3]int{1, 0, 1}},
	} {
		got := p.For(c.of)
		if n := [3]int{len(got.Windows), len(got.Routines), len(got.Calls)}; n != c.count {
			t.Errorf("%s: windows, routines and calls are %v, want %v", name, n, c.count)
		}
	}
	for name, wrong := range map[string]string{
		"in format 1":          strings.Replace(text, "format = 2", "format = 1", 1),
		"a depth that is none": strings.Replace(text, "depth_over_mm = 1.0", "depth_over_mm = 1.0\ndepth_up_to_mm = 0.5", 1),
	} {
		if _, err := Parse("c.toml", []byte(wrong)); err == nil {
			t.Errorf("%s: it is taken", name)
		}
	}
}
