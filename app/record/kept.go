package record

import "time"

// Asked is a question that the person asked of their plan before.
type Asked struct {
	Text string // as they typed it
	At   time.Time
}

// ClinicQuestion is a question that the person keeps for their clinic, with what their clinic said.
type ClinicQuestion struct {
	ID         int64
	Text       string
	Topics     []string // ids of what it is about, as they were understood when it was kept; may be empty
	AddedAt    time.Time
	Answer     string // what their clinic said, in the person's own words; "": nothing yet
	AnsweredAt time.Time
	CrossedAt  time.Time // when it was crossed off; zero: it was not
	RemovedAt  time.Time // zero: it is there
}

// Open says whether it is still to be asked: it is neither answered nor crossed off.
func (q ClinicQuestion) Open() bool { return q.Answer == "" && q.CrossedAt.IsZero() }

// Product is a skin care product that the person keeps on their shelf.
type Product struct {
	ID        int64
	Name      string // as the person calls it
	Label     string // its list of ingredients, as it was typed or pasted
	AddedAt   time.Time
	RemovedAt time.Time // zero: it is there
}
