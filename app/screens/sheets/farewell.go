package sheets

import (
	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// Farewell exports and erases: first a copy, then, as a second step, everything goes.
type Farewell struct {
	Folder string                                                 // of the data
	Copy   func(answer func(file string, err error))              // lets the person choose where, and saves a copy; "" if they changed their mind
	Page   func(copy string, answer func(file string, err error)) // saves the page for the clinic beside that copy
	Erase  func(copy string, answer func(err error))              // erases all; it answers if that did not go well

	Title  string // "": that of the end of a course
	Server string // a calendar of the person's own server that keeps its entries; "": none
	NoCopy bool   // it can be erased without a copy too, which takes two steps as well

	file  string // the copy that was saved
	page  string // the page for the clinic that was saved beside it
	plain bool   // without that page
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
				f.savePage(h)
			}
			h.Redraw()
		})
	}
	button := v.T("over.choose_folder")
	if f.file != "" {
		lines = append(lines, k.Inked(v.T("over.copied", phrase.Args{"File": f.file}), k.P.Sage, true))
	}
	if f.page != "" {
		lines = append(lines, k.Inked(v.T("over.page", phrase.Args{"File": f.page}), k.P.Sage, true))
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
	if label := v.T("over.with_page"); f.Page != nil && !sure {
		lines = append(lines, kit.Row(kit.GapInside, 0, kit.Column(0, k.Strong(label), k.Muted(v.T("over.with_page_how"))),
			k.Switch("sheet.page", label, !f.plain, func(on bool) { f.plain = !on; h.Redraw() })))
	}
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

// savePage saves the page for the clinic beside the copy, if it is wanted. Nothing is erased meanwhile.
func (f *Farewell) savePage(h Handle) {
	if f.Page == nil || f.plain {
		return
	}
	f.busy = true
	f.Page(f.file, func(file string, err error) {
		f.busy, f.page, f.wrong = false, file, err
		h.Redraw()
	})
}

// Follow implements Panel.
func (f *Farewell) Follow(Model) Answer { return Answer{} }
