//go:build !windows && !darwin

package tray

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"afterglow/app/bus"
	"afterglow/app/bus/bustest"

	"github.com/godbus/dbus/v5"
)

var busy = Model{Shape: ShapeDue, Share: 0.4, Status: "Day 2 · makeup opens 18:00", Tip: "Day 2 · next, 14:30: moisturise",
	Done: "Done: moisturise", Water: "A glass of water (3 of 8)",
	Later: Choices{{"15m", "In 15 minutes"}, {"1h", "In 1 hour"}, {"tonight", "Tonight"}}, Pause: Choices{{"1h", "For 1 hour"}, {"tomorrow", "Until tomorrow"}}}

func TestTheMenuSaysWhatTheModelSays(t *testing.T) {
	p := newPanel(t, bustest.Start(t), true)
	c := startChild(t)
	c.expect("ready")
	i := p.icon()

	if got, want := labels(i.menu()), []string{"Afterglow", "--", "Ask...", "Open Afterglow", "Quit Afterglow"}; !slices.Equal(got, want) {
		t.Errorf("with nothing to look after: %q, want %q", got, want)
	}
	c.update(busy)
	lines := i.menu()
	want := []string{"Day 2 · makeup opens 18:00", "Done: moisturise",
		"Remind me later", "Remind me later > In 15 minutes", "Remind me later > In 1 hour", "Remind me later > Tonight",
		"A glass of water (3 of 8)", "Pause reminders", "Pause reminders > For 1 hour", "Pause reminders > Until tomorrow",
		"--", "Ask...", "Open Afterglow", "Quit Afterglow"}
	if got := labels(lines); !slices.Equal(got, want) {
		t.Errorf("busy: %q, want %q", got, want)
	}
	if lines[0].enabled || !lines[1].enabled {
		t.Error("the status line should be the disabled one")
	}
	c.update(Model{Shape: ShapePaused, Status: "Day_2", Resume: "Paused until 15:00: resume now"})
	want = []string{"Day__2", "Paused until 15:00: resume now", "--", "Ask...", "Open Afterglow", "Quit Afterglow"}
	if got := labels(i.menu()); !slices.Equal(got, want) {
		t.Errorf("paused: %q, want %q", got, want)
	}
	if top := 8; len(want) > top+1 {
		t.Errorf("more than %d items", top)
	}
}

func TestEveryClickReachesItsAction(t *testing.T) {
	p := newPanel(t, bustest.Start(t), true)
	c := startChild(t)
	c.update(busy) // before or after it is ready
	c.expect("ready")
	i := p.icon()
	for label, want := range map[string]string{
		"Done: moisturise": "done", "A glass of water (3 of 8)": "water", "Ask...": "ask", "Open Afterglow": "open", "Quit Afterglow": "quit",
		"Remind me later > In 15 minutes": "later 15m", "Remind me later > In 1 hour": "later 1h", "Remind me later > Tonight": "later tonight",
		"Pause reminders > For 1 hour": "pause 1h", "Pause reminders > Until tomorrow": "pause tomorrow",
	} {
		i.click(label)
		c.expect(want)
	}
	if err := i.conn.Object(i.name, "/StatusNotifierItem/menu").Call("com.canonical.dbusmenu.Event", 0, int32(999), "clicked", dbus.MakeVariant(""), uint32(0)).Err; err == nil {
		t.Error("a click on a line that is not there was taken")
	}
	c.update(Model{Shape: ShapePaused, Resume: "Resume now"})
	i.click("Resume now")
	c.expect("resume")
	if err := i.conn.Object(i.name, "/StatusNotifierItem").Call("org.kde.StatusNotifierItem.Activate", 0, int32(0), int32(0)).Err; err != nil {
		t.Fatal(err)
	}
	c.expect("open")
}

