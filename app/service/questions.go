package service

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"afterglow/app/ask"
	"afterglow/app/fault"
	"afterglow/app/journal"
	"afterglow/app/record"
)

// Bounds of what is kept for the clinic.
const (
	MostQuestions   = 200 // that are there at one time
	LongestQuestion = 300 // letters, of a question and of an answer
)

// Questions are the questions for the clinic that were not removed, in the person's zone, the oldest first.
func (s *Service) Questions(ctx context.Context) ([]record.ClinicQuestion, error) {
	all, err := s.journal.Questions(ctx)
	if err != nil {
		return nil, err
	}
	return questionsIn(all, s.Zone()), nil
}

// questionsIn writes the moments of questions in a zone.
func questionsIn(all []record.ClinicQuestion, zone *time.Location) []record.ClinicQuestion {
	out := make([]record.ClinicQuestion, len(all))
	for i, q := range all {
		q.AddedAt, q.AnsweredAt, q.CrossedAt = local(q.AddedAt, zone), local(q.AnsweredAt, zone), local(q.CrossedAt, zone)
		out[i] = q
	}
	return out
}

// AddQuestion keeps a question for the clinic, with what it is understood to be about. One that is kept already is
// refused, but if it was crossed off without an answer it is opened again.
func (s *Service) AddQuestion(ctx context.Context, text string) (record.ClinicQuestion, record.Entry, error) {
	text, err := tidyText(text, LongestQuestion)
	if err != nil {
		return record.ClinicQuestion{}, record.Entry{}, err
	}
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return record.ClinicQuestion{}, record.Entry{}, err
	}
	topics := topicIDs(sc.Ask(ask.Question{Text: text}).Topics)
	var q record.ClinicQuestion
	var e record.Entry
	err = s.together(ctx, journal.AboutQuestion, func(b *journal.Batch) error {
		all, err := b.Questions()
		if err != nil {
			return err
		}
		if i := slices.IndexFunc(all, func(o record.ClinicQuestion) bool { return sameQuestion(o.Text, text) }); i >= 0 {
			if all[i].Open() || all[i].Answer != "" {
				return fault.Use("refusal.question_kept", fault.Args{"Number": all[i].ID})
			}
			q, e, err = changeQuestion(b, all[i].ID, s.Now(), keptOpened, func(q *record.ClinicQuestion) error {
				q.CrossedAt = time.Time{}
				return nil
			})
			return err
		}
		if len(all) >= MostQuestions {
			return fault.Use("refusal.questions_full", fault.Args{"Most": MostQuestions})
		}
		q = record.ClinicQuestion{Text: text, Topics: topics, AddedAt: s.Now()}
		if q.ID, err = b.AddQuestion(q); err != nil {
			return err
		}
		e, err = writeKept(b, record.KindQuestion, q.AddedAt, keptAdded, keptNote{Number: q.ID, Is: questionState(q)})
		return err
	})
	return s.changed(q, e, err)
}

// AnswerQuestion notes what the clinic said, in the person's own words. A second answer takes the place of the first.
func (s *Service) AnswerQuestion(ctx context.Context, id int64, answer string) (record.ClinicQuestion, record.Entry, error) {
	answer, err := tidyText(answer, LongestQuestion)
	if err != nil {
		return record.ClinicQuestion{}, record.Entry{}, err
	}
	return s.changeQuestion(ctx, id, keptAnswered, func(q *record.ClinicQuestion) error {
		q.Answer, q.AnsweredAt = answer, s.Now()
		return nil
	})
}

// CrossOffQuestion marks a question as done with: it was asked, or is not wanted any more.
func (s *Service) CrossOffQuestion(ctx context.Context, id int64) (record.ClinicQuestion, record.Entry, error) {
	return s.changeQuestion(ctx, id, keptCrossed, func(q *record.ClinicQuestion) error {
		if !q.CrossedAt.IsZero() {
			return fault.Use("refusal.question_crossed", fault.Args{"Number": id})
		}
		q.CrossedAt = s.Now()
		return nil
	})
}

