package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

// written is how large a field writes its hint; 0: it does not.
func written(o fyne.CanvasObject, hint string) float32 {
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text == hint {
			return o.TextSize
		}
	case *fyne.Container:
		for _, c := range o.Objects {
			if size := written(c, hint); size > 0 {
				return size
			}
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			if size := written(c, hint); size > 0 {
				return size
			}
		}
	}
	return 0
}

// forget has Fyne let go of all that it knows of what is drawn, as it does of what was not drawn for a minute.
func forget(t *testing.T, o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			forget(t, c)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			forget(t, c)
		}
		t.Run("forgets", func(t *testing.T) { test.TempWidgetRenderer(t, o) })
	}
}

func TestAFieldToAskInWritesAsLargeAfterAMinuteOnAnotherPage(t *testing.T) {
	a := test.NewApp()
	t.Cleanup(a.Quit)
	a.Settings().SetTheme(theme.New(theme.AlwaysLight))
	k := &Kit{P: theme.Light(), V: phrase.New(locale.Format{})}
	const hint = "Can I ...?"
	s := k.Search("ask", "", hint, []string{"shower"}, "Clear", func() {}, func() {})
	before := a.NewWindow("")
	before.SetContent(s.Object())
	before.Resize(fyne.NewSize(600, 100))
	if got := written(before.Content(), hint); got != theme.SizeSection {
		t.Fatalf("the hint is %v high at first", got)
	}
	forget(t, before.Content())
	s.Entry.Refresh()

	after := a.NewWindow("")
	after.SetContent(s.Object())
	after.Resize(fyne.NewSize(600, 100))
	if got := written(after.Content(), hint); got != theme.SizeSection {
		t.Errorf("the hint is %v high on the next page, and was %v", got, float32(theme.SizeSection))
	}
}
