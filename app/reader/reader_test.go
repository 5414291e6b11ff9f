//go:build !windows && !darwin

package reader

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus/bustest"
)

// window is one with a button, a field and a scale.
func window(change func(button, field, scale *Node)) Node {
	button := Node{ID: "done", Role: Button, Name: "Done", State: Works, Action: "press", Box: Box{X: 10, Y: 20, W: 30, H: 40}}
	field := Node{ID: "clinic", Role: Entry, Name: "Clinic", State: Works | Editable | SingleLine, Text: &Text{Content: "Dr A. Weiß", Caret: 4}}
	scale := Node{ID: "red", Role: Slider, Name: "Redness", State: Works, Value: &Value{Now: 2, Most: 10, Step: 1, Said: "2 of 10"}}
	if change != nil {
		change(&button, &field, &scale)
	}
	return Node{ID: "window", Role: Frame, Name: "Window", State: Seen | Active, Box: Box{W: 400, H: 300}, Children: []Node{
		{Role: Paragraph, Name: "Your clinic", LabelFor: "clinic"}, {Role: Panel, Name: "Care", Children: []Node{button}, Box: Box{W: 100, H: 100}}, field, scale,
	}}
}

func refuse(_ Request, done func(bool)) { done(false) }

func TestNobodyIsToldWhileNobodyListens(t *testing.T) {
	d := newDesktop(t)
	r, _ := d.start(refuse)
	looks := func() {
		for range 2 {
			wait(t, d.looked, "it looks whether somebody listens")
		}
	}
	looks()
	d.listen(false)
	looks()
	r.Show(Box{}, window(nil))
	if r.Listens() || len(d.embedded) > 0 {
		t.Error("it joined the accessibility bus")
	}
}

func TestItJoinsWhenSomebodyListensAndLeavesWhenNobodyDoesAnyMore(t *testing.T) {
	d := newDesktop(t)
	r, joined := d.start(refuse)
	for range 2 {
		d.listen(true)
		wait(t, joined, "it joins")
		name := wait(t, d.embedded, "it registers").Bus
		if !r.Listens() {
			t.Fatal("it joined, and says that nobody listens")
		}
		left := make(chan *dbus.Signal, 1000)
		if err := d.conn.AddMatchSignal(dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, name)); err != nil {
			t.Fatal(err)
		}
		d.conn.Signal(left)
		d.listen(false)
		for s := range left {
			if s.Name == daemon+".NameOwnerChanged" && s.Body[0] == name {
				break
			}
		}
		d.conn.RemoveSignal(left)
		if r.Listens() {
			t.Error("it left, and says that somebody listens")
		}
	}
}

func TestAnAccessibilityBusThatIsGoneIsLeftForTheNextOne(t *testing.T) {
	first, next := bustest.Start(t), bustest.Start(t)
	d := newDesktop(t)
	d.registers(first.Connect())
	d.registers(next.Connect())
	d.offered.Store(&first.Addr)
	d.reads.Store(true)
	r, joined := d.start(refuse)
	wait(t, joined, "it joins")
	<-d.embedded
	d.offered.Store(&next.Addr)
	first.Stop()
	wait(t, joined, "it joins the next one")
	<-d.embedded
	if !r.Listens() {
		t.Error("it says that nobody listens")
	}
}

func TestTheTreeIsToldWithNamesRolesStatesAndPlaces(t *testing.T) {
	d := newDesktop(t)
	_, name := d.program(refuse, window(nil))
	all := d.items(name)
	for _, c := range []struct {
		name   string
		role   Role
		parent string
		faces  string
	}{
		{"Window", Frame, "Afterglow", "Accessible Component"},
		{"Care", Panel, "Window", "Accessible Component"},
		{"Done", Button, "Care", "Accessible Component Action"},
		{"Clinic", Entry, "Window", "Accessible Component Text EditableText"},
		{"Redness", Slider, "Window", "Accessible Component Value"},
	} {
		it := all[c.name]
		faces := strings.ReplaceAll(strings.Join(it.Interfaces, " "), iface, "")
		if it.Role != uint32(c.role) || it.Parent != all[c.parent].Object || faces != c.faces {
			t.Errorf("%s: role %d, in %v, answers to %q", c.name, it.Role, it.Parent, faces)
		}
	}
	var b Box
	for in, want := range map[uint32]Box{0: {110, 70, 30, 40}, 1: {10, 20, 30, 40}, 2: {10, 20, 30, 40}} {
		d.call(name, all["Done"].Object.Path, "Component.GetExtents", in).into(&b)
		if b != want {
			t.Errorf("in %d the button lies at %v, want %v", in, b, want)
		}
	}
	var under ref
	d.call(name, all["Window"].Object.Path, "Component.GetAccessibleAtPoint", int32(115), int32(75), uint32(0)).into(&under)
	if under != all["Done"].Object {
		t.Errorf("at a point of the button lies %v", under)
	}
	var kin []relation
	d.call(name, all["Clinic"].Object.Path, "Accessible.GetRelationSet").into(&kin)
	if len(kin) != 1 || kin[0].Kind != labelledBy || kin[0].To[0] != all["Your clinic"].Object {
		t.Errorf("the field is named by %v", kin)
	}
}

