package screens

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/theme"
)

// readsOn holds that Tab goes as the eye reads, within what scrolls and then within the foot: down, and on one line to the
// right. It may go up to the head of a column at the right.
func (st *stage) readsOn(t *testing.T, where string) {
	t.Helper()
	const slack = 4 // targets are larger than what is seen, and may overlap
	drv, page := fyne.CurrentApp().Driver(), st.shell.scrolling()
	scrolls := func(o fyne.CanvasObject) bool { return page == nil || page.Holds(o) }
	stops := kit.Stops(st.shell.content)
	for i := 1; i < len(stops); i++ {
		a, b := stops[i-1].At.(fyne.CanvasObject), stops[i].At.(fyne.CanvasObject)
		if scrolls(a) != scrolls(b) {
			if scrolls(b) {
				t.Errorf("%s: after %s in the foot comes %s", where, stops[i-1].ID, stops[i].ID)
			}
			continue
		}
		from, to := drv.AbsolutePositionForObject(a), drv.AbsolutePositionForObject(b)
		mid := to.Y + b.Size().Height/2
		level := mid > from.Y && mid < from.Y+a.Size().Height
		above := to.Y+b.Size().Height <= from.Y+slack
		right := to.X+slack >= from.X+a.Size().Width
		left := to.X+b.Size().Width <= from.X+slack
		if above && !right || level && left {
			t.Errorf("%s: after %s (at %v) comes %s (at %v), which the eye reads before it", where, stops[i-1].ID, from, stops[i].ID, to)
		}
	}
}

func TestTabGoesAsTheEyeReads(t *testing.T) {
	const list = "Aqua, Glycerin, Retinol, Niacinamide, Parfum"
	for name, c := range map[string]struct {
		scene string
		pages []string
		more  func(*testing.T, *stage)
	}{
		"nothing":          {"nothing", nil, nil},
		"coming":           {"planned", nil, nil},
		"day 1":            {"day1", nil, nil},
		"due":              {"due", []string{PageToday}, nil},
		"is it calm":       {"ask", []string{PageToday, PageTimeline}, nil},
		"two":              {"two", nil, nil},
		"the end":          {"over", []string{PageToday}, nil},
		"products, a list": {"day1", []string{PageProducts}, func(t *testing.T, st *stage) { st.entry(t, "products.list").SetText(list) }},
		"products, one kept": {"day1", []string{PageProducts}, func(t *testing.T, st *stage) {
			if len(st.presses("products.shelf.")) == 0 {
				st.entry(t, "products.list").SetText(list)
				st.write(t, "products.name", "Cream")
			}
			st.tap(t, st.presses("products.shelf.")[0].ID)
			st.tap(t, "products.rename")
		}},
		"questions, one": {"day1", []string{PageQuestions}, func(t *testing.T, st *stage) { st.write(t, "questions.new", "May I swim?") }},
		"asking":         {"day1", []string{PageToday}, func(t *testing.T, st *stage) { st.shell.ask(); st.entry(t, "ask").SetText("hot yoga tomorrow") }},
		"step 2":         {"nothing", []string{PageBegin}, func(t *testing.T, st *stage) { st.tap(t, "begin.next") }},
		"step 3":         {"nothing", []string{PageBegin}, func(t *testing.T, st *stage) { st.tap(t, "begin.next"); st.tap(t, "begin.next") }},
		"leaflet": {"day1", []string{PageGuide}, func(t *testing.T, st *stage) {
			st.shell.openLeaflet()
			st.entry(t, "paste.text").SetText("No makeup for 24 hours. Avoid sun for 2 weeks.")
			st.tap(t, "paste.read")
		}},
		"studio": {"day1", []string{PageGuide}, func(t *testing.T, st *stage) {
			st.withDraft(t)
			st.shell.Show(PageStudio)
			st.tap(t, "studio/row.windows/makeup")
		}},
	} {
		t.Run(name, func(t *testing.T) {
			pages := c.pages
			if pages == nil {
				pages = pageNames()
			}
			l := lives()[c.scene](t)
			for _, size := range []fyne.Size{{Width: 960, Height: 680}, {Width: 640, Height: 400}, {Width: 1920, Height: 1080}} {
				st := newStageOn(t, l.Service, phrase.New(locale.Format{}), theme.AlwaysLight, size.Width, size.Height)
				for _, page := range pages {
					st.shell.Show(page)
					if c.more != nil {
						c.more(t, st)
					}
					st.readsOn(t, fmt.Sprintf("%s at %.0fx%.0f", page, size.Width, size.Height))
				}
				st.app.Quit()
			}
		})
	}
}
