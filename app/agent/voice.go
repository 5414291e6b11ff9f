package agent

import "afterglow/app/phrase"

// voice is the person's, heard now and where they are.
func (a *agent) voice() phrase.Voice { return a.spoken.At(a.clock.Now(), a.clock.Zone()) }
