package phrase_test

import (
	"strings"
	"testing"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/guidance"
)

func TestEveryDeviceOfThePlanFormatHasAName(t *testing.T) {
	v := phrase.New(locale.Format{})
	for _, id := range guidance.Devices() {
		for _, name := range []string{v.Device(id), v.T("onboarding.device_" + id), v.T("studio.device_" + id)} {
			if name == "" || strings.ContainsRune(name, '⟨') {
				t.Errorf("%s is called %q", id, name)
			}
		}
	}
}
