//go:build e2e

package desktops

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"afterglow/app/tray"
	"afterglow/e2e/desktop"
)

func read(text string, into any) error {
	if err := json.Unmarshal([]byte(text), into); err != nil {
		return fmt.Errorf("read %q: %w", text, err)
	}
	return nil
}

func (v *visit) starts() {
	v.icon = v.d.ShowsIcons(v.ctx)
	var err error
	v.agent, err = v.a.Start()
	v.ok(err)
	if v.icon {
		v.item()
	}
	v.awaitWindow(true)
}

// item waits for the icon in the tray.
func (v *visit) item() desktop.Item {
	v.Helper()
	ctx, cancel := context.WithTimeout(v.ctx, patience())
	defer cancel()
	item, err := v.d.AwaitItem(ctx, v.agent.PID())
	v.ok(err)
	return item
}

func (v *visit) isTheEntrys() {
	v.until("the desktop knows the window as "+id, func() error {
		if name := strings.TrimSpace(v.hand("class")); name != id {
			return fmt.Errorf("it is %q", name)
		}
		return nil
	})
}

// closeWindow ends the window as a person's click on its frame does: it is told to end.
func (v *visit) closeWindow() {
	v.Helper()
	v.ok(desktop.End("afterglow-window"))
	v.awaitWindow(false)
}

func (v *visit) opensByAClick() {
	if !v.icon {
		v.Skip("no tray here")
	}
	v.closeWindow()
	v.item()
	var at image.Point
	v.until("the icon is drawn", func() (err error) {
		at, err = desktop.Icon(v.shot(), tray.Rose())
		return err
	})
	v.opensBy(func() error {
		v.hand("icon", strconv.Itoa(at.X), strconv.Itoa(at.Y))
		return nil
	})
	if v.d.HasHand("class") {
		v.isTheEntrys()
	}
	v.sees("Today, which has no treatment yet", desktop.Primary(), 60, 4)
}

// opensBy clicks until the window opens, as a person does who sees nothing come of a click. Each click is given a moment: one
// beside it may open the window again after it was closed.
func (v *visit) opensBy(click func() error) {
	v.Helper()
	opened := func() error {
		if !v.windowOpen() {
			return errors.New("it has not opened yet")
		}
		return nil
	}
	v.until("the window opens", func() error {
		if opened() == nil {
			return nil
		}
		if err := click(); err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(v.ctx, patience()/20)
		defer cancel()
		return desktop.Until(ctx, "it has opened", opened)
	})
}

// sees waits until the screen has so large a patch of a colour.
func (v *visit) sees(what string, of color.NRGBA, wide, high int) {
	v.Helper()
	v.until("the window shows "+what, func() error {
		const off = 3 // a compositor may mix it by a little
		if desktop.Patch(v.shot(), of, off, wide, high).Empty() {
			return errors.New("it does not yet")
		}
		return nil
	})
}

// followsTheDesktop looks at the middle of the screen, which the window covers.
func (v *visit) followsTheDesktop() {
	looks := func(dark bool) {
		v.Helper()
		v.until(fmt.Sprintf("the window is dark: %v", dark), func() error {
			if light := v.light(); (light < 0.4) != dark {
				return fmt.Errorf("the middle of the screen has a lightness of %.2f", light)
			}
			return nil
		})
	}
	v.hand("dark", "off")
	looks(false)
	v.hand("dark", "on")
	looks(true)
	v.hand("dark", "off")
	looks(false)
}

// light is how light the middle of the screen is, from 0 to 1.
func (v *visit) light() float64 {
	v.Helper()
	picture := v.shot()
	all, n, area := 0.0, 0.0, picture.Bounds()
	for y := area.Dy() * 2 / 5; y < area.Dy()*3/5; y += 3 {
		for x := area.Dx() * 2 / 5; x < area.Dx()*3/5; x += 3 {
			r, g, b, _ := picture.At(area.Min.X+x, area.Min.Y+y).RGBA()
			all, n = all+float64(r+g+b)/(3*0xFFFF), n+1
		}
	}
	return all / n
}

