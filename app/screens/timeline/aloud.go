package timeline

import (
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/reader"
	"afterglow/app/screens/kit"
)

var (
	_ kit.Part  = (*Chart)(nil)
	_ kit.Asked = (*Chart)(nil)
)

// lineID is the ID of the picture for who hears it.
const lineID = "chart.line"

// Inside implements kit.Part: what is drawn in the picture is told by its list.
func (c *Chart) Inside() []fyne.CanvasObject { return nil }

// Tell implements kit.Part: the picture is its line, of which the figure is a moment, in minutes from the picture's first;
// in it lies what it shows, as the list tells it.
func (c *Chart) Tell() kit.Telling {
	n := reader.Node{ID: lineID, Role: reader.Slider, Name: c.k.V.T("timeline.title"), State: reader.Works}
	minutes := func(t time.Time) float64 { return t.Sub(c.layout.From).Minutes() }
	n.Value = &reader.Value{Now: minutes(c.at()), Most: minutes(c.layout.Until), Step: 30, Said: c.layout.CursorLabel.Text}
	list := reader.Node{Role: reader.List, Name: c.k.V.T("timeline.as_list"), State: reader.Seen}
	for _, line := range c.lines() {
		list.Children = append(list.Children, reader.Node{Role: reader.ListItem, Name: line, State: reader.Seen})
	}
	n.Children = []reader.Node{list}
	return kit.Telling{Node: n}
}

// Ask implements kit.Asked: the line is put at a moment as Tell tells it.
func (c *Chart) Ask(r reader.Request) bool {
	to := c.layout.From.Add(time.Duration(r.Value * float64(time.Minute)))
	if r.Act != reader.SetValue || to.Before(c.layout.From) || to.After(c.layout.Until) {
		return false
	}
	c.onMove(to)
	return true
}
