package screens

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"afterglow/app/ask"
	"afterglow/app/choose"
	"afterglow/app/leaflet"
	leafletfile "afterglow/app/leaflet/read"
	"afterglow/app/screens/paste"
	"afterglow/app/screens/sheets"
	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

// openLeaflet shows the page on which a leaflet's text becomes a plan, in the page's place. What was answered there
// before is still there.
func (s *Shell) openLeaflet() { s.leafletPage() }

// leafletPage is that page, opened if it is not on show.
func (s *Shell) leafletPage() *paste.Page {
	if s.layers[leafletText] != nil && s.layers[planFile] == nil {
		return s.leaflet
	}
	s.close(planFile)
	s.close(panel)
	ctx, cancel := context.WithCancel(context.Background())
	l := &layer{close: cancel}
	p := paste.New(s.k, s.leafletActions(ctx, l), &s.toRow)
	l.again = func() {
		p.Again(s.k)
		l.object = p.Object()
	}
	s.put(leafletText, l)
	s.leaflet, l.object = p, p.Object()
	s.win.Canvas().Unfocus() // what has the keyboard is about to be covered
	s.markRail()
	s.draw()
	p.Begin()
	return p
}

// leafletActions are what the page in layer l can do; what it reads ends with ctx.
func (s *Shell) leafletActions(ctx context.Context, l *layer) paste.Actions {
	on := func() bool { return s.layers[leafletText] == l }
	return paste.Actions{
		Read: func(name string, file []byte, answer func(leaflet.Draft, error)) {
			s.opts.Background(func() {
				var d leaflet.Draft
				text, err := leafletfile.Text(ctx, name, file)
				if err == nil {
					d = leaflet.Read(paste.Clean(text), ask.Default())
				}
				s.opts.OnUI(func() {
					if on() {
						answer(d, err)
					}
				})
			})
		},
		Open: func(answer func(string, []byte, bool)) {
			v := s.k.V
			s.openFile(v.T("paste.choose"), choose.Kind{Name: v.T("paste.kind"), Endings: leafletfile.Endings()}, leafletfile.MostFile, func(name string, file []byte, fits bool) {
				if on() {
					answer(name, file, fits)
				}
			})
		},
		Copied: func() string { return s.app.Clipboard().Content() },
		Now:    func() time.Time { return s.state.status.Now },
		Look: func(do func() func()) {
			s.opts.Background(func() {
				show := do()
				s.opts.OnUI(func() {
					if on() {
						show()
					}
				})
			})
		},
		Make:  s.makePlan,
		Sure:  func(title, text, yes string, do func()) { s.openPanel(sheets.Confirm(title, text, yes, do)) },
		Soon:  func(title, text, yes string, do func()) { s.openPanel(sheets.Offer(title, text, yes, do)) },
		Leave: func() { s.uncover(leafletText) },
	}
}

// makePlan makes a plan of rows and goes on with it on its page.
func (s *Shell) makePlan(rows []row.Row) {
	v := s.k.V
	name, version := v.T("studio.our_plan"), s.state.status.Now.Format("2006-01")
	if i := slices.IndexFunc(rows, func(r row.Row) bool { return r.Rule == row.Clinic && r.Name != "" }); i >= 0 {
		name = rows[i].Name
	}
	s.writeNext(func() (*studio.Draft, error) {
		d := studio.New(name, version)
		d.Say = v.StudioText
		for _, r := range rows {
			if _, err := d.Add(r, ""); err != nil {
				return nil, err
			}
		}
		return studio.Open(d.Text()) // the rows that were taken are none of its steps
	}, func() { s.toRow = paste.State{} })
}

// droppedLeaflet reads a file that was dropped on the window as a leaflet, if it is one: while that page is on, or if no
// plan ends as it does. It says whether it was.
func (s *Shell) droppedLeaflet(path string) bool {
	ending := strings.ToLower(filepath.Ext(path))
	on := s.layers[leafletText] != nil && s.layers[planFile] == nil
	if !slices.Contains(leafletfile.Endings(), ending) || !on && ending != ".docx" && ending != ".pdf" {
		return false
	}
	s.endExample(func() {
		p := s.leafletPage()
		s.opts.Background(func() {
			file, err := readFile(path, leafletfile.MostFile+1)
			s.opts.OnUI(func() {
				switch {
				case err != nil:
					s.say(s.k.V.Error(err))
				case s.leaflet == p && s.layers[leafletText] != nil:
					p.Take(filepath.Base(path), file, int64(len(file)) <= leafletfile.MostFile)
				}
			})
		})
	})
	return true
}
