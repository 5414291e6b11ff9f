package shape

import (
	"strings"
	"time"

	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
)

// Question is a question that the person keeps for their clinic.
type Question struct {
	ID       int64      `json:"id"`
	Text     string     `json:"text"`
	Topics   []string   `json:"topics"` // ids of what it is about
	Kept     time.Time  `json:"kept"`
	Open     bool       `json:"open"`     // neither answered nor crossed off
	Answer   string     `json:"answer"`   // what the clinic said, in the person's own words; "": nothing yet
	Answered *time.Time `json:"answered"` // null: not yet
	Crossed  *time.Time `json:"crossed"`  // when it was crossed off; null: it was not
}

// OfQuestion is the shape of one question.
func OfQuestion(q record.ClinicQuestion) Question {
	return Question{
		ID: q.ID, Text: q.Text, Topics: append([]string{}, q.Topics...), Kept: q.AddedAt, Open: q.Open(),
		Answer: q.Answer, Answered: instant(q.AnsweredAt), Crossed: instant(q.CrossedAt),
	}
}

// OfQuestions is the shape of many questions.
func OfQuestions(all []record.ClinicQuestion) []Question { return each(all, OfQuestion) }

// Asked is a question that was asked before.
type Asked struct {
	Text string    `json:"text"`
	At   time.Time `json:"at"`
}

// OfAsked is the shape of what was asked before.
func OfAsked(all []record.Asked) []Asked {
	return each(all, func(a record.Asked) Asked { return Asked(a) })
}

// Product is a product on the person's shelf, with what holds of it at the moment.
type Product struct {
	ID    int64      `json:"id"`
	Name  string     `json:"name"`
	Label string     `json:"label"` // its list of ingredients, as it was pasted
	Kept  time.Time  `json:"kept"`
	State string     `json:"state"` // "avoid", "wait", "none" (nothing waits: that is all that is known) or "unread"
	Until *time.Time `json:"until"` // of wait: when the last of its waits ends; null: no end is known
	Waits []Found    `json:"waits"` // what waits or is left out, the strictest first
	Text  string     `json:"text"`  // the same in words
}

// OfProduct is the shape of one product.
func OfProduct(v phrase.Voice, p service.ProductView) Product {
	return Product{
		ID: p.ID, Name: p.Name, Label: p.Label, Kept: p.AddedAt, State: string(p.State), Until: instant(p.Until),
		Waits: each(p.Waits, func(f service.FindingView) Found { return ofFinding(v, f) }), Text: strings.Join(v.ShelfLines(p), "\n"),
	}
}

// OfProducts is the shape of the shelf.
func OfProducts(v phrase.Voice, all []service.ProductView) []Product {
	return each(all, func(p service.ProductView) Product { return OfProduct(v, p) })
}

// ShownProduct is a product with all that holds of its ingredients.
type ShownProduct struct {
	Product
	Check *Check `json:"check"` // null: its list cannot be read
}

// OfShownProduct is the shape of a product that is looked at.
func OfShownProduct(v phrase.Voice, p service.ProductView) ShownProduct {
	out := ShownProduct{Product: OfProduct(v, p)}
	if p.Unread == nil {
		c := OfCheck(v, p.Check)
		out.Check = &c
	}
	return out
}
