package sheets

import (
	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// Farewell exports and erases: first a copy, then, as a second step, everything goes.
type Farewell struct {
	Folder string                                    // of the data
	Copy   func(answer func(file string, err error)) // lets the person choose where, and saves a copy; "" if they changed their mind
	Erase  func(copy string, answer func(err error)) // erases all; it answers if that did not go well

	Title  string // "": that of the end of a course
	Server string // a calendar of the person's own server that keeps its entries; "": none
	NoCopy bool   // it can be erased without a copy too, which takes two steps as well

	file  string // the copy that was saved
	bare  bool   // no copy is wanted
	wrong error
	busy  bool
}

// Sheet implements Panel.
func (f *Farewell) Sheet(k *kit.Kit, h Handle) *kit.Sheet {
	v := k.V
	var lines []fyne.CanvasObject
	text, act := v.T("over.copy_first"), func() {
		f.Copy(func(file string, err error) {
			f.busy, f.wrong = false, err
			if err == nil && file != "" {
				f.file = file
			}
			h.Redraw()
		})
	}
	button := v.T("over.choose_folder")
	if f.file != "" {
		lines = append(lines, k.Inked(v.T("over.copied", phrase.Args{"File": f.file}), k.P.Sage, true))
	}
	sure := f.file != "" || f.bare
	if sure {
		text, button = v.T("over.erase_now", phrase.Args{"Folder": f.Folder}), v.T("over.erase")
		act = func() {
			f.busy = true
			h.Redraw()
			f.Erase(f.file, func(err error) {
				f.busy, f.wrong = false, err
				h.Redraw()
			})
		}
	}
	if f.NoCopy && !sure {
		text = v.T("over.copy_or_not")
	}
	lines = append(lines, k.Body(text))
	if f.Server != "" {
		lines = append(lines, k.Muted(v.T("over.server_stays", phrase.Args{"Name": f.Server})))
	}
	if w := k.Wrong(f.wrong); w != nil {
		lines = append(lines, w)
	}
	yes := k.Primary("sheet.yes", button, act)
	if f.busy {
		yes.Disable()
	}
	title := f.Title
	if title == "" {
		title = v.T("over.export")
	}
	buttons := []fyne.CanvasObject{k.Secondary("sheet.no", v.T("over.export_not"), h.Close)}
	if f.NoCopy && !sure {
		buttons = append(buttons, k.Secondary("sheet.bare", v.T("over.without_copy"), func() { f.bare = true; h.Redraw() }))
	}
	return k.Sheet(Wide, title, h.Close, kit.Column(kit.GapInside, lines...), append(buttons, yes)...)
}

// Follow implements Panel.
func (f *Farewell) Follow(Model) Answer { return Answer{} }