func TestOnlyWhatIsDifferentIsToldAndTheFocusLast(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(button, field, scale *Node)
		want   []string
	}{
		{"nothing", nil, nil},
		{"another name", func(b, _, _ *Node) { b.Name = "Undo" }, []string{"Object.PropertyChange accessible-name"}},
		{"more help", func(b, _, _ *Node) { b.Help = "by 13:30" }, []string{"Object.PropertyChange accessible-description"}},
		{"a letter", func(_, f, _ *Node) { f.Text = &Text{Content: "Dr A.X Weiß", Caret: 6} },
			[]string{"Object.TextChanged insert", "Object.TextCaretMoved "}},
		{"a figure", func(_, _, s *Node) { s.Value = &Value{Now: 3, Most: 10, Step: 1, Said: "3 of 10"} },
			[]string{"Object.PropertyChange accessible-value"}},
		{"off", func(b, _, _ *Node) { b.State &^= Enabled }, []string{"Object.StateChanged enabled"}},
		{"focus", func(b, f, _ *Node) { b.State |= Focused; f.Name = "Name" },
			[]string{"Object.PropertyChange accessible-name", "Object.StateChanged focused"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesktop(t)
			r, _ := d.program(refuse, window(nil))
			r.Show(Box{}, window(c.change), Node{ID: "end", Role: Frame, Name: "End"})
			got := d.until("Window.Create", "")
			got = slices.DeleteFunc(got, func(e string) bool {
				return strings.HasPrefix(e, "Window.") || strings.HasPrefix(e, "Object.ChildrenChanged") ||
					e == "Object.StateChanged showing" || e == "Object.StateChanged active"
			})
			if !slices.Equal(got, c.want) && c.name != "focus" { // what has the focus comes behind all else
				t.Errorf("it told %q, want %q", got, c.want)
			}
			if c.name == "focus" {
				if last := d.until("Object.StateChanged", "focused"); !slices.Equal(last, c.want[1:]) {
					t.Errorf("at last it told %q", last)
				}
			}
		})
	}
}

func TestWhatComesAgainIsAnotherThing(t *testing.T) {
	empty := lay(&tree{}, Node{}, picture{})
	first := lay(empty, Node{}, picture{windows: []Node{window(nil)}})
	gone := lay(first, Node{}, picture{})
	again := lay(gone, Node{}, picture{windows: []Node{window(nil)}})
	for _, it := range first.order[1:] {
		if again.items[it.path] != nil {
			t.Errorf("%s has the path of what was told to be no more", it.Name)
		}
	}
}

func TestANotificationIsHeardWhenItComes(t *testing.T) {
	d := newDesktop(t)
	r, _ := d.program(refuse, window(nil))
	w := window(nil)
	w.Children = append(w.Children, Node{ID: "toast.1", Role: Notification, Name: "Moisturise: done", State: Seen})
	r.Show(Box{}, w)
	d.until("Object.StateChanged", "showing")
}

