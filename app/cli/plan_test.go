package cli_test

import (
	"os"
	"strings"
	"testing"

	"afterglow/app/cli/shape"
)

func TestEachWayToNameAPlanBegins(t *testing.T) {
	for name, args := range map[string][]string{
		"Essentials":  {"treat"},
		"Cautious":    {"treat", "--plan", "cautious"},
		"Rose Street": {"treat", "--plan", "testdata/clinic.toml"},
	} {
		w := newWorld(t, "12:00")
		w.must(args...)
		var st shape.Status
		w.ask(&st, "status")
		if st.Treatment.PlanName != name {
			t.Errorf("%v begins with %s", args, st.Treatment.PlanName)
		}
	}
	w := newWorld(t, "12:00")
	text, err := os.ReadFile("testdata/clinic.toml")
	if err != nil {
		t.Fatal(err)
	}
	w.in = string(text)
	w.must("treat", "--plan", "-")
	w.must("plan", "use", "testdata/clinic.toml")
	w.must("treat", "--at", "-26h")
	var all []shape.Treatment
	w.ask(&all, "treat", "list")
	if len(all) != 2 || all[0].Plan != "rose-street" || all[1].Plan != "rose-street" {
		t.Errorf("treatments %+v", all)
	}
}

func TestThePlansPageHoldsAllThatThePlanSays(t *testing.T) {
	w := newWorld(t, "12:00")
	for _, id := range []string{"essentials", "cautious", "testdata/clinic.toml"} {
		page := w.must("plan", "show", id)
		type named struct{ Name, Text, Title string }
		var p struct{ Windows, Routines, Phases, Care, Call, Sources []named }
		w.ask(&p, "plan", "show", id)
		for section, entries := range map[string][]named{"Waits": p.Windows, "Routines": p.Routines, "What your plan expects": p.Phases,
			"Good to know": p.Care, "When to call": p.Call, "Who says so": p.Sources} {
			_, after, found := strings.Cut(page, "\n"+section+"\n")
			if !found || len(entries) == 0 {
				t.Errorf("%s: no section %s", id, section)
			}
			part, _, _ := strings.Cut(after, "\n\n")
			for _, e := range entries {
				if !strings.Contains(part, e.Name) || !strings.Contains(part, e.Text) || !strings.Contains(part, e.Title) {
					t.Errorf("%s: %+v is not under %s", id, e, section)
				}
			}
		}
	}
}

func TestAPlanComesOutAsItWentIn(t *testing.T) {
	w := newWorld(t, "12:00")
	want, err := os.ReadFile("testdata/clinic.toml")
	if err != nil {
		t.Fatal(err)
	}
	w.must("plan", "use", "testdata/clinic.toml")
	for _, args := range [][]string{{"plan", "show", "rose-street", "--text"}, {"plan", "show", "--text"}} {
		if got := w.must(args...); got != string(want) {
			t.Errorf("%v differs", args)
		}
	}
	w.file("starter.toml", w.must("plan", "show", "essentials", "--text"))
	if out := w.must("plan", "check", w.path("starter.toml")); !strings.Contains(out, "can be used: Essentials") {
		t.Errorf("a starter plan does not come back: %s", out)
	}
}
