package kit

import "fyne.io/fyne/v2"

// Walk has the arrow keys go through presses that belong together, and Home and End to the first and the last of them.
// k.Focus gives each the keyboard.
func (k *Kit) Walk(presses ...*Press) {
	for i, p := range presses {
		p.OnKey = func(key fyne.KeyName) bool {
			to := i
			switch key {
			case fyne.KeyRight, fyne.KeyDown:
				to = min(i+1, len(presses)-1)
			case fyne.KeyLeft, fyne.KeyUp:
				to = max(i-1, 0)
			case fyne.KeyHome:
				to = 0
			case fyne.KeyEnd:
				to = len(presses) - 1
			default:
				return false
			}
			if k.Focus != nil {
				k.Focus(presses[to])
			}
			return true
		}
	}
}
