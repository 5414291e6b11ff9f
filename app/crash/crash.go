// Package crash lets nothing go unheard that a program says as it fails. On Windows
// a program without a console has nowhere to say it: there it comes in a box.
package crash

import (
	"io"
	"strings"
	"sync"
)

// most is how much is remembered, in bytes, and told: more than anybody reads in a box.
const most = 800

// Words passes on what is written to it, and remembers the end of it.
type Words struct {
	to io.Writer // nil where nobody can read it

	mu   sync.Mutex
	last []byte
}

// Listen remembers what is written and passes it on to stderr, where somebody can read that.
func Listen(stderr io.Writer) *Words {
	if !heard() {
		stderr = nil
	}
	return &Words{to: stderr}
}

// Write never fails: what cannot be told now is told at the end.
func (w *Words) Write(text []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.to != nil {
		_, _ = w.to.Write(text)
	}
	w.last = append(w.last, text...)
	if over := len(w.last) - most; over > 0 {
		w.last = w.last[over:]
	}
	return len(text), nil
}

// Tell is called at the end with the exit code. What a failure said to nobody is shown.
func (w *Words) Tell(code int) {
	w.mu.Lock()
	text := strings.TrimSpace(strings.ToValidUTF8(string(w.last), ""))
	unheard := w.to == nil
	w.mu.Unlock()
	if code != 0 && unheard && text != "" {
		show(text)
	}
}
