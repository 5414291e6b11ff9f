package screens

import (
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// voice is the person's, in the clock that they chose, heard at the moment and in the zone that were read last.
func (s *Shell) voice() phrase.Voice {
	v := s.opts.Voice
	v = v.InWindow().In(v.Format().With(settingOf(s.state.settings, "clock")))
	return v.At(s.state.scene.Now, s.state.scene.Zone)
}

// settingOf is a setting's value, "" if there is none of that name.
func settingOf(settings []service.SettingView, key string) string {
	for _, v := range settings {
		if v.Key == key {
			return v.Value
		}
	}
	return ""
}