func TestWhatIsAskedForIsDone(t *testing.T) {
	d := newDesktop(t)
	asked := make(chan Request, 1)
	_, name := d.program(func(r Request, done func(bool)) { asked <- r; done(true) }, window(nil))
	all := d.items(name)
	done, clinic, red := all["Done"].Object.Path, all["Clinic"].Object.Path, all["Redness"].Object.Path
	for _, c := range []struct {
		name   string
		path   dbus.ObjectPath
		method string
		args   []any
		want   Request
	}{
		{"press", done, "Action.DoAction", []any{int32(0)}, Request{ID: "done", Act: Press}},
		{"focus", clinic, "Component.GrabFocus", nil, Request{ID: "clinic", Act: Focus}},
		{"reveal", done, "Component.ScrollTo", []any{uint32(0)}, Request{ID: "done", Act: Reveal}},
		{"write", clinic, "EditableText.SetTextContents", []any{"Nurse"}, Request{ID: "clinic", Act: SetText, Text: "Nurse"}},
		{"write on", clinic, "EditableText.InsertText", []any{int32(10), "!", int32(1)}, Request{ID: "clinic", Act: SetText, Text: "Dr A. Weiß!"}},
		{"take away", clinic, "EditableText.DeleteText", []any{int32(0), int32(3)}, Request{ID: "clinic", Act: SetText, Text: "A. Weiß"}},
		{"caret", clinic, "Text.SetCaretOffset", []any{int32(2)}, Request{ID: "clinic", Act: SetCaret, Caret: 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ok bool
			d.call(name, c.path, c.method, c.args...).into(&ok)
			if got := wait(t, asked, c.name); !ok || got != c.want {
				t.Errorf("%v, asked for %+v", ok, got)
			}
		})
	}
	if err := d.conn.Object(name, red).SetProperty(iface+"Value.CurrentValue", dbus.MakeVariant(7.0)); err != nil {
		t.Error(err)
	}
	if got := wait(t, asked, "a figure"); got != (Request{ID: "red", Act: SetValue, Value: 7}) {
		t.Errorf("asked for %+v", got)
	}
}

func TestAFieldIsReadByLetterWordAndLine(t *testing.T) {
	d := newDesktop(t)
	_, name := d.program(refuse, window(nil))
	path := d.items(name)["Clinic"].Object.Path
	for _, c := range []struct {
		at, by   int
		want     string
		from, to int32
	}{{8, 0, "i", 8, 9}, {8, 1, "Weiß", 6, 10}, {8, 3, "Dr A. Weiß", 0, 10}, {99, 0, "", 10, 10}, {-5, 1, "Dr", 0, 2}} {
		var text string
		var from, to int32
		d.call(name, path, "Text.GetStringAtOffset", int32(c.at), uint32(c.by)).into(&text, &from, &to)
		if text != c.want || from != c.from || to != c.to {
			t.Errorf("at %d by %d: %q from %d to %d", c.at, c.by, text, from, to)
		}
	}
}

func TestAHostileClientGetsErrorsAndNothingElse(t *testing.T) {
	d := newDesktop(t)
	hangs := func(Request, func(bool)) {}
	_, name := d.program(hangs, window(nil))
	all := d.items(name)
	done, clinic := all["Done"].Object.Path, all["Clinic"].Object.Path
	for _, c := range []struct {
		name   string
		path   dbus.ObjectPath
		method string
		args   []any
	}{
		{"no such thing", "/org/a11y/atspi/accessible/999", "Accessible.GetRole", nil},
		{"a foreign path", "/", "Accessible.GetRole", nil},
		{"no such method", done, "Accessible.Explode", nil},
		{"arguments of another kind", done, "Action.DoAction", []any{"0"}},
		{"too few", done, "Component.Contains", []any{int32(1)}},
		{"too many", done, "Accessible.GetRole", []any{int32(1)}},
		{"text of what has none", done, "Text.GetText", []any{int32(0), int32(-1)}},
	} {
		if err := d.call(name, c.path, c.method, c.args...).call.Err; err == nil {
			t.Errorf("%s: it is answered", c.name)
		}
	}
	var ok bool
	d.call(name, clinic, "EditableText.SetTextContents", strings.Repeat("x", mostText+1)).into(&ok)
	if ok {
		t.Error("an endless text is taken")
	}
	var child ref
	d.call(name, done, "Accessible.GetChildAtIndex", int32(1<<30)).into(&child)
	if child.Path != nullPath {
		t.Errorf("there is a child %v", child)
	}
	var flood sync.WaitGroup
	for range 300 {
		flood.Go(func() { d.conn.Object(name, done).Call(iface+"Action.DoAction", 0, int32(0)) })
	}
	flood.Wait() // each is answered, though nothing that was asked for is ever done
	var role uint32
	d.call(name, done, "Accessible.GetRole").into(&role)
	if role != uint32(Button) {
		t.Errorf("afterwards the button is a %d", role)
	}
}

