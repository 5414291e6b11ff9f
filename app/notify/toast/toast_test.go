package toast

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAToastIsAsWindowsTakesIt(t *testing.T) {
	got, err := XML(Toast{ID: 7, Title: "Moisturise", Body: "Twice a day.", Buttons: []Button{{"done", "Done"}, {"later", "Later"}}})
	if err != nil {
		t.Fatal(err)
	}
	want := `<toast activationType="foreground" launch="default/7" duration="short">` +
		`<visual><binding template="ToastGeneric"><text>Moisturise</text><text>Twice a day.</text></binding></visual>` +
		`<audio silent="true"></audio>` +
		`<actions><action activationType="foreground" content="Done" arguments="done/7"></action>` +
		`<action activationType="foreground" content="Later" arguments="later/7"></action></actions></toast>`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestASoundIsAskedForOnlyWhereItIsWanted(t *testing.T) {
	got, err := XML(Toast{ID: 1, Sound: true})
	if err != nil || !strings.Contains(got, `<audio src="ms-winsoundevent:`) || strings.Contains(got, "silent") {
		t.Errorf("%s, %v", got, err)
	}
}

// Any text of a plan stays text: it opens no element, adds no button and no attribute.
func TestWhateverATextHoldsItStaysText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// What XML cannot carry, package notify has taken out before.
		plain := rapid.StringOf(rapid.RuneFrom([]rune(`<>&"'$()]][[!-/\ abc` + "`äß€💧\n")))
		in := Toast{ID: rapid.Uint32Min(1).Draw(t, "id"), Title: plain.Draw(t, "title"), Body: plain.Draw(t, "body"),
			Buttons: []Button{{Key: "done", Label: plain.Draw(t, "label")}}}
		text, err := XML(in)
		if err != nil {
			t.Fatal(err)
		}
		var back element
		if err := xml.Unmarshal([]byte(text), &back); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		if !slices.Equal(back.Binding.Text, []string{in.Title, in.Body}) || len(back.Actions) != 1 || back.Actions[0].Content != in.Buttons[0].Label {
			t.Fatalf("%+v became %+v", in, back)
		}
		if key, id, ok := Parse(back.Actions[0].Arguments); !ok || key != "done" || id != in.ID {
			t.Fatalf("the answer is %q %d %v", key, id, ok)
		}
	})
}

func TestWhatIsNoAnswerOfOursIsNone(t *testing.T) {
	for _, s := range []string{"", "done", "done/", "/1", "done/0", "done/-1", "done/4294967296", "done/1/2", "done/x"} {
		if key, id, ok := Parse(s); ok {
			t.Errorf("%q is read as %q %d", s, key, id)
		}
	}
}
