package calsync

import (
	"context"
	"errors"
	"time"

	"github.com/zalando/go-keyring"

	"afterglow/app/calserver"
	"afterglow/app/fault"
)

// keyName is the name under which the system's keyring keeps a password of ours.
const keyName = "afterglow-calendar-server"

// unlockWithin is how long the person may take to unlock their keyring.
const unlockWithin = 2 * time.Minute

// Keyring keeps passwords: the system's own.
type Keyring interface {
	Set(service, user, password string) error
	Get(service, user string) (string, error)
	Delete(service, user string) error
}

// systemKeyring is that of the desktop: Secret Service on Linux, Keychain, Windows' credentials.
type systemKeyring struct{}

func (systemKeyring) Set(service, user, password string) error {
	return keyring.Set(service, user, password)
}
func (systemKeyring) Get(service, user string) (string, error) { return keyring.Get(service, user) }
func (systemKeyring) Delete(service, user string) error        { return keyring.Delete(service, user) }

// owner names an account in the keyring.
func owner(s calserver.Setup) string { return s.User + " " + s.Address }

// password is that of the account, as it was given or as the keyring has it. In the background nobody is asked to unlock
// anything. A password is never in a file: without a keyring it is asked for each time.
func (w work) password(ctx context.Context, s calserver.Setup, r calserver.Request) (string, error) {
	if r.Password != "" {
		return r.Password, nil
	}
	if r.Background && w.locked() {
		return "", fault.New("calserver.locked", nil).Of(calserver.ErrPassword)
	}
	secret, err := await(ctx, func() (string, error) { return w.keyring.Get(keyName, owner(s)) })
	if err != nil || secret == "" {
		return "", fault.Wrap(err, "calserver.needs_password", fault.Args{"User": s.User}).Of(calserver.ErrPassword)
	}
	return secret, nil
}

// remember puts a password into the keyring; false if there is none that takes it.
func (w work) remember(ctx context.Context, s calserver.Setup, password string) bool {
	_, err := await(ctx, func() (string, error) { return "", w.keyring.Set(keyName, owner(s), password) })
	return err == nil
}

// forget takes it out again. One that is not there is no error; one that cannot be taken out is told.
func (w work) forget(ctx context.Context, s calserver.Setup) error {
	_, err := await(ctx, func() (string, error) { return "", w.keyring.Delete(keyName, owner(s)) })
	if err == nil || errors.Is(err, keyring.ErrNotFound) {
		return nil
	}
	return fault.Wrap(err, "calserver.password_stays", fault.Args{"User": s.User, "Name": keyName})
}

// await waits for a keyring, which may be waiting for the person.
func await(ctx context.Context, do func() (string, error)) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, unlockWithin)
	defer cancel()
	type result struct {
		secret string
		err    error
	}
	got := make(chan result, 1)
	go func() {
		secret, err := do()
		got <- result{secret, err}
	}()
	select {
	case r := <-got:
		return r.secret, r.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
