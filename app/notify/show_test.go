//go:build !windows && !darwin

package notify

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/png"
	"runtime"
	"slices"
	"testing"
	"time"

	"afterglow/app/bus/bustest"
	"afterglow/app/fault"
)

var cleanse = Note{Title: "Gentle cleanse", Body: "Pat dry.", Actions: []Action{{"done", "Done"}, {"later", "Later"}}, Open: "Open"}

func TestANoteArrivesWithItsActionsAndHints(t *testing.T) {
	f := newFake(t, bustest.Start(t), "actions", "body")
	b, fallen := start(t, options)
	id := show(t, b, cleanse)
	got := next(t, f.got)
	if got.ID != id || got.App != "Afterglow" || got.Icon != "app.afterglow.Afterglow" || got.Title != cleanse.Title || got.Body != cleanse.Body || got.Timeout != -1 {
		t.Errorf("got %+v", got)
	}
	if want := []string{"done", "Done", "later", "Later", "default", "Open"}; !slices.Equal(got.Actions, want) {
		t.Errorf("actions %q, want %q", got.Actions, want)
	}
	for hint, want := range map[string]any{"urgency": byte(1), "desktop-entry": "app.afterglow.Afterglow", "suppress-sound": true, "category": "x-afterglow.reminder"} {
		if v, ok := got.Hints[hint]; !ok || v.Value() != want {
			t.Errorf("hint %s is %v, want %v", hint, v, want)
		}
	}
	none(t, fallen)
}

func TestActionsAreLeftOutWhereTheDesktopHasNone(t *testing.T) {
	f := newFake(t, bustest.Start(t), "body")
	b, _ := start(t, options)
	show(t, b, cleanse)
	if got := next(t, f.got); len(got.Actions) != 0 {
		t.Errorf("actions %q", got.Actions)
	}
	if a := b.Abilities(context.Background()); a.Actions || a.Problem != nil || a.Server != "fake 1.0" {
		t.Errorf("abilities %+v", a)
	}
}

func TestTextHoldsNothingThatCouldBeReadAsMarkup(t *testing.T) {
	for _, can := range []string{"body", "body-markup"} {
		t.Run(can, func(t *testing.T) {
			f := newFake(t, bustest.Start(t), can)
			b, _ := start(t, options)
			show(t, b, Note{Title: "A & B", Body: "SPF > 30 & <b>shade</b>"})
			if got := next(t, f.got); got.Body != "SPF › 30 + ‹b›shade‹/b›" || got.Title != "A & B" {
				t.Errorf("got %q / %q", got.Title, got.Body)
			}
		})
	}
}

func TestTextThatDBusCannotCarryIsMadeToFit(t *testing.T) {
	f := newFake(t, bustest.Start(t))
	b, _ := start(t, options)
	show(t, b, Note{Title: "a\x00b\nc", Body: "d\x00\xff\ne\x1b"})
	if got := next(t, f.got); got.Title != "ab c" || got.Body != "d\uFFFD\ne" {
		t.Errorf("got %q / %q", got.Title, got.Body)
	}
}

func TestSoundIsHeldBackUnlessAskedFor(t *testing.T) {
	f := newFake(t, bustest.Start(t), "sound")
	b, _ := start(t, options)
	show(t, b, Note{Title: "x", Sound: true})
	got := next(t, f.got)
	if _, ok := got.Hints["suppress-sound"]; ok || got.Hints["sound-name"].Value() == nil {
		t.Errorf("hints %v", got.Hints)
	}
}

func TestAPictureGoesAlongWhereThereIsNoNamedIcon(t *testing.T) {
	f := newFake(t, bustest.Start(t))
	img := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	img.SetNRGBA(0, 0, color.NRGBA{R: 200, G: 100, B: 50, A: 128})
	var text bytes.Buffer
	if err := png.Encode(&text, img); err != nil {
		t.Fatal(err)
	}
	b, _ := start(t, Options{AppName: "Afterglow", IconPNG: text.Bytes()})
	show(t, b, cleanse)
	data, ok := next(t, f.got).Hints["image-data"].Value().([]any)
	if !ok || len(data) != 7 || data[0] != int32(3) || data[1] != int32(2) {
		t.Fatalf("image-data is %v", data)
	}
	if pix := data[6].([]byte); !slices.Equal(pix[:4], []byte{200, 100, 50, 128}) {
		t.Errorf("the first pixel is %v", pix[:4])
	}
	broken, _ := start(t, Options{IconPNG: []byte("no picture")})
	show(t, broken, cleanse)
	if _, ok := next(t, f.got).Hints["image-data"]; ok {
		t.Error("a broken picture was sent")
	}
}