func TestIconTooltipAndNameAreAsThePanelNeedsThem(t *testing.T) {
	p := newPanel(t, bustest.Start(t), true)
	c := startChild(t)
	c.expect("ready")
	i := p.icon()
	if id, title := i.get("Id"), i.get("Title"); id != "afterglow" || title != "afterglow" {
		t.Errorf("id %v, title %v", id, title)
	}
	if i.get("ItemIsMenu") != false {
		t.Error("a left click would open the menu")
	}
	before := fmt.Sprint(i.get("IconPixmap"))
	c.update(busy)
	c.update(busy)
	pixels := i.get("IconPixmap").([][]any)
	if len(pixels) != len(panelSizes) {
		t.Fatalf("%d pictures, want one in each of %v", len(pixels), panelSizes)
	}
	for n, size := range panelSizes {
		if pixels[n][0] != int32(size) || pixels[n][1] != int32(size) {
			t.Errorf("picture %d is of %v × %v, want %d", n, pixels[n][0], pixels[n][1], size)
		}
		sent := pixels[n][2].([]byte)
		for at, want := range pixelsOf(busy, size) { // also where the ink is half transparent
			if got := sent[4*at : 4*at+4]; !slices.Equal(got, want[:]) {
				t.Fatalf("pixel %d of %d is %v, want %v (alpha, red, green, blue)", at, size, got, want)
			}
		}
	}
	if fmt.Sprint(pixels) == before {
		t.Error("the icon did not change with the state")
	}
	if tip := fmt.Sprint(i.get("ToolTip")); !strings.Contains(tip, busy.Tip) {
		t.Errorf("tooltip %s", tip)
	}
}

// pixelsOf is what a panel should get of a model's icon: plain colours, alpha first.
func pixelsOf(m Model, size int) (all [][4]byte) {
	img := Draw(Icon{Shape: m.Shape, Share: step(m.Share), Size: size, Ink: Rose()})
	for p := img.Pix; len(p) > 0; p = p[4:] {
		all = append(all, [4]byte{p[3], p[0], p[1], p[2]})
	}
	return all
}

func TestWhatIsTheSameAlreadyIsNotSentAgain(t *testing.T) {
	p := newPanel(t, bustest.Start(t), true)
	c := startChild(t)
	c.expect("ready")
	i := p.icon()
	c.update(busy)
	signals := make(chan *dbus.Signal, 256)
	p.conn.Signal(signals)
	if err := p.conn.AddMatchSignal(dbus.WithMatchSender(i.name)); err != nil {
		t.Fatal(err)
	}
	count := func() (n int) {
		i.get("Id") // after its answer all earlier signals have come
		for {
			select {
			case s := <-signals:
				if strings.HasPrefix(s.Name, "org.kde.") || strings.HasPrefix(s.Name, "com.canonical.") {
					n++
				}
			default:
				return n
			}
		}
	}
	count()
	same := busy
	same.Share += 0.001 // nobody could see it
	for range 20 {
		c.update(same)
	}
	if n := count(); n != 0 {
		t.Errorf("%d signals for no change", n)
	}
	other := busy
	other.Water = "A glass of water (4 of 8)"
	c.update(other)
	if n := count(); n == 0 || n > 2 {
		t.Errorf("%d signals for one changed line", n)
	}
}

func TestTheIconComesBackWithThePanel(t *testing.T) {
	session := bustest.Start(t)
	p := newPanel(t, session, true)
	c := startChild(t)
	c.update(busy)
	c.expect("host true")
	p.icon()
	for range 3 {
		_ = p.conn.Close()
		p = newPanel(t, session, true)
		i := p.icon()
		if got := labels(i.menu()); got[0] != busy.Status {
			t.Errorf("back with the menu %q", got)
		}
	}
	_ = p.conn.Close() // and this one stays away
	c.expect("host false")
	p = newPanel(t, session, true)
	c.expect("host true")
	p.icon()
}

