package phrase_test

import (
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
)

func TestWhatWillBeSummedUpIsNotToldAsIfItHadBeen(t *testing.T) {
	now := time.Date(2026, 11, 21, 0, 30, 0, 0, time.UTC)
	v := phrase.New(locale.Format{}).At(now, time.UTC)
	n := record.News{Welcome: &record.WelcomeNews{Morning: true, Ends: []record.End{
		{Name: "Makeup", At: now.Add(163 * time.Minute)},
		{Name: "Alcohol", At: now.Add(-10 * time.Minute)},
		{Name: "Sun", At: now.Add(163 * time.Minute), Then: "SPF 30+, hat."},
	}}}
	title, body := v.Task(n, now.Add(8*time.Hour))
	if want := "Makeup wait ends 03:13. Alcohol wait ended 00:20. Sun: SPF 30+, hat from 03:13."; title != "What ends by then" || body != want {
		t.Errorf("before it comes it reads %q, %q", title, body)
	}
	if title, _ := v.Task(n, now); title != "Good morning" {
		t.Errorf("once it comes it reads %q", title)
	}
}
