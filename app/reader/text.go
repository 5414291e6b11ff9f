//go:build !windows && !darwin

package reader

import "unicode"

// Pieces of a text that AT-SPI knows, by its numbers: first those of GetStringAtOffset, then those of GetTextAtOffset.
const (
	byLetter = uint32(0)
	byWord   = uint32(1)

	byWordStart = uint32(1)
	byWordEnd   = uint32(2)
)

// textMethods answer for fields. Of what has no text they answer nothing.
var textMethods = answers{
	"Text.GetText": ofText("ii", func(t *Text, r []rune, args []any) []any {
		from, to := args[0].(int32), args[1].(int32)
		if to < 0 {
			to = int32(len(r))
		}
		a, b := cut(r, from), cut(r, to)
		return one(string(r[a:max(a, b)]))
	}),
	"Text.GetStringAtOffset": ofText("iu", func(_ *Text, r []rune, args []any) []any {
		switch at := cut(r, args[0].(int32)); args[1].(uint32) {
		case byLetter:
			return part(r, at, at+1)
		case byWord:
			return part(r, wordStart(r, at), wordEnd(r, at))
		default:
			return part(r, lineStart(r, at), lineEnd(r, at))
		}
	}),
	"Text.GetTextAtOffset": ofText("iu", func(_ *Text, r []rune, args []any) []any {
		switch at := cut(r, args[0].(int32)); args[1].(uint32) {
		case byLetter:
			return part(r, at, at+1)
		case byWordStart, byWordEnd:
			return part(r, wordStart(r, at), wordEnd(r, at))
		default:
			return part(r, lineStart(r, at), lineEnd(r, at))
		}
	}),
	"Text.GetTextBeforeOffset": ofText("iu", func(_ *Text, r []rune, args []any) []any {
		if at := cut(r, args[0].(int32)); args[1].(uint32) == byLetter && at > 0 {
			return part(r, at-1, at)
		}
		return part(r, 0, 0)
	}),
	"Text.GetTextAfterOffset": ofText("iu", func(_ *Text, r []rune, args []any) []any {
		if at := cut(r, args[0].(int32)); args[1].(uint32) == byLetter && at < len(r) {
			return part(r, at+1, at+2)
		}
		return part(r, len(r), len(r))
	}),
	"Text.GetCharacterAtOffset": ofText("i", func(_ *Text, r []rune, args []any) []any {
		if i := int(args[0].(int32)); i >= 0 && i < len(r) {
			return one(r[i])
		}
		return one(int32(0))
	}),
	"Text.GetNSelections": ofText("", func(t *Text, _ []rune, _ []any) []any {
		if t.From == t.To {
			return one(int32(0))
		}
		return one(int32(1))
	}),
	"Text.GetSelection": ofText("i", func(t *Text, _ []rune, _ []any) []any { return []any{int32(t.From), int32(t.To)} }),
	"Text.GetAttributes": ofText("i", func(_ *Text, r []rune, _ []any) []any {
		return []any{map[string]string{}, int32(0), int32(len(r))}
	}),
	"Text.GetAttributeRun": ofText("ib", func(_ *Text, r []rune, _ []any) []any {
		return []any{map[string]string{}, int32(0), int32(len(r))}
	}),
	"Text.GetDefaultAttributes":   ofText("", func(*Text, []rune, []any) []any { return one(map[string]string{}) }),
	"Text.GetDefaultAttributeSet": ofText("", func(*Text, []rune, []any) []any { return one(map[string]string{}) }),
	"Text.GetCharacterExtents":    {"iu", extents},
	"Text.GetRangeExtents":        {"iiu", extents},
	"Text.SetCaretOffset": {"i", func(s *server, _ *tree, it *item, args []any) []any {
		return one(it.Text != nil && s.do(Request{ID: it.ID, Act: SetCaret, Caret: int(args[0].(int32))}))
	}},
}

// ofText is a method that is answered by a field's text alone, r in letters.
func ofText(in string, answer func(t *Text, r []rune, args []any) []any) method {
	return method{in, func(_ *server, _ *tree, it *item, args []any) []any {
		if it.Text == nil {
			return nil
		}
		return answer(it.Text, []rune(it.Text.Content), args)
	}}
}

// extents are those of the whole field: where each letter is drawn is not known here.
func extents(_ *server, t *tree, it *item, args []any) []any {
	in, _ := args[len(args)-1].(uint32)
	b := t.box(it, in)
	return []any{b.X, b.Y, b.W, b.H}
}

// cut keeps a place inside a text.
func cut(r []rune, at int32) int { return max(0, min(len(r), int(at))) }

// part is a piece of a text with its bounds.
func part(r []rune, from, to int) []any {
	from, to = min(from, len(r)), min(to, len(r))
	return []any{string(r[from:to]), int32(from), int32(to)}
}

func wordStart(r []rune, at int) int {
	for at > 0 && !unicode.IsSpace(r[at-1]) {
		at--
	}
	return at
}

func wordEnd(r []rune, at int) int {
	for at < len(r) && !unicode.IsSpace(r[at]) {
		at++
	}
	return at
}

func lineStart(r []rune, at int) int {
	for at > 0 && r[at-1] != '\n' {
		at--
	}
	return at
}

func lineEnd(r []rune, at int) int {
	for at < len(r) && r[at] != '\n' {
		at++
	}
	return at
}
