package sheets

import (
	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
)

// Keys tells what the keyboard does. command is the key that goes with the shortcuts, as it stands on the keyboard, and
// pages how many pages there are.
func Keys(command string, pages int) Panel {
	return Fixed(func(k *kit.Kit, h Handle) *kit.Sheet {
		v, with := k.V, phrase.Args{"Command": command, "Last": pages}
		var rows []fyne.CanvasObject
		for _, id := range []string{"pages", "ask", "go", "choose", "do", "next", "leave", "keys"} {
			if len(rows) > 0 {
				rows = append(rows, k.Rule())
			}
			rows = append(rows, kit.Grid(kit.GapInside, []float32{1, 2}, k.Strong(v.T("sheet.key_"+id, with)), k.Body(v.T("sheet.does_"+id))))
		}
		return k.Sheet(Wide, v.T("sheet.keys"), h.Close, kit.Column(8, rows...))
	})
}
