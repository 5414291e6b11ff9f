package guidance

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds on what a plan file may hold. They keep notifications readable and a
// hostile file harmless.
const (
	largest      = 1 << 20 // bytes of a file
	mostKeys     = 10_000
	longName     = 40  // letters of a name or an id
	longSentence = 300 // letters of a sentence
	longURL      = 500 // letters of a source's address
	longList     = 200 // entries of a list
	deepest      = 10  // millimetres
)

// badText says what is wrong with a text, or "".
func badText(s string, most int) string {
	if strings.TrimSpace(s) == "" {
		return "is empty"
	}
	for _, c := range s {
		// Format characters turn text around or hide it; line breaks tear a notification apart.
		if unicode.IsControl(c) || unicode.Is(unicode.Cf, c) || unicode.Is(unicode.Zl, c) || unicode.Is(unicode.Zp, c) {
			return fmt.Sprintf("has a hidden character or a line break (%U)", c)
		}
	}
	if n := utf8.RuneCountInString(s); n > most {
		return fmt.Sprintf("has %d letters, more than %d", n, most)
	}
	return ""
}

// isID says whether s can name an entry: it becomes part of an occurrence's
// id ("cleanse/2026-11-22/2") and is typed on the command line.
func isID(s string) bool {
	if s == "" || len(s) > longName || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	for i := 1; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

// clip quotes what the file says, short enough for an error line.
func clip(s string) string {
	letters := []rune(s)
	if len(letters) > longName {
		s = string(letters[:longName]) + "..."
	}
	return fmt.Sprintf("%q", s)
}

// example is what a key looks like when it is right.
func example(key string) string {
	if isTime(key) {
		return formOf(key)
	}
	switch key {
	case "format":
		return `format = 1`
	case "id":
		return `id = "rose-street": small letters, digits and -`
	case "name":
		return `name = "Makeup", at most 40 letters`
	case "version":
		return `version = "2026-11"`
	case "summary":
		return `summary = "For pens up to 1 mm.", at most 300 letters`
	case "title":
		return `title = "Our leaflet"`
	case "url":
		return `url = "https://example.org/leaflet"`
	case "strength":
		return `strength = "clinic"`
	case "note":
		return `note = "A short remark."`
	case "avoid":
		return `avoid = "No makeup.", or a list of names under [products]`
	case "why":
		return `why = "One plain sentence."`
	case "after":
		return `after = "Use clean brushes."`
	case "and_when":
		return `and_when = "calm"`
	case "situation":
		return `situation = "outdoors"`
	case "hours":
		return `hours = "10:00-14:00"`
	case "then":
		return `then = "SPF 30+, hat, shade"`
	case "activities":
		return `activities = ["gym", "running"]`
	case "source":
		return `source = "leaflet"`
	case "role":
		return `role = "water"`
	case "ask":
		return `ask = "A glass of water?"`
	case "how":
		return `how = "Lukewarm water. Pat dry."`
	case "times":
		return `times = ["08:00", "20:30"]`
	case "amount":
		return `amount = "8 glasses"`
	case "useful_for":
		return `useful_for = "3h"`
	case "none":
		return `none = true`
	case "expect":
		return `expect = "pink, warm skin"`
	case "rule":
		return `rule = 1`
	case "text":
		return `text = "One or two plain sentences."`
	case "covers":
		return `covers = ["makeup"]`
	case "act":
		return `act = "clinic"`
	case "phone":
		return `phone = "01234 567890"`
	case "device":
		return `device = "pen"`
	case "depth_over_mm", "depth_up_to_mm":
		return key + ` = 1.0`
	case "area":
		return `area = "face"`
	case "sensitive":
		return `sensitive = true`
	case "allow", "use":
		return key + ` = ["panthenol"]`
	case "clinic", "spacing", "products":
		return "[" + key + "]"
	}
	return "[[" + key + "]]"
}
