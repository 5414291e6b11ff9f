package agent

import "afterglow/app/fault"

// hearRenewal: on Windows the set-up ends the agent before it replaces the program,
// which could not be replaced while it runs, and starts the new one itself.
func (a *agent) hearRenewal() (stop func()) { return func() {} }

// startAgain is never reached here: nobody asks for it.
func startAgain(string) error {
	return fault.New("background.renew_unknown", nil)
}
