package check_test

import (
	"os"
	"strings"
	"testing"

	"afterglow/app/ask/check"
	"afterglow/guidance"
)

// clinics is one of the plans that the questions are tried with.
func clinics(t *testing.T, name string) guidance.Plan {
	t.Helper()
	text, err := os.ReadFile("../testdata/plans/" + name + ".toml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := guidance.Parse(name+".toml", text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestWhatAPlanForbidsToDoIsNoIngredientOfACream(t *testing.T) {
	report := of(t, after(30, clinics(t, "bright")), "Aqua, Glycerin, Retinol, Zinc Oxide, Camphor")
	for _, f := range report.Found {
		if f.Window == "Water sports" {
			t.Errorf("%s waits for %s", f.Name, f.Window)
		}
	}
	if f := finding(t, report, "Retinol"); f.Verdict != check.Wait {
		t.Errorf("retinol: %s", f.Verdict)
	}
}

func TestWhatAPlanSaysOfAnIngredientInPassingIsToldWithIt(t *testing.T) {
	for _, c := range []struct {
		plan, label, of, told string
		verdict               check.Verdict
	}{
		{"mueller", "Aqua, Panthenol", "Panthenol", "Panthenol cream", check.Soft},
		{"radio", "Petrolatum", "Petrolatum", "petrolatum", check.Soft},
		{"willow", "Aqua, Ascorbic Acid", "Ascorbic Acid", "never to be used", check.Wait},
		{"quay", "Aqua, Retinol", "Retinol", "can be restarted", check.Wait},
	} {
		f := finding(t, of(t, after(30, clinics(t, c.plan)), c.label), c.of)
		if f.Verdict != c.verdict || !strings.Contains(f.Told, c.told) || c.verdict == check.Soft && f.Book {
			t.Errorf("%s: %s is %s, told %q (of our book: %v)", c.plan, c.of, f.Verdict, f.Told, f.Book)
		}
	}
}

func TestWhatAnAdviceForbidsIsToBeLeftOut(t *testing.T) {
	p := clinics(t, "mueller")
	p.Care = append(p.Care, guidance.Care{ID: "no", Name: "Oils", Text: "Never lavender.", Never: []string{"lavender oil"}, Source: "zettel"})
	if f := finding(t, of(t, after(30, p), "Aqua, Lavender Oil"), "Lavender Oil"); f.Verdict != check.Avoid || f.Told != "Never lavender." {
		t.Errorf("%s, told %q", f.Verdict, f.Told)
	}
}