// OpenQuestion takes the mark of CrossOffQuestion away again.
func (s *Service) OpenQuestion(ctx context.Context, id int64) (record.ClinicQuestion, record.Entry, error) {
	return s.changeQuestion(ctx, id, keptOpened, func(q *record.ClinicQuestion) error {
		if q.CrossedAt.IsZero() {
			return fault.Use("refusal.question_open", fault.Args{"Number": id})
		}
		q.CrossedAt = time.Time{}
		return nil
	})
}

// RemoveQuestion takes a question out of the list, with its answer.
func (s *Service) RemoveQuestion(ctx context.Context, id int64) (record.ClinicQuestion, record.Entry, error) {
	return s.changeQuestion(ctx, id, keptRemoved, func(q *record.ClinicQuestion) error {
		q.RemovedAt = s.Now()
		return nil
	})
}

// changeQuestion makes one change of a question that is there, with its line in the log, and rings.
func (s *Service) changeQuestion(ctx context.Context, id int64, word string, change func(*record.ClinicQuestion) error) (q record.ClinicQuestion, e record.Entry, err error) {
	err = s.together(ctx, journal.AboutQuestion, func(b *journal.Batch) (err error) {
		q, e, err = changeQuestion(b, id, s.Now(), word, change)
		return err
	})
	return s.changed(q, e, err)
}

func changeQuestion(b *journal.Batch, id int64, now time.Time, word string, change func(*record.ClinicQuestion) error) (record.ClinicQuestion, record.Entry, error) {
	none := fault.Use("refusal.no_question", fault.Args{"Number": id})
	q, err := b.Question(id)
	switch {
	case err != nil:
		return q, record.Entry{}, notFound(err, none)
	case !q.RemovedAt.IsZero():
		return q, record.Entry{}, none
	}
	was := questionState(q)
	if err := change(&q); err != nil {
		return q, record.Entry{}, err
	}
	if err := b.ChangeQuestion(q); err != nil {
		return q, record.Entry{}, err
	}
	e, err := writeKept(b, record.KindQuestion, now, word, keptNote{Number: id, Was: &was, Is: questionState(q)})
	return q, e, err
}

// changed is a question that was just changed, in the person's zone.
func (s *Service) changed(q record.ClinicQuestion, e record.Entry, err error) (record.ClinicQuestion, record.Entry, error) {
	if err != nil {
		return record.ClinicQuestion{}, record.Entry{}, err
	}
	return questionsIn([]record.ClinicQuestion{q}, s.Zone())[0], e, nil
}

// NotesOn are the questions that the person's clinic has answered and that are about one of these topics, or are the
// same question, the newest answer first.
func (sc Scene) NotesOn(question string, topics []string) []record.ClinicQuestion {
	var notes []record.ClinicQuestion
	for _, q := range sc.Questions {
		if q.Answer == "" {
			continue
		}
		about := slices.ContainsFunc(q.Topics, func(id string) bool { return slices.Contains(topics, id) })
		if about || sameQuestion(q.Text, question) {
			notes = append(notes, q)
		}
	}
	slices.SortStableFunc(notes, func(a, b record.ClinicQuestion) int { return b.AnsweredAt.Compare(a.AnsweredAt) })
	return notes
}

// Kept is the question for the clinic that is the same as this one; ok is false if none is kept.
func (sc Scene) Kept(question string) (q record.ClinicQuestion, ok bool) {
	i := slices.IndexFunc(sc.Questions, func(q record.ClinicQuestion) bool { return sameQuestion(q.Text, question) })
	if i < 0 {
		return record.ClinicQuestion{}, false
	}
	return sc.Questions[i], true
}

// sameQuestion says whether two questions differ in case, spaces and the marks at their end alone.
func sameQuestion(a, b string) bool { return questionKey(a) == questionKey(b) }

func questionKey(text string) string { return strings.TrimRight(fold(text), " ?.!") }

// tidyText puts what a person wrote into one line, and refuses what is empty, too long or not readable as it stands.
func tidyText(text string, most int) (string, error) {
	text = strings.Join(strings.Fields(text), " ")
	switch {
	case questionKey(text) == "":
		return "", fault.Use("refusal.text_empty", nil)
	case utf8.RuneCountInString(text) > most:
		return "", fault.Use("refusal.text_long", fault.Args{"Most": most})
	case !plain(text):
		return "", fault.Use("refusal.text_hidden", nil)
	}
	return text, nil
}
