package service

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
)

// What the log's line of a question for the clinic or of a product says was done, the first word of its note.
const (
	keptAdded    = "added"
	keptAnswered = "answered"
	keptCrossed  = "crossed"
	keptOpened   = "opened"
	keptRenamed  = "renamed"
	keptRemoved  = "removed"
)

// keptNote is what is kept beside that word: the line says what was done then, and it can be taken back.
type keptNote struct {
	Number int64      `json:"number"`
	Was    *keptState `json:"was,omitempty"` // before; nil: it was not there
	Is     keptState  `json:"is"`
}

// keptState is what can change of a question or a product, at one time.
type keptState struct {
	Text       string    `json:"text"` // the question, or the product's name
	Answer     string    `json:"answer,omitempty"`
	AnsweredAt time.Time `json:"answered_at,omitzero"`
	CrossedAt  time.Time `json:"crossed_at,omitzero"`
	RemovedAt  time.Time `json:"removed_at,omitzero"`
}

func (a keptState) equal(b keptState) bool {
	return a.Text == b.Text && a.Answer == b.Answer && a.AnsweredAt.Equal(b.AnsweredAt) && a.CrossedAt.Equal(b.CrossedAt) &&
		a.RemovedAt.Equal(b.RemovedAt)
}

func questionState(q record.ClinicQuestion) keptState {
	return keptState{q.Text, q.Answer, q.AnsweredAt.UTC(), q.CrossedAt.UTC(), q.RemovedAt.UTC()}
}

func productState(p record.Product) keptState {
	return keptState{Text: p.Name, RemovedAt: p.RemovedAt.UTC()}
}

// KeptChange is a line of the log about a question for the clinic or a product: which one it was, as it stood then.
type KeptChange struct {
	Number int64
	Word   string // "added", "answered", "crossed", "opened", "renamed" or "removed"
	Text   string // the question, or the product's name
	Answer string // of "answered": what the clinic said
	Was    string // of "renamed": the name before
}

// writeKept writes a line about a question or a product for the log.
func writeKept(b *journal.Batch, kind record.Kind, at time.Time, word string, n keptNote) (record.Entry, error) {
	text, err := json.Marshal(n)
	if err != nil {
		return record.Entry{}, fmt.Errorf("write a line of the log: %w", err)
	}
	e := record.Entry{At: at, Kind: kind, Note: word + " " + string(text)}
	e.ID, err = b.AddEntry(e)
	return e, err
}

// readKept reads such a line; ok is false if it cannot be read any more.
func readKept(e record.Entry) (word string, n keptNote, ok bool) {
	word, text, _ := strings.Cut(e.Note, " ")
	ok = json.Unmarshal([]byte(text), &n) == nil
	return word, n, ok
}

// keptChange is what the log's line says; nil for a line about something else.
func keptChange(e record.Entry) *KeptChange {
	if e.Kind != record.KindQuestion && e.Kind != record.KindProduct {
		return nil
	}
	word, n, _ := readKept(e)
	c := &KeptChange{Number: n.Number, Word: word, Text: n.Is.Text}
	if word == keptAnswered {
		c.Answer = n.Is.Answer
	}
	if word == keptRenamed && n.Was != nil {
		c.Was = n.Was.Text
	}
	return c
}

// turnKept takes back what a line about a question or a product says, or does it again, if nothing else happened to that
// one since: what was added is removed, all else is as it was before.
func turnKept(b *journal.Batch, e record.Entry, now time.Time, back bool) error {
	_, n, ok := readKept(e)
	if !ok {
		return fault.Use("refusal.kept_unreadable", fault.Args{"Number": e.ID})
	}
	is, put, err := keptNow(b, e.Kind, n.Number)
	if err != nil {
		return err
	}
	from, to := n.Is, n.Is
	switch {
	case n.Was != nil && back:
		to = *n.Was
	case n.Was != nil:
		from = *n.Was
	case back:
		to.RemovedAt = now
	default:
		from.RemovedAt = is.RemovedAt // since whenever it is away
	}
	if !is.equal(from) || n.Was == nil && !back && is.RemovedAt.IsZero() {
		return fault.Use("refusal.kept_changed", fault.Args{"Number": e.ID})
	}
	if to.RemovedAt.IsZero() && (!is.RemovedAt.IsZero() || is.Text != to.Text) {
		if err := roomFor(b, e.Kind, n.Number, to); err != nil {
			return err
		}
	}
	return put(to)
}

// keptNow is how a question or a product stands, and how to give it another state.
func keptNow(b *journal.Batch, kind record.Kind, id int64) (is keptState, put func(keptState) error, err error) {
	if kind == record.KindQuestion {
		q, err := b.Question(id)
		return questionState(q), func(k keptState) error {
			q.Text, q.Answer, q.AnsweredAt, q.CrossedAt, q.RemovedAt = k.Text, k.Answer, k.AnsweredAt, k.CrossedAt, k.RemovedAt
			return b.ChangeQuestion(q)
		}, err
	}
	p, err := b.Product(id)
	return productState(p), func(k keptState) error {
		p.Name, p.RemovedAt = k.Text, k.RemovedAt
		return b.ChangeProduct(p)
	}, err
}

// roomFor refuses what is to come back, or to have its old name again, if that was taken since, or if there are as many
// as there may be.
func roomFor(b *journal.Batch, kind record.Kind, id int64, to keptState) error {
	if kind == record.KindQuestion {
		all, err := b.Questions()
		if err != nil {
			return err
		}
		all = slices.DeleteFunc(all, func(o record.ClinicQuestion) bool { return o.ID == id })
		if len(all) >= MostQuestions {
			return fault.Use("refusal.questions_full", fault.Args{"Most": MostQuestions})
		}
		if i := slices.IndexFunc(all, func(o record.ClinicQuestion) bool { return sameQuestion(o.Text, to.Text) }); i >= 0 {
			return fault.Use("refusal.question_kept", fault.Args{"Number": all[i].ID})
		}
		return nil
	}
	all, err := b.Products()
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(o record.Product) bool { return o.ID == id })
	if len(all) >= MostProducts {
		return fault.Use("refusal.shelf_full", fault.Args{"Most": MostProducts})
	}
	return nameIsFree(all, id, to.Text)
}

// notFound is gone in the place of what the journal says of a number that is not there.
func notFound(err, gone error) error {
	if errors.Is(err, journal.ErrNotFound) {
		return gone
	}
	return err
}
