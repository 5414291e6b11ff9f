package service

import (
	"slices"
	"strings"
	"unicode"

	"afterglow/app/fault"
	"afterglow/guidance"
)

// asked finds the windows that a question is about: by the one word it is, else by the words in it.
func (sc Scene) asked(windows []guidance.Window, question string) ([]string, error) {
	ids := matching(windows, question)
	if len(ids) == 0 {
		ids, _ = within(windows, question)
	}
	if len(ids) == 0 {
		return nil, sc.unknownActivity(windows, question)
	}
	return ids, nil
}

// matching finds the windows that an activity means: by id, else by name, else by the words
// that people use for it. One word may mean several windows.
func matching(windows []guidance.Window, activity string) []string {
	word := squash(activity)
	if word == "" {
		return nil
	}
	for _, w := range windows {
		if squash(w.ID) == word || squash(w.Name) == word {
			return []string{w.ID}
		}
	}
	var found []string
	for _, w := range windows {
		if slices.ContainsFunc(w.Activities, func(a string) bool { return squash(a) == word }) {
			found = append(found, w.ID)
		}
	}
	return found
}

// within finds the windows whose id, name or activity stands in a question as whole words, and the
// first such words. Of those that begin at one place the longest counts: "hot bath" is not "bath". If two stand
// apart both are answered, so that a yes to the one is never taken for a yes to both.
func within(windows []guidance.Window, question string) (ids []string, first string) {
	words := tokens(question)
	for i := 0; i < len(words); {
		n, found := len(words)-i, []string(nil)
		for ; n > 0; n-- {
			if found = matching(windows, strings.Join(words[i:i+n], " ")); len(found) > 0 {
				break
			}
		}
		if n == 0 {
			i++
			continue
		}
		if first == "" {
			first = strings.Join(words[i:i+n], " ")
		}
		for _, id := range found {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		i += n
	}
	return ids, first
}

// unknownActivity is the error for what none of the windows is about. What the starter plans know is no
// slip of the keys: of that the person's own plan says nothing, and only the clinic can tell.
func (sc Scene) unknownActivity(windows []guidance.Window, word string) error {
	var starters []guidance.Window
	for _, p := range guidance.Starters() {
		starters = append(starters, p.Windows...)
	}
	about := strings.Join(strings.Fields(word), " ")
	if _, part := within(windows, word); part != "" {
		return fault.Use("refusal.unknown_near", fault.Args{"Word": word, "Near": part})
	}
	meant := matching(starters, word)
	if len(meant) == 0 {
		var part string
		if meant, part = within(starters, word); part != "" {
			about = part
		}
	}
	if len(meant) > 0 {
		for _, w := range windows { // "lipstick", while the plan says "makeup" and no more
			if slices.Contains(meant, w.ID) {
				return fault.Use("refusal.plan_silent_near", sc.plansArgs(fault.Args{"Word": about, "Near": w.Name}))
			}
		}
		return fault.Use("refusal.plan_silent", sc.plansArgs(fault.Args{"Word": about}))
	}
	var names, ids, other []string
	for _, w := range windows {
		names, ids, other = append(names, w.Name), append(ids, w.ID), append(other, w.Activities...)
	}
	if len(names) == 0 {
		return fault.Use("refusal.no_waits", fault.Args{"Word": word})
	}
	// A name may have a comma in it.
	return notKnown(word, strings.Join(names, "; "), Closest(word, slices.Concat(ids, other, names)))
}

// plansArgs adds the names of the plans that run, else of the one in use.
func (sc Scene) plansArgs(args fault.Args) fault.Args {
	var names []string
	for _, c := range sc.Courses {
		if !slices.Contains(names, c.Plan.Name) {
			names = append(names, c.Plan.Name)
		}
	}
	if len(names) == 0 {
		names = append(names, sc.Plan.Name)
	}
	args["Count"], args["Plans"] = len(names), names
	return args
}

// tokens are the words of a text, in lower case and without whatever stands between them.
func tokens(s string) []string {
	s = strings.NewReplacer("'", "", "’", "").Replace(strings.ToLower(s))
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// squash is the form in which activities are compared: "make-up", "make up" and "Makeup!" are one.
func squash(s string) string { return strings.Join(tokens(s), "") }
