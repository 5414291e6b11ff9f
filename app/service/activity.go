package service

import (
	"slices"
	"strings"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/guidance"
)

// windowsOf finds the windows that a question to Can is about, with what Ask answers: by the id or the name that it is,
// else as Ask understands it. What is on the list of calls, or is answered by anything but a wait, is told as a fault: it
// is no question of yes.
func (sc Scene) windowsOf(windows []course.Window, question string) (ask.Reply, []string, error) {
	specs := specsOf(windows)
	if len(sc.Courses) == 0 {
		specs = slices.DeleteFunc(slices.Clone(sc.Plan.Windows), guidance.Window.OnlyBefore) // it says nothing of a time without a treatment
	}
	specs = slices.Concat(specs, specsOf(sc.lasting))
	reply := sc.Ask(ask.Question{Text: question}).Reply
	hedged := reply.Verdict == ask.Advice && reply.Answers[0].Kind != ask.Window && reply.Answers[0].Text != "" // a yes would say more
	if ids := named(specs, question); len(ids) > 0 && reply.Verdict != ask.No && reply.Verdict != ask.Call && !hedged {
		return reply, ids, nil
	}
	word := strings.Join(strings.Fields(question), " ")
	switch {
	case reply.Verdict == ask.Call:
		return reply, nil, fault.Use("refusal.can_call_"+reply.Answers[0].Act, fault.Args{"Word": word, "Text": reply.Answers[0].Text})
	case reply.Verdict == ask.Unknown:
		return reply, nil, unknownActivity(specs, question)
	case reply.Verdict == ask.No:
		return reply, nil, nil
	case reply.Verdict == ask.Silent && len(reply.Answers) > 0 && reply.Answers[0].Spent:
		return reply, nil, fault.Use("refusal.can_spent", fault.Args{"Word": word})
	case len(reply.Silent) > 0 && reply.Verdict == ask.Silent:
		if len(reply.Topics) > 1 {
			word = reply.Silent[0].Name
		}
		return reply, nil, fault.Use("refusal.plan_silent", sc.plansArgs(fault.Args{"Word": word}))
	}
	ids := windowsAmong(slices.DeleteFunc(slices.Clone(reply.Answers), func(a ask.Answer) bool { // a rule that only has the word
		return reply.Verdict == ask.Yes && a.Verdict == ask.Advice && a.Except == ""
	}))
	if len(sc.Courses) == 0 && len(ids) > 0 {
		if ids = slices.DeleteFunc(ids, func(id string) bool { return !hasID(specs, id) }); len(ids) == 0 {
			return reply, nil, fault.Use("refusal.plan_silent", sc.plansArgs(fault.Args{"Word": word}))
		}
	}
	if len(ids) > 0 && !hedged {
		return reply, ids, nil
	}
	switch {
	case len(reply.Answers) == 0:
		return reply, nil, fault.Use("refusal.plan_silent", sc.plansArgs(fault.Args{"Word": word}))
	case reply.Answers[0].Text == "":
		return reply, nil, fault.Use("refusal.can_ingredient", fault.Args{"Word": word})
	}
	return reply, nil, advises(word, reply.Answers[0])
}

// windowsAmong are the ids of the windows among answers, each once.
func windowsAmong(answers []ask.Answer) (ids []string) {
	for _, a := range answers {
		if a.Kind == ask.Window && !slices.Contains(ids, a.ID) {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

func hasID(windows []guidance.Window, id string) bool {
	return slices.ContainsFunc(windows, func(w guidance.Window) bool { return w.ID == id })
}

func specsOf(windows []course.Window) []guidance.Window {
	specs := make([]guidance.Window, 0, len(windows))
	for _, w := range windows {
		specs = append(specs, w.Spec)
	}
	return specs
}

// named finds the windows that a word names, and no other words: by id or name, else by what the plan says that people
// call it. One word may mean several.
func named(windows []guidance.Window, word string) []string {
	same := func(s string) bool { return ask.Same(s, word) }
	for _, w := range windows {
		if same(w.ID) || same(w.Name) {
			return []string{w.ID}
		}
	}
	var found []string
	for _, w := range windows {
		if slices.ContainsFunc(w.Activities, same) {
			found = append(found, w.ID)
		}
	}
	return found
}

// unknownActivity is the error for what none of the windows is about, with what may have been meant.
func unknownActivity(windows []guidance.Window, word string) error {
	var names, ids, others []string
	for _, w := range windows {
		names, ids, others = append(names, w.Name), append(ids, w.ID), append(others, w.Activities...)
	}
	if len(names) == 0 {
		return fault.Use("refusal.no_waits", fault.Args{"Word": word})
	}
	// A name may have a comma in it.
	return notKnown(word, strings.Join(names, "; "), Closest(word, slices.Concat(ids, others, names)))
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