// shot is a picture of the whole screen.
func (v *visit) shot() image.Image {
	v.Helper()
	name := filepath.Join(v.d.Dir(), "shot.png")
	v.hand("shot", name)
	f, err := os.Open(name)
	v.ok(err)
	defer f.Close()
	picture, err := png.Decode(f)
	v.ok(err)
	return picture
}

func (v *visit) outlivesThePanel() {
	if !v.icon {
		v.Skip("no tray here")
	}
	v.closeWindow()
	v.hand("panel") // it ends once the icons are gone
	v.until("the icons are drawn again", func() error {
		if !v.d.ShowsIcons(v.ctx) {
			return errors.New("nobody draws them")
		}
		_, err := desktop.Icon(v.shot(), tray.Rose())
		return err
	})
	v.item()
	if v.windowOpen() {
		v.Error("the window opened by itself")
	}
	v.until("notifications are shown again", func() error { // of Cinnamon and Plasma the panel shows them
		_, err := v.d.Server(v.ctx)
		return err
	})
}

func (v *visit) tellsAnEnd() {
	v.do("treat", "--at", "-23h59m55s", "--area", "face")
	v.told(makeupOver, 1)
}

func (v *visit) heedsQuiet() {
	v.hand("quiet", "on")
	v.until("doctor hears of it", func() error {
		if c := v.doctor()["quiet"]; !strings.HasPrefix(c.Text, "on, ") {
			return fmt.Errorf("it says %q", c.Text)
		}
		return nil
	})
	before := v.count(makeupOver)
	v.do("treat", "--at", "-23h59m58s", "--area", "neck")
	v.until("it is shown as held", func() error {
		var status struct{ Held []struct{ Reason string } }
		if err := v.a.Read(v.ctx, &status, "status"); err != nil {
			return err
		}
		if len(status.Held) == 0 {
			return errors.New("nothing is held")
		}
		v.Logf("held: %s", status.Held[0].Reason)
		return nil
	})
	if n := v.count(makeupOver); n != before {
		v.Errorf("it was told %d times while nothing was to be", n-before)
	}
	v.hand("quiet", "off")
	if v.d.HasHand("silent") {
		v.do("settings", "water", "off") // it is asked again with the next change, after five minutes at most
	}
	v.told(makeupOver, before+1)
}

func (v *visit) isWell() {
	v.until("doctor finds nothing wrong", func() error { // a busy desktop may answer the first question too late
		for name, c := range v.doctor() {
			if !c.OK && (name != "tray" || v.icon) {
				return fmt.Errorf("%s: %s %s", name, c.Text, c.Fix)
			}
			if name == "tray" && !v.icon && (c.OK || c.Fix == "") {
				return fmt.Errorf("without a tray it says %+v", c)
			}
		}
		return nil
	})
}

func (v *visit) tellsARoutine() {
	v.due("cleanse")
	asked, err := v.heard.Await(v.ctx, cleanseDue)
	v.ok(err)
	if !slices.Contains(asked.Actions, "done") || !slices.Contains(asked.Actions, "later") {
		v.Errorf("it came with %q", asked.Actions)
	}
	if !strings.Contains(asked.Body, "Or: afterglow done") && strings.Contains(v.server(), "mako") {
		v.Errorf("where no buttons are drawn the body is %q", asked.Body)
	}
}

func (v *visit) server() string {
	v.Helper()
	name, err := v.d.Server(v.ctx)
	v.ok(err)
	return name
}

func (v *visit) takesAway() {
	closed := v.heard.Closings()
	v.do("done", "cleanse")
	v.until("the notification is taken away", func() error {
		if v.heard.Closings() == closed {
			return errors.New("nobody was asked to")
		}
		return nil
	})
}

