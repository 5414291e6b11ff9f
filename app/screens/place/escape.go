package place

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// OnEscape has take hear the Escape key of a window on show before anything in it does; it answers whether that was all.
// Fyne hands a key to what has the keyboard alone, and its lists of files keep Escape to themselves.
func OnEscape(w fyne.Window, take func() bool) {
	with(w, func(v *glfw.Window) {
		var before glfw.KeyCallback
		before = v.SetKeyCallback(func(v *glfw.Window, key glfw.Key, scan int, action glfw.Action, mods glfw.ModifierKey) {
			if key == glfw.KeyEscape && action == glfw.Press && take() || before == nil {
				return
			}
			before(v, key, scan, action, mods)
		})
	})
}
