package simulation

import (
	"fmt"
	"strings"
	"time"

	"afterglow/app/reminder"
)

// steps says whether the plan asks for something in place of a wait that is over, when it is told.
func (o *oracle) steps(w *wait) bool {
	return w.spec.Then != "" && (w.thenUntil.IsZero() || o.decided.Before(w.thenUntil))
}

// alsoInWords: the others that are simply over too. No step hides among them.
func (o *oracle) alsoInWords(n said, lead *wait) {
	said := alsoOver.FindStringSubmatch(n.Body)
	names := map[string]bool{}
	for _, c := range n.Covers {
		if w := o.waitOfID(c.ID); w != nil && w.spec.Name != lead.spec.Name && !o.steps(w) {
			names[inSentence(w.spec.Name)] = true // of two treatments one name can be over twice
		}
	}
	if said == nil || said[1] == fmt.Sprintf("%d more", len(names)) {
		return
	}
	for name := range names {
		if !strings.Contains(strings.ToLower(said[1]), name) {
			o.wrong(n, "%s is over too", name)
		}
	}
	for _, c := range n.Covers {
		if w := o.waitOfID(c.ID); w != nil && o.steps(w) && !names[inSentence(w.spec.Name)] && strings.Contains(strings.ToLower(said[1]), inSentence(w.spec.Name)) {
			o.wrong(n, "%s is not simply over", w.spec.Name)
		}
	}
}

// stepsInWords: each wait in whose place the plan asks for something is told as that.
func (o *oracle) stepsInWords(n said, lead *wait) {
	for _, c := range n.Covers {
		w := o.waitOfID(c.ID)
		if w == nil || w.asks() || !o.steps(w) || w.spec.Name == lead.spec.Name && o.steps(lead) {
			continue
		}
		body := strings.ToLower(n.Body)
		told := strings.Contains(body, inSentence(w.spec.Name)+": spf 30+") || strings.Contains(body, "sunscreen from") ||
			strings.Contains(body, "next steps: ") && strings.Contains(body, inSentence(w.spec.Name)) || nextSteps.MatchString(body)
		if !told {
			o.wrong(n, "%s goes on with %s", w.spec.Name, w.spec.Then)
		}
	}
}

// askedInWords: it says that the person asked for it, if they did, and only then.
func (o *oracle) askedInWords(n said) {
	asked := false
	for _, c := range n.Covers {
		asked = asked || c.Kind == reminder.TellMe
	}
	if said := strings.Contains(n.Body, "You asked about "); said != asked {
		o.wrong(n, "that they asked for it is said: %t, and is so: %t", said, asked)
	}
}

// wishInWords reads what tells of wishes alone.
func (o *oracle) wishInWords(n said, now time.Time) {
	if !strings.HasPrefix(n.Title, "You asked about ") {
		o.wrong(n, "it does not say that they asked for it")
	}
	var at time.Time
	for _, c := range append([]reminder.Occurrence{n.Occurrence}, n.Covers...) {
		if e := o.wishOfID(c.ID); e != nil {
			over, _ := o.fulfilled(e, o.decided)
			if o.lastEnd(e.Windows(), over).After(over) {
				return // it had to wait again since
			}
			at = later(at, over)
		}
	}
	if want := "Your plan's wait ended " + o.ended(at, now) + "."; strings.HasPrefix(n.Body, "Your plan's wait ended ") && !strings.HasPrefix(n.Body, want) {
		o.wrong(n, "it ended %s", o.ended(at, now))
	}
}

func (o *oracle) welcomeInWords(n said, now time.Time) {
	o.askedInWords(n)
	said := map[string]string{} // of each window that it names: when it ended
	for _, sentence := range strings.Split(strings.TrimSuffix(n.Body, "."), ". ") {
		if name, when, ok := strings.Cut(sentence, " wait ended "); ok {
			said[inSentence(name)+" "+when] = when
		} else if when, ok := strings.CutPrefix(sentence, "Sunscreen from "); ok {
			said["sunscreen "+when] = when
		} else if name, rest, ok := strings.Cut(sentence, ": SPF 30+"); ok {
			_, when, _ := strings.Cut(rest, " from ")
			said[inSentence(name)+" then "+when] = when
		}
	}
	for _, c := range n.Covers {
		if e := o.wishOfID(c.ID); e != nil && c.Kind == reminder.TellMe {
			over, _ := o.fulfilled(e, o.decided)
			delete(said, inSentence(e.Note)+" "+o.moment(later(over, c.Due), now))
			for _, id := range e.Windows() { // the step that follows what they asked for
				for i := range o.waits {
					if o.waits[i].spec.ID == id && o.steps(&o.waits[i]) {
						delete(said, inSentence(o.waits[i].spec.Name)+" then "+o.moment(later(over, c.Due), now))
						delete(said, "sunscreen "+o.moment(later(over, c.Due), now))
					}
				}
			}
		}
		w := o.waitOfID(c.ID)
		if w == nil || w.asks() {
			continue
		}
		when, name := o.moment(w.until, now), inSentence(w.spec.Name)
		if !o.steps(w) {
			delete(said, name+" "+when)
			continue
		}
		_, named := said[name+" then "+when]
		_, sunscreen := said["sunscreen "+when]
		delete(said, name+" then "+when)
		delete(said, "sunscreen "+when)
		if !named && !sunscreen && !strings.Contains(n.Body, "ext step") && n.Title != "" && !strings.Contains(n.Body, "Something in your plan") && !o.toldTwice(n, w, when) {
			o.wrong(n, "%s goes on with %s", w.spec.Name, w.spec.Then)
		}
	}
	if len(said) > 0 {
		o.wrong(n, "of these it is not true: %q", said)
	}
}

// toldTwice says whether another of the waits that it tells has the name of w and ended with it, or sunscreen began then.
func (o *oracle) toldTwice(n said, w *wait, when string) bool {
	return strings.Contains(n.Body, "Sunscreen from "+when) || strings.Contains(strings.ToLower(n.Body), inSentence(w.spec.Name)+": spf 30+")
}
