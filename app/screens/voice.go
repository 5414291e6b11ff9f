package screens

import (
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// voice is the person's, heard at the moment and in the zone that were read last.
func (s *Shell) voice() phrase.Voice {
	v := s.opts.Voice
	v = v.In(formatOf(s.state.settings, v.Format()))
	return v.At(s.state.scene.Now, s.state.scene.Zone)
}

// formatOf is the system's format with the clock that the person chose, if they did.
func formatOf(settings []service.SettingView, system locale.Format) locale.Format {
	switch settingOf(settings, "clock") {
	case "12h":
		system.Hours = locale.Hours12
	case "24h":
		system.Hours = locale.Hours24
	}
	return system
}

// settingOf is a setting's value, "" where there is none of that name.
func settingOf(settings []service.SettingView, key string) string {
	for _, v := range settings {
		if v.Key == key {
			return v.Value
		}
	}
	return ""
}
