package screens

import (
	"context"
	"slices"
	"testing"
	"time"

	"afterglow/app/fault"
	"afterglow/app/record"
)

func (f *fake) question(id int64) *record.ClinicQuestion {
	i := slices.IndexFunc(f.scene.Questions, func(q record.ClinicQuestion) bool { return q.ID == id })
	return &f.scene.Questions[i]
}

func (f *fake) AnswerQuestion(_ context.Context, id int64, answer string) (record.ClinicQuestion, record.Entry, error) {
	if answer == "" {
		return record.ClinicQuestion{}, record.Entry{}, fault.Use("refusal.text_empty", nil)
	}
	q := f.question(id)
	q.Answer, q.AnsweredAt = answer, f.status.Now
	return *q, record.Entry{ID: 93}, f.note("answer %d: %s", id, answer)
}

func (f *fake) CrossOffQuestion(_ context.Context, id int64) (record.ClinicQuestion, record.Entry, error) {
	q := f.question(id)
	q.CrossedAt = f.status.Now
	return *q, record.Entry{ID: 94}, f.note("cross off %d", id)
}

func (f *fake) OpenQuestion(_ context.Context, id int64) (record.ClinicQuestion, record.Entry, error) {
	q := f.question(id)
	q.CrossedAt = time.Time{}
	return *q, record.Entry{ID: 95}, f.note("open %d", id)
}

func (f *fake) RemoveQuestion(_ context.Context, id int64) (record.ClinicQuestion, record.Entry, error) {
	q := *f.question(id)
	f.scene.Questions = slices.DeleteFunc(f.scene.Questions, func(o record.ClinicQuestion) bool { return o.ID == id })
	return q, record.Entry{ID: 96}, f.note("remove question %d", id)
}

func (f *fake) AddProduct(_ context.Context, name, label string) (record.Product, record.Entry, error) {
	if name == "" {
		return record.Product{}, record.Entry{}, fault.Use("refusal.text_empty", nil)
	}
	p := record.Product{ID: int64(len(f.scene.Shelf) + 1), Name: name, Label: label, AddedAt: f.status.Now}
	f.scene.Shelf = append(f.scene.Shelf, p)
	return p, record.Entry{ID: 97}, f.note("keep %s: %s", name, label)
}

func (f *fake) RenameProduct(_ context.Context, id int64, name string) (record.Product, record.Entry, error) {
	if name == "" {
		return record.Product{}, record.Entry{}, fault.Use("refusal.text_empty", nil)
	}
	i := slices.IndexFunc(f.scene.Shelf, func(p record.Product) bool { return p.ID == id })
	f.scene.Shelf[i].Name = name
	return f.scene.Shelf[i], record.Entry{ID: 98}, f.note("rename %d: %s", id, name)
}

func (f *fake) RemoveProduct(_ context.Context, id int64) (record.Product, record.Entry, error) {
	i := slices.IndexFunc(f.scene.Shelf, func(p record.Product) bool { return p.ID == id })
	p := f.scene.Shelf[i]
	f.scene.Shelf = slices.Delete(slices.Clone(f.scene.Shelf), i, i+1)
	return p, record.Entry{ID: 99}, f.note("remove product %d", id)
}

// Lists of ingredients as they stand on packs.
const (
	serumLabel = "Ingredients: Aqua, Glycerin, Retinol, Glycolic Acid, Niacinamide, Parfum, Linalool, Limonene, Alcohol Denat., " +
		"Cetearyl Alcohol, Panthenol, Xanthan Gum, Citric Acid, BHT, Sodium Obscurate, Polyglyceryl-9 Nothingate"
	creamLabel = "Aqua, Glycerin, Petrolatum, Panthenol"
	oddLabel   = "Obscuratum, Nothingate"
	noLabel    = "???"
)

// stocked is a day with questions and products of each state.
func stocked(t testing.TB) *fake {
	f := dayOne(t)
	f.scene.Shelf = []record.Product{
		{ID: 1, Name: "Night serum", Label: serumLabel, AddedAt: at(18, 20, 5)},
		{ID: 2, Name: "Barrier cream", Label: creamLabel, AddedAt: at(19, 8, 10)},
		{ID: 3, Name: "The little blue bottle from the chemist's that smells of nothing", Label: oddLabel, AddedAt: at(21, 9, 0)},
		{ID: 4, Name: "Blank", Label: noLabel, AddedAt: at(21, 9, 0)},
	}
	f.scene.Questions = []record.ClinicQuestion{
		{ID: 1, Text: "Niacinamide?", AddedAt: at(20, 18, 0)},
		{ID: 2, Text: "May I sleep on my side if the pillow is clean and I change it each day, as I did the last time?", AddedAt: at(21, 9, 12)},
		{ID: 3, Text: "When may I fly?", AddedAt: at(18, 8, 0), Answer: "after 3 days, with a mask on", AnsweredAt: at(21, 11, 0)},
		{ID: 4, Text: "Arnica?", AddedAt: at(18, 8, 0), CrossedAt: at(20, 12, 0)},
		{ID: 5, Text: "Scabs?", AddedAt: at(18, 8, 0), Answer: "leave them", AnsweredAt: at(19, 11, 0), CrossedAt: at(20, 12, 0)},
	}
	return f
}
