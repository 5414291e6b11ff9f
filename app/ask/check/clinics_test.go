package check_test

import (
	"os"
	"testing"

	"afterglow/app/ask/check"
	"afterglow/guidance"
)

func TestWhatAPlanForbidsToDoIsNoIngredientOfACream(t *testing.T) {
	text, err := os.ReadFile("../testdata/plans/bright.toml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := guidance.Parse("bright.toml", text)
	if err != nil {
		t.Fatal(err)
	}
	sheet := of(t, after(30, p), "Aqua, Glycerin, Retinol, Zinc Oxide, Camphor")
	for _, f := range sheet.Found {
		if f.Window == "Water sports" {
			t.Errorf("%s waits for %s", f.Name, f.Window)
		}
	}
	if f := finding(t, sheet, "Retinol"); f.Verdict != check.Wait {
		t.Errorf("retinol: %s", f.Verdict)
	}
}
