package journal

import (
	"context"
	"database/sql"

	"afterglow/app/fault"
	"afterglow/app/record"
)

const (
	productColumns = "id, name, label, added_at, removed_at"
	productsThere  = "SELECT " + productColumns + " FROM products WHERE removed_at IS NULL ORDER BY id"
	oneProduct     = "SELECT " + productColumns + " FROM products WHERE id = ?"
)

func scanProduct(r *sql.Rows) (p record.Product, err error) {
	var added, removed sql.NullInt64
	err = r.Scan(&p.ID, &p.Name, &p.Label, &added, &removed)
	p.AddedAt, p.RemovedAt = instant(added), instant(removed)
	return p, err
}

// Products are the products on the shelf that were not removed, the oldest first.
func (j *Journal) Products(ctx context.Context) (all []record.Product, err error) {
	err = j.read(ctx, unread, func(db *sql.DB) error {
		all, err = list(ctx, db, scanProduct, productsThere)
		return err
	})
	return all, err
}

// Products is [Journal.Products].
func (b *Batch) Products() ([]record.Product, error) {
	return list(b.ctx, b.tx, scanProduct, productsThere)
}

// Product is the one with this id, removed or not, or an error of kind [ErrNotFound].
func (b *Batch) Product(id int64) (record.Product, error) {
	return single(b.ctx, b.tx, noProduct(id), scanProduct, oneProduct, id)
}

// AddProduct stores a product and gives its id, which is never used again.
func (b *Batch) AddProduct(p record.Product) (id int64, err error) {
	return b.insert("INSERT INTO products (name, label, added_at, removed_at) VALUES (?, ?, ?, ?)",
		p.Name, p.Label, p.AddedAt.UnixMilli(), millis(p.RemovedAt))
}

// ChangeProduct replaces all that is stored of the product p.ID.
func (b *Batch) ChangeProduct(p record.Product) error {
	r, err := b.tx.ExecContext(b.ctx, "UPDATE products SET name = ?, label = ?, added_at = ?, removed_at = ? WHERE id = ?",
		p.Name, p.Label, p.AddedAt.UnixMilli(), millis(p.RemovedAt), p.ID)
	return mustFind(r, err, noProduct(p.ID))
}

func noProduct(id int64) error {
	return fault.New("journal.no_product", fault.Args{"ID": id}).Of(ErrNotFound)
}
