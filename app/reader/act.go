//go:build !windows && !darwin

package reader

// action is what AT-SPI tells of one: its name, more of it, and its keys.
type action struct{ Name, Help, Keys string }

var actMethods = answers{
	"Action.GetActions": {"", func(_ *server, _ *tree, it *item, _ []any) []any {
		all := []action{}
		if it.Action != "" {
			all = append(all, action{Name: it.Action})
		}
		return one(all)
	}},
	"Action.GetName":          {"i", func(_ *server, _ *tree, it *item, _ []any) []any { return one(it.Action) }},
	"Action.GetLocalizedName": {"i", func(_ *server, _ *tree, it *item, _ []any) []any { return one(it.Action) }},
	"Action.GetDescription":   {"i", func(*server, *tree, *item, []any) []any { return one("") }},
	"Action.GetKeyBinding":    {"i", func(*server, *tree, *item, []any) []any { return one("") }},
	"Action.DoAction": {"i", func(s *server, _ *tree, it *item, args []any) []any {
		can := it.Action != "" && it.State&Enabled != 0 && args[0].(int32) == 0
		return one(can && s.do(Request{ID: it.ID, Act: Press}))
	}},

	"EditableText.SetTextContents": {"s", func(s *server, _ *tree, it *item, args []any) []any {
		return one(s.write(it, args[0].(string)))
	}},
	"EditableText.InsertText": {"isi", func(s *server, _ *tree, it *item, args []any) []any {
		if it.Text == nil {
			return one(false)
		}
		text, at := []rune(it.Text.Content), int(args[0].(int32))
		if at < 0 || at > len(text) {
			return one(false)
		}
		return one(s.write(it, string(text[:at])+args[1].(string)+string(text[at:])))
	}},
	"EditableText.DeleteText": {"ii", func(s *server, _ *tree, it *item, args []any) []any {
		if it.Text == nil {
			return one(false)
		}
		text, from, to := []rune(it.Text.Content), int(args[0].(int32)), int(args[1].(int32))
		if from < 0 || to < from || to > len(text) {
			return one(false)
		}
		return one(s.write(it, string(text[:from])+string(text[to:])))
	}},
}

// write has a field hold another text.
func (s *server) write(it *item, text string) bool {
	return it.Text != nil && it.State&Editable != 0 && s.do(Request{ID: it.ID, Act: SetText, Text: text})
}
