package guidance

import (
	_ "embed" // the vocabulary
	"fmt"
	"slices"
	"strings"
)

//go:embed vocabulary.toml
var vocabularyFile string

func vocabularyText() string { return vocabularyFile }

// VocabularyError is the first line of a vocabulary that cannot be read.
type VocabularyError struct {
	Line int
	Of   string // the line itself, or its key
}

func (e *VocabularyError) Error() string { return fmt.Sprintf("vocabulary.toml:%d: %q", e.Line, e.Of) }

// ParseVocabulary reads the text of a vocabulary: the part of TOML that it is written in, many times as fast as a
// reader of all of TOML, since every `ask` waits for it. What it does not know it refuses.
func ParseVocabulary(text string) (Vocabulary, error) {
	v := Vocabulary{
		Groups: map[string][]string{}, Units: map[string]int{}, Numbers: map[string]int{}, Times: map[string][]string{},
	}
	s := scanner{text: text, line: 1}
	table := ""
	for s.next() {
		var ok bool
		if s.table != "" {
			table = s.table
			ok = v.open(table, s.line)
		} else {
			ok = v.set(table, s.key, s.value)
		}
		if !ok {
			return Vocabulary{}, &VocabularyError{Line: s.line, Of: s.table + s.key}
		}
	}
	if s.wrong {
		return Vocabulary{}, &VocabularyError{Line: s.line, Of: firstLine(s.text)}
	}
	return v, nil
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// open begins a table.
func (v *Vocabulary) open(table string, line int) bool {
	switch table {
	case "[[topics]]":
		v.Topics = append(v.Topics, Topic{Line: line})
	case "[[sections]]":
		v.Sections = append(v.Sections, Section{Line: line})
	case "[[signs]]":
		v.Signs = append(v.Signs, Sign{Line: line})
	case "[[frames]]":
		v.Frames = append(v.Frames, Frame{Line: line})
	case "[[areas]]":
		v.Areas = append(v.Areas, Area{Line: line})
	case "[[other]]":
		v.Other = append(v.Other, OtherField{Line: line})
	default:
		return slices.Contains([]string{"[groups]", "[words]", "[units]", "[numbers]", "[times]"}, table)
	}
	return true
}

// set keeps one key of a table.
func (v *Vocabulary) set(table, key string, x value) bool {
	switch table {
	case "[[topics]]":
		return last(v.Topics).set(key, x)
	case "[[sections]]":
		s := last(v.Sections)
		return key == "id" && x.text(&s.ID) || key == "topics" && x.texts(&s.Topics)
	case "[[signs]]":
		return last(v.Signs).set(key, x)
	case "[[frames]]":
		f := last(v.Frames)
		return key == "frame" && x.text(&f.Frame) || key == "words" && x.texts(&f.Words)
	case "[[areas]]":
		a := last(v.Areas)
		return key == "id" && x.text(&a.ID) || key == "name" && x.text(&a.Name) || key == "words" && x.texts(&a.Words) || key == "of" && x.texts(&a.Of)
	case "[[other]]":
		o := last(v.Other)
		return key == "phrases" && x.texts(&o.Phrases) || key == "words" && x.texts(&o.Words) || key == "with" && x.texts(&o.With)
	case "[groups]", "[times]":
		into := v.Groups
		if table == "[times]" {
			into = v.Times
		}
		var list []string
		if !x.texts(&list) {
			return false
		}
		into[key] = list
	case "[units]", "[numbers]":
		into := v.Units
		if table == "[numbers]" {
			into = v.Numbers
		}
		n, list := 0, []string(nil)
		if !wholeKey(key, &n) || !x.texts(&list) {
			return false
		}
		for _, word := range list {
			into[word] = n
		}
	case "[words]":
		return v.words(key, x)
	default:
		return key == "format" && x.kind == isWhole && x.n == 1
	}
	return true
}

func (v *Vocabulary) words(key string, x value) bool {
	for name, into := range map[string]*[]string{"exact": &v.Exact, "far": &v.Far, "self": &v.Self, "plain": &v.Plain, "ours": &v.Ours, "forbid": &v.Forbid, "allow": &v.Allow, "keep": &v.Keep, "off": &v.Off, "denial": &v.Denial, "degree": &v.Degree, "alarm": &v.Alarm, "free": &v.Free, "past": &v.Past, "present": &v.Present,
		"undo": &v.Undo, "rather": &v.Rather, "or": &v.Or, "and": &v.And, "bound": &v.Bound, "place": &v.Place, "narrow": &v.Narrow, "bare": &v.Bare, "teller": &v.Teller, "tells": &v.Tells, "told": &v.Told, "query": &v.Query, "due": &v.Due, "turned": &v.Turned, "shun": &v.Shun, "soiled": &v.Soiled, "due_with": &v.DueWith, "due_at": &v.DueAt, "due_night": &v.DueNight, "due_morning": &v.DueMorning, "put_on": &v.PutOn} {
		if key == name {
			return x.texts(into)
		}
	}
	return false
}

func (t *Topic) set(key string, x value) bool {
	switch key {
	case "id":
		return x.text(&t.ID)
	case "name":
		return x.text(&t.Name)
	case "words":
		return x.texts(&t.Words)
	case "is":
		return x.texts(&t.Is)
	case "else":
		return x.texts(&t.Else)
	case "items":
		return x.texts(&t.Items)
	case "local":
		return x.yes(&t.Local)
	case "weak":
		return x.yes(&t.Weak)
	case "mild":
		return x.yes(&t.Mild)
	case "state":
		return x.yes(&t.State)
	case "more":
		return x.yes(&t.More)
	case "seen":
		return x.yes(&t.Seen)
	}
	return false
}

func (s *Sign) set(key string, x value) bool {
	switch key {
	case "call":
		return x.text(&s.Call)
	case "all":
		s.All = x.lists
		return x.kind == isLists
	case "unless":
		return x.texts(&s.Unless)
	case "number":
		s.Number = x.numbers
		return x.kind == isNumbers && len(x.numbers) == 2
	case "past":
		return x.yes(&s.Past)
	case "behind":
		return x.yes(&s.Behind)
	case "after_day":
		s.AfterDay = x.n
		return x.kind == isWhole && x.n > 0
	}
	return false
}

func last[T any](list []T) *T { return &list[len(list)-1] }
