package choose_test

import (
	"context"
	"errors"
	"testing"

	"afterglow/app/choose"
)

func TestADialogOfWindowsGoesOnceNobodyWaitsForIt(t *testing.T) {
	for _, c := range []struct {
		name string
		q    choose.Question
	}{
		{"a file", choose.Question{Title: "Open", Kinds: []choose.Kind{{Name: "Plans", Endings: []string{".toml", ".txt"}}, {Name: "All"}}}},
		{"a folder", choose.Question{Title: "Back up", Folder: true, Accept: "Save here"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if path, err := choose.On(nil).Ask(ctx, c.q); !errors.Is(err, context.Canceled) || path != "" {
				t.Errorf("it answers %q, %v", path, err)
			}
		})
	}
}
