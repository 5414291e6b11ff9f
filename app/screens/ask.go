package screens

import (
	"context"
	"runtime"
	"time"

	"afterglow/app/phrase"
	"afterglow/app/screens/askbox"
	"afterglow/app/screens/products"
	"afterglow/app/screens/sheets"
	"afterglow/app/screens/timeline"
	"afterglow/app/screens/today"
	lay "afterglow/app/timeline"
)

// openAsk turns to Today and puts the keyboard into its box.
func (s *Shell) openAsk() {
	s.clear()
	s.unmark()
	s.page = PageToday
	s.whenRead(func() {
		s.markRail()
		s.draw()
		if b := s.box(); b != nil {
			b.Focus()
		}
	})
}

// box is Today's box to ask in; nil if Today was not shown yet.
func (s *Shell) box() *askbox.Box {
	p, ok := s.views[PageToday].page.(*today.Page)
	if !ok {
		return nil
	}
	return p.Box()
}

// asking is the box if the person asks in it now, nil if they do not.
func (s *Shell) asking() *askbox.Box {
	b := s.box()
	if b == nil || s.page != PageToday || s.cover() != nil || s.trouble != nil {
		return nil
	}
	if open, _ := b.Asking(); !open {
		return nil
	}
	return b
}

// ask turns to the box, but while a file is being chosen.
func (s *Shell) ask() {
	if s.layers[chooser] == nil {
		s.Show(PageAsk)
	}
}

// letter is one that was typed where nothing is written: a stroke asks.
func (s *Shell) letter(r rune) {
	switch r {
	case '/':
		s.ask()
	case '?':
		s.showKeys()
	}
}

// showKeys tells what the keyboard does, unless something lies over the window.
func (s *Shell) showKeys() {
	if _, open := s.over(); !open {
		s.openPanel(sheets.Keys(s.k.V.T("sheet.command_"+commandKey(runtime.GOOS)), len(inRail())))
	}
}

// commandKey is the key that goes with the shortcuts on a system.
func commandKey(system string) string {
	if system == "darwin" {
		return "cmd"
	}
	return "ctrl"
}

func (s *Shell) askActions() askbox.Actions {
	return askbox.Actions{
		Remember: s.remember,
		Forget: func() {
			s.act(func(ctx context.Context, c Service) (told, []int64, error) {
				return s.words("askbox.forgotten"), nil, c.ClearAsked(ctx)
			})
		},
		Begin:   s.begin,
		Says:    s.saysAll,
		Calls:   func() { s.Show(PageCalls) },
		Tell:    s.tellMeWhen,
		Phone:   s.wishToPhone,
		Lane:    s.lane,
		HasLane: func(id string) bool { return lay.Has(s.state.scene.Courses, id) },
		Keep:    s.keepForClinic,
		Told:    s.writeTold,
		Kept:    func() { s.Show(PageQuestions) },
		Check:   s.checkList,
		Heard:   s.aloud.say,
		After: func(d time.Duration, f func()) func() {
			if s.opts.Tick == nil {
				return func() {}
			}
			return s.opts.Tick(d, f)
		},
	}
}

// askModel is what the box shows, of what was read last.
func (s *Shell) askModel() askbox.Model {
	m := askbox.Model{Scene: s.state.scene, Asked: s.state.asked}
	if len(s.state.scene.Courses) == 0 {
		m.Unread = s.state.status.Unread
	}
	return m
}

// remember notes that a question was asked. Nothing is said of it.
func (s *Shell) remember(text string) {
	s.act(func(ctx context.Context, c Service) (told, []int64, error) {
		return nil, nil, c.RememberAsked(ctx, text)
	})
}

// tellMeWhen asks for a notification when the wait for these windows is over.
func (s *Shell) tellMeWhen(name string, windows []string) {
	s.act(func(ctx context.Context, c Service) (told, []int64, error) {
		e, at, err := c.TellMeWhen(ctx, name, windows)
		if err != nil {
			return nil, nil, err
		}
		return func() string {
			if at.IsZero() {
				return phrase.Stop(s.k.V.T("askbox.telling_calm"))
			}
			return phrase.Stop(s.k.V.T("askbox.telling", phrase.Args{"At": at}))
		}, []int64{e.ID}, nil
	})
}

// keepForClinic puts a question on the list for the clinic.
func (s *Shell) keepForClinic(question string) {
	s.act(func(ctx context.Context, c Service) (told, []int64, error) {
		q, e, err := c.AddQuestion(ctx, question)
		if err != nil {
			return nil, nil, err
		}
		return s.words("askbox.kept_now", phrase.Args{"Question": q.Text}), []int64{e.ID}, nil
	})
}

// checkList holds a list of ingredients against the plan, on the page for that.
func (s *Shell) checkList(list string) {
	s.Show(PageProducts)
	if p, ok := s.views[PageProducts].page.(*products.Page); ok {
		p.Take(list)
	}
}

// saysAll answers "says who?" of each part of an answer.
func (s *Shell) saysAll(title string, parts []askbox.Said) {
	all := make([]sheets.Said, len(parts))
	for i, p := range parts {
		all[i] = sheets.Said(p)
	}
	s.saysEach(title, all)
}

// saysEach answers "says who?" of each of several pieces of advice.
func (s *Shell) saysEach(title string, parts []sheets.Said) {
	s.openPanel(sheets.Sources(title, parts))
}

// unmark takes back what lane did: the page is turned.
func (s *Shell) unmark() {
	if p, ok := s.views[PageTimeline].page.(*timeline.Page); ok {
		p.Mark("")
	}
}

// lane turns to the timeline with one of its rows marked.
func (s *Shell) lane(id string) {
	s.Show(PageTimeline)
	if p, ok := s.views[PageTimeline].page.(*timeline.Page); ok {
		p.Mark(id)
	}
}
