package ask

import (
	"slices"
	"strings"
)

// nameAs has a topic be called by the words of the question where a part that answers has these very words, or one of them
// while the vocabulary's name has none: "Bleach", not "Dust, dirt and gardening". So are the others that the words may mean.
func (h *hearing) nameAs(t int, list []found) {
	said, ok := h.q.said[t]
	if !ok || said.text == "" || h.named[t] != "" || t >= len(h.topics) || strings.EqualFold(said.text, h.topics[t].Name) {
		return
	}
	name := strings.Join(strings.Fields(said.text), " ")
	written := h.written(list, said.stems)
	known := slices.ContainsFunc(h.stemmed(h.topics[t].Name), func(w word) bool { return slices.Contains(said.stems, w.stem) })
	switch {
	case known && oneThing(h.topics[t].Name): // "Sleeping" says "sleep" already, and reads better
		return
	case strings.EqualFold(written, name):
		name = written
	case written != "":
	case h.otherFigure(list, said.stems): // "SPF 30", where the plan says SPF 50
		return
	case known:
		return
	case !slices.ContainsFunc(said.stems, func(stem string) bool { return len(stem) >= shortestOwn && h.written(list, []string{stem}) != "" }):
		return
	}
	for o, other := range h.q.said {
		if other.text == said.text {
			h.named[o] = name
		}
	}
}

// otherFigure says whether a figure stands among the words that no part of the plan has.
func (h *hearing) otherFigure(list []found, stems []string) bool {
	return slices.ContainsFunc(stems, func(stem string) bool {
		return strings.ContainsAny(stem, "0123456789") && h.written(list, []string{stem}) == ""
	})
}

// oneThing says whether a name of the vocabulary is of one thing: "Tight skin", not "Shade and a hat".
func oneThing(name string) bool {
	return !strings.Contains(name, ",") && !strings.Contains(name, " and ") && !strings.Contains(name, " or ")
}

// written is how the parts of a plan write these words, one behind the other; "": they do not have them.
func (h *hearing) written(list []found, stems []string) string {
	for i := range list {
		f := &list[i]
		for _, text := range []string{f.Except, f.Name, f.Text, f.Then} {
			words := h.wordsOf(text)
			for i := 0; i+len(stems) <= len(words); i++ {
				if slices.EqualFunc(words[i:i+len(stems)], stems, func(w word, stem string) bool { return w.stem == stem }) {
					return text[words[i].from:words[i+len(stems)-1].to]
				}
			}
		}
	}
	return ""
}

// heading names the topics again, once it is known how the plan calls them. What the same words may mean besides is not told
// as something of which the plan says nothing.
func (h *hearing) heading(reply *Reply) {
	answered := map[string]bool{}
	for i, t := range h.q.topics {
		reply.Topics[i] = h.topic(t)
	}
	for _, a := range reply.Answers {
		for _, t := range reply.Topics {
			answered[t.Name] = answered[t.Name] || t.ID == a.Topic
		}
	}
	for i := range reply.Silent {
		for _, t := range reply.Topics {
			if t.ID == reply.Silent[i].ID {
				reply.Silent[i] = t
			}
		}
	}
	if reply.Verdict != Silent {
		reply.Silent = slices.DeleteFunc(reply.Silent, func(t Topic) bool { return answered[t.Name] })
	}
}
