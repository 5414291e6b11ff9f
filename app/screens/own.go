package screens

import (
	"context"

	"afterglow/app/phrase"
	"afterglow/app/screens/sheets"
	"afterglow/app/service"
)

// openOwn lets the person write what their clinic told them of a thing; "" for one that they name themselves.
func (s *Shell) openOwn(thing string) {
	s.openPanel(&sheets.Own{What: thing, All: s.state.scene.Owns(), Save: s.saveOwn, Back: s.takeOwnBack})
}

// writeTold lets the person write down what they asked with: what their clinic told them of a thing, and how long.
func (s *Shell) writeTold(thing, when string) {
	s.openPanel(&sheets.Own{What: thing, When: when, All: s.state.scene.Owns(), Save: s.saveOwn, Back: s.takeOwnBack})
}

// saveOwn writes it down. What is refused is answered where it was typed.
func (s *Shell) saveOwn(n service.NewOwn, answer func(error)) {
	c := s.service
	s.opts.Background(func() {
		e, err := c.Own(context.Background(), n)
		said := "own.saved"
		if err == nil && c.Milder(context.Background(), e.ID) {
			said = "own.saved_milder"
		}
		s.of(c, func() {
			if err != nil {
				answer(err)
				return
			}
			s.afterwards(func() {
				answer(nil)
				s.say(s.k.V.T(said, phrase.Args{"Name": phrase.Capital(e.What)}), e.ID)
			})
		})
	})
}

// takeOwnBack has the plan hold again.
func (s *Shell) takeOwnBack(o service.OwnView) {
	s.act(func(ctx context.Context, c Service) (told, []int64, error) {
		if err := c.TakeBack(ctx, o.Entry); err != nil {
			return nil, nil, err
		}
		return s.words("own.taken", phrase.Args{"Name": o.Name}), nil, nil
	})
}
