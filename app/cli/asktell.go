package cli

import (
	"context"

	"afterglow/app/cli/shape"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// tellMe has a notification come when what was asked about need not wait any more.
func (r *run) tellMe(ctx context.Context, s *service.Service, a service.AskView) (*shape.Wish, error) {
	name := r.voice().AskName(a.Reply)
	e, at, err := s.TellMeWhen(ctx, name, a.Waits())
	if err != nil {
		return nil, err
	}
	wish := shape.OfWish(e, at)
	return &wish, nil
}

// printWish says when it comes, and how it is taken back.
func (r *run) printWish(wish *shape.Wish) {
	switch {
	case wish == nil:
	case wish.At == nil:
		r.put("asktell.calm", phrase.Args{"Command": r.command("undo")})
	default:
		r.put("asktell.at", phrase.Args{"At": r.voice().MomentIn(*wish.At), "Command": r.command("undo")})
	}
}