func TestClosingTakesAwayNotesOfAnEarlierProcessToo(t *testing.T) {
	f := newFake(t, bustest.Start(t))
	f.set(func() { f.last = 40 })
	b, _ := start(t, options)
	if err := b.Close(context.Background(), 7); err != nil {
		t.Fatal(err)
	}
	if id := next(t, f.closed); id != 7 {
		t.Errorf("closed %d", id)
	}
	if err := b.Close(context.Background(), 4711); err != nil {
		t.Errorf("one that has gone already: %v", err)
	}
}

func TestClosingWhereNothingRunsIsNoError(t *testing.T) {
	bustest.Start(t)
	b, _ := start(t, options)
	if err := b.Close(context.Background(), 7); err != nil {
		t.Error(err)
	}
}

func TestAServiceThatHangsCostsThreeSecondsAndItsGhostIsTakenAway(t *testing.T) {
	f := newFake(t, bustest.Start(t))
	f.set(func() { f.hang = make(chan struct{}) })
	b, fallen := start(t, options)
	begun := time.Now()
	_, err := b.Show(context.Background(), cleanse)
	took := time.Since(begun)
	if !errors.Is(err, context.DeadlineExceeded) || faultOf(err) != "notify.silent" {
		t.Errorf("error %v", err)
	}
	if took < callTime || took > callTime+2*time.Second {
		t.Errorf("took %v", took)
	}
	none(t, fallen) // the service is there: a second way would show the note twice
	close(f.hang)
	ghost := next(t, f.got)
	if id := next(t, f.closed); id != ghost.ID {
		t.Errorf("closed %d, want the late %d", id, ghost.ID)
	}
}

func TestAServiceThatNeverAnswersAnythingIsToldAsAProblem(t *testing.T) {
	f := newFake(t, bustest.Start(t))
	f.set(func() { f.mute = make(chan struct{}) })
	defer close(f.mute)
	b, _ := start(t, options)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if a := b.Abilities(ctx); faultOf(a.Problem) != "notify.silent" {
		t.Errorf("abilities %+v", a)
	}
	ctx, cancel = context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if err := b.Close(ctx, 1); err == nil {
		t.Error("Close told nothing")
	}
}

func TestASlowServiceIsWaitedFor(t *testing.T) {
	f := newFake(t, bustest.Start(t))
	f.set(func() { f.hang = make(chan struct{}) })
	b, _ := start(t, options)
	ids := make(chan uint32)
	go func() { id, _ := b.Show(context.Background(), cleanse); ids <- id }()
	f.hang <- struct{}{} // it has arrived, and only now is answered
	if id := next(t, ids); id != next(t, f.got).ID {
		t.Errorf("id %d", id)
	}
}

func TestWithoutAServiceTheOtherWayIsTakenOnceAndDBusTriedAgain(t *testing.T) {
	bus := bustest.Start(t)
	b, fallen := start(t, options)
	if a := b.Abilities(context.Background()); faultOf(a.Problem) != "notify.none" {
		t.Errorf("abilities %+v", a)
	}
	if id := show(t, b, cleanse); id != 0 {
		t.Errorf("id %d", id)
	}
	if n := next(t, fallen); n.Title != cleanse.Title {
		t.Errorf("fell back with %+v", n)
	}
	f := newFake(t, bus, "actions")
	if id := show(t, b, cleanse); id == 0 || id != next(t, f.got).ID {
		t.Errorf("id %d from the service that came late", id)
	}
	none(t, fallen)
}

