package sheets

import "afterglow/app/screens/kit"

// Confirm asks before something that cannot be taken back with Undo.
func Confirm(title, text, yes string, do func()) Panel {
	return Fixed(func(k *kit.Kit, h Handle) *kit.Sheet {
		return k.Sheet(Wide, title, h.Close, k.Body(text),
			k.Secondary("sheet.no", k.V.T("sheet.keep"), h.Close),
			k.Primary("sheet.yes", yes, func() { h.Close(); do() }))
	})
}
