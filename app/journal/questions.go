package journal

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"afterglow/app/fault"
	"afterglow/app/record"
)

const (
	questionColumns = "id, text, topics, added_at, answer, answered_at, crossed_at, removed_at"
	questionsThere  = "SELECT " + questionColumns + " FROM questions WHERE removed_at IS NULL ORDER BY id"
	oneQuestion     = "SELECT " + questionColumns + " FROM questions WHERE id = ?"
)

func scanQuestion(r *sql.Rows) (q record.ClinicQuestion, err error) {
	var added, answered, crossed, removed sql.NullInt64
	var topics []byte
	if err := r.Scan(&q.ID, &q.Text, &topics, &added, &q.Answer, &answered, &crossed, &removed); err != nil {
		return q, err
	}
	q.AddedAt, q.AnsweredAt, q.CrossedAt, q.RemovedAt = instant(added), instant(answered), instant(crossed), instant(removed)
	if json.Unmarshal(topics, &q.Topics) != nil {
		q.Topics = nil // what it is about is found anew when it is asked; the question itself must not be lost with it
	}
	return q, nil
}

// Questions are the questions for the clinic that were not removed, the oldest first.
func (j *Journal) Questions(ctx context.Context) (all []record.ClinicQuestion, err error) {
	err = j.read(ctx, unread, func(db *sql.DB) error {
		all, err = list(ctx, db, scanQuestion, questionsThere)
		return err
	})
	return all, err
}

// Questions is [Journal.Questions].
func (b *Batch) Questions() ([]record.ClinicQuestion, error) {
	return list(b.ctx, b.tx, scanQuestion, questionsThere)
}

// Question is the one with this id, removed or not, or an error of kind [ErrNotFound].
func (b *Batch) Question(id int64) (record.ClinicQuestion, error) {
	return single(b.ctx, b.tx, noQuestion(id), scanQuestion, oneQuestion, id)
}

// AddQuestion stores a question for the clinic and gives its id, which is never used again.
func (b *Batch) AddQuestion(q record.ClinicQuestion) (id int64, err error) {
	topics, err := topicList(q.Topics)
	if err != nil {
		return 0, err
	}
	return b.insert("INSERT INTO questions (text, topics, added_at, answer, answered_at, crossed_at, removed_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
		q.Text, topics, q.AddedAt.UnixMilli(), q.Answer, millis(q.AnsweredAt), millis(q.CrossedAt), millis(q.RemovedAt))
}

// ChangeQuestion replaces all that is stored of the question q.ID.
func (b *Batch) ChangeQuestion(q record.ClinicQuestion) error {
	topics, err := topicList(q.Topics)
	if err != nil {
		return err
	}
	r, err := b.tx.ExecContext(b.ctx, `UPDATE questions SET text = ?, topics = ?, added_at = ?, answer = ?, answered_at = ?, crossed_at = ?,
		removed_at = ? WHERE id = ?`,
		q.Text, topics, q.AddedAt.UnixMilli(), q.Answer, millis(q.AnsweredAt), millis(q.CrossedAt), millis(q.RemovedAt), q.ID)
	return mustFind(r, err, noQuestion(q.ID))
}

// topicList is the ids of topics as they are stored.
func topicList(topics []string) (string, error) {
	if topics == nil {
		topics = []string{}
	}
	text, err := json.Marshal(topics)
	if err != nil {
		return "", fmt.Errorf("write the topics of a question: %w", err)
	}
	return string(text), nil
}

func noQuestion(id int64) error {
	return fault.New("journal.no_question", fault.Args{"ID": id}).Of(ErrNotFound)
}
