package ask

import (
	"encoding/binary"
	"maps"
	"slices"
)

// packer writes whole numbers, texts and lists in few bytes.
type packer struct{ out []byte }

func (p *packer) int(n int) { p.out = binary.AppendUvarint(p.out, uint64(n)) }

func (p *packer) string(s string) {
	p.int(len(s))
	p.out = append(p.out, s...)
}

func (p *packer) bool(b bool) {
	if b {
		p.int(1)
	} else {
		p.int(0)
	}
}

func (p *packer) ints(list []int) {
	p.int(len(list))
	for _, n := range list {
		p.int(n)
	}
}

func (p *packer) strings(list []string) {
	p.int(len(list))
	for _, s := range list {
		p.string(s)
	}
}

// Index is a book in the form in which [OpenBook] opens it at once. The same vocabulary gives the same bytes.
func (b *Book) Index() []byte {
	p := &packer{}
	p.int(b.longest)
	p.int(b.groups)
	b.packEntries(p)
	var exact []string
	for _, w := range slices.Sorted(maps.Keys(b.stems)) {
		if w == b.stems[w] && stem(w) != w {
			exact = append(exact, w)
		}
	}
	p.strings(exact)
	p.int(len(b.topics))
	for i := range b.topics {
		t := &b.topics[i]
		p.string(t.ID)
		p.string(t.Name)
		p.strings(t.Items)
		p.ints(t.kinds)
		p.int(t.names)
		p.ints(t.other)
		p.bool(t.Weak)
		p.bool(t.Mild)
		p.bool(t.More)
		p.bool(t.Seen)
		p.bool(t.State)
		p.bool(t.local)
		p.bool(t.putOn)
	}
	p.int(len(b.sections))
	for _, s := range b.sections {
		p.string(s.id)
		p.ints(s.topics)
	}
	p.int(len(b.areas))
	for _, a := range b.areas {
		p.string(a.ID)
		p.string(a.Name)
		p.strings(a.Of)
	}
	p.int(len(b.signs))
	for _, s := range b.signs {
		p.ints(s.groups)
		p.int(s.unless)
		p.string(s.Call)
		p.ints(s.Number)
		p.int(s.AfterDay)
		p.bool(s.Past)
		p.bool(s.Behind)
	}
	p.int(len(b.spelled))
	for _, s := range b.spelled {
		p.string(s.text)
		p.string(s.stem)
		p.int(int(s.letters))
		p.ints(s.topics)
	}
	return p.out
}

// packEntries writes where each bucket begins, and behind that all entries.
func (b *Book) packEntries(p *packer) {
	shared := make([][]string, buckets)
	marked := make([]byte, marks/8)
	for _, key := range slices.Sorted(maps.Keys(b.entries)) {
		hash := hashOf(key)
		shared[hash%buckets] = append(shared[hash%buckets], key)
		first, second := marksOf(hash)
		marked[first/8] |= 1 << (first % 8)
		marked[second/8] |= 1 << (second % 8)
	}
	var at, all packer
	for _, keys := range shared {
		at.out = binary.LittleEndian.AppendUint32(at.out, uint32(len(all.out)))
		for _, key := range keys {
			e := b.entries[key]
			body := &packer{}
			for _, list := range [][]int{e.topics, e.areas, e.groups, e.others, e.with} {
				body.ints(list)
			}
			body.string(string(e.frame))
			for _, n := range []int{int(e.flags), e.number, e.hours, e.starts, e.known} {
				body.int(n)
			}
			all.string(key)
			all.string(string(body.out))
		}
	}
	at.out = binary.LittleEndian.AppendUint32(at.out, uint32(len(all.out)))
	p.string(string(marked))
	p.string(string(at.out))
	p.string(string(all.out))
}
