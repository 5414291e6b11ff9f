package place

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// OnKey has take hear Escape and Enter in a window on show before anything in it does; it answers whether that was all.
// Fyne hands a key to what has the keyboard alone: its lists of files keep Escape to themselves, and its buttons know no
// Enter.
func OnKey(w fyne.Window, take func(key fyne.KeyName) bool) {
	names := map[glfw.Key]fyne.KeyName{glfw.KeyEscape: fyne.KeyEscape, glfw.KeyEnter: fyne.KeyReturn, glfw.KeyKPEnter: fyne.KeyReturn}
	with(w, func(v *glfw.Window) {
		var before glfw.KeyCallback
		before = v.SetKeyCallback(func(v *glfw.Window, key glfw.Key, scan int, action glfw.Action, mods glfw.ModifierKey) {
			if name, heard := names[key]; heard && action == glfw.Press && take(name) || before == nil {
				return
			}
			before(v, key, scan, action, mods)
		})
	})
}
