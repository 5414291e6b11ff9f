//go:build e2e

package e2e

import (
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"afterglow/e2e/desktop"
)

// onScreen is set for the run of a test on a desktop of a size of its own.
const onScreen = "AFTERGLOW_ON_SCREEN"

func TestAllThatIsNeededIsReachedOnAnyScreen(t *testing.T) {
	for _, c := range []struct{ name, size, scale string }{
		{"a small laptop", "1024x600", "1"},
		{"a laptop at 125 percent", "1366x768", "1.25"},
		{"the smallest", "800x480", "1"},
		{"everything twice as large", "1920x1080", "2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), "../scripts/desktop.sh", os.Args[0], "-test.run", "^TestOnThisScreen", "-test.v")
			cmd.Env = append(slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "AFTERGLOW_DESKTOP=") }),
				"DESKTOP_SIZE="+c.size, "FYNE_SCALE="+c.scale, onScreen+"="+c.scale)
			out, err := cmd.CombinedOutput()
			if err != nil || !strings.Contains(string(out), "--- PASS: TestOnThisScreenAPlanFileIsUsed") {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// beginOnScreen is begin on the desktop that was made for its size.
func beginOnScreen(t *testing.T) *scene {
	t.Helper()
	if os.Getenv(onScreen) == "" {
		t.Skip("this is run on screens of other sizes")
	}
	s := begin(t)
	s.do("settings", "theme", "light")
	return s
}

// whole ends the test if a part of the window lies outside of the screen or behind the panel.
func (s *scene) whole(id string) {
	s.Helper()
	screen, err := s.d.Picture(s.ctx)
	s.ok(err)
	window, err := s.d.Place(s.ctx, id)
	s.ok(err)
	const panel = 34 // at the foot of the screen
	room := screen.Bounds()
	room.Max.Y -= panel
	if !window.In(room) {
		s.Fatalf("the window lies at %v, the screen has room in %v", window, room)
	}
}

// enter goes from the first page through the steps, as they stand: "Just now", the starter plan.
func (s *scene) enter(id string) {
	s.Helper()
	var page image.Image
	var err error
	for range 4 {
		page, err = s.d.Lead(s.ctx, id, page)
		s.ok(err)
	}
	// The question about fluids wants an answer first: the keyboard stands on its first choice.
	s.ok(s.d.Key(s.ctx, "space"))
	page, err = s.d.Settled(s.ctx, id, page)
	s.ok(err)
	_, err = s.d.Lead(s.ctx, id, page)
	s.ok(err)
}

func TestOnThisScreenATreatmentIsEntered(t *testing.T) {
	s := beginOnScreen(t)
	s.start()
	id := s.window()
	s.whole(id)
	s.enter(id)
	s.planOfTheTreatment("essentials")
}

func TestOnThisScreenTodaysTaskIsDone(t *testing.T) {
	s := beginOnScreen(t)
	s.cleanseDue()
	s.start()
	id := s.window()
	s.whole(id)
	_, err := s.d.Lead(s.ctx, id, nil)
	s.ok(err)
	s.until("the cleanse is done", func() error {
		if done := s.logged("done", "cleanse"); len(done) != 1 {
			return fmt.Errorf("the log is %+v", s.log())
		}
		return nil
	})
}

func TestOnThisScreenTheClinicPageOpens(t *testing.T) {
	s := beginOnScreen(t)
	s.cleanseDue()
	s.start()
	id := s.window()
	page, err := s.d.Settled(s.ctx, id, nil, desktop.HasButton)
	s.ok(err)
	// The one thing in red at the left is the way there: its edge, which is smoothed.
	rail := page.Bounds()
	rail.Max.X /= 5
	red := color.NRGBA{R: 0xA3, G: 0x26, B: 0x2A, A: 0xFF}
	edge := desktop.Patch(desktop.Crop(page, rail), red, 64, 30, 1)
	if edge.Empty() {
		t.Fatal("nothing in red can be seen at the left")
	}
	s.ok(s.d.ClickIn(s.ctx, id, image.Pt(edge.Max.X, edge.Max.Y+12)))
	s.ok(s.d.Move(s.ctx, image.Pt(2, 2)))
	after, err := s.d.Settled(s.ctx, id, page)
	s.ok(err)
	if err := desktop.HasButton(after); err == nil {
		t.Error("Today is still on show")
	}
}

func TestOnThisScreenAPlanFileIsUsed(t *testing.T) {
	s := beginOnScreen(t)
	s.do("treat", "--at", "-2h", "--plan", "essentials")
	s.openPlan(s.clinicPlan())
	id := s.window()
	s.whole(id)
	_, err := s.d.Lead(s.ctx, id, nil)
	s.ok(err)
	s.planOfTheTreatment("rose-street")
}
