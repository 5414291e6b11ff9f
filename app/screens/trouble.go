package screens

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/sheets"
	"afterglow/app/service"
)

// mended tells that the notes were damaged and what took their place, until the person has seen it: nobody should find
// that out by what is missing.
func (s *Shell) mended(note error) {
	s.whenRead(func() {
		v := s.k.V
		s.openPanel(sheets.Offer(v.T("shell.mended_title"), v.Error(note)+" "+v.T("shell.mended"), v.T("shell.mended_restore"), func() {
			s.restore(func(r service.Restored, err error) {
				if err != nil {
					s.say(v.Error(err))
				} else {
					s.say(v.T("settings.restored", phrase.Args{"Count": r.Treatments, "File": r.Kept}))
				}
			})
		}))
	})
	s.Refresh()
}

// troubled is the page if the notes cannot be opened: what was wrong may be well again, or be seen in the folder.
func (s *Shell) troubled() fyne.CanvasObject {
	k, p := s.k, kit.NewPage()
	again := k.Primary("trouble.again", k.V.T("shell.try_again"), s.openAgain)
	folder := k.Secondary("trouble.folder", k.V.T("settings.act_folder"), func() {
		s.openFolder(func(err error) {
			if err != nil {
				s.say(k.V.Error(err))
			}
		})
	})
	p.SetContent(kit.Pad(24, kit.Edge, 24, kit.Edge, kit.Centred(kit.ColumnWide, kit.Column(kit.GapBetween,
		k.Title(k.V.T("shell.cannot_open")), k.Body(k.V.Error(s.trouble)), k.Muted(k.V.T("shell.folder", phrase.Args{"Folder": s.opts.DataDir})),
		kit.Wrap(kit.GapInside, kit.GapInside, again, folder)))), false)
	return p
}

// openAgain tries to open the notes once more, and leaves the page as it is meanwhile.
func (s *Shell) openAgain() {
	if s.underway["open"] {
		return
	}
	s.underway["open"] = true
	s.opts.Background(func() {
		c, err := s.opts.Data.Again()
		s.opts.OnUI(func() {
			delete(s.underway, "open")
			if err == nil {
				s.trouble = nil
			}
			s.Ready(c, err)
			if err != nil {
				s.say(s.k.V.T("shell.still_not"))
			}
		})
	})
}

// complain writes what is wrong, in one line.
func complain(errw io.Writer, v phrase.Voice, err error) {
	fmt.Fprintln(errw, v.T("start.line", phrase.Args{"Text": v.Error(err)}))
}

// cannotDraw says why no window can be shown, nil if one can.
func cannotDraw() error {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return nil
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return fault.New("start.no_desktop", nil)
	}
	return nil
}

// noScreen is what the graphics library says when it gives up.
func noScreen(cause string) error {
	return fault.New("start.no_screen", fault.Args{"Cause": cause})
}

// plainErrors turns what Fyne logs when the graphics driver fails into one line with what to do.
// Fyne then ends the process itself with exit code 1, or panics.
type plainErrors struct {
	to   io.Writer
	v    phrase.Voice
	told atomic.Bool // the one line was written: the rest of the story is for nobody
	skip atomic.Bool // what follows belongs to an error that means nothing here
}

func (p *plainErrors) Write(line []byte) (int, error) {
	s := string(line)
	for _, sign := range []string{"window creation error", "failed to initialise GLFW", "failed to initialise OpenGL"} {
		if strings.Contains(s, sign) {
			p.say(fault.New("start.no_opengl", nil))
		}
	}
	// Fyne's own preferences and cache, which Afterglow does not use, may be read while they are being written, or be missing;
	// a computer without a folder for videos, or without a portal that tells light from dark, is no trouble either.
	switch detail := strings.Contains(s, "  Cause:") || strings.Contains(s, "  At:"); {
	case strings.Contains(s, "Preferences load error"), strings.Contains(s, "Getting favorite locations"),
		strings.Contains(s, "failed to watch theme settings"), strings.Contains(s, "cache space"):
		p.skip.Store(true)
	case !detail:
		p.skip.Store(false)
	}
	if p.told.Load() || p.skip.Load() {
		return len(line), nil
	}
	return p.to.Write(line)
}

// say writes the one line, once.
func (p *plainErrors) say(err error) {
	if !p.told.Swap(true) {
		complain(p.to, p.v, err)
	}
}
