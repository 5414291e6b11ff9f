package screens

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"afterglow/app/choose"
	"afterglow/app/fault"
	"afterglow/app/newfile"
	"afterglow/app/phrase"
	"afterglow/app/screens/planfile"
	"afterglow/app/screens/sheets"
	"afterglow/app/screens/studio"
	appstudio "afterglow/app/studio"
	"afterglow/guidance"
)

// planEnding is what a plan that is saved from the form ends with: a double click opens it with Afterglow.
const planEnding = ".afterglow-plan"

func (s *Shell) studioActions() studio.Actions {
	return studio.Actions{
		Load: func(answer func([]byte, error)) {
			s.opts.Background(func() {
				text, err := studio.ReadKept(s.opts.DataDir)
				if _, damaged := appstudio.Open(text); err == nil && text != nil && damaged != nil {
					var file string
					if file, err = studio.SetAside(s.opts.DataDir); err == nil {
						text, err = nil, fault.Use("studio.draft_damaged", fault.Args{"File": file})
					}
				}
				s.drafts.Know(text)
				s.opts.OnUI(func() { answer(text, err) })
			})
		},
		Keep: func(text []byte, answer func(string, error)) {
			turn := s.drafts.Next()
			s.opts.Background(func() {
				aside, err := s.drafts.Keep(s.opts.DataDir, turn, text)
				s.opts.OnUI(func() { answer(aside, err) })
			})
		},
		InUse: func(answer func(string, error)) {
			c := s.service
			s.opts.Background(func() {
				_, text, err := c.Plan(context.Background(), "")
				s.opts.OnUI(func() { answer(text, err) })
			})
		},
		Open: func(answer func([]byte, bool)) {
			s.openPlanFile(guidance.LargestFile, func(_ string, text []byte, fits bool) { answer(text, fits) })
		},
		Leaflet: s.openLeaflet,
		Use: func(text []byte) {
			s.openPlan(func() planfile.File { return planfile.Of(s.k.V.T("studio.title"), text, true) })
		},
		Save: s.savePlan,
		Look: func(do func() func()) {
			s.opts.Background(func() {
				show := do()
				s.opts.OnUI(show)
			})
		},
		Sure: func(yes func()) {
			v := s.k.V
			s.openPanel(sheets.Confirm(v.T("studio.leave_title"), v.T("studio.leave_ask"), v.T("studio.leave_yes"), yes))
		},
	}
}

// nextRow goes on to the next row of the plan that is being written, where it is seen.
func (s *Shell) nextRow() {
	if p, ok := s.views[PageStudio].page.(*studio.Page); ok && s.page == PageStudio && s.cover() == nil {
		p.Next()
	}
}

func (s *Shell) studioModel() studio.Model {
	return studio.Model{Now: s.state.status.Now, Wide: s.content.Size().Width, InUse: s.state.scene.PlanAsWritten()}
}

// changePlan changes a plan file by the form.
func (s *Shell) changePlan(f planfile.File) {
	s.writeNext(func() (*appstudio.Draft, error) { return appstudio.Open([]byte(f.Text)) }, func() {})
}

// writeNext goes on with another draft, which make gives in the background. One that is kept is not lost without a word.
// begun is told once the other is left.
func (s *Shell) writeNext(make func() (*appstudio.Draft, error), begun func()) {
	s.opts.Background(func() {
		d, err := make()
		kept, unread := studio.ReadKept(s.opts.DataDir)
		s.opts.OnUI(func() {
			next := func() {
				s.drafts.Know(kept) // the person lets go of it
				begun()
				s.writePlan(d)
			}
			switch {
			case err != nil:
				s.say(s.k.V.Error(err))
			case kept == nil && unread == nil || string(kept) == string(d.Text()):
				next()
			default:
				v := s.k.V
				s.openPanel(sheets.Confirm(v.T("studio.leave_title"), v.T("studio.other_ask"), v.T("studio.leave_yes"), next))
			}
		})
	})
}

// writePlan goes on with a draft on its page.
func (s *Shell) writePlan(d *appstudio.Draft) {
	s.writing.Take(d)
	delete(s.views, PageStudio)
	s.leavePlan()
	s.Show(PageStudio)
}

// savePlan lets the person choose a folder and writes the plan into it, under a name that no file there has.
func (s *Shell) savePlan(name string, text []byte) {
	s.chooseFile(choose.Question{Title: s.k.V.T("studio.choose_folder"), Folder: true}, func(folder string) {
		s.opts.Background(func() {
			path, err := freeName(folder, name)
			if err == nil {
				err = newfile.Write(path, text)
			}
			s.opts.OnUI(func() {
				if err != nil {
					s.say(s.k.V.Error(err))
					return
				}
				s.say(s.k.V.T("studio.saved", phrase.Args{"File": path}))
			})
		})
	})
}

// freeName is a plan file's path in a folder that no file has yet.
func freeName(folder, name string) (string, error) {
	for n := 1; ; n++ {
		file := name
		if n > 1 {
			file += "-" + strconv.Itoa(n)
		}
		path := filepath.Join(folder, file+planEnding)
		switch _, err := os.Lstat(path); {
		case errors.Is(err, fs.ErrNotExist):
			return path, nil
		case err != nil:
			return "", err
		}
	}
}
