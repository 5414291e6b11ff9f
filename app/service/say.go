package service

import (
	"fmt"
	"strings"
	"time"

	"afterglow/app/clock"
	"afterglow/app/course"
	"afterglow/guidance"
)

// says answers "says who?" for a source of a plan.
func says(p guidance.Plan, id string, line int) SourceView {
	v := SourceView{ID: id, Plan: p.Name, Line: line}
	if src, ok := p.SourceOf(id); ok {
		v.Title, v.URL, v.Strength = src.Title, src.URL, src.Strength
		v.Words = guidance.StrengthWords(src.Strength)
	}
	return v
}

// why is the plan's rule for a window and what holds at now, in one or two short sentences.
func why(w course.Window, st course.State, now time.Time, zone *time.Location) string {
	var parts []string
	switch st {
	case course.Before:
		parts = append(parts, "Your plan asks you to stop from "+clock.Say(w.From, now, zone)+".")
	case course.Wait:
		parts = append(parts, w.Spec.Avoid, "Your plan says wait until "+clock.Say(w.UntilAt(now, zone), now, zone)+".")
		if w.Spec.Hours != nil {
			parts = append(parts, "This holds from "+w.Spec.Hours.From.String()+" to "+w.Spec.Hours.To.String()+" each day.")
		}
		if !w.Allowed.IsZero() && !w.Allowed.After(now) {
			parts = append(parts, "It has allowed it since "+clock.Say(w.Allowed, now, zone)+", but advises the wait.")
		} else if !w.Allowed.IsZero() {
			parts = append(parts, "It allows it from "+clock.Say(w.Allowed, now, zone)+", but advises the wait.")
		}
		if w.Spec.AndWhen != "" {
			parts = append(parts, "Then it asks you whether your skin is calm.")
		}
	case course.Ask:
		parts = append(parts, w.Spec.Avoid, "The time is up. Your plan says wait until your skin is calm.")
	case course.Then:
		line := "Your plan: " + strings.TrimSuffix(w.Spec.Then, ".")
		if !w.ThenUntil.IsZero() {
			line += " until " + clock.Say(w.ThenUntil, now, zone)
		}
		parts = append(parts, line+".")
	case course.Open:
		switch {
		case w.Spec.Hours != nil && now.Before(w.Until):
			// A yes for these hours: the rule must not stand beside it as if it held now.
			parts = append(parts, "Not from "+w.Spec.Hours.From.String()+" to "+w.Spec.Hours.To.String()+" each day, your plan says, until "+clock.Say(w.Until, now, zone)+".")
		case !w.Until.After(w.From):
			parts = append(parts, "Your plan asks for no wait here.", w.Spec.After)
		default:
			parts = append(parts, "Your plan's wait has been over since "+clock.Say(w.Until, now, zone)+".")
			if w.Spec.After != "" {
				parts = append(parts, w.Spec.After)
			}
		}
	}
	return strings.Join(nonEmpty(parts), " ")
}

func nonEmpty(parts []string) []string {
	out := parts[:0]
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// optional is t in the zone, nil where t is zero.
func optional(t time.Time, zone *time.Location) *time.Time {
	if t.IsZero() {
		return nil
	}
	t = t.In(zone)
	return &t
}

// local is t in the zone; zero stays zero.
func local(t time.Time, zone *time.Location) time.Time {
	if t.IsZero() {
		return t
	}
	return t.In(zone)
}

// spanText is a span as a plan file writes it ("24h", "90m"), "" for none.
func spanText(d time.Duration) string {
	switch {
	case d == 0:
		return ""
	case d%time.Hour == 0:
		return fmt.Sprintf("%dh", d/time.Hour)
	default:
		return fmt.Sprintf("%dm", d/time.Minute)
	}
}

// share is how much of from..until has passed at now, 0 to 1.
func share(from, until, now time.Time) float64 {
	whole := until.Sub(from)
	if whole <= 0 || now.Before(from) {
		return 0
	}
	return min(1, float64(now.Sub(from))/float64(whole))
}
