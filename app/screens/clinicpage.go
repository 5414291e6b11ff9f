package screens

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"afterglow/app/choose"
	"afterglow/app/course"
	"afterglow/app/newfile"
	"afterglow/app/phrase"
	"afterglow/app/screens/sheets"
	"afterglow/app/service"
)

// forClinic opens the panel that makes a page of what was written down, at first of the newest course.
func (s *Shell) forClinic() {
	if s.inExample() {
		s.say(s.k.V.T("phone.example"))
		return
	}
	c, v := s.service, s.k.V
	s.opts.Background(func() {
		newest, err := c.Report(context.Background(), service.ReportAsk{})
		var all service.Report
		if err == nil {
			all, err = c.Report(context.Background(), service.ReportAsk{AllTimes: true})
		}
		s.of(c, func() {
			if err != nil {
				s.say(v.Error(err))
				return
			}
			day := func(r service.Report) (from, until course.Date) {
				return course.DateOf(r.From, r.Zone), course.DateOf(r.Until, r.Zone).Add(-1)
			}
			p := &sheets.Clinic{Letter: v.Letter(), Save: s.savePage, Show: s.showFile}
			p.From, p.Until = day(newest)
			p.First, p.Last = day(all)
			s.openPanel(p)
		})
	})
}

// savePage lets the person choose a folder and writes what was written down there, never over a file.
func (s *Shell) savePage(ask sheets.ClinicAsk, answer func(file string, pages int, err error)) {
	s.chooseFile(choose.Question{Title: s.k.V.T("clinicpage.choose_folder"), Folder: true}, func(folder string) {
		c, v := s.service, s.k.V
		s.opts.Background(func() {
			file, pages, err := writePage(c, v, ask, folder)
			s.of(c, func() { answer(file, pages, err) })
		})
	})
}

// writePage writes it into a folder, under a name that no file there has.
func writePage(c Service, v phrase.Voice, ask sheets.ClinicAsk, folder string) (file string, pages int, err error) {
	report, err := c.Report(context.Background(), ask.Of(v.Now().Location()))
	if err != nil {
		return "", 0, err
	}
	var content []byte
	switch ask.Form {
	case sheets.FormTable:
		content, err = report.TakeOut().CSV(report.Zone)
	case sheets.FormValues:
		content, err = report.TakeOut().JSON()
	default:
		content, pages, err = draw(v.ClinicPage(report, ask.Letter))
	}
	if err != nil {
		return "", 0, err
	}
	if file, err = newfile.Free(filepath.Join(folder, v.T("clinicpage.file")+"."+ask.Form)); err == nil {
		err = newfile.Write(file, content)
	}
	if err != nil {
		return "", 0, err
	}
	return file, pages, nil
}

// pageBeside writes the page of the newest course beside a copy of everything.
func (s *Shell) pageBeside(copy string, answer func(file string, err error)) {
	c, v := s.service, s.k.V
	s.opts.Background(func() {
		file, _, err := writePage(c, v, sheets.ClinicAsk{Form: sheets.FormPage, Letter: v.Letter()}, filepath.Dir(copy))
		s.of(c, func() {
			s.pageSaved = file
			answer(file, err)
		})
	})
}

// savedLine tells where a file is that was saved before everything was erased; nil if there is none.
func (s *Shell) savedLine(id, file string) fyne.CanvasObject {
	if file == "" {
		return nil
	}
	return s.k.Body(s.k.V.T(id, phrase.Args{"File": file})).Centred()
}
