// Package toast writes a Windows notification in Windows' own form, and reads the answer
// to one. It is apart from the rest so that only the Windows programs hold it, and
// its tests run everywhere.
package toast

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// Toast is one notification.
type Toast struct {
	ID      uint32 // comes back with the answer
	Title   string
	Body    string
	Buttons []Button
	Sound   bool
}

// Button is an action on it.
type Button struct{ Key, Label string }

// Default is the key of a click on the notification itself.
const Default = "default"

// Of the elements only what is used; see "toast schema" in Microsoft's documentation.
type element struct {
	XMLName    xml.Name `xml:"toast"`
	Activation string   `xml:"activationType,attr"`
	Launch     string   `xml:"launch,attr"`
	Duration   string   `xml:"duration,attr"`
	Binding    binding  `xml:"visual>binding"`
	Audio      audio    `xml:"audio"`
	Actions    []action `xml:"actions>action"`
}

type binding struct {
	Template string   `xml:"template,attr"`
	Text     []string `xml:"text"`
}

type audio struct {
	Silent bool   `xml:"silent,attr,omitempty"`
	Src    string `xml:"src,attr,omitempty"`
}

type action struct {
	Activation string `xml:"activationType,attr"`
	Content    string `xml:"content,attr"`
	Arguments  string `xml:"arguments,attr"`
}

// foreground has Windows call back into the running program.
const foreground = "foreground"

// XML is the toast in Windows' form. Whatever the texts hold, they stay text.
func XML(t Toast) (string, error) {
	e := element{
		Activation: foreground,
		Launch:     answer(Default, t.ID),
		Duration:   "short",
		Binding:    binding{Template: "ToastGeneric", Text: []string{t.Title, t.Body}},
		Audio:      audio{Silent: true},
	}
	if t.Sound {
		e.Audio = audio{Src: "ms-winsoundevent:Notification.Reminder"}
	}
	for _, b := range t.Buttons {
		e.Actions = append(e.Actions, action{Activation: foreground, Content: b.Label, Arguments: answer(b.Key, t.ID)})
	}
	text, err := xml.Marshal(e)
	if err != nil {
		return "", fmt.Errorf("write the notification in Windows' form: %w", err)
	}
	return string(text), nil
}

// answer is what Windows gives back: "done/123".
func answer(key string, id uint32) string { return key + "/" + strconv.FormatUint(uint64(id), 10) }

// Parse reads what came back. It is not ok if that is none of ours.
func Parse(answer string) (key string, id uint32, ok bool) {
	key, digits, found := strings.Cut(answer, "/")
	n, err := strconv.ParseUint(digits, 10, 32)
	if !found || err != nil || key == "" || n == 0 {
		return "", 0, false
	}
	return key, uint32(n), true
}
