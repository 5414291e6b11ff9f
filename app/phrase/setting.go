package phrase

import "strings"

// SettingHelp is what a setting is for and how it is written, by its key.
func (v Voice) SettingHelp(key string) string {
	if strings.HasSuffix(key, ".times") {
		key = "times"
	}
	text, _ := v.Find("setting.help_" + key)
	return text
}
