package phrase

import (
	"slices"

	"afterglow/app/fault"
	"afterglow/guidance"
)

// PlanWait is how long a plan waits: "24 hours", "24 hours, and when calm", "until the scabs are gone", "1 week before the
// next treatment to 4 days", "less for 1 month".
func (v Voice) PlanWait(w guidance.Window) string {
	wait := v.planWait(w)
	if w.Soft {
		wait = v.T("planopen.wait_soft", Args{"Wait": wait})
	}
	if len(w.Except) > 0 {
		wait = v.T("planopen.wait_except", Args{"Wait": wait, "Names": w.Except})
	}
	return wait
}

func (v Voice) planWait(w guidance.Window) string {
	until, begins := v.PlanMoment(w.Until), w.From != (guidance.Moment{})
	named := w.Until.Anchor != guidance.NoEnd && w.Until.Anchor != guidance.UntilCalm
	switch {
	case !named:
		until = v.PlanEnd(w.Until, w.Usually, w.Condition, false)
		if begins {
			return v.T("planopen.wait_from", Args{"From": v.PlanMoment(w.From), "Wait": until})
		}
		return until
	case begins:
		until = v.T("plan.stretch", Args{"From": v.PlanMoment(w.From), "To": until})
	}
	switch {
	case w.AsksCalm() && w.Condition != "":
		return v.T("planopen.wait_condition", Args{"Wait": until, "Condition": v.Condition(w.Condition)})
	case w.AsksCalm():
		return v.T("planopen.wait_calm", Args{"Wait": until})
	}
	return until
}

// PlanDiffers is a part of a plan that another says otherwise.
type PlanDiffers struct {
	Name  string // of the part, and what it is: "Makeup (wait)"
	Lines []string
}

// PlanDifferences is all that an offered plan says otherwise than the one in hand, part by part.
func (v Voice) PlanDifferences(have, offered guidance.Plan) []PlanDiffers {
	changes := guidance.Diff(have, offered)
	changes = slices.DeleteFunc(changes, func(c guidance.Change) bool { return c.Field == "id" }) // a name for programs
	guidance.ByInterest(changes)
	var out []PlanDiffers
	for i, c := range changes {
		if i == 0 || c.Kind != changes[i-1].Kind || c.ID != changes[i-1].ID {
			name := v.EntryName(c.Kind, "")
			if name == "" {
				name = v.T("planpage.entry", Args{"Name": c.Name, "Kind": v.EntryKind(c.Kind)})
			}
			out = append(out, PlanDiffers{Name: name})
		}
		last := &out[len(out)-1]
		last.Lines = append(last.Lines, v.planChange(c))
	}
	return out
}

// planChange is one difference in a line: "Until: 48 hours, now 24 hours".
func (v Voice) planChange(c guidance.Change) string {
	said := func(value any) any {
		text := v.PlanValue(value)
		switch {
		case text == "":
			return fault.Text("planopen.nothing")
		case c.Field == "act":
			return v.CallAct(text)
		case c.Field == "strength":
			return v.Strength(text)
		}
		return text
	}
	switch {
	case c.Field != "":
		return v.T("planopen.change", Args{"Key": Capital(v.PlanKey(c.Field)), "Offered": said(c.Offered), "Have": said(c.Have)})
	case c.Have == nil:
		return v.T("planopen.new")
	}
	return v.T("planopen.gone")
}
