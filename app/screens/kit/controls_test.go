package kit

import (
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"afterglow/app/course"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/phrase/pseudo"
	"afterglow/app/screens/theme"
)

var drawInto = flag.String("controls", "", "draw the controls into this folder")

// bench is a window with controls in one palette and voice.
type bench struct {
	k   *Kit
	win fyne.Window
}

var noon = time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)

func newBench(t *testing.T, choice theme.Choice, voice phrase.Voice) *bench {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(choice))
	win := app.NewWindow("controls")
	t.Cleanup(win.Close)
	win.SetPadded(false)
	k := &Kit{P: theme.New(choice).Palette(0), V: voice.At(noon, time.UTC), Focus: func(w fyne.Focusable) { win.Canvas().Focus(w) }}
	return &bench{k, win}
}

// plain is a bench in English and by day.
func plain(t *testing.T) *bench {
	return newBench(t, theme.AlwaysLight, phrase.New(locale.Format{Hours: locale.Hours24}))
}

// show puts o into the window.
func (b *bench) show(w, h float32, o fyne.CanvasObject) {
	b.win.SetContent(Over(canvas.NewRectangle(b.k.P.Background), Pad(16, 16, 16, 16, b.k.Card(o))))
	b.win.Resize(fyne.NewSize(w, h))
}

func (b *bench) picture() image.Image { return b.win.Canvas().Capture() }

func key(w fyne.Focusable, names ...fyne.KeyName) {
	for _, n := range names {
		w.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func pseudoVoice(t *testing.T) phrase.Voice {
	t.Helper()
	files, err := pseudo.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	return phrase.From(locale.Format{Hours: locale.Hours24}, files)
}

// TestControls draws every control for whoever judges how they look: -controls DIR.
func TestControls(t *testing.T) {
	if *drawInto == "" {
		t.Skip("no folder was given with -controls")
	}
	english := phrase.New(locale.Format{Hours: locale.Hours24})
	for _, look := range []struct {
		name   string
		choice theme.Choice
		voice  phrase.Voice
	}{
		{"light", theme.AlwaysLight, english},
		{"dark", theme.AlwaysDark, english},
		{"pseudo", theme.AlwaysLight, pseudoVoice(t)},
	} {
		t.Run(look.name, func(t *testing.T) {
			for name, draw := range sights() {
				b := newBench(t, look.choice, look.voice)
				draw(b)
				f, err := os.Create(filepath.Join(*drawInto, name+"-"+look.name+".png"))
				if err != nil {
					t.Fatal(err)
				}
				if err := png.Encode(f, b.picture()); err != nil {
					t.Fatal(err)
				}
				if err := f.Close(); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// sights are the pictures by name.
func sights() map[string]func(*bench) {
	return map[string]func(*bench){
		"scale": func(b *bench) {
			k := b.k
			b.show(560, 420, Column(14,
				k.Scale("a", "Redness or colour change", 6, nil),
				k.Scale("b", "Tightness", Unsaid, nil),
				k.Scale("c", "Itch", 0, nil),
				k.Scale("d", "Soreness", 10, nil)))
			p := k.Known("c").(*Press)
			b.win.Canvas().Focus(p)
		},
		"calendar": func(b *bench) {
			w := b.k.When(Moment{ID: "w", Label: "When", Text: b.k.V.Written(noon.Add(-30 * time.Hour)), Width: 280, Read: b.k.V.ReadAppointment,
				Last: course.Date{Year: 2026, Month: 12, Day: 3}})
			b.show(620, 400, Left(w.Object()))
			test.Tap(w.button)
			key(b.k.known["w.calendar"], fyne.KeyTab)
		},
		"calendar-12h": func(b *bench) {
			b.k.V = b.k.V.In(locale.Format{Hours: locale.Hours12, Order: locale.MonthDay})
			w := b.k.When(Moment{ID: "w", Label: "When", Text: "", Hint: "yesterday 6 pm", Width: 280, Read: b.k.V.ReadAppointment})
			b.show(620, 400, Left(w.Object()))
			key(w.Entry, fyne.KeyDown)
		},
		"others": func(b *bench) {
			k := b.k
			choices := []Choice{{"1", "At once"}, {"2", "Every 20 minutes"}, {"3", "Every hour"}}
			off := k.Switch("s4", "Off", false, nil)
			off.Disable()
			steps := Steps{ID: "st", Label: "Reminders", Text: "12", Width: 60, Step: func(s string, by int) (string, bool) { return s, true }}
			p := k.Pick("p", "Time between", choices, "2", nil)
			b.show(620, 400, Column(14,
				Row(20, -1, k.Switch("s1", "On", true, nil), k.Switch("s2", "Off", false, nil), k.Switch("s3", "Focus", true, nil), off),
				Row(20, -1, k.Stepper(steps), k.Clock("c", "Time", "22:30", nil)),
				Left(p)))
			test.Tap(p)
			key(b.win.Canvas().Focused(), fyne.KeyDown)
		},
	}
}
