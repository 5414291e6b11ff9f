package calserver

import (
	"bytes"
	"context"
	"encoding/json"
	"os/exec"
	"time"

	"afterglow/app/fault"
)

// The program afterglow-sync does one thing a run: it reads a Request as JSON and answers with an Answer. So what goes
// online is one small program, and what asks for it never does. A password goes by the pipe alone, never as an argument.

// Do is what is asked for.
type Do string

// What can be asked for.
const (
	Look    Do = "look"    // which calendars the account has
	Preview Do = "preview" // what would be written, without writing
	Begin   Do = "begin"   // set it up, and write
	Sync    Do = "sync"    // write what changed
	End     Do = "end"     // take it all back: entries, password, setup
)

// Request is one thing asked for.
type Request struct {
	Do   Do     `json:"do"`
	Data string `json:"data"` // the data folder

	// Setup is whose server: for Look, Preview and Begin before there is one. An empty Calendar in it is one of our own,
	// which Begin makes.
	Setup    *Setup `json:"setup,omitempty"`
	Password string `json:"password,omitempty"` // empty: the keyring's
	Remember bool   `json:"remember,omitempty"` // Begin: put the password into the keyring

	Background bool `json:"background,omitempty"` // nobody is there who could be asked to unlock a keyring
	Keep       bool `json:"keep,omitempty"`       // End: leave the entries where they are
}

// Answer is what came of it.
type Answer struct {
	Calendars []Place `json:"calendars,omitempty"` // Look
	Acts      []Act   `json:"acts,omitempty"`      // Preview: what would be done; else what was done
	Same      int     `json:"same,omitempty"`      // entries that stand as they should
	Kept      bool    `json:"kept,omitempty"`      // the password is in the keyring
	Fault     *Kept   `json:"fault,omitempty"`     // why it could not
}

// Kept is a fault on its way to another program.
type Kept struct {
	Trouble
	Use bool `json:"use,omitempty"` // of the kind fault.ErrUse
	// Password: the server or the keyring has none that is right; to be asked for.
	Password bool `json:"password,omitempty"`
}

// Place is a calendar that can be chosen.
type Place struct {
	Address string `json:"address"`
	Name    string `json:"name"`
}

// Act is one entry that is written, changed or removed.
type Act struct {
	Kind  string    `json:"kind"`  // create, change, remove
	Title string    `json:"title"` // empty for remove
	At    time.Time `json:"at,omitzero"`
}

// within bounds how long one run may take: a thousand entries on a slow server take minutes.
const within = 15 * time.Minute

// Ask has the program do one thing.
func Ask(ctx context.Context, program string, r Request) (Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	question, err := json.Marshal(r)
	if err != nil {
		return Answer{}, fault.Wrap(err, "calserver.no_answer", nil)
	}
	cmd := exec.CommandContext(ctx, program)
	cmd.Stdin = bytes.NewReader(question)
	var out bytes.Buffer
	cmd.Stdout = &out
	runErr := cmd.Run()
	var a Answer
	if err := json.Unmarshal(out.Bytes(), &a); err != nil {
		if runErr != nil {
			err = runErr
		}
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		return Answer{}, fault.Wrap(err, "calserver.no_answer", nil)
	}
	if a.Fault != nil {
		return a, a.Fault.err()
	}
	return a, nil
}

// err is the fault as an error again.
func (k *Kept) err() error {
	f := k.fault()
	switch {
	case k.Password:
		return f.Of(ErrPassword)
	case k.Use:
		return f.Of(fault.ErrUse)
	}
	return f
}