func TestATreeWithoutEndIsCut(t *testing.T) {
	deep := Node{Role: Panel, Name: "\xff\x00deep"}
	for range 10 * mostDeep {
		deep = Node{Role: Panel, Children: []Node{deep}}
	}
	wide := Node{Role: Panel, Name: strings.Repeat("y", 2*mostText)}
	for range 3 * mostNodes {
		wide.Children = append(wide.Children, Node{Role: Paragraph})
	}
	got := lay(&tree{}, Node{}, picture{windows: []Node{deep, wide}})
	if len(got.order) > mostNodes+1 {
		t.Errorf("%d things are told", len(got.order))
	}
	for _, it := range got.order {
		if len(it.Name) > mostText || strings.ContainsAny(it.Name, "\x00\xff") {
			t.Errorf("a name of %d bytes is told", len(it.Name))
		}
	}
}

func TestTextIsTakenOutAndPutInWhereItDiffers(t *testing.T) {
	for _, c := range []struct {
		was, now string
		at       int
		out, in  string
	}{
		{"", "a", 0, "", "a"}, {"ab", "aXb", 1, "", "X"}, {"Weiß", "Weß", 2, "i", ""}, {"aa", "aaa", 2, "", "a"}, {"one", "two", 0, "one", "two"}, {"x", "x", 1, "", ""},
	} {
		if at, out, in := between(c.was, c.now); at != c.at || out != c.out || in != c.in {
			t.Errorf("%q to %q: at %d out %q in %q", c.was, c.now, at, out, in)
		}
	}
}

func TestOnlyABusOfThisComputerIsJoined(t *testing.T) {
	for address, want := range map[string]bool{
		"unix:path=/run/user/1000/at-spi/bus": true, "unix:abstract=/tmp/x,guid=1;unix:path=/y": true,
		"tcp:host=example.org,port=1": false, "unix:path=/x;tcp:host=example.org,port=1": false, "": false, "nonce-tcp:host=x": false,
	} {
		if got := local(address); got != want {
			t.Errorf("%q is local: %v", address, got)
		}
	}
}

func TestAChoiceSaysWhichOneItIsAndOfHowMany(t *testing.T) {
	option := func(name string) Node { return Node{Role: RadioButton, Name: name} }
	got := lay(&tree{}, Node{}, picture{windows: []Node{{Role: Panel, Children: []Node{
		option("Pen"), {Role: Paragraph, Name: "or"}, option("Roller"), {Role: Button, Name: "Other"}}}}})
	for _, it := range got.order {
		n, of := got.among(it)
		want := map[string][2]int{"Pen": {1, 2}, "Roller": {2, 2}}[it.Name]
		if [2]int{n, of} != want {
			t.Errorf("%q is %d of %d, want %v", it.Name, n, of, want)
		}
	}
}

func TestALineThatSaysSomethingElseIsAnotherOne(t *testing.T) {
	line := func(text string) picture {
		return picture{windows: []Node{{Role: Notification, Name: text, State: Seen}}}
	}
	was := lay(&tree{}, Node{}, line("no number"))
	same, other := lay(was, Node{}, line("no number")), lay(was, Node{}, line("too long"))
	if same.order[1].path != was.order[1].path || other.order[1].path == was.order[1].path {
		t.Errorf("it was %s, with the same words %s, with others %s", was.order[1].path, same.order[1].path, other.order[1].path)
	}
}

func TestHelpIsToldOnce(t *testing.T) {
	d := newDesktop(t)
	_, name := d.program(refuse, window(func(_, field, _ *Node) { field.Help = "as your plan has it" }))
	field := d.conn.Object(name, d.items(name)["Clinic"].Object.Path)
	for property, want := range map[string]string{"Description": "as your plan has it", "HelpText": ""} { // Orca 48 reads both
		if got, err := field.GetProperty(iface + "Accessible." + property); err != nil || got.Value() != want {
			t.Errorf("its %s is %v, %v", property, got, err)
		}
	}
}
