package shape

import (
	"time"

	"afterglow/app/record"
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
		Answer: q.Answer, Answered: orNull(q.AnsweredAt), Crossed: orNull(q.CrossedAt),
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

// Product is a product on the person's shelf.
type Product struct {
	ID    int64     `json:"id"`
	Name  string    `json:"name"`
	Label string    `json:"label"` // its list of ingredients, as it was pasted
	Kept  time.Time `json:"kept"`
}

// OfProduct is the shape of one product.
func OfProduct(p record.Product) Product {
	return Product{ID: p.ID, Name: p.Name, Label: p.Label, Kept: p.AddedAt}
}

// OfProducts is the shape of the shelf.
func OfProducts(all []record.Product) []Product { return each(all, OfProduct) }

// orNull is a moment, or null in the place of the zero time.
func orNull(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
