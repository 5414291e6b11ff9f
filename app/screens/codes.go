package screens

import (
	"context"
	"errors"
	"image"
	"path/filepath"

	"fyne.io/fyne/v2"

	"afterglow/app/choose"
	"afterglow/app/fault"
	"afterglow/app/newfile"
	"afterglow/app/plancode"
	"afterglow/app/plancode/picture"
	"afterglow/app/screens/guide"
	"afterglow/app/screens/planfile"
	"afterglow/app/screens/sheets"
	"afterglow/app/service"
	"afterglow/guidance"
)

// openPlanFile lets the person choose a plan file, or a picture or text of a plan's codes. It answers with the file's
// name and the plan file's text; too large a one does not fit.
func (s *Shell) openPlanFile(largest int64, answer func(name string, text []byte, fits bool)) {
	kind := choose.Kind{Name: s.k.V.T("shell.kind_plan"), Endings: append(append(service.PlanEndings(), ".txt"), plancode.PictureEndings()...)}
	s.openFile(s.k.V.T("shell.choose_plan"), kind, plancode.LargestPicture, func(name string, file []byte, fits bool) {
		s.decode(name, file, func(name string, plan []byte) { answer(name, plan, fits && int64(len(plan)) <= largest) })
	})
}

// decode answers with the plan file that the file of that name stands for, and the name of the file that it came from in
// the end. While parts of a plan are missing it asks for the next one;
// what cannot be read is told, and another may be chosen. Pictures are read in the background; the parts are gathered one
// after the other, since several may come at once.
func (s *Shell) decode(name string, file []byte, answer func(name string, plan []byte)) {
	s.opts.Background(func() {
		text, err := planfile.Text(file)
		s.opts.OnUI(func() {
			var plan []byte
			if err == nil {
				plan, err = s.gather(text)
			}
			if err == nil {
				answer(name, plan)
				return
			}
			v, title := s.k.V, "plancode.not_read"
			if idOf(err) == "plancode.missing" {
				title = "plancode.more"
			}
			s.openPanel(sheets.Offer(v.T(title), v.Error(err), v.T("plancode.choose"), func() {
				s.openPlanFile(guidance.LargestFile, func(name string, plan []byte, _ bool) { answer(name, plan) })
			}))
		})
	})
}

// gather adds the codes of a text to those of the plan that was begun, or begins with another plan. It gives the plan once
// it is whole.
func (s *Shell) gather(text []byte) ([]byte, error) {
	plan, err := planfile.Decode(&s.parts, text)
	if idOf(err) == "plancode.other_plan" {
		s.parts = plancode.Collector{}
		plan, err = planfile.Decode(&s.parts, text)
	}
	if err == nil {
		s.parts = plancode.Collector{}
	}
	return plan, err
}

// idOf is the id of a fault, "" of anything else.
func idOf(err error) string {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f.ID
	}
	return ""
}

// openPicture shows the plan of the codes in a picture file.
func (s *Shell) openPicture(path string) {
	s.opts.Background(func() {
		file, err := readFile(path, plancode.LargestPicture+1)
		s.opts.OnUI(func() {
			if err != nil {
				s.say(s.k.V.Error(err))
				return
			}
			s.decode(filepath.Base(path), file, s.showText)
		})
	})
}

// showText shows what the plan check says of a plan file's text.
func (s *Shell) showText(name string, plan []byte) {
	s.openPlan(func() planfile.File { return planfile.Of(name, plan, len(plan) <= guidance.LargestFile) })
}

// dropped opens what was dropped on the window: a plan file, or pictures of its codes.
func (s *Shell) dropped(_ fyne.Position, files []fyne.URI) {
	if _, open := s.over(); open {
		return
	}
	for _, file := range files {
		if file.Scheme() == "file" && !s.droppedLeaflet(file.Path()) {
			s.OpenPlan(file.Path())
		}
	}
}

// pasteCode shows the plan of the code on the clipboard.
func (s *Shell) pasteCode() {
	text := s.app.Clipboard().Content()
	if !plancode.Ours(text) {
		s.say(s.k.V.T("plancode.none_copied"))
		return
	}
	name := s.k.V.T("plancode.copied_name")
	s.endExample(func() { s.decode(name, []byte(text), s.showText) })
}

// planActions are what can be done with the plan itself.
func (s *Shell) planActions() guide.PlanActions {
	return guide.PlanActions{Own: func() { s.openOwn("") }, Change: func() { s.Show(PageStudio) }, Leaflet: s.openLeaflet, Open: s.choosePlan, Paste: s.pasteCode, Code: s.showCode, Print: s.printPlan}
}

// codeAround is how much of the window's height is not the code's: the panel's head, words and foot, in Fyne's units.
const codeAround = 300

// showCode shows the plan in use as a code, to be photographed, copied or saved.
func (s *Shell) showCode() {
	c, name, text := s.service, s.state.scene.PlanAsWritten().Name, ""
	if lead, ok := s.state.scene.Lead(); ok {
		name, text = lead.Plan.Name, lead.Treatment.PlanText
	}
	s.opts.Background(func() {
		var err error
		if text == "" { // none runs: that of the next treatment
			_, text, err = c.Plan(context.Background(), "")
		}
		var codes []string
		if err == nil {
			codes, err = plancode.Encode([]byte(text))
		}
		var drawn []image.Image
		for i := 0; i < len(codes) && err == nil; i++ {
			var one *image.Gray
			if one, err = picture.Draw(codes[i], 4); err == nil {
				drawn = append(drawn, one)
			}
		}
		s.of(c, func() {
			if err != nil {
				s.say(s.k.V.Error(err))
				return
			}
			side := min(max(s.win.Canvas().Size().Height-codeAround, 190), 360)
			s.openPanel(&sheets.Code{Plan: name, Side: side, Codes: codes, Pictures: drawn, Copy: s.copyCode, Save: s.saveCodes})
		})
	})
}

// copyCode puts a plan's codes on the clipboard as text.
func (s *Shell) copyCode(text string) { s.app.Clipboard().SetContent(text) }

// saveCodes lets the person choose a folder and writes the codes' pictures there, never over a file.
func (s *Shell) saveCodes(codes []string, answer func(files []string, err error)) {
	s.chooseFile(choose.Question{Title: s.k.V.T("plancode.choose_folder"), Folder: true}, func(folder string) {
		s.opts.Background(func() {
			files, err := writeCodes(folder, codes)
			s.opts.OnUI(func() { answer(files, err) })
		})
	})
}

// writeCodes writes a picture for each code.
func writeCodes(folder string, codes []string) ([]string, error) {
	files := plancode.Names(filepath.Join(folder, "afterglow-plan.png"), len(codes))
	pictures := make([][]byte, len(codes))
	for i, code := range codes {
		var err error
		if pictures[i], err = picture.PNG(code); err != nil {
			return nil, err
		}
	}
	return files, newfile.All(files, pictures)
}
