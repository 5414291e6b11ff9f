package screens

import (
	"context"
	"errors"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"afterglow/app/choose"
	"afterglow/app/phrase"
	"afterglow/app/screens/place"
	"afterglow/app/service"
)

// openFile lets the person choose a file of a kind. It answers with the file's name and text; a file of more than so
// many bytes does not fit.
func (s *Shell) openFile(title string, kind choose.Kind, largest int64, answer func(name string, text []byte, fits bool)) {
	s.chooseFile(s.toRead(title, kind), func(path string) {
		s.opts.Background(func() {
			text, err := readFile(path, largest+1)
			s.opts.OnUI(func() {
				if err != nil {
					s.say(s.k.V.Error(err))
					return
				}
				answer(filepath.Base(path), text, int64(len(text)) <= largest)
			})
		})
	})
}

// readFile reads at most so many bytes.
func readFile(path string, most int64) ([]byte, error) {
	f, err := service.OpenPlanFile(path, filepath.Base(path), false)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}

// toRead is the question for a file of a kind, or any.
func (s *Shell) toRead(title string, kind choose.Kind) choose.Question {
	return choose.Question{Title: title, Kinds: []choose.Kind{kind, {Name: s.k.V.T("shell.kind_all")}}}
}

// chooseFile lets the person choose a file, or a folder, in the desktop's own dialog, and in Fyne's where there is none. It answers
// with its whole path, or not at all if they changed their mind.
func (s *Shell) chooseFile(q choose.Question, answer func(path string)) {
	if q.Folder { // each is one to save in
		q.Accept = s.k.V.T("shell.save_here")
	}
	if s.opts.ChooseFile == nil {
		s.chooseHere(q, answer)
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	l := &layer{close: cancel} // it goes with its theme: the steps that asked for a file are made anew
	s.put(chooser, l)
	s.opts.Background(func() {
		path, err := s.opts.ChooseFile(ctx, q)
		s.opts.OnUI(func() {
			cancel()
			if s.layers[chooser] != l {
				return // it was closed meanwhile
			}
			s.gone(chooser, l)
			switch {
			case errors.Is(err, choose.ErrNone):
				s.chooseHere(q, answer)
			case err != nil:
				s.say(s.k.V.T("shell.file_not_opened", phrase.Args{"Cause": err.Error()}))
			case path != "":
				answer(path)
			}
		})
	})
}

// chooserKey takes a key for Fyne's own dialog, if it is open: Escape closes it, Enter presses the button that has the
// keyboard. It says whether it used the key.
func (s *Shell) chooserKey(key fyne.KeyName) bool {
	if s.layers[chooser] == nil {
		return false
	}
	if key == fyne.KeyEscape {
		s.close(chooser)
		return true
	}
	button, is := s.win.Canvas().Focused().(*widget.Button)
	if is && !button.Disabled() {
		button.Tapped(nil)
	}
	return is
}

// chooseHere is chooseFile in Fyne's own dialog, whose lists let no Escape through to the window.
func (s *Shell) chooseHere(q choose.Question, answer func(path string)) {
	l := &layer{}
	took := func(u fyne.URI, err error) {
		s.gone(chooser, l)
		switch {
		case err != nil:
			s.say(s.k.V.T("shell.file_not_opened", phrase.Args{"Cause": err.Error()}))
		case u != nil:
			answer(u.Path())
		}
	}
	var d *dialog.FileDialog
	if q.Folder {
		d = dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
			if folder == nil {
				took(nil, err)
				return
			}
			took(folder, err)
		}, s.win)
	} else {
		d = dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
			if r == nil {
				took(nil, err)
				return
			}
			_ = r.Close()
			took(r.URI(), err)
		}, s.win)
		switch kind := q.Kinds[0]; {
		case len(kind.Types) > 0: // more than the endings name
			d.SetFilter(storage.NewMimeTypeFileFilter(kind.Types))
		case len(kind.Endings) > 0:
			d.SetFilter(storage.NewExtensionFileFilter(kind.Endings))
		}
	}
	d.SetTitleText(q.Title)
	if q.Accept != "" {
		d.SetConfirmText(q.Accept)
	}
	l.close = d.Dismiss
	s.hearKeys.Do(func() { place.OnKey(s.win, s.chooserKey) })
	s.put(chooser, l)
	d.Show()
	d.Resize(fyne.NewSize(760, 520)) // not before it is shown: Fyne has nothing to resize until then
	if top := s.win.Canvas().Overlays().Top(); top != nil {
		top.Refresh() // else it stays where its first size put it, and reaches out of a small window
	}
}
