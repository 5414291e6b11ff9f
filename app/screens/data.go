package screens

import (
	"context"
	"net/url"
	"path/filepath"

	"afterglow/app/choose"
	"afterglow/app/phrase"
	"afterglow/app/screens/settings"
	"afterglow/app/screens/sheets"
	"afterglow/app/service"
)

func (s *Shell) dataActions() settings.DataActions {
	return settings.DataActions{Open: s.openFolder, BackUp: s.saveCopy, Restore: s.restore, TakeIn: s.takeIn, Erase: s.eraseData, Server: s.openCalendarServer}
}

// openFolder has the desktop show the data folder.
func (s *Shell) openFolder(answer func(error)) {
	dir := filepath.ToSlash(s.opts.DataDir)
	s.opts.Background(func() {
		err := s.app.OpenURL(&url.URL{Scheme: "file", Path: dir})
		s.opts.OnUI(func() { answer(err) })
	})
}

// restore lets the person choose a backup, asks once more, and puts it in place of everything.
func (s *Shell) restore(answer func(service.Restored, error)) {
	v := s.k.V
	kind := choose.Kind{Name: v.T("shell.kind_backup"), Endings: []string{".sqlite"}}
	s.chooseFile(s.toRead(v.T("settings.restore_title"), kind), func(path string) {
		s.openPanel(sheets.Confirm(v.T("settings.restore_title"), v.T("settings.restore_ask", phrase.Args{"File": path}), v.T("settings.restore_yes"), func() {
			c := s.service
			s.opts.Background(func() {
				r, err := c.Restore(context.Background(), path)
				s.of(c, func() {
					s.afterwards(func() { answer(r, err) })
				})
			})
		}))
	})
}

// takeIn lets the person choose a file that Afterglow exported, and adds what it holds and the journal does not.
func (s *Shell) takeIn(answer func(done string, err error)) {
	v := s.k.V
	kind := choose.Kind{Name: v.T("shell.kind_notes"), Endings: []string{".json"}}
	s.chooseFile(s.toRead(v.T("settings.import_title"), kind), func(path string) {
		c, name := s.service, filepath.Base(path)
		s.opts.Background(func() {
			done, err := c.TakeInFile(context.Background(), path, name)
			s.of(c, func() {
				if err != nil {
					answer("", err)
					return
				}
				s.afterwards(func() { answer(phrase.Paragraph(s.k.V.TakenIn(done, name)...), nil) })
			})
		})
	})
}

// eraseData removes everything, after a copy or without one: each way takes two steps.
func (s *Shell) eraseData() {
	s.openPanel(&sheets.Farewell{Folder: s.opts.DataDir, Copy: s.saveCopy, Page: s.pageBeside, Erase: s.erase, NoCopy: true, Title: s.k.V.T("over.erase"), Server: s.serverName()})
}
