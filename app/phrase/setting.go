package phrase

import (
	"strings"

	"afterglow/app/course"
	"afterglow/app/service"
	"afterglow/guidance"
)

// SettingHelp is what a setting is for and how it is written, by its key.
func (v Voice) SettingHelp(key string) string {
	switch {
	case strings.HasSuffix(key, ".times"):
		key = "times"
	case strings.HasSuffix(key, service.PrescribedSuffix):
		key = "prescribed"
	}
	sleep := course.DefaultPrefs().Sleep
	text, _ := v.Find("settings.typed_"+key, Args{
		"From": sleep.From, "To": sleep.To, "Morning": guidance.Clock(8 * 60), "Evening": guidance.Clock(20*60 + 30),
	})
	return text
}
