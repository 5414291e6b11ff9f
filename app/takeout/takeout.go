// Package takeout is what a person wrote down, as a file that others read: JSON, which can be read in again, and CSV for a
// table. It is pure, and a file of any origin can be given to it.
package takeout

import (
	"bytes"
	"encoding/json"
	"io"
	"time"

	"afterglow/app/fault"
)

// Mark is the first key's value of each file: what it is.
const Mark = "notes"

// Version is of the format. A file with a higher one is of a later Afterglow.
const Version = 1

// Bounds of a file that is read.
const (
	MostBytes      = 64 << 20
	MostTreatments = 5_000
	MostEntries    = 500_000
	MostQuestions  = 1_000
	MostPlans      = 500

	mostThings = 2*MostEntries + MostTreatments + MostQuestions + MostPlans // an entry may have one more in it
)

// File is what was written down in a period. Numbers are of the file alone: they join an entry to its treatment.
type File struct {
	Afterglow  string      `json:"afterglow"` // Mark
	Version    int         `json:"version"`
	Made       time.Time   `json:"made"`
	From       time.Time   `json:"from"`    // the first moment of the period
	Until      time.Time   `json:"until"`   // the first moment after it
	Without    []string    `json:"without"` // "water", "notes": what was left out
	Plans      []Plan      `json:"plans"`
	Treatments []Treatment `json:"treatments"`
	Entries    []Entry     `json:"entries"`
	Questions  []Question  `json:"questions"`
}

// Plan is the plan of one treatment or more, whole.
type Plan struct {
	Number  int    `json:"number"`
	ID      string `json:"id"`
	Name    string `json:"name"`
	Version string `json:"version"`
	Text    string `json:"text"` // the plan file
}

// Treatment is one appointment.
type Treatment struct {
	Number    int64     `json:"number"`
	At        time.Time `json:"at"`
	Zone      string    `json:"zone"` // the zone's short name where it was entered, such as "CET"
	Device    string    `json:"device"`
	DepthMM   float64   `json:"depth_mm"`
	Area      string    `json:"area"`
	Sensitive bool      `json:"sensitive"`
	Plan      int       `json:"plan"` // a plan's number
}

// Entry is one thing that was done, felt or said.
type Entry struct {
	At         time.Time `json:"at"`
	Kind       string    `json:"kind"` // "done", "skip", "feel", "calm", "extend" or "own"
	What       string    `json:"what"` // a routine's or a wait's id; of own the thing
	Name       string    `json:"name"` // what the plan calls it
	Occurrence string    `json:"occurrence"`
	Treatment  int64     `json:"treatment"` // its number; 0: of none in particular
	AmountML   int       `json:"amount_ml"`
	Until      time.Time `json:"until,omitzero"` // extend
	Skin       string    `json:"skin"`           // "red" (still red or peeling), "calm" or ""
	Redness    *int      `json:"redness"`        // 0 to 10; null: not said
	Tightness  *int      `json:"tightness"`
	Itch       *int      `json:"itch"`
	Soreness   *int      `json:"soreness"`
	Note       string    `json:"note"`
	Own        *Own      `json:"own,omitempty"` // own: the change; Note is who told them
}

// Own is a change of the person's own to the plan of a treatment.
type Own struct {
	What  string `json:"what"` // the thing, as it was typed
	When  string `json:"when"` // "3 days"
	Avoid string `json:"avoid"`
}

// Question is a question for the clinic.
type Question struct {
	Text       string    `json:"text"`
	AddedAt    time.Time `json:"added_at"`
	Answer     string    `json:"answer"`
	AnsweredAt time.Time `json:"answered_at,omitzero"`
}

// JSON is the file's text.
func (f File) JSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(f); err != nil {
		return nil, fault.Wrap(err, "takeout.not_made", nil)
	}
	return b.Bytes(), nil
}

// Read reads such a file, called name. What is damaged, of another origin, of a later version or too large is one fault.
func Read(r io.Reader, name string) (f File, err error) {
	text, err := io.ReadAll(io.LimitReader(r, MostBytes+1))
	if err != nil {
		return f, fault.Wrap(err, "takeout.unread", fault.Args{"File": name})
	}
	if len(text) > MostBytes {
		return f, fault.Use("takeout.too_large", fault.Args{"Most": MostBytes >> 20})
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))          // an editor may have put a mark in front
	if n := bytes.Count(text, []byte("{")); n > mostThings { // before each of them takes a hundred times its letters of memory
		return f, fault.Use("takeout.too_many", fault.Args{"Count": n, "Most": mostThings})
	}
	err = json.Unmarshal(text, &f)
	begins := text[:min(len(text), 200)]
	switch {
	case err != nil && bytes.Contains(begins, []byte(`"afterglow"`)):
		return File{}, fault.Use("takeout.damaged", nil)
	case err != nil || f.Afterglow != Mark:
		return File{}, fault.Use("takeout.not_ours", nil)
	case f.Version > Version:
		return File{}, fault.Use("takeout.newer", fault.Args{"Version": f.Version, "Most": Version})
	case f.Version < 1:
		return File{}, fault.Use("takeout.damaged", nil)
	}
	for _, bound := range []struct{ has, most int }{
		{len(f.Treatments), MostTreatments}, {len(f.Entries), MostEntries}, {len(f.Questions), MostQuestions}, {len(f.Plans), MostPlans},
	} {
		if bound.has > bound.most {
			return File{}, fault.Use("takeout.too_many", fault.Args{"Count": bound.has, "Most": bound.most})
		}
	}
	return f, nil
}
