package main

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// line is a sheet with a line on it that is dragged: the baseline for dragging the timeline's.
type line struct {
	widget.BaseWidget
	bar *canvas.Rectangle
}

func newLine() *line {
	l := &line{bar: canvas.NewRectangle(color.NRGBA{R: 0x2B, G: 0x25, B: 0x30, A: 255})}
	l.ExtendBaseWidget(l)
	return l
}

func (l *line) Dragged(e *fyne.DragEvent) { l.bar.Move(fyne.NewPos(e.Position.X-1, 0)) }
func (l *line) DragEnd()                  {}

func (l *line) CreateRenderer() fyne.WidgetRenderer {
	paper := canvas.NewRectangle(color.White)
	words := canvas.NewText("hello, drag the line", color.NRGBA{R: 0x9C, G: 0x44, B: 0x56, A: 255})
	return &lineRenderer{l: l, paper: paper, objects: []fyne.CanvasObject{paper, words, l.bar}}
}

type lineRenderer struct {
	l       *line
	paper   *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *lineRenderer) Destroy()                     {}
func (r *lineRenderer) Refresh()                     {}
func (r *lineRenderer) MinSize() fyne.Size           { return fyne.NewSize(300, 300) }
func (r *lineRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *lineRenderer) Layout(size fyne.Size) {
	r.paper.Resize(size)
	r.l.bar.Resize(fyne.NewSize(2, size.Height))
	r.l.bar.Move(fyne.NewPos(size.Width*0.4, 0))
}
