package ask

import (
	_ "embed" // the index
	"sync"

	"afterglow/guidance"
)

// The index is made from guidance/vocabulary.toml; a test holds that it is of the one that stands there.
//
//go:generate go run afterglow/packaging/book book.index
//go:embed book.index
var shipped string

// Default is the book of the shipped vocabulary, opened when it is first asked for.
var Default = sync.OnceValue(func() *Book { return OpenBook(shipped) })

// index finds the entries of a book in a text, each when it is asked for.
type index struct {
	text    string // of all entries, those of one bucket together
	buckets string // where each bucket begins, four bytes each, and where the last one ends
	marked  string // see mayHave
	words   string // all spellings
}

// buckets is how many there are. About three entries share one.
const buckets = 4096

// hashOf is the FNV-1a hash of a key; its bucket is the rest by buckets.
func hashOf[T string | []byte](key T) uint32 {
	hash := uint32(2166136261)
	for i := range len(key) {
		hash = (hash ^ uint32(key[i])) * 16777619
	}
	return hash
}

// marks is how many bits there are to tell at once that a key has no entry: each key has two of them set (a Bloom
// filter). Most of what is looked up has none.
const marks = 1 << 17

func marksOf(hash uint32) (a, b uint32) { return hash % marks, (hash>>15 ^ hash<<7) % marks }

// mayHave says whether a key may have an entry.
func (x *index) mayHave(hash uint32) bool {
	a, b := marksOf(hash)
	return x.marked[a/8]&(1<<(a%8)) != 0 && x.marked[b/8]&(1<<(b%8)) != 0
}

// find reads an entry; nil if there is none.
func (x *index) find(key []byte, hash uint32) *entry {
	n := 4 * int(hash%buckets)
	in := unpacker{text: x.text[fixed(x.buckets[n:]):fixed(x.buckets[n+4:])]}
	for in.text != "" {
		name, body := in.string(), in.string()
		if name != string(key) {
			continue
		}
		e := unpackEntry(&unpacker{text: body})
		return &e
	}
	return nil
}

func fixed(s string) int { return int(s[0]) | int(s[1])<<8 | int(s[2])<<16 | int(s[3])<<24 }

// unpacker reads what packer wrote.
type unpacker struct{ text string }

func (u *unpacker) int() int {
	n := 0
	for shift := 0; ; shift += 7 {
		c := u.text[0]
		u.text = u.text[1:]
		n |= int(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
}

func (u *unpacker) string() string {
	n := u.int()
	s := u.text[:n]
	u.text = u.text[n:]
	return s
}

func (u *unpacker) bool() bool { return u.int() == 1 }

func (u *unpacker) ints() []int {
	n := u.int()
	if n == 0 {
		return nil
	}
	out := make([]int, n)
	for i := range out {
		out[i] = u.int()
	}
	return out
}

func (u *unpacker) strings() []string {
	n := u.int()
	if n == 0 {
		return nil
	}
	out := make([]string, n)
	for i := range out {
		out[i] = u.string()
	}
	return out
}

// OpenBook opens the index of a book.
func OpenBook(text string) *Book {
	u := &unpacker{text: text}
	b := &Book{entries: map[string]*entry{}, stems: map[string]string{}, longest: u.int(), groups: u.int()}
	b.index = &index{marked: u.string(), buckets: u.string(), text: u.string()}
	for _, w := range u.strings() {
		b.stems[w] = w
	}
	b.topics = make([]topic, u.int())
	for i := range b.topics {
		b.topics[i] = unpackTopic(u)
	}
	b.sections = make([]section, u.int())
	for i := range b.sections {
		b.sections[i] = section{u.string(), u.ints()}
	}
	b.areas = make([]guidance.Area, u.int())
	for i := range b.areas {
		b.areas[i] = guidance.Area{ID: u.string(), Name: u.string(), Of: u.strings()}
	}
	b.signs = make([]sign, u.int())
	for i := range b.signs {
		b.signs[i] = unpackSign(u)
	}
	b.index.words = u.text
	return b
}

// spellings are all words that a misspelt one may be. Most questions need none.
func (b *Book) spellings() []spelling {
	if b.index != nil && b.spelled == nil {
		u := &unpacker{text: b.index.words}
		b.spelled = make([]spelling, u.int())
		for i := range b.spelled {
			b.spelled[i] = spelling{text: u.string(), stem: u.string(), letters: uint32(u.int()), topics: u.ints()}
		}
	}
	return b.spelled
}

func unpackTopic(u *unpacker) topic {
	t := topic{Topic: guidance.Topic{ID: u.string(), Name: u.string(), Items: u.strings()}, kinds: u.ints(), names: u.int(), other: u.ints()}
	t.Weak, t.Mild, t.More, t.Seen, t.State, t.local, t.putOn = u.bool(), u.bool(), u.bool(), u.bool(), u.bool(), u.bool(), u.bool()
	return t
}

func unpackSign(u *unpacker) sign {
	s := sign{groups: u.ints(), unless: u.int()}
	s.Call, s.Number, s.AfterDay, s.Past, s.Behind = u.string(), u.ints(), u.int(), u.bool(), u.bool()
	return s
}

func unpackEntry(u *unpacker) entry {
	return entry{
		topics: u.ints(), areas: u.ints(), groups: u.ints(), others: u.ints(), with: u.ints(), frame: Frame(u.string()),
		flags: flag(u.int()), number: u.int(), hours: u.int(), starts: u.int(), known: u.int(),
	}
}
