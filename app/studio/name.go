package studio

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"afterglow/app/studio/row"
	"afterglow/guidance"
)

// longestName is how many letters a name may have in a plan file.
const longestName = 40

// Canonical is the row as a plan file can say it: what is read back from the file is the same. The name and the text are
// filled in; say gives the text of a row that has none; nil: the sheet's own sentence.
func Canonical(r row.Row, say func(row.Row) string) row.Row { return canonical(kindOf(r), r, say) }

// canonical is Canonical in a table of that kind.
func canonical(k Kind, r row.Row, say func(row.Row) string) row.Row {
	r = r.Clone()
	if r.Name == "" && k != KindClinic && k != KindCall && k != KindSpacing {
		r.Name = NameOf(r.What)
	}
	if r.Text == "" && say != nil && k != KindClinic && k != KindSpacing {
		r.Text = say(r)
	}
	if r.Text == "" && k != KindClinic && k != KindSpacing {
		r.Text = r.Says
	}
	if len(r.What) == 1 && strings.EqualFold(r.What[0], r.Name) || k != KindWindow && k != KindCare {
		r.What = nil
	}
	return kept(k, r)
}

// NameOf is the name of a row about some things: "Gym, sauna".
func NameOf(what []string) string {
	name := ""
	for _, w := range what {
		w = strings.TrimSpace(w)
		longer := w
		if name != "" {
			longer = name + ", " + w
		}
		if utf8.RuneCountInString(longer) > longestName {
			break
		}
		name = longer
	}
	first, size := utf8.DecodeRuneInString(name)
	if name == "" {
		return ""
	}
	return string(unicode.ToUpper(first)) + name[size:]
}

// kept is what a table of the kind keeps of a row: what is written of it, read again.
func kept(k Kind, r row.Row) row.Row {
	v := values{}
	for _, s := range write(k, r) {
		if s.value != "" {
			v[s.key] = decoded(s.value)
		}
	}
	return read(k, v)
}

// idFor is an id for a new row: the one that the program knows best if one of its words is as broad as that, else its name
// in small letters. An id answers for all that the vocabulary puts under it: "Botox" as "procedures" would forbid a facial.
func idFor(k Kind, r row.Row, taken []string) string {
	if prefix := prefixes[k]; prefix != "" {
		for _, word := range append(slices.Clone(r.What), r.Name) {
			if id := broad()[prefix+plain(word)]; id != "" && !slices.Contains(taken, id) {
				return id
			}
		}
	}
	name := r.Name
	if name == "" {
		name = r.Text
	}
	id := slug(name)
	if id == "" || id == "welcome" {
		id = strings.TrimSuffix(strings.ReplaceAll(string(k), ".", "-"), "s")
	}
	for n, free := 2, id; ; n++ {
		if !slices.Contains(taken, free) && (k != KindCare || !slices.Contains(starterCare(), free)) {
			return free
		}
		free = id + "-" + strconv.Itoa(n)
	}
}

// prefixes are how the vocabulary names the ids of a kind.
var prefixes = map[Kind]string{KindWindow: "window:", KindRoutine: "routine:"}

// broad gives the id that a word is as broad as: "window:cosmetics" is "makeup". "window:mascara" is none: it is a part of
// what "makeup" answers.
var broad = sync.OnceValue(func() map[string]string {
	ids, of := map[string]string{}, map[string]guidance.Topic{}
	words, err := guidance.Words()
	if err != nil { // the file is our own, and a test holds that it can be read
		return ids
	}
	for _, t := range words.Topics {
		for i, item := range t.Items {
			_, id, _ := strings.Cut(item, ":")
			if _, has := of[item]; t.ID == id || !has && i == 0 && len(t.Is) == 0 {
				of[item] = t
			}
		}
	}
	for item, t := range of {
		prefix, id, _ := strings.Cut(item, ":")
		for _, w := range append([]string{id, t.ID, t.Name}, t.Words...) {
			ids[prefix+":"+plain(w)] = id
		}
	}
	return ids
})

// starterCare are the ids of advice by which the vocabulary finds that of the starter plans: under "ice" it looks for tablets,
// too. Advice of a clinic is found by its words.
var starterCare = sync.OnceValue(func() (ids []string) {
	words, err := guidance.Words()
	if err != nil {
		return nil
	}
	for _, t := range words.Topics {
		for _, item := range t.Items {
			if id, is := strings.CutPrefix(item, "care:"); is {
				ids = append(ids, id)
			}
		}
	}
	return ids
})

func plain(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// slug is a name as an id: small letters, digits and hyphens.
func slug(name string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(name) {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9' && b.Len() > 0:
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= longestName-4 {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

// Named says whether a plan's id was made of its name, or is the one that a draft begins with.
func Named(h Head) bool { return h.ID == IDOf(h.Name) || h.ID == noID }

// noID is the id of a plan without a name.
const noID = "our-plan"

// IDOf is the id that a plan of that name gets.
func IDOf(name string) string {
	if id := slug(name); id != "" {
		return id
	}
	return noID
}

// Suggest are names of things that the vocabulary knows and that begin as a word, at most so many, without those that are
// there already; none for a word that is whole.
func Suggest(word string, have []string, most int) (names []string) {
	words, err := guidance.Words()
	if err != nil || len(word) < 2 {
		return nil
	}
	word = plain(word)
	if slices.ContainsFunc(words.Topics, func(t guidance.Topic) bool { return strings.EqualFold(t.Name, word) || slices.Contains(t.Words, word) }) {
		return nil
	}
	for _, t := range words.Topics {
		name := strings.ToLower(t.Name)
		begins := slices.ContainsFunc(append([]string{name}, t.Words...), func(w string) bool { return strings.HasPrefix(w, word) })
		taken := slices.ContainsFunc(have, func(h string) bool { return plain(h) == name })
		if begins && !taken && !slices.Contains(names, name) {
			names = append(names, name)
		}
		if len(names) == most {
			break
		}
	}
	return names
}
