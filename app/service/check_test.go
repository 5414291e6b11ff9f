package service_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/service"
)

// checked is what a label's check says, by name.
func (w *world) checked(text string, at time.Time) map[string]service.FindingView {
	w.t.Helper()
	view, err := w.service.Check(w.ctx(), text, at)
	w.noError(err)
	all := map[string]service.FindingView{}
	for _, f := range view.Found {
		all[f.Name] = f
	}
	return all
}

func TestACheckSaysUntilWhenAndWhoSaysSo(t *testing.T) {
	w := newWorld(t, "12:00")
	w.starter("2026-11-23 10:00")
	all := w.checked("Aqua, Retinol, Tea Tree Oil, Aloe Vera", time.Time{})
	v := w.voice()
	for name, want := range map[string]struct{ verdict, text, says string }{
		"Retinol":      {"not yet, until Saturday 10:00, in 4 days", `Your plan's wait "Acids, retinol" lasts until Saturday 10:00.`, "Says Renew Laser"},
		"Tea Tree Oil": {"not yet, until Monday 10:00, in 6 days", "Your plan does not name it. Our list says 7 days, so until Monday 10:00.", "From our own list: Jack 2013"},
		"Aloe Vera":    {"your plan names it", "Your plan names it for use.", "Says Essentials."},
	} {
		f := all[name]
		if got := v.CheckVerdict(f); !strings.HasPrefix(got, want.verdict) {
			t.Errorf("%s: %q", name, got)
		}
		if got := v.CheckText(f); !strings.Contains(got, want.text) {
			t.Errorf("%s: %q", name, got)
		}
		if got := v.CheckSource(f); !strings.HasPrefix(got, want.says) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestACheckOfAnotherMomentIsOfThatMoment(t *testing.T) {
	w := newWorld(t, "12:00")
	w.starter("2026-11-23 10:00")
	for at, want := range map[string]string{"2026-11-28 09:59": "wait", "2026-11-28 10:01": "soft"} {
		if f := w.checked("Aqua, Retinol", w.at(at))["Retinol"]; string(f.Verdict) != want {
			t.Errorf("at %s: %s", at, f.Verdict)
		}
	}
}

func TestAWaitThatIsMadeLongerHoldsItsIngredientsLonger(t *testing.T) {
	w := newWorld(t, "12:00")
	w.starter("2026-11-23 10:00")
	w.now("2026-11-27 12:00")
	_, err := w.service.Extend(w.ctx(), "actives")
	w.noError(err)
	if f := w.checked("Aqua, Retinol", time.Time{})["Retinol"]; !f.Until.Equal(w.at("2026-11-29 10:00")) {
		t.Errorf("until %v", f.Until)
	}
}

func TestACheckWithoutATreatmentSaysSo(t *testing.T) {
	w := newWorld(t, "12:00")
	view, err := w.service.Check(w.ctx(), "Aqua, Retinol, Aloe Vera", time.Time{})
	w.noError(err)
	if view.Treated || w.voice().CheckUntreated(view) == "" {
		t.Error("it is not said")
	}
	for _, f := range view.Found {
		if f.Verdict == "use" || !f.Until.IsZero() {
			t.Errorf("%s: %s until %v", f.Name, f.Verdict, f.Until)
		}
	}
}

func TestACheckThatCannotBeReadIsOneLine(t *testing.T) {
	w := newWorld(t, "12:00")
	for text, want := range map[string]string{"": "no ingredient", "\xff": "no text", strings.Repeat("Aqua, ", 20000): "more than any label"} {
		_, err := w.service.Check(w.ctx(), text, time.Time{})
		w.refused(err, want)
	}
}
