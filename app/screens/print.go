package screens

import (
	"context"
	"net/url"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2/theme"

	"afterglow/app/choose"
	"afterglow/app/course"
	"afterglow/app/newfile"
	"afterglow/app/phrase"
	"afterglow/app/plancode"
	"afterglow/app/plancode/picture"
	"afterglow/app/screens/paper"
	"afterglow/app/screens/sheets"
	"afterglow/guidance"
)

// printPlan offers a sheet of paper of the plan that holds now.
func (s *Shell) printPlan() {
	_, runs := s.state.scene.Lead()
	s.openPanel(&sheets.Print{Runs: runs, Times: runs, Letter: s.k.V.Letter(), Save: s.saveSheet, Show: s.showFile})
}

// saveSheet lets the person choose a folder and writes the sheet there, never over a file.
func (s *Shell) saveSheet(times, letter bool, answer func(file string, pages int, err error)) {
	s.chooseFile(choose.Question{Title: s.k.V.T("plansheet.choose_folder"), Folder: true}, func(folder string) {
		c, v, scene := s.service, s.k.V, s.state.scene
		phone := s.setting("phone")
		s.opts.Background(func() {
			file, pages, err := "", 0, error(nil)
			lead, runs := scene.Lead()
			plan, text := lead.Plan, lead.Treatment.PlanText
			if runs {
				plan = lead.Treatment.Plan
			} else {
				plan, text, err = c.Plan(context.Background(), "")
			}
			var laid *course.Course
			if times && runs { // a sheet for the clinic says what its plan says, and nothing of the person's own
				t := lead.Treatment
				t.Own = nil
				its := course.New(t, scene.Zone, scene.Entries)
				laid = &its
			}
			if err == nil {
				var pdf []byte
				if pdf, pages, err = sheetOf(v, plan, laid, text, phone, letter, scene.Now); err == nil {
					file = filepath.Join(folder, v.T("plansheet.file")+".pdf")
					err = newfile.Write(file, pdf)
				}
			}
			if err != nil {
				file = ""
			}
			s.of(c, func() { answer(file, pages, err) })
		})
	})
}

// sheetOf is the sheet of a plan as PDF, and on how many pages it is.
func sheetOf(v phrase.Voice, plan guidance.Plan, laid *course.Course, text, phone string, letter bool, made time.Time) ([]byte, int, error) {
	return draw(v.OrderSheet(plan, laid, plancode.Only([]byte(text)), phone, letter, made))
}

// draw is a sheet of paper as PDF, and on how many pages it is.
func draw(o phrase.SheetOrder) (pdf []byte, pages int, err error) {
	sheet := paper.Sheet{
		Title: o.Title, Lead: o.Lead, Call: paper.Call{Title: o.Call, Phone: o.Phone, Lines: o.Calls},
		Foot: o.Foot, Sign: o.Sign, Letter: o.Letter, Language: o.Language, Made: o.Made,
		Curves: paper.Curves{Title: o.Curves.Title, From: o.Curves.From, Until: o.Curves.Until, Marks: o.Curves.Marks, MarkSays: o.Curves.MarkSays},
	}
	for _, c := range o.Curves.All {
		curve := paper.Curve{Name: c.Name}
		for _, p := range c.Points {
			curve.Points = append(curve.Points, paper.Point(p))
		}
		sheet.Curves.All = append(sheet.Curves.All, curve)
	}
	for _, part := range o.Parts {
		section := paper.Section{Title: part.Title}
		for _, row := range part.Rows {
			section.Rows = append(section.Rows, paper.Row(row))
		}
		sheet.Sections = append(sheet.Sections, section)
	}
	if o.Code != "" {
		if sheet.Code, err = picture.PNG(o.Code); err != nil {
			return nil, 0, err
		}
		sheet.CodeSays = o.CodeSays
	}
	fonts := paper.Fonts{Regular: theme.DefaultTextFont().Content(), Bold: theme.DefaultTextBoldFont().Content()}
	if paper.Missing(sheet, fonts) != "" {
		sheet.Foot = append(sheet.Foot, o.LeftOut)
	}
	return paper.PDF(sheet, fonts)
}

// showFile opens a file in the desktop's own program for it.
func (s *Shell) showFile(file string, answer func(error)) {
	s.opts.Background(func() {
		err := s.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(file)})
		s.opts.OnUI(func() { answer(err) })
	})
}
