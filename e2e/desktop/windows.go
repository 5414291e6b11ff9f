package desktop

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os/exec"
	"strconv"
	"strings"
)

// Windows are the ids of the visible windows with exactly this title.
func (d *Desktop) Windows(ctx context.Context, title string) ([]string, error) {
	out, err := tool(ctx, "xdotool", "search", "--onlyvisible", "--name", "^"+title+"$")
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 && strings.TrimSpace(out) == "" {
		return nil, nil // how xdotool says that there is none
	}
	if err != nil {
		return nil, err
	}
	return strings.Fields(out), nil
}

// AwaitWindow waits until exactly one window with this title is visible.
func (d *Desktop) AwaitWindow(ctx context.Context, title string) (id string, err error) {
	err = Until(ctx, "the window "+title+" is shown", func() error {
		ids, err := d.Windows(ctx, title)
		if err == nil && len(ids) != 1 {
			err = fmt.Errorf("%d windows have this title", len(ids))
		}
		if err != nil {
			return err
		}
		id = ids[0]
		return nil
	})
	return id, err
}

// AwaitNoWindow waits until no window with this title is visible.
func (d *Desktop) AwaitNoWindow(ctx context.Context, title string) error {
	return Until(ctx, "the window "+title+" has gone", func() error {
		ids, err := d.Windows(ctx, title)
		if err == nil && len(ids) > 0 {
			err = fmt.Errorf("%d are shown", len(ids))
		}
		return err
	})
}

// Active is the id of the window that has the focus.
func (d *Desktop) Active(ctx context.Context) (string, error) {
	out, err := tool(ctx, "xdotool", "getactivewindow")
	return strings.TrimSpace(out), err
}

// WindowPID is the id of the process that a window belongs to.
func (d *Desktop) WindowPID(ctx context.Context, id string) (int, error) {
	out, err := tool(ctx, "xdotool", "getwindowpid", id)
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(strings.TrimSpace(out))
}

// Resize gives a window's inside a size in pixels.
func (d *Desktop) Resize(ctx context.Context, id string, width, height int) error {
	_, err := tool(ctx, "xdotool", "windowsize", "--sync", id, strconv.Itoa(width), strconv.Itoa(height))
	return err
}

// Minimise puts a window away into the panel's list.
func (d *Desktop) Minimise(ctx context.Context, id string) error {
	_, err := tool(ctx, "xdotool", "windowminimize", id)
	return err
}

// CloseWindow asks a window to close, as its frame's button does.
func (d *Desktop) CloseWindow(ctx context.Context, id string) error {
	_, err := tool(ctx, "xdotool", "windowactivate", "--sync", id, "key", "--clearmodifiers", "alt+F4")
	return err
}

// Place is where the inside of a window lies on the screen, in pixels.
func (d *Desktop) Place(ctx context.Context, id string) (image.Rectangle, error) {
	out, err := tool(ctx, "xwininfo", "-id", id)
	if err != nil {
		return image.Rectangle{}, err
	}
	number := func(name string) (n int) {
		_, rest, _ := strings.Cut(out, name+":")
		_, scan := fmt.Sscan(rest, &n)
		err = errors.Join(err, scan)
		return n
	}
	at := image.Pt(number("Absolute upper-left X"), number("Absolute upper-left Y"))
	size := image.Pt(number("Width"), number("Height"))
	return image.Rectangle{Min: at, Max: at.Add(size)}, err
}