func TestWithoutAnyWayTheErrorIsAPlainSentence(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null/none")
	b, _ := start(t, options)
	b.plain.send = func(Note, any) error { return errors.New("nothing can show it") }
	_, err := b.Show(context.Background(), cleanse)
	if err == nil || faultOf(err) != "notify.no_bus" {
		t.Errorf("error %v", err)
	}
	if on, _ := b.Quiet(context.Background()); on {
		t.Error("quiet is on")
	}
}

func TestABusThatIsRestartedIsFoundAgain(t *testing.T) {
	bus := bustest.Start(t)
	f := newFake(t, bus)
	b, _ := start(t, options)
	id := show(t, b, cleanse)
	next(t, f.got)
	bus.Stop()
	if e := next(t, b.Events()); e != (Event{ID: id, Key: "closed", Why: "gone"}) {
		t.Errorf("got %+v", e)
	}
	bus.Run()
	f = newFake(t, bus)
	show(t, b, cleanse)
	next(t, f.got)
}

func TestStopEndsEverythingAndMayBeCalledAgain(t *testing.T) {
	bus := bustest.Start(t)
	f := newFake(t, bus)
	before := runtime.NumGoroutine()
	b := newDesktop(context.Background(), options)
	show(t, b, cleanse)
	next(t, f.got)
	b.Stop()
	b.Stop()
	if _, open := <-b.Events(); open {
		t.Error("Events is still open")
	}
	if _, err := b.Show(context.Background(), cleanse); err == nil {
		t.Error("a stopped one shows")
	}
	for end := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before; runtime.Gosched() {
		if time.Now().After(end) {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
	}
}

func TestTheEndOfItsContextStopsANotifier(t *testing.T) {
	bustest.Start(t)
	ctx, cancel := context.WithCancel(context.Background())
	b := newDesktop(ctx, options)
	cancel()
	if _, open := <-b.Events(); open {
		t.Error("Events is still open")
	}
}

func TestTextCannotReachAShellOrBecomeAnOption(t *testing.T) {
	if n := tame(Note{Title: "--icon=/etc/passwd", Body: "-x"}, "linux"); n.Title != "–-icon=/etc/passwd" || n.Body != "–x" {
		t.Errorf("linux: %q / %q", n.Title, n.Body)
	}
	if n := tame(Note{Title: "a\u200bb", Body: "c\u0007\nd"}, "darwin"); n.Title != "a b" || n.Body != "c\nd" {
		t.Errorf("darwin: %q / %q", n.Title, n.Body)
	}
}

// faultOf is the message that tells what is wrong.
func faultOf(err error) string {
	var f *fault.Fault
	if !errors.As(err, &f) {
		return ""
	}
	return f.ID
}

func TestWhereNobodyDrawsTheButtonsTheBodySaysHow(t *testing.T) {
	for name, c := range map[string]struct {
		server string
		can    []string
		want   string
	}{
		"buttons":             {"dunst", []string{"actions"}, cleanse.Body},
		"no buttons":          {"plain", nil, cleanse.Body + "\nOr: afterglow done"},
		"taken but not drawn": {"mako", []string{"actions"}, cleanse.Body + "\nOr: afterglow done"},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t, bustest.Start(t), c.can...)
			f.set(func() { f.name = c.server })
			b, _ := start(t, options)
			n := cleanse
			n.Instead = "Or: afterglow done"
			show(t, b, n)
			if got := next(t, f.got); got.Body != c.want {
				t.Errorf("the body is %q, want %q", got.Body, c.want)
			}
		})
	}
}

func TestOneThatIsOnShowIsReplacedAndOneThatHasGoneIsNotShownAgain(t *testing.T) {
	f := newFake(t, bustest.Start(t), "actions")
	b, _ := start(t, options)
	first := show(t, b, cleanse)
	next(t, f.got)
	other := cleanse
	other.Title, other.Replaces = "Reminder", first
	if again := show(t, b, other); again != first {
		t.Errorf("it has the number %d, not %d", again, first)
	}
	if got := next(t, f.got); got.Replaces != first || got.Title != "Reminder" {
		t.Errorf("asked for: %+v", got)
	}
	f.emit("NotificationClosed", first, uint32(2))
	next(t, b.Events())
	if id := show(t, b, other); id != 0 {
		t.Errorf("one that has gone came again as %d", id)
	}
	none(t, f.got)
}
