package sheets

import "afterglow/app/screens/kit"

// Confirm asks before something that cannot be taken back with Undo.
func Confirm(title, text, yes string, do func()) Panel {
	return ask(title, text, "sheet.keep", yes, do)
}

// Offer says something and offers a way on.
func Offer(title, text, yes string, do func()) Panel {
	return ask(title, text, "sheet.not_now", yes, do)
}

func ask(title, text, no, yes string, do func()) Panel {
	return Fixed(func(k *kit.Kit, h Handle) *kit.Sheet {
		return k.Sheet(Wide, title, h.Close, k.Body(text),
			k.Secondary("sheet.no", k.V.T(no), h.Close),
			k.Primary("sheet.yes", yes, func() { h.Close(); do() }))
	})
}
