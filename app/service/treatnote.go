package service

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"afterglow/app/clock"
	"afterglow/app/course"
	"afterglow/app/record"
)

// What the log's line of a treatment says was done, the first word of its note.
const (
	noteBegun   = "begun"
	noteChanged = "changed"
	noteRemoved = "removed"
)

// treatNote is what is kept beside that word, so that the line still says what was done then after the treatment
// was put right. Notes of earlier versions have the word alone.
type treatNote struct {
	Was *treatState `json:"was,omitempty"` // before a change
	Is  *treatState `json:"is,omitempty"`  // after it; before a removal
}

// treatState is a treatment as it stood at one time.
type treatState struct {
	At        time.Time `json:"at"`
	Device    string    `json:"device,omitempty"`
	DepthMM   float64   `json:"depth_mm,omitempty"`
	Area      string    `json:"area,omitempty"`
	Sensitive bool      `json:"sensitive,omitempty"`
	Plan      string    `json:"plan,omitempty"`
	PlanName  string    `json:"plan_name,omitempty"`
	PlanSum   string    `json:"plan_sum,omitempty"` // tells two texts of one plan apart
}

func stateOf(t course.Treatment) *treatState {
	sum := sha256.Sum256([]byte(t.PlanText))
	return &treatState{t.At.UTC(), t.Device, t.DepthMM, t.Area, t.Sensitive, t.Plan.ID, t.Plan.Name, hex.EncodeToString(sum[:4])}
}

// writeNote puts the word and the states into one line.
func writeNote(word string, n treatNote) string {
	text, err := json.Marshal(n)
	if err != nil {
		return word // a depth that is no number is refused before: without the states the line still stands
	}
	return word + " " + string(text)
}

// readNote takes such a line apart. What cannot be read is left out.
func readNote(note string) (word string, n treatNote) {
	word, text, _ := strings.Cut(note, " ")
	if text == "" || json.Unmarshal([]byte(text), &n) != nil {
		return word, treatNote{}
	}
	return word, n
}

// treatTitles says for each line about a treatment, by its entry's id, which one it was and what was changed, as it
// stood then: "number 2: neck, yesterday 18:17". All is the treatments as they stand now.
func treatTitles(entries []record.Entry, all []course.Treatment, now time.Time, zone *time.Location) map[int64]string {
	stands := map[int64]*treatState{} // nil once it is not known how it stood
	for _, t := range all {
		stands[t.ID] = stateOf(t)
	}
	lines := slices.Clone(entries)
	slices.SortFunc(lines, func(a, b record.Entry) int { return int(b.ID - a.ID) })
	titles := map[int64]string{}
	for _, e := range lines { // the newest first: each change says how it stood before
		if e.Kind != record.KindTreat {
			continue
		}
		word, n := readNote(e.Note)
		if n.Is != nil {
			stands[e.Treatment] = n.Is
		}
		title := fmt.Sprintf("number %d", e.Treatment)
		if is := stands[e.Treatment]; is != nil {
			if word == noteChanged && n.Was != nil {
				title += ": " + changeWords(*n.Was, *is, now, zone)
			} else {
				title += ": " + is.words(now, zone)
			}
		}
		titles[e.ID] = title
		if word == noteChanged {
			stands[e.Treatment] = n.Was
		}
	}
	return titles
}

// words is where and when it was.
func (t treatState) words(now time.Time, zone *time.Location) string {
	when := clock.Say(t.At, now, zone)
	if t.Area != "" {
		return t.Area + ", " + when
	}
	return when
}

// changeWords says what a change made of what: "time 01:57 → yesterday 21:57, area face → neck".
func changeWords(was, is treatState, now time.Time, zone *time.Location) string {
	var parts []string
	put := func(what, from, to string) {
		if from != to {
			parts = append(parts, fmt.Sprintf("%s %s → %s", what, orNotSaid(from), orNotSaid(to)))
		}
	}
	if !was.At.Equal(is.At) {
		put("time", clock.Say(was.At, now, zone), clock.Say(is.At, now, zone))
	}
	put("area", was.Area, is.Area)
	put("device", was.Device, is.Device)
	put("depth", depthWords(was.DepthMM), depthWords(is.DepthMM))
	put("skin marks easily:", yesNo(was.Sensitive), yesNo(is.Sensitive))
	put("plan", was.PlanName, is.PlanName)
	if was.PlanName == is.PlanName && was.PlanSum != is.PlanSum {
		parts = append(parts, "plan "+is.PlanName+": another version of it")
	}
	if len(parts) == 0 {
		return is.words(now, zone) + ", as before"
	}
	return strings.Join(parts, ", ")
}

func depthWords(mm float64) string {
	if mm == 0 {
		return ""
	}
	return strconv.FormatFloat(mm, 'f', -1, 64) + " mm"
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

func orNotSaid(s string) string {
	if s == "" {
		return "not said"
	}
	return s
}

// enterWords are the words after "afterglow" that enter a treatment like this anew.
func (t treatState) enterWords(zone *time.Location) []string {
	words := []string{"treat", "--at", t.At.In(zone).Format("2006-01-02 15:04")}
	if t.Area != "" {
		words = append(words, "--area", t.Area)
	}
	if t.Device != "" {
		words = append(words, "--device", t.Device)
	}
	if t.DepthMM > 0 {
		words = append(words, "--depth", strconv.FormatFloat(t.DepthMM, 'f', -1, 64))
	}
	if t.Sensitive {
		words = append(words, "--sensitive")
	}
	if t.Plan != "" {
		words = append(words, "--plan", t.Plan)
	}
	return words
}

// EnterWords are the words after "afterglow" that enter a treatment like this anew.
func (t TreatmentView) EnterWords() []string {
	return treatState{At: t.At, Device: t.Device, DepthMM: t.DepthMM, Area: t.Area, Sensitive: t.Sensitive, Plan: t.Plan}.enterWords(t.At.Location())
}

// commandLine is a command line for the person to type.
func commandLine(words []string) string {
	line := "afterglow"
	for _, w := range words {
		if strings.ContainsAny(w, " \t'\"") {
			w = "\"" + strings.ReplaceAll(w, "\"", "") + "\""
		}
		line += " " + w
	}
	return line
}
