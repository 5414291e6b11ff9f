package screens

import (
	"afterglow/app/screens/history"
	"afterglow/app/service"
)

func (s *Shell) historyActions() history.Actions {
	return history.Actions{
		Turn:     func(service.HistoryAsk) { s.Refresh() }, // the page has noted what it asks for
		TakeBack: func(entry int64) { s.undo(entry) },
		PutBack:  func(entry int64) { s.accept(offer{[]int64{entry}, false}) },
		Restore:  func(later []int64) { s.acceptAs(offer{later, true}, "shell.stands_again") },
		Remove:   s.removeTreatment,
		Change:   s.changeFeel,
		Clinic:   s.forClinic,
	}
}

func (s *Shell) historyModel() history.Model {
	if s.state.history == nil {
		return history.Model{}
	}
	return history.Model{History: *s.state.history, Read: true}
}

// historyAsk is the part of the history that is to be read; nil while its page is not on.
func (s *Shell) historyAsk() *service.HistoryAsk {
	if s.page != PageHistory {
		return nil
	}
	ask := s.past.Ask
	return &ask
}
