// Package ipc is the local socket between Afterglow's programs: it makes the
// agent and the window single, and carries "changed", "show" and "quit".
//
// One request is one line of JSON, so is its reply, and the connection ends.
// The socket is for this user alone: 0600 in a 0700 folder of their own (on Windows
// a pipe with an access list), and the other side's user is asked of the kernel
// if the system can tell. Who has a role holds a lock in the data folder, in whose file
// it says where it listens.
package ipc

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"afterglow/app/fault"
)

// The two programs that listen.
const (
	Agent  = "agent"  // tray and reminders
	Window = "window" // the Fyne window
	Sync   = "sync"   // what writes to the calendar server, while it does
)

// What one program asks of another.
const (
	DoChanged = "changed" // the journal was written: read it again
	DoShow    = "show"    // show the window, at Page if one is named
	DoQuit    = "quit"
	DoPing    = "ping" // answered by the server itself
	DoDoctor  = "doctor"
	DoTest    = "test" // show a test notification
)

const (
	maxLine  = 64 << 10 // bytes of one request or reply, its newline included
	maxPage  = 200      // bytes of a page's name
	maxFile  = 4096     // bytes of a file's path, as Linux has it
	readTime = 2 * time.Second
)

// Message is one request.
type Message struct {
	Do   string `json:"do"`
	Page string `json:"page,omitempty"` // which page to show; "" leaves it to the window
	Plan string `json:"plan,omitempty"` // the whole path of a plan file to show; "" for none
}

// Reply is the answer to one [Message].
type Reply struct {
	OK    bool            `json:"ok"`
	Text  string          `json:"text,omitempty"`  // why not, or what to say to the person, in words
	Fault string          `json:"fault,omitempty"` // why not, as the id of a message without places
	PID   int             `json:"pid,omitempty"`   // of the process that answers; filled in by the server
	Data  json.RawMessage `json:"data,omitempty"`
}

// Err tells why the answer is no; nil if it is yes.
func (r Reply) Err() error {
	switch {
	case r.OK:
		return nil
	case r.Fault != "":
		return fault.New(r.Fault, nil)
	}
	return fault.New("ipc.said", fault.Args{"Text": r.Text})
}

// check is the id of what is wrong with m, "" if it may be handled.
func (m Message) check() string {
	switch m.Do {
	case DoChanged, DoShow, DoQuit, DoPing, DoDoctor, DoTest:
	default:
		return "ipc.unknown_request"
	}
	if !usable(m.Page, maxPage) {
		return "ipc.page_unusable"
	}
	if !usable(m.Plan, maxFile) {
		return "ipc.plan_unusable"
	}
	return ""
}

// usable says whether s is plain text of at most most bytes.
func usable(s string, most int) bool {
	return len(s) <= most && utf8.ValidString(s) && !strings.ContainsFunc(s, unicode.IsControl)
}

// converse reads one request from rw, has it handled and writes the reply.
// Whatever comes in, at most one call of handle and one line go out.
func converse(rw io.ReadWriter, pid int, handle func(Message) Reply, handling func()) error {
	var m Message
	line, err := readLine(rw)
	if err != nil && !errors.Is(err, errTooLong) {
		return fmt.Errorf("read a request: %w", err) // nobody is left to be answered
	}
	wrong := "ipc.too_long"
	if err == nil {
		wrong = "ipc.no_json"
		if json.Unmarshal(line, &m) == nil {
			wrong = m.check()
		}
	}
	handling()
	var r Reply
	switch {
	case wrong != "":
		r = Reply{Fault: wrong}
	case m.Do == DoPing:
		r = Reply{OK: true}
	default:
		r = handle(m)
	}
	r.PID = pid
	return writeLine(rw, r)
}

var errTooLong = errors.New("the request is too long")

// readLine reads up to and without the newline, and no more than maxLine bytes.
func readLine(r io.Reader) ([]byte, error) {
	line := make([]byte, 0, 512)
	part := make([]byte, 4096)
	for {
		n, err := r.Read(part)
		if i := bytes.IndexByte(part[:n], '\n'); i >= 0 {
			line = append(line, part[:i]...)
			if len(line) >= maxLine {
				return nil, errTooLong
			}
			return line, nil
		}
		line = append(line, part[:n]...)
		if len(line) >= maxLine {
			return nil, errTooLong
		}
		if err == io.EOF {
			return nil, io.ErrUnexpectedEOF // a request that was cut off is none
		}
		if err != nil {
			return nil, err
		}
	}
}

// writeLine writes v as one line of JSON. A reply that would be too long, or
// whose Data is no JSON, becomes a refusal that says so.
func writeLine(w io.Writer, r Reply) error {
	line, err := json.Marshal(r)
	if err != nil || len(line) >= maxLine {
		if line, err = json.Marshal(Reply{Fault: "ipc.answer_unsendable", PID: r.PID}); err != nil {
			return fmt.Errorf("put a reply into JSON: %w", err)
		}
	}
	if _, err := w.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("send a reply: %w", err)
	}
	return nil
}
