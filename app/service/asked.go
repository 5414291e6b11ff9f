package service

import (
	"context"
	"time"

	"afterglow/app/record"
)

// Asked is what was asked before, in the person's zone, the newest first. In discreet mode it is nothing.
func (s *Service) Asked(ctx context.Context) ([]record.Asked, error) {
	if discreet, err := s.discreet(ctx); err != nil || discreet {
		return nil, err
	}
	all, err := s.journal.Asked(ctx)
	for i := range all {
		all[i].At = local(all[i].At, s.Zone())
	}
	return all, err
}

// RememberAsked notes that a question was asked. In discreet mode it is not noted, nor is what is no question in
// one line: empty, longer than a question for the clinic may be, or with letters that nobody sees.
func (s *Service) RememberAsked(ctx context.Context, question string) error {
	text, err := tidyText(question, LongestQuestion)
	if err != nil {
		return nil // it was answered all the same; there is only nothing worth to ask again
	}
	if discreet, err := s.discreet(ctx); err != nil || discreet {
		return err
	}
	if s.justAsked(ctx, text) {
		return nil // to write it down again would cost more than the answer
	}
	if err := s.journal.RememberAsked(ctx, questionKey(text), record.Asked{Text: text, At: s.Now()}); err != nil {
		return err
	}
	s.ring()
	return nil
}

// askedAgain is for how long a question that is asked once more, with none between, is the same asking.
const askedAgain = time.Hour

// justAsked says whether a question is the one that was asked last, a while ago at most.
func (s *Service) justAsked(ctx context.Context, text string) bool {
	all, err := s.journal.Asked(ctx)
	if err != nil || len(all) == 0 {
		return false
	}
	since := s.Now().Sub(all[0].At)
	return questionKey(all[0].Text) == questionKey(text) && since >= 0 && since < askedAgain
}

// ClearAsked forgets all that was asked before, for good.
func (s *Service) ClearAsked(ctx context.Context) error {
	if err := s.journal.ClearAsked(ctx); err != nil {
		return err
	}
	s.ring()
	return nil
}

// discreet says whether the person wants nothing of their treatment shown.
func (s *Service) discreet(ctx context.Context) (bool, error) {
	p, err := s.Prefs(ctx)
	return p.Discreet, err
}
