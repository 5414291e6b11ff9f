// Package onboarding starts a treatment in three steps: when and where, whose
// plan, and when to nudge. It also changes a treatment that was entered.
package onboarding

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/screens/words"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Model is what the steps begin with.
type Model struct {
	Now      time.Time // in the person's zone
	Plans    []service.PlanView
	InUse    string                 // the id of the plan that new treatments begin with
	Edit     *service.TreatmentView // the treatment to change; nil: a new one
	Sleep    string                 // as the setting has it
	Water    bool
	Asked    bool // an earlier treatment has asked of fluids already: what was answered stays
	Login    bool
	PlanText func(id string) (guidance.Plan, error)
}

// Answer is all that the person entered.
type Answer struct {
	Treatment service.NewTreatment
	Sleep     string
	Water     bool
	Login     bool
}

// form is what stands in the fields.
type form struct {
	quick       string // the usual moment that the date and the time were filled in from; "" where they were written
	date, clock string
	device      string // "", "roller", "pen", "rf"
	depth       string
	area        string
	sensitive   bool

	planID   string // of the list; "" where a file was opened
	fileName string
	fileText string
	filePlan guidance.Plan
	problems []string // of the file that was opened last

	sleepOn            bool
	sleepFrom, sleepTo string
	fluids             string // "", "no", "yes", "unsure"
	login              bool
}

func newForm(m Model) form {
	f := form{quick: "now", date: m.Now.Format(time.DateOnly), clock: words.Clock(m.Now), login: m.Login, sleepOn: m.Sleep != "off"}
	f.sleepFrom, f.sleepTo, _ = strings.Cut(m.Sleep, "-")
	if !f.sleepOn {
		f.sleepFrom, f.sleepTo = "22:30", "07:30"
	}
	for _, p := range m.Plans {
		if p.ID == m.InUse || f.planID == "" {
			f.planID = p.ID
		}
	}
	if e := m.Edit; e != nil {
		at := e.At.In(m.Now.Location())
		f.quick, f.date, f.clock = "", at.Format(time.DateOnly), words.Clock(at)
		f.device, f.area, f.sensitive, f.planID = e.Device, e.Area, e.Sensitive, e.Plan
		if e.DepthMM > 0 {
			f.depth = words.Depth(e.DepthMM)
		}
	}
	return f
}

// Bounds that the service holds too; told here before the next step.
const (
	mostAgo   = 366 * 24 * time.Hour
	mostAhead = 60 * 24 * time.Hour
	deepest   = 5.0
)

// at reads the date and the time, or says what is wrong with them.
func (f form) at(now time.Time) (t time.Time, wrong string) {
	d, err := course.ParseDate(strings.TrimSpace(f.date))
	if err != nil {
		return t, "Write the date as " + now.Format(time.DateOnly) + "."
	}
	c, err := guidance.ParseClock(strings.TrimSpace(f.clock))
	if err != nil {
		return t, "Write the time as 18:00."
	}
	t = course.On(d, c, now.Location())
	switch {
	case t.Before(now.Add(-mostAgo)):
		return t, "That is more than a year ago. Write a later date."
	case t.After(now.Add(mostAhead)):
		return t, "That is more than 60 days ahead. Write an earlier date."
	}
	return t, ""
}

// millimetres reads the depth; empty is "not sure".
func (f form) millimetres() (mm float64, wrong string) {
	s := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(strings.ReplaceAll(f.depth, ",", ".")), "mm"))
	if s == "" {
		return 0, ""
	}
	mm, err := strconv.ParseFloat(s, 64)
	if err != nil || !(mm > 0 && mm <= deepest) {
		return 0, "Write the depth in millimetres, such as 0.5. Or leave it empty."
	}
	return mm, ""
}

// sleep is the setting's value, or what is wrong.
func (f form) sleep() (value, wrong string) {
	if !f.sleepOn {
		return "off", ""
	}
	r, err := guidance.ParseHourRange(strings.TrimSpace(f.sleepFrom) + "-" + strings.TrimSpace(f.sleepTo))
	if err != nil || r.From == r.To {
		return "", "Write both times as 22:30."
	}
	return r.String(), ""
}

// treatment is what was entered, once at and millimetres found nothing wrong.
func (f form) treatment(now time.Time) service.NewTreatment {
	at, _ := f.at(now)
	mm, _ := f.millimetres()
	n := service.NewTreatment{At: at, Device: f.device, DepthMM: mm, Area: strings.TrimSpace(f.area), Sensitive: f.sensitive, PlanID: f.planID}
	if f.fileText != "" && f.planID == "" {
		n.PlanFile, n.PlanName = f.fileText, f.fileName
	}
	return n
}

// keyTime is one line of the card of five.
type keyTime struct{ name, when, span string }

// fiveTimes are the plan's most important ends for this treatment.
func fiveTimes(p guidance.Plan, n service.NewTreatment, now time.Time) []keyTime {
	c := course.New(course.Treatment{At: n.At, Device: n.Device, DepthMM: n.DepthMM, Area: n.Area, Sensitive: n.Sensitive, Plan: p}, now.Location(), nil)
	var out []keyTime
	for _, w := range c.Windows {
		if len(out) == 5 {
			break
		}
		if w.Spec.From.Anchor == guidance.BeforeNext || !w.Until.After(n.At) {
			continue
		}
		out = append(out, keyTime{w.Spec.Name, words.Told(w.Until, now), "waits " + guidance.SpanWords(w.Until.Sub(n.At).Round(time.Minute))})
	}
	return out
}

// read takes a plan file in, or keeps what is wrong with it, line by line.
func (f *form) read(name string, text []byte) {
	p, err := guidance.Parse(name, text)
	if err != nil {
		f.problems = nil
		for _, line := range strings.Split(err.Error(), "\n") {
			if line = strings.TrimSpace(line); line != "" {
				f.problems = append(f.problems, line)
			}
		}
		return
	}
	f.problems, f.planID, f.fileName, f.fileText, f.filePlan = nil, "", name, string(text), p
}

// largestPlan is the size of a file in bytes that is not read at all.
const largestPlan = 1 << 20

func tooLarge(name string) []string {
	return []string{fmt.Sprintf("%s is larger than a plan file can be. Choose another file.", name)}
}
