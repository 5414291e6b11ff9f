package screens

import (
	"context"

	"fyne.io/fyne/v2"

	"afterglow/app/choose"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/sheets"
)

// erased is what there is to say once everything was erased.
type erased struct {
	Erased
	copy string // the copy that was saved before; "" if the person wanted none
}

// exportAndErase offers to save a copy elsewhere and then to erase everything here.
func (s *Shell) exportAndErase() {
	s.openPanel(&sheets.Farewell{Folder: s.opts.DataDir, Copy: s.saveCopy, Page: s.pageBeside, Erase: s.erase, Server: s.serverName()})
}

// saveCopy lets the person choose a folder and saves a copy of everything into it.
func (s *Shell) saveCopy(answer func(file string, err error)) {
	s.pageSaved = ""
	s.chooseFile(choose.Question{Title: s.k.V.T("over.choose_folder"), Folder: true}, func(folder string) {
		s.opts.Background(func() {
			file, err := s.opts.Data.BackUp(context.Background(), folder)
			s.opts.OnUI(func() { answer(file, err) })
		})
	})
}

// erase erases everything. The agent, which is ended first, would have the window close with it: it stays to tell. If it
// does not go well the window goes on with what there still is.
func (s *Shell) erase(copy string, answer func(error)) {
	s.erasing = true
	d := s.opts.Data
	s.opts.Background(func() {
		gone, err := d.Erase(context.Background())
		var still Service
		var shut error
		if err != nil {
			still, shut = d.Again()
		}
		s.opts.OnUI(func() {
			if err != nil {
				s.erasing = false
				s.Ready(still, shut)
				answer(err)
				return
			}
			s.end()
			s.service, s.state.loaded = nil, false
			s.erased = &erased{gone, copy}
			s.clear()
			s.close(toast)
			s.drawRail()
			s.draw()
			s.k.GoTo("farewell.close")
		})
	})
}

// farewell is the page once everything was erased.
func (s *Shell) farewell() fyne.CanvasObject {
	k, e, p := s.k, s.erased, kit.NewPage()
	folder := phrase.Args{"Folder": s.opts.DataDir}
	stays := k.V.T("erase.empty", folder)
	switch {
	case e.Wrong != nil:
		stays = k.V.Error(e.Wrong)
	case len(e.Left) > 0:
		stays = k.V.T("erase.stay", folder, phrase.Args{"Files": e.Left})
	}
	p.SetMiddle(true)
	p.SetContent(kit.Pad(24, kit.Edge, 24, kit.Edge, kit.Centred(560, kit.Column(kit.GapBetween,
		k.Title(k.V.T("erase.done")).Centred(), k.Body(stays).Centred(), s.savedLine("over.copied", e.copy), s.savedLine("over.page", s.pageSaved),
		kit.MiddleActions(0, k.Primary("farewell.close", k.V.T("over.close"), s.win.Close))))), false)
	return p
}
