// Package onboarding starts a treatment in three steps: when and where, whose
// plan, and when to nudge. It also changes a treatment that was entered.
package onboarding

import (
	"slices"
	"strconv"
	"strings"

	"afterglow/app/course"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Tense is when a treatment was or will be.
type Tense int

const (
	Has    Tense = iota // it has been: when it ended is asked
	Will                // it is to come: when it will be is asked
	HasNow              // it was to come and took place: it ended just now, if nothing else is said
)

// Model is what the steps begin with.
type Model struct {
	Plans    []service.PlanView
	InUse    string                 // the id of the plan that new treatments begin with
	Edit     *service.TreatmentView // the treatment to change; nil: a new one
	Tense    Tense
	Phone    string // of the clinic, as the setting has it
	Sleep    string // as the setting has it
	Water    bool
	Asked    bool // an earlier treatment has asked of fluids already: what was answered stays
	Login    bool
	Draft    *Draft // what was entered before and not finished; nil: nothing
	PlanText func(id string) (guidance.Plan, error)
}

// Answer is all that the person entered.
type Answer struct {
	Treatment service.NewTreatment
	Phone     string // of the clinic
	Sleep     string
	Water     bool
	Login     bool
}

// form is what stands in the fields.
type form struct {
	when      when
	device    string // "", "roller", "pen", "rf", "prp"
	depth     string
	area      string // "face, neck"; "": not sure
	sensitive bool

	planID    string // of the list; "" if a file was opened
	fileName  string
	fileText  string
	filePlan  guidance.Plan
	wrongFile string // the name of the file that was opened last
	wrong     error  // why the file that was opened last cannot be used; nil: it can, or none was opened

	phone string // of the clinic

	sleepOn            bool
	sleepFrom, sleepTo string
	fluids             string // "", "no", "yes", "unsure"
	login              bool
}

func newForm(v phrase.Voice, m Model) form {
	f := form{when: when{quick: justNow, text: v.Word("typed.now")}, login: m.Login, phone: m.Phone, sleepOn: m.Sleep != "off"}
	sleep, err := guidance.ParseHourRange(m.Sleep)
	if err != nil {
		sleep = course.DefaultPrefs().Sleep // for somebody who had switched it off
	}
	f.sleepFrom, f.sleepTo = v.Clock(sleep.From), v.Clock(sleep.To)
	for _, p := range m.Plans {
		if p.ID == m.InUse || f.planID == "" {
			f.planID = p.ID
		}
	}
	if m.Tense == Will {
		f.when = when{err: errUnsaid}
	}
	if e := m.Edit; e != nil {
		if m.Tense != HasNow {
			f.when = when{text: v.T("onboarding.reads", phrase.Args{"Day": v.WeekdayDate(e.At), "Clock": v.TimeOfDay(e.At)}), at: e.At}
		}
		f.device, f.area, f.sensitive, f.planID = e.Device, e.Area, e.Sensitive, e.Plan
		if e.DepthMM > 0 {
			f.depth = strconv.FormatFloat(e.DepthMM, 'f', -1, 64)
		}
	}
	return f
}

// depths are the usual ones, in millimetres.
func depths() []string { return []string{"0.25", "0.5", "1", "1.5", "2", "2.5"} }

// otherDepth is the depth as it was written, "" for one that has a chip of its own.
func (f form) otherDepth() string {
	if slices.Contains(depths(), f.depth) {
		return ""
	}
	return f.depth
}

// treated says whether that part of the body is among those that were treated; "": whether none was named.
func (f form) treated(id string) bool {
	if id == "" {
		return len(guidance.Areas(f.area)) == 0
	}
	return guidance.CoversArea(f.area, id)
}

// turnArea names one more part of the body, or no longer; "" names none.
func (f *form) turnArea(id string) {
	was := guidance.Areas(f.area)
	switch {
	case id == "":
		f.area = ""
	case f.treated(id):
		f.area = guidance.JoinAreas(slices.DeleteFunc(was, func(s string) bool { return strings.EqualFold(s, id) }))
	default:
		f.area = guidance.JoinAreas(append(was, id))
	}
}

// millimetres reads the depth; empty is "not sure".
func (f form) millimetres() (float64, error) {
	s := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(strings.ReplaceAll(f.depth, ",", ".")), "mm"))
	if s == "" {
		return 0, nil
	}
	mm, err := strconv.ParseFloat(s, 64)
	if err == nil && mm > service.DeepestMM {
		return 0, fault.Use("onboarding.too_deep", fault.Args{"Most": service.DeepestMM, "Example": depths()[1]})
	}
	if err != nil || !(mm > 0) {
		return 0, fault.Use("onboarding.wrong_depth", fault.Args{"Example": depths()[1]})
	}
	return mm, nil
}

// sleep is the setting's value, or what is wrong with it.
func (f form) sleep(v phrase.Voice) (value string, err error) {
	if !f.sleepOn {
		return "off", nil
	}
	var r guidance.HourRange
	if r.From, err = v.ReadClock(f.sleepFrom); err != nil {
		return "", err
	}
	if r.To, err = v.ReadClock(f.sleepTo); err != nil {
		return "", err
	}
	return r.String(), service.CheckSleep(r.String())
}

// treatment is what was entered, once nothing is wrong. Just now is the moment in which it is entered.
func (f form) treatment() service.NewTreatment {
	mm, _ := f.millimetres() // told beside its field
	n := service.NewTreatment{At: f.when.at, Device: f.device, DepthMM: mm, Area: strings.TrimSpace(f.area), Sensitive: f.sensitive, PlanID: f.planID}
	if f.fileText != "" && f.planID == "" {
		n.PlanFile, n.PlanName = f.fileText, f.fileName
	}
	return n
}

// read takes a plan file in, or keeps what is wrong with it.
func (f *form) read(name string, text []byte) {
	p, err := guidance.Parse(name, text)
	if err != nil {
		f.wrong = err
		return
	}
	f.wrong, f.planID, f.fileName, f.fileText, f.filePlan = nil, "", name, string(text), p
}