// isDoneByAClick answers what isDiscreet had told.
func (v *visit) isDoneByAClick() {
	if !v.d.HasHand("press") {
		v.Skip("not tried here: no hand for it")
	}
	v.until("it is done", func() error {
		err := v.logged("done", "moisturise")
		if err != nil {
			if _, missed := v.d.Hands(v.ctx, "press"); missed != nil {
				return missed
			}
		}
		return err
	})
}

// opensByItsNote clicks on the notification itself, not on a button.
func (v *visit) opensByItsNote() {
	if !v.d.HasHand("open") {
		v.Skip("not tried here: no hand for it")
	}
	if v.windowOpen() {
		v.closeWindow()
	}
	v.opensBy(func() error {
		_, err := v.d.Hands(v.ctx, "open")
		return err
	})
	if v.d.HasHand("class") {
		v.isTheEntrys()
	}
	v.sees("Today, with what has to wait", desktop.NotYet(), 60, 3)
	v.closeWindow() // the next clicks are to meet nothing else
}

// isDiscreet has a routine told with nothing in it that tells of health. What is on show already turns so, too, in the
// desktop's own list as well.
func (v *visit) isDiscreet() {
	v.do("settings", "discreet", "on")
	v.due("moisturise")
	said := 0
	for _, a := range v.heard.Seen() {
		if a.Title != "Reminder" {
			continue
		}
		said++
		if health().MatchString(a.Body + strings.Join(a.Actions, " ")) {
			v.Errorf("it says %q with %q", a.Body, a.Actions)
		}
	}
	if said == 0 || v.count("Moisturise") > 0 {
		v.Errorf("told was in all: %s", v.all())
	}
	if v.d.HasHand("list") {
		if list := v.hand("list"); health().MatchString(list) {
			v.Errorf("the desktop's list has %q", list)
		}
	}
}

// logged says nothing if the log has such an entry, and else what it has.
func (v *visit) logged(kind, what string) error {
	var log []struct{ Kind, What string }
	if err := v.a.Read(v.ctx, &log, "log"); err != nil {
		return err
	}
	for _, e := range log {
		if e.Kind == kind && e.What == what {
			return nil
		}
	}
	return fmt.Errorf("the log has %v", log)
}

// health are words that tell of a treatment.
func health() *regexp.Regexp {
	return regexp.MustCompile(`(?i)cleans|moistur|sunscreen|skin|treatment|makeup|needling|face|neck`)
}

// toldAll looks at all that the desktop's service got.
func (v *visit) toldAll() {
	v.Log(v.all())
	for title, most := range map[string]int{makeupOver: 2, cleanseDue: 1} {
		if n := v.count(title); n > most {
			v.Errorf("%q was told %d times, not %d", title, n, most)
		}
	}
	for _, a := range v.heard.Seen() {
		if n := len([]rune(a.Title)); n > 40 {
			v.Errorf("the title %q has %d letters", a.Title, n)
		}
	}
}

// startsWithTheSession has the desktop's session manager start the entry; where there is none, it is started as GLib does for
// GNOME, Cinnamon, MATE and Xfce.
func (v *visit) startsWithTheSession() {
	v.do("autostart", "on")
	entry := filepath.Join(os.Getenv("HOME"), ".config", "autostart", id+".desktop")
	if out, err := exec.CommandContext(v.ctx, "desktop-file-validate", entry).CombinedOutput(); err != nil {
		v.Errorf("the entry is not right: %v\n%s", err, out)
	}
	v.do("quit")
	v.closed()
	v.Setenv("AFTERGLOW_DATA", v.a.Data)
	if v.d.HasHand("login") {
		v.hand("login")
	} else {
		v.ok(exec.CommandContext(v.ctx, "gio", "launch", entry).Run())
	}
	v.until("the agent runs", func() error {
		if c := v.doctor()["agent"]; !c.OK {
			return errors.New(c.Text)
		}
		return nil
	})
	if v.windowOpen() {
		v.Error("a start with the session opened the window")
	}
}

// closed waits until the agent has ended.
func (v *visit) closed() {
	v.Helper()
	_, err := v.agent.Wait(v.ctx)
	v.ok(err)
}
