package service

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/app/record"
)

// What the log's line of a treatment says was done, the first word of its note.
const (
	noteBegun   = "begun"
	noteChanged = "changed"
	noteRemoved = "removed"
)

// Removes says whether the entry is that a treatment was removed.
func Removes(e record.Entry) bool {
	word, _ := readNote(e.Note)
	return e.Kind == record.KindTreat && word == noteRemoved
}

// treatNote is what is kept beside that word, so that the line still says what was done then after the treatment
// was put right. Notes of earlier versions have the word alone.
type treatNote struct {
	Was *TreatState `json:"was,omitempty"` // before a change
	Is  *TreatState `json:"is,omitempty"`  // after it; before a removal
}

// TreatChange is a line of the log about a treatment: which one it was, and how it stood then.
type TreatChange struct {
	Number int64
	Word   string      // "begun", "changed" or "removed"
	Was    *TreatState // of a change: how it stood before; nil if nobody wrote that down
	Is     *TreatState // nil if it is not known any more
}

// TreatState is a treatment as it stood at one time.
type TreatState struct {
	At        time.Time `json:"at"`
	Device    string    `json:"device,omitempty"`
	DepthMM   float64   `json:"depth_mm,omitempty"`
	Area      string    `json:"area,omitempty"`
	Sensitive bool      `json:"sensitive,omitempty"`
	Plan      string    `json:"plan,omitempty"`
	PlanName  string    `json:"plan_name,omitempty"`
	PlanSum   string    `json:"plan_sum,omitempty"` // tells two texts of one plan apart, and finds the text
	Zone      string    `json:"zone,omitempty"`     // the zone in which At was entered ("CET"); "": not known
	East      int       `json:"east,omitempty"`     // seconds that this zone is east of UTC
}

func stateOf(t course.Treatment) *TreatState {
	sum := sha256.Sum256([]byte(t.PlanText))
	zone, east := t.At.Zone()
	return &TreatState{t.At.UTC(), t.Device, t.DepthMM, t.Area, t.Sensitive, t.Plan.ID, t.Plan.Name, hex.EncodeToString(sum[:4]), zone, east}
}

// same says whether two states tell of the same treatment, plan and all.
func (a TreatState) same(b TreatState) bool {
	return a.At.Equal(b.At) && a.Device == b.Device && a.DepthMM == b.DepthMM && a.Area == b.Area && a.Sensitive == b.Sensitive &&
		a.PlanSum == b.PlanSum
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

// treatChanges says for each line about a treatment, by its entry's id, which one it was and what was changed, as it
// stood then. All is the treatments as they stand now, lines all that was written about them.
func treatChanges(lines []record.Entry, all []course.Treatment) map[int64]TreatChange {
	stands := map[int64]*TreatState{} // nil once it is not known how it stood
	for _, t := range all {
		stands[t.ID] = stateOf(t)
	}
	lines = slices.Clone(lines)
	slices.SortFunc(lines, func(a, b record.Entry) int { return cmp.Compare(b.ID, a.ID) })
	changes := map[int64]TreatChange{}
	for _, e := range lines { // the newest first: each change says how it stood before
		word, n := readNote(e.Note)
		if n.Is != nil {
			stands[e.Treatment] = n.Is
		}
		c := TreatChange{Number: e.Treatment, Word: word, Is: stands[e.Treatment]}
		if word == noteChanged && c.Is != nil {
			c.Was = n.Was
		}
		changes[e.ID] = c
		if word == noteChanged {
			stands[e.Treatment] = n.Was
		}
	}
	return changes
}

// EnterWords are the words after "afterglow" that enter a treatment like this anew.
func (t TreatmentView) EnterWords() []string {
	words := []string{"treat", "--at", t.At.Format("2006-01-02 15:04")}
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
