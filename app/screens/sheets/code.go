package sheets

import (
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// Code shows a plan as codes, one at a time, to be photographed, copied as text, or saved.
type Code struct {
	Plan     string  // its name
	Side     float32 // how large a code is shown, in Fyne's units
	Codes    []string
	Pictures []image.Image // of the codes, in their order
	Copy     func(text string)
	Save     func(codes []string, answer func(files []string, err error))

	at    int
	said  string // what was done last
	wrong error
}

// Sheet implements Panel.
func (c *Code) Sheet(k *kit.Kit, h Handle) *kit.Sheet {
	v := k.V
	how := v.T("plancode.how")
	if len(c.Codes) > 1 {
		how = v.T("plancode.how_several", phrase.Args{"Count": len(c.Codes)})
	}
	lines := []fyne.CanvasObject{kit.Middle(c.picture())}
	if len(c.Codes) > 1 {
		lines = append(lines, c.steps(k, h))
	}
	lines = append(lines, k.Body(how))
	if c.said != "" {
		lines = append(lines, k.Inked(c.said, k.P.Sage, true))
	}
	if w := k.Wrong(c.wrong); w != nil {
		lines = append(lines, w)
	}
	return k.Sheet(Wide, v.T("plancode.title", phrase.Args{"Plan": c.Plan}), h.Close, kit.Column(kit.GapInside, lines...),
		k.Secondary("code.copy", v.T("plancode.copy"), func() {
			c.Copy(strings.Join(c.Codes, "\n\n"))
			c.said, c.wrong = v.T("plancode.copied"), nil
			h.Redraw()
		}),
		k.Primary("code.save", v.T("plancode.save"), func() {
			c.Save(c.Codes, func(files []string, err error) {
				c.said, c.wrong = "", err
				if err == nil {
					c.said = v.T("plancode.saved", phrase.Args{"Files": files, "Count": len(files)})
				}
				h.Redraw()
			})
		}))
}

// picture is the code on white, in both themes: a camera wants its white edge.
func (c *Code) picture() fyne.CanvasObject {
	code := canvas.NewImageFromImage(c.Pictures[c.at])
	code.ScaleMode = canvas.ImageScalePixels
	code.FillMode = canvas.ImageFillContain
	return kit.Fixed(c.Side, c.Side, code)
}

// steps turn to the other parts.
func (c *Code) steps(k *kit.Kit, h Handle) fyne.CanvasObject {
	v, last := k.V, len(c.Codes)-1
	turn := func(by int) func() {
		return func() { c.at = min(max(c.at+by, 0), last); h.Redraw() }
	}
	earlier, later := k.Secondary("code.earlier", v.T("plancode.earlier"), turn(-1)), k.Secondary("code.later", v.T("plancode.later"), turn(1))
	if c.at == 0 {
		earlier.Disable()
	}
	if c.at == last {
		later.Disable()
	}
	return kit.MiddleActions(kit.GapInside, earlier, k.Muted(v.T("plancode.part", phrase.Args{"Part": c.at + 1, "Of": len(c.Codes)})), later)
}

// Follow implements Panel: the code stands for itself.
func (c *Code) Follow(Model) Answer { return Answer{} }
