package ask

// Mention is a place in a text that names topics.
type Mention struct {
	From, To int // its bytes
	Topics   []Topic
	Seen     bool // all that it names is what skin shows or does (redness), nothing that is done
}

// Mentions finds the topics in a text, in its order. A word of the vocabulary that is not ours here ("wax" with "car")
// is left out. Misspelt words are not looked for: who reads a text that somebody printed shows them instead.
func (b *Book) Mentions(text string) []Mention {
	b.mu.Lock()
	defer b.mu.Unlock()
	r := newReader(b)
	list := r.wordsOf(text)
	q := reading{words: list}
	var out []Mention
	for _, m := range r.topicsIn(list, &q) {
		found := Mention{From: list[m.from].from, To: list[m.to-1].to, Seen: true}
		for _, t := range m.topics {
			found.Topics = append(found.Topics, Topic{ID: b.topics[t].ID, Name: b.topics[t].Name})
			found.Seen = found.Seen && b.topics[t].Seen
		}
		out = append(out, found)
	}
	return out
}
