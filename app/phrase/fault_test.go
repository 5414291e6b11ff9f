package phrase

import (
	"testing"

	"afterglow/app/fault"
	"afterglow/app/locale"
)

func TestAnErrorInTheWindowNamesNoCommand(t *testing.T) {
	said := New(locale.Format{})
	for _, c := range []struct {
		name         string
		err          error
		typed, shown string
	}{
		{"a sentence of its own", fault.New("journal.no_entry", fault.Args{"ID": 5}),
			"There is no entry 5. See all of them with: afterglow log", "There is no entry 5."},
		{"after a semicolon", fault.New("refusal.no_product", fault.Args{"Number": 5}),
			"There is no product 5; see them with: afterglow shelf", "There is no product 5."},
		{"no command", fault.New("refusal.not_paused", nil),
			"Reminders are not paused; there is nothing to resume.", "Reminders are not paused; there is nothing to resume."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := said.Error(c.err); got != c.typed {
				t.Errorf("where one types: %q, want %q", got, c.typed)
			}
			if got := said.InWindow().Error(c.err); got != c.shown {
				t.Errorf("in the window: %q, want %q", got, c.shown)
			}
		})
	}
}
