package agent

import (
	"os"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/tray"
)

// voice is the person's, heard now and where they are: in the clock that they chose, else as the system is set.
func (a *agent) voice() phrase.Voice {
	settings, err := a.journal.Settings(a.ctx)
	if err != nil {
		settings = nil // as the system is set, then
	}
	return a.voiceBy(settings)
}

// voiceBy is voice if the settings are read already.
func (a *agent) voiceBy(settings map[string]string) phrase.Voice {
	return a.spoken.In(a.format.Load().With(settings["clock"])).At(a.clock.Now(), a.clock.Zone())
}

// followFormat keeps to how the system writes times and dates, until the end. At the start that is what the environment
// says; the desktop is asked beside the rest, and tells when its clock is set otherwise.
func (a *agent) followFormat() {
	locale.Follow(a.ctx, os.Getenv, a.bus, func(f locale.Format) {
		if was := a.format.Swap(&f); *was != f {
			a.askRedraw()
		}
	})
}

// formatAtStart is what is known without asking anybody.
func formatAtStart() *locale.Format {
	f := locale.FromEnvironment(os.Getenv).Format
	return &f
}

// trayWords are those of the menu that never change.
func trayWords(v phrase.Voice) tray.Words {
	return tray.Words{
		App: v.T("tray.app"), Later: v.T("tray.later"), Pause: v.T("tray.pause"), Ask: v.T("tray.ask"), Open: v.T("tray.open"), Quit: v.T("tray.quit"),
	}
}
