package kit

import "fyne.io/fyne/v2"

// Laid is a renderer of a widget of that size, with its parts in their places. Fyne lets go of a renderer that was not
// drawn for a minute, as while the computer sleeps, and lays the one that it makes then out only if the size changes:
// without this, words would be missing.
func Laid[R fyne.WidgetRenderer](r R, size fyne.Size) R {
	if !size.IsZero() {
		r.Layout(size)
	}
	return r
}
