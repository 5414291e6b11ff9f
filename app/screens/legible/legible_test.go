package legible

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

var (
	white = color.NRGBA{255, 255, 255, 255}
	grey  = color.NRGBA{0x99, 0x99, 0x99, 255} // 2.85:1 on white
	dark  = color.NRGBA{0x33, 0x33, 0x33, 255}
)

func placed(o fyne.CanvasObject, w, h float32) fyne.CanvasObject {
	o.Resize(fyne.NewSize(w, h))
	return o
}

func TestWhatIsFaintIsFoundByWhatLiesUnderIt(t *testing.T) {
	test.NewTempApp(t)
	edge := canvas.NewRectangle(white)
	edge.StrokeColor, edge.StrokeWidth = grey, 1
	off := widget.NewButton("off", nil)
	off.Disable()
	for _, c := range []struct {
		name string
		o    fyne.CanvasObject
		want string // part of what is found; "" for nothing
	}{
		{"dark words on white", canvas.NewText("word", dark), ""},
		{"grey words on white", canvas.NewText("word", grey), `"word" has 2.8`},
		{"grey words on a dark shape", container.NewStack(canvas.NewRectangle(dark), canvas.NewText("word", grey)), `"word" has 4.4`},
		{"white words on a dark shape", container.NewStack(canvas.NewRectangle(dark), canvas.NewText("word", white)), ""},
		{"dark words through a veil", container.NewStack(canvas.NewRectangle(color.NRGBA{A: 200}), canvas.NewText("word", dark)), `"word"`},
		{"a faint edge of what cannot be pressed", edge, ""},
		{"no words", canvas.NewText(" ", white), ""},
		{"what is switched off", off, ""},
		{"dark words below what scrolls, where a dark shape would lie", footed(), ""},
		{"dark words scrolled out of sight, on a dark shape", scrolled(container.NewStack(canvas.NewRectangle(dark), canvas.NewText("word", dark))), `"word"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Join(Faint(placed(c.o, 80, 30), white, color.NRGBA{}), "\n")
			if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}

// scrolled is something that lies below the part that is in sight of what scrolls.
func scrolled(o fyne.CanvasObject) *container.Scroll {
	gap := canvas.NewRectangle(color.Transparent)
	gap.SetMinSize(fyne.NewSize(10, 40))
	return container.NewVScroll(container.NewVBox(gap, o))
}

// footed is a page that scrolls a dark shape beneath its foot.
func footed() fyne.CanvasObject {
	shape := canvas.NewRectangle(dark)
	shape.SetMinSize(fyne.NewSize(80, 80))
	return container.NewBorder(nil, canvas.NewText("word", dark), nil, nil, container.NewVScroll(shape))
}

// pressed is a shape that can be pressed.
type pressed struct {
	widget.BaseWidget
	in fyne.CanvasObject
}

func (p *pressed) Tapped(*fyne.PointEvent)             {}
func (p *pressed) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.in) }

func TestTheEdgeOfWhatIsPressedHasToBeSeenUnlessItIsAHairline(t *testing.T) {
	test.NewTempApp(t)
	edge := canvas.NewRectangle(white)
	edge.StrokeColor, edge.StrokeWidth = grey, 1
	p := &pressed{in: edge}
	p.ExtendBaseWidget(p)
	placed(p, 80, 30)
	if got := Faint(p, white, color.NRGBA{}); len(got) != 1 || !strings.Contains(got[0], "edge") {
		t.Errorf("found %q", got)
	}
	if got := Faint(p, white, grey); len(got) != 0 {
		t.Errorf("of a hairline it says %q", got)
	}
}

func TestWordsOnADrawingAreSeenOnIt(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		name   string
		ground color.NRGBA
		faint  bool
	}{
		{"on a light drawing", white, true},
		{"on a dark drawing", color.NRGBA{A: 255}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			drawing := canvas.NewRasterWithPixels(func(int, int, int, int) color.Color { return c.ground })
			w := test.NewWindow(container.NewStack(drawing, canvas.NewText("word", grey)))
			defer w.Close()
			w.SetPadded(false)
			w.Resize(fyne.NewSize(80, 30))
			if got := FaintOn(w.Canvas().Content(), w.Canvas().Capture()); (len(got) > 0) != c.faint {
				t.Errorf("found %q", got)
			}
		})
	}
}
