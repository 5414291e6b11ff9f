package askbox

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"afterglow/app/ask"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// What makes a text a list of ingredients and no question: many names that we know, or many commas in a long text.
const (
	listCommas = 3 // fewer are no list
	listNames  = 4 // that we know, of a short list
	longCommas = 8 // of a long list, of which we may know nothing
	longList   = 200
)

// listed is the list of ingredients that a text is, whole, although the field holds its beginning; "" if it is a question.
// Where the answer r is to call the clinic, it is one.
func (b *Box) listed(text string, r service.AskView) string {
	whole := strings.TrimSpace(b.state.List)
	if whole == "" {
		whole = text
	}
	commas := strings.Count(whole, ",")
	if r.Verdict == ask.Call || commas < listCommas {
		return ""
	}
	if commas >= longCommas && utf8.RuneCountInString(whole) > longList {
		return whole
	}
	if c, err := b.model.Scene.Check(whole); err == nil && len(c.Found)+len(c.Noted) >= listNames {
		return whole
	}
	return ""
}

// listCard stands in the place of an answer to a list of ingredients: it leads to the page that reads such lists.
func (b *Box) listCard() fyne.CanvasObject {
	k, list := b.k, b.list
	check := b.walks(k.Primary("ask.list", k.V.T("askbox.list_check"), func() { b.do.Check(list) }))
	return k.CardPadded(20, 18, kit.Column(kit.GapInside,
		k.Headline(kit.Run{Text: k.V.T("askbox.list"), Ink: k.P.Text, Bold: true}),
		kit.Narrow(640, k.Body(k.V.T("askbox.list_why"))),
		kit.Pad(4, 0, 0, 0, kit.Left(check))))
}
