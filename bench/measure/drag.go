package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"os/exec"
	"path/filepath"
	"time"

	"afterglow/e2e/desktop"
)

const (
	dragCPU  = 60                    // percent of one core, at most, while the line is dragged without a pause
	dragLate = 30 * time.Millisecond // from pointer to picture, of the median, at most

	dragWide, dragHigh = 960, 680
	mouseEvery         = 8 * time.Millisecond // how often a mouse tells where it is
	stride             = 4                    // pixels from one to the next: 500 a second
	sweeps             = 30                   // to and fro
	// glimpse is how often the screen is looked at.
	glimpse = time.Millisecond
	// below the pointer is the row that is looked at: the pointer itself is as dark as the line.
	below = 100
)

// lineInk is the colour of the timeline's line on paper, and of hello's.
var lineInk = color.NRGBA{R: 0x2B, G: 0x25, B: 0x30, A: 255}

// dragged is what one drag showed.
type dragged struct {
	percent float64 // of one core
	late    []time.Duration
	frames  float64 // a second
}

// drag measures how much the window works while the timeline's line is dragged, and how late the line follows,
// beside a Fyne window in which nothing is drawn but a line that is dragged.
func (b *bench) drag(ctx context.Context) error {
	a, cleanup, err := b.treated(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	hello, err := b.dragIn(ctx, "hello", exec.Command(filepath.Join(b.tools, "hello"), "line"))
	if err != nil {
		return err
	}
	ours, err := b.dragIn(ctx, "Afterglow", b.windowOf(a, "--page", "timeline"))
	if err != nil {
		return err
	}
	b.table.add(row{
		what: "dragging: CPU of one core", goal: fmt.Sprintf("at most %d %%", dragCPU), figure: fmt.Sprintf("%.0f %%", ours.percent),
		against: fmt.Sprintf("hello %.0f %%", hello.percent), ratio: ratio(ours.percent, hello.percent), met: ours.percent <= dragCPU,
	})
	for _, percent := range []int{50, 95} {
		our, its := share(ours.late, percent), share(hello.late, percent)
		b.table.add(row{
			what: fmt.Sprintf("dragging: pointer to picture, p%d", percent), goal: "at most " + ms(dragLate), figure: ms(our),
			against: "hello " + ms(its), ratio: ratio(float64(our), float64(its)), met: our <= dragLate,
		})
	}
	b.table.add(row{what: "dragging: pictures a second", figure: fmt.Sprintf("%.0f", ours.frames), against: fmt.Sprintf("hello %.0f", hello.frames),
		ratio: ratio(ours.frames, hello.frames), info: true})
	return nil
}

// dragIn starts a program, drags its line to and fro, and ends it.
func (b *bench) dragIn(ctx context.Context, title string, cmd *exec.Cmd) (d dragged, err error) {
	limited, cancel := context.WithTimeout(ctx, desktop.Patience)
	defer cancel()
	p, id, err := b.opened(limited, title, cmd)
	if err != nil {
		return d, err
	}
	defer p.Kill()
	if err := b.d.Resize(limited, id, dragWide, dragHigh); err != nil {
		return d, err
	}
	if _, err := b.d.Settled(limited, id, nil); err != nil {
		return d, err
	}
	var line image.Rectangle
	err = desktop.Until(limited, "there is a line to drag", func() error {
		screen, err := b.d.Picture(limited)
		if err != nil {
			return err
		}
		if line = desktop.Patch(screen, lineInk, 8, 1, 200); line.Empty() {
			return errors.New("there is none")
		}
		return nil
	})
	if err != nil {
		return d, err
	}
	from := image.Pt(line.Min.X+1, line.Max.Y-120)
	return b.sweep(ctx, p.PID(), from)
}

// sweep drags the line from where it stands to the right and back, again and again.
func (b *bench) sweep(ctx context.Context, pid int, from image.Point) (d dragged, err error) {
	hand, err := b.d.Hand(ctx)
	if err != nil {
		return d, err
	}
	defer func() { err = errors.Join(err, hand.Drop()) }()
	glass, err := b.d.Glass()
	if err != nil {
		return d, err
	}
	defer glass.Close()
	if err := errors.Join(hand.Move(from), hand.Press()); err != nil {
		return d, err
	}
	defer hand.Release()
	if err := pass(ctx, 200*time.Millisecond); err != nil {
		return d, err
	}
	before, err := readTally(pid)
	if err != nil {
		return d, err
	}
	begun, pictures := time.Now(), 0
	const steps = 75 // a sweep is 300 pixels wide
	for n := range sweeps {
		at, by := from, stride
		if n%2 == 1 {
			at, by = from.Add(image.Pt(steps*stride, 0)), -stride
		}
		track, shown, err := follow(ctx, hand, glass, from.X-2*stride, at, by, steps)
		if err != nil {
			return d, err
		}
		d.late, pictures = append(d.late, delays(track, shown)...), pictures+len(shown)
	}
	took := time.Since(begun)
	after, err := readTally(pid)
	if err != nil {
		return d, err
	}
	d.percent = float64(after.ticks-before.ticks) / took.Seconds() // a tick is a hundredth of a second
	d.frames = float64(pictures) / took.Seconds()
	if len(d.late) < sweeps*steps/2 {
		return d, errors.New("the line does not follow the pointer")
	}
	return d, nil
}

// place is where pointer or line stood, and since when.
type place struct {
	x  int
	at time.Time
}

// follow moves the pointer so many steps and looks where the line is meanwhile.
func follow(ctx context.Context, hand *desktop.Hand, glass *desktop.Glass, left int, at image.Point, by, steps int) (track, shown []place, err error) {
	look := time.NewTicker(glimpse)
	defer look.Stop()
	next := time.Now()
	// The last pictures come after the pointer stands still.
	for end := next.Add(time.Duration(steps+12) * mouseEvery); time.Now().Before(end); {
		if now := time.Now(); !now.Before(next) && len(track) < steps {
			at.X += by
			track = append(track, place{at.X, now})
			if err := hand.Move(at); err != nil {
				return nil, nil, err
			}
			next = next.Add(mouseEvery)
		}
		row, err := glass.Row(at.Y + below)
		if err != nil {
			return nil, nil, err
		}
		if x, found := lineIn(row, left); found && (len(shown) == 0 || shown[len(shown)-1].x != x) {
			shown = append(shown, place{x, time.Now()})
		}
		select {
		case <-look.C:
		case <-ctx.Done():
			return nil, nil, ctx.Err()
		}
	}
	return track, shown, nil
}

// lineIn finds the line, two pixels wide, in a row of the screen.
// Left of there stand words in the same colour.
func lineIn(row []color.NRGBA, left int) (x int, found bool) {
	near := func(a, b uint8) bool { return max(a, b)-min(a, b) <= 40 }
	for x := left; x < len(row); x++ {
		if c := row[x]; near(c.R, lineInk.R) && near(c.G, lineInk.G) && near(c.B, lineInk.B) {
			return x + 1, true
		}
	}
	return 0, false
}

// delays is for each place of the pointer how long it took until a picture showed the line there or farther on.
func delays(track, shown []place) (late []time.Duration) {
	seen := 0 // how many places of the pointer were shown
	for _, s := range shown {
		for i := len(track) - 1; i >= seen; i-- {
			if off := track[i].x - s.x; track[i].at.After(s.at) || off > stride/2 || off < -stride/2 {
				continue
			}
			for ; seen <= i; seen++ {
				late = append(late, s.at.Sub(track[seen].at))
			}
			break
		}
	}
	return late
}
