package screens

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"afterglow/app/phrase"
	"afterglow/app/service"
)

// openPlanFile lets the person choose a plan file.
func (s *Shell) openPlanFile(largest int64, answer func(name string, text []byte, fits bool)) {
	s.openFile(s.k.V.T("shell.choose_plan"), storage.NewExtensionFileFilter(service.PlanEndings()), largest, answer)
}

// openFile lets the person choose a file of a kind. It answers with the file's name and text; a file of more than so
// many bytes does not fit.
func (s *Shell) openFile(title string, kind storage.FileFilter, largest int64, answer func(name string, text []byte, fits bool)) {
	l := &layer{} // it goes with its theme: the steps that asked for a file are made anew
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		s.gone(chooser, l)
		if err != nil {
			s.say(s.k.V.T("shell.file_not_opened", phrase.Args{"Cause": err.Error()}))
			return
		}
		if r == nil {
			return // the person changed their mind
		}
		defer r.Close()
		text, err := io.ReadAll(io.LimitReader(r, largest+1))
		if err != nil {
			s.say(s.k.V.T("shell.file_not_read", phrase.Args{"Cause": err.Error()}))
			return
		}
		answer(r.URI().Name(), text, int64(len(text)) <= largest)
	}, s.win)
	d.SetFilter(kind)
	d.SetTitleText(title)
	l.close = d.Dismiss
	s.put(chooser, l)
	d.Show()
	d.Resize(fyne.NewSize(760, 520)) // not before it is shown: Fyne has nothing to resize until then
	if top := s.win.Canvas().Overlays().Top(); top != nil {
		top.Refresh() // else it stays where its first size put it, and reaches out of a small window
	}
}
