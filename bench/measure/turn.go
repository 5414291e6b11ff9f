package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"os/exec"
	"time"

	"afterglow/e2e/desktop"
)

// Turning to another page, from the click in the rail until the page is on the screen: page and mark in the rail come
// with the same picture.
const (
	turnGoal = 60 * time.Millisecond
	turnRest = 250 * time.Millisecond // between two clicks
	turnStep = 44                     // from a line of the rail to the next, in pixels
	turnMark = 222                    // the mark of the page on show has less green than that, the rail more
	turnSide = 150                    // the mark is looked for so far at the right of the pointer, which covers what is under it
)

// turn measures how long the window takes to show another page.
func (b *bench) turn(ctx context.Context) error {
	a, cleanup, err := b.treated(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	took, err := b.turnIn(ctx, b.windowOf(a))
	if err != nil {
		return err
	}
	for _, percent := range []int{50, 95} {
		figure := share(took, percent)
		b.table.add(row{what: fmt.Sprintf("another page: click to picture, p%d", percent), goal: "at most " + ms(turnGoal), figure: ms(figure), met: figure <= turnGoal})
	}
	return nil
}

// turnIn starts the window, turns its pages in their order again and again, and ends it.
func (b *bench) turnIn(ctx context.Context, cmd *exec.Cmd) (took []time.Duration, err error) {
	limited, cancel := context.WithTimeout(ctx, desktop.Patience)
	defer cancel()
	p, id, err := b.opened(limited, "Afterglow", cmd)
	if err != nil {
		return nil, err
	}
	defer p.Kill()
	var mark image.Rectangle // of the page on show, in the rail
	_, err = b.d.Settled(limited, id, nil, func(inside image.Image) error {
		if mark = desktop.Patch(inside, color.NRGBA{R: 0xF6, G: 0xD9, B: 0xD6, A: 0xFF}, 2, 100, 4); mark.Empty() {
			return errors.New("the rail marks no page")
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	place, err := b.d.Place(limited, id)
	if err != nil {
		return nil, err
	}
	first := place.Min.Add(image.Pt(mark.Min.X+2, mark.Max.Y+14))
	hand, err := b.d.Hand(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, hand.Drop()) }()
	glass, err := b.d.Glass()
	if err != nil {
		return nil, err
	}
	defer glass.Close()
	for range b.times {
		for _, line := range []int{1, 2, 3, 4, 5, 0} {
			one, err := turnTo(ctx, hand, glass, first.Add(image.Pt(0, line*turnStep)))
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", line, err)
			}
			took = append(took, one)
		}
	}
	return took, nil
}

// turnTo clicks a line of the rail and waits until it has the mark.
func turnTo(ctx context.Context, hand *desktop.Hand, glass *desktop.Glass, at image.Point) (time.Duration, error) {
	if err := hand.Move(at); err != nil {
		return 0, err
	}
	if err := pass(ctx, turnRest); err != nil {
		return 0, err
	}
	if err := hand.Press(); err != nil {
		return 0, err
	}
	begun := time.Now()
	if err := hand.Release(); err != nil {
		return 0, err
	}
	for time.Since(begun) < desktop.Patience {
		row, err := glass.Row(at.Y)
		if err != nil {
			return 0, err
		}
		if row[at.X+turnSide].G < turnMark {
			return time.Since(begun), nil
		}
		if err := pass(ctx, glimpse); err != nil {
			return 0, err
		}
	}
	return 0, errors.New("the page does not come")
}
