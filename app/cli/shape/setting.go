package shape

import (
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// Setting is one preference.
type Setting struct {
	Key     string `json:"key"`
	Value   string `json:"value"`
	Default string `json:"default"`
	Help    string `json:"help"`
}

// OfSetting is the shape of one preference.
func OfSetting(v phrase.Voice, s service.SettingView) Setting {
	return Setting{Key: s.Key, Value: s.Value, Default: s.Default, Help: v.SettingHelp(s.Key)}
}