func TestARegistrationThatGotLostIsMadeUpForOnce(t *testing.T) {
	session := bustest.Start(t)
	p := newPanel(t, session, true)
	p.mu.Lock()
	p.misses = 1
	p.mu.Unlock()
	c := startChild(t)
	c.expect("ready")
	i := p.icon()
	if want := fmt.Sprintf("org.kde.StatusNotifierItem-%d-1", c.cmd.Process.Pid); i.name != want {
		t.Errorf("registered as %s, want %s", i.name, want)
	}
	if got := labels(i.menu()); got[0] != "Afterglow" {
		t.Errorf("its menu is %q", got)
	}
	// The panel's list has it now: looking again adds no second icon.
	conn := session.Connect()
	mendItem(t.Context(), conn, i.name)
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.known) != 1 {
		t.Errorf("%d icons: %q", len(p.known), p.known)
	}
}

func TestAnIconThatIsThereIsNotRegisteredTwice(t *testing.T) {
	session := bustest.Start(t)
	p := newPanel(t, session, true)
	c := startChild(t)
	c.expect("ready")
	i := p.icon() // registered by its connection's own name
	mendItem(t.Context(), session.Connect(), fmt.Sprintf("org.kde.StatusNotifierItem-%d-1", c.cmd.Process.Pid))
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.known) != 1 || !strings.HasPrefix(i.name, ":") {
		t.Errorf("%d icons: %q", len(p.known), p.known)
	}
}

func TestATrayThatComesLateIsFoundAndItsAbsenceTold(t *testing.T) {
	session := bustest.Start(t)
	if present(t.Context(), session.Connect()) {
		t.Error("a host where none is")
	}
	c := startChild(t)
	c.expect("host false")
	p := newPanel(t, session, false) // a watcher, and nobody yet to draw
	p.icon()
	if present(t.Context(), session.Connect()) {
		t.Error("a watcher alone counts as a host")
	}
	p.mu.Lock()
	p.host = true
	p.mu.Unlock()
	if err := p.conn.Emit(bus.PanelPath, bus.PanelName+".StatusNotifierHostRegistered"); err != nil {
		t.Fatal(err)
	}
	c.expect("host true")
	if !present(t.Context(), session.Connect()) {
		t.Error("no host where one is")
	}
}

func TestWithoutABusThereIsNoTrayAndNoCrash(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null/none")
	c := startChild(t)
	c.expect("host false")
	c.update(busy)
	c.quit()
	c.expect("ended")
}

func TestTheIconGoesWithItsProcess(t *testing.T) {
	session := bustest.Start(t)
	p := newPanel(t, session, true)
	c := startChild(t)
	c.expect("ready")
	i := p.icon()
	gone := make(chan *dbus.Signal, 8)
	p.conn.Signal(gone)
	if err := p.conn.AddMatchSignal(dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, i.name)); err != nil {
		t.Fatal(err)
	}
	c.quit()
	c.expect("ended")
	for s := range gone {
		if s.Name == "org.freedesktop.DBus.NameOwnerChanged" && s.Body[0] == i.name && s.Body[2] == "" {
			break
		}
	}
	if err := c.cmd.Wait(); err != nil {
		t.Errorf("the process ended with %v", err)
	}
}

func TestTheIconComesBackWithTheBus(t *testing.T) {
	session := bustest.Start(t)
	newPanel(t, session, true)
	c := startChild(t)
	c.expect("host true")
	for range 2 {
		session.Stop()
		c.expect("host false")
		session.Run()
		p := newPanel(t, session, true)
		c.expect("host true")
		c.update(busy)
		if got := labels(p.icon().menu()); !slices.Contains(got, "Done: moisturise") {
			t.Errorf("the menu is %q", got)
		}
	}
	c.quit()
	c.expect("ended")
}

func TestABusThatDiesIsToldAndDoesNotEndTheProgram(t *testing.T) {
	session := bustest.Start(t)
	newPanel(t, session, true)
	c := startChild(t)
	c.expect("host true")
	c.update(Model{Shape: ShapeCourse, Status: "Day 1"})
	session.Stop()
	c.expect("host false")
	c.update(busy) // another face, for a panel that is not there
	c.update(Model{Shape: ShapePaused, Status: "Day 2"})
	c.quit()
	c.expect("ended")
}
