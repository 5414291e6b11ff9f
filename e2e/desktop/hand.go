package desktop

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os/exec"
)

// Hand moves the pointer many times a second, as a mouse does: one tool that reads its words from a pipe, where each
// [Desktop.Move] would start one anew.
type Hand struct {
	cmd   *exec.Cmd
	words io.WriteCloser
}

// Hand takes the mouse. [Hand.Drop] lets go of it.
func (d *Desktop) Hand(ctx context.Context) (*Hand, error) {
	cmd := exec.CommandContext(ctx, "xdotool", "-")
	words, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return nil, fmt.Errorf("take the mouse: %w", err)
	}
	return &Hand{cmd, words}, nil
}

// Move puts the pointer at a place on the screen.
func (h *Hand) Move(to image.Point) error { return h.do("mousemove %d %d\n", to.X, to.Y) }

// Press holds the left button down, Release lets it up again.
func (h *Hand) Press() error   { return h.do("mousedown 1\n") }
func (h *Hand) Release() error { return h.do("mouseup 1\n") }

func (h *Hand) do(words string, args ...any) error {
	if _, err := fmt.Fprintf(h.words, words, args...); err != nil {
		return fmt.Errorf("move the mouse: %w", err)
	}
	return nil
}

// Drop lets go of the mouse, once it has done all that it was told.
func (h *Hand) Drop() error { return errors.Join(h.words.Close(), h.cmd.Wait()) }
