package place

import (
	"math"
	"os"
	"runtime"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// Fyne takes a position and tells none, nor does it tell of screens. The library beneath it does; Fyne has started it
// once there is a window. All of this belongs to Fyne's own goroutine.

// Screens are those that the system has now.
func Screens() []Screen {
	var all []Screen
	for _, m := range glfw.GetMonitors() {
		x, y, w, h := m.GetWorkarea()
		if w > 0 && h > 0 {
			all = append(all, Screen{x, y, w, h, scaleOf(m)})
		}
	}
	return all
}

// Present has the windows that are made from here on present themselves as the desktop entry of this name: on X11 as their
// class, which would be their title, on Wayland Fyne does so itself. Docks put windows and entries together by it. Their
// picture has no transparency: some compositors would show what lies behind a window through its fine lines.
func Present(entry string) {
	glfw.WindowHintString(glfw.X11ClassName, entry)
	glfw.WindowHintString(glfw.X11InstanceName, entry)
	glfw.WindowHint(glfw.AlphaBits, 0)
}

// fyneDPI is how many dots an inch Fyne 2.8 takes for a scale of one under Linux.
const fyneDPI = 120

// scaleOf is how many of the system's units Fyne makes one of its own on this screen.
func scaleOf(m *glfw.Monitor) float32 {
	scale := float32(1)
	switch {
	case runtime.GOOS == "windows":
		scale, _ = m.GetContentScale()
	case runtime.GOOS != "darwin" && glfw.GetPlatform() != glfw.PlatformWayland && os.Getenv("FYNE_DISABLE_DPI_DETECTION") == "":
		wide, _ := m.GetPhysicalSize() // millimetres
		mode := m.GetVideoMode()
		if mode == nil || wide <= 0 {
			break
		}
		if dpi := float32(mode.Width) / float32(wide) * 25.4; dpi > fyneDPI && dpi <= 1000 {
			scale = dpi / fyneDPI
		}
	}
	return float32(math.Round(float64(scale*personal())*10)) / 10
}

// personal is what the person asks of Fyne: to draw everything larger or smaller.
func personal() float32 {
	if s, err := strconv.ParseFloat(os.Getenv("FYNE_SCALE"), 32); err == nil && s > 0 {
		return float32(s)
	}
	if s := fyne.CurrentApp().Settings().Scale(); s > 0 {
		return s
	}
	return 1
}

// Put has a window that is not on show yet open there.
func (p Place) Put(w fyne.Window) {
	w.Resize(fyne.NewSize(p.Width, p.Height))
	if d, ok := w.(desktop.Window); ok && p.Known {
		d.RequestPosition(p.X, p.Y)
		return
	}
	w.CenterOnScreen()
}

// Fill has a window on show fill its screen, if it did before.
func (p Place) Fill(w fyne.Window) {
	if p.Full {
		with(w, func(v *glfw.Window) { v.Maximize() })
	}
}

// Of is where a window on show stands now; before is what was remembered, which holds where the system tells nothing.
func Of(w fyne.Window, before Place) Place {
	now := before
	with(w, func(v *glfw.Window) {
		now.Full = v.GetAttrib(glfw.Maximized) == glfw.True
		if now.Full || v.GetAttrib(glfw.Iconified) == glfw.True {
			return // it says nothing of its place otherwise
		}
		size := w.Canvas().Size()
		now.Width, now.Height = size.Width, size.Height
		if now.Known = glfw.GetPlatform() != glfw.PlatformWayland; now.Known {
			now.X, now.Y = v.GetPos()
		}
	})
	return now
}

// with has do use the library's own window behind Fyne's. Where Fyne stands on another library nothing is done.
func with(w fyne.Window, do func(*glfw.Window)) {
	inside, ok := w.(interface{ RunWithContext(func()) })
	if !ok {
		return
	}
	var v *glfw.Window
	inside.RunWithContext(func() { v = glfw.GetCurrentContext() })
	if v != nil {
		do(v)
	}
}
