package guidance

import "testing"

func TestJoinersStandWhereLanguagesAndEmojiNeedThemAndNoOtherHiddenCharacterDoes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		hidden     bool
	}{
		{"plain", "No makeup.", false},
		{"Persian", "می\u200cخواهم", false},
		{"Hindi", "क्\u200dष", false},
		{"Sinhala", "ශ්\u200dරී", false},
		{"a family", "👩\u200d👩\u200d👧", false},
		{"a doctor of a skin colour", "👩🏽\u200d⚕\ufe0f", false},
		{"a mended heart", "❤\ufe0f\u200d🩹", false},
		{"a nodding head", "🙂\u200d↕\ufe0f", false},
		{"a joiner in an English word", "make\u200dup", true},
		{"a non-joiner in an English word", "make\u200cup", true},
		{"a joiner at the end", "می\u200c", true},
		{"two joiners", "می\u200c\u200cخ", true},
		{"a joiner between an emoji and a letter", "👩\u200da", true},
		{"text turned round", "No \u202emakeup.", true},
		{"an isolate", "\u2066No", true},
		{"a mark of direction", "No\u200f", true},
		{"a soft hyphen", "make\u00adup", true},
		{"a byte order mark", "\ufeffNo", true},
		{"a line break", "No\nmakeup", true},
		{"a line separator", "No\u2028makeup", true},
		{"bytes that are no text", "No\xff\u202e", true},
	} {
		if _, found := Hidden(c.text); found != c.hidden {
			t.Errorf("%s: hidden %v, want %v", c.name, found, c.hidden)
		}
	}
}
