package service

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"afterglow/app/ask/label"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
	"afterglow/guidance"
)

// Bounds of the shelf.
const (
	MostProducts = 100  // that are there at one time
	LongestName  = 60   // letters
	LongestLabel = 8000 // letters; the longest printed lists have some 3000
)

// Shelf are the products that were not removed, in the person's zone, the oldest first.
func (s *Service) Shelf(ctx context.Context) ([]record.Product, error) {
	all, err := s.journal.Products(ctx)
	if err != nil {
		return nil, err
	}
	return productsIn(all, s.Zone()), nil
}

func productsIn(all []record.Product, zone *time.Location) []record.Product {
	out := make([]record.Product, len(all))
	for i, p := range all {
		p.AddedAt = local(p.AddedAt, zone)
		out[i] = p
	}
	return out
}

// AddProduct puts a product on the shelf: what the person calls it, and its list of ingredients.
func (s *Service) AddProduct(ctx context.Context, name, text string) (record.Product, record.Entry, error) {
	name, err := tidyText(name, LongestName)
	if err != nil {
		return record.Product{}, record.Entry{}, err
	}
	if text, err = tidyLabel(text); err != nil {
		return record.Product{}, record.Entry{}, err
	}
	if _, err := label.Read(text); err != nil { // what would never say anything is no use on the shelf
		return record.Product{}, record.Entry{}, err
	}
	p := record.Product{Name: name, Label: text, AddedAt: s.Now()}
	var e record.Entry
	err = s.together(ctx, journal.AboutProduct, func(b *journal.Batch) error {
		all, err := b.Products()
		switch {
		case err != nil:
			return err
		case len(all) >= MostProducts:
			return fault.Use("refusal.shelf_full", fault.Args{"Most": MostProducts})
		}
		if err := nameIsFree(all, 0, name); err != nil {
			return err
		}
		if p.ID, err = b.AddProduct(p); err != nil {
			return err
		}
		e, err = writeKept(b, record.KindProduct, p.AddedAt, keptAdded, keptNote{Number: p.ID, Is: productState(p)})
		return err
	})
	return p, e, err
}

// RenameProduct gives a product another name.
func (s *Service) RenameProduct(ctx context.Context, id int64, name string) (record.Product, record.Entry, error) {
	name, err := tidyText(name, LongestName)
	if err != nil {
		return record.Product{}, record.Entry{}, err
	}
	return s.changeProduct(ctx, id, keptRenamed, func(all []record.Product, p *record.Product) error {
		p.Name = name
		return nameIsFree(all, id, name)
	})
}

// RemoveProduct takes a product off the shelf.
func (s *Service) RemoveProduct(ctx context.Context, id int64) (record.Product, record.Entry, error) {
	return s.changeProduct(ctx, id, keptRemoved, func(_ []record.Product, p *record.Product) error {
		p.RemovedAt = s.Now()
		return nil
	})
}

// changeProduct makes one change of a product that is on the shelf, with its line in the log, and rings.
func (s *Service) changeProduct(ctx context.Context, id int64, word string, change func(all []record.Product, p *record.Product) error) (p record.Product, e record.Entry, err error) {
	err = s.together(ctx, journal.AboutProduct, func(b *journal.Batch) error {
		all, err := b.Products()
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(o record.Product) bool { return o.ID == id })
		if i < 0 {
			return fault.Use("refusal.no_product", fault.Args{"Number": id})
		}
		p = all[i]
		was := productState(p)
		if err := change(all, &p); err != nil {
			return err
		}
		if err := b.ChangeProduct(p); err != nil {
			return err
		}
		e, err = writeKept(b, record.KindProduct, s.Now(), word, keptNote{Number: id, Was: &was, Is: productState(p)})
		return err
	})
	if err != nil {
		return record.Product{}, record.Entry{}, err
	}
	return productsIn([]record.Product{p}, s.Zone())[0], e, nil
}

// nameIsFree refuses a name that another product than id has.
func nameIsFree(all []record.Product, id int64, name string) error {
	for _, o := range all {
		if o.ID != id && fold(o.Name) == fold(name) {
			return fault.Use("refusal.product_there", fault.Args{"Name": o.Name, "Number": o.ID})
		}
	}
	return nil
}

// tidyLabel takes a list of ingredients as it was pasted. Its lines and the cells of tables stay, for they part one
// ingredient from the next; letters that nobody sees, which web pages leave in such lists, are dropped.
func tidyLabel(text string) (string, error) {
	if len(text) > LongestLabel*utf8.UTFMax { // perhaps cut off within a letter where it was read
		return "", fault.Use("refusal.label_long", fault.Args{"Most": LongestLabel})
	}
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		return "", fault.Use("refusal.label_no_text", nil)
	}
	text = strings.TrimSpace(strings.Map(func(c rune) rune {
		_, hidden := guidance.Hidden(string(c))
		switch {
		case c == '\t' || !hidden:
			return c
		case unicode.IsSpace(c):
			return '\n'
		}
		return -1
	}, strings.ReplaceAll(label.Uncoloured(text), "\r\n", "\n")))
	switch {
	case text == "":
		return "", fault.Use("refusal.label_empty", nil)
	case utf8.RuneCountInString(text) > LongestLabel:
		return "", fault.Use("refusal.label_long", fault.Args{"Most": LongestLabel})
	}
	return text, nil
}
