package phrase_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/timeline"
	"afterglow/guidance"
)

// stretches are one of every kind, seen at now: with and without an end, past and to come.
func stretches(now time.Time) []timeline.Stretch {
	var all []timeline.Stretch
	for _, tone := range []timeline.Tone{timeline.ToneWait, timeline.ToneOpen, timeline.ToneThen, timeline.ToneCare, timeline.ToneAsk, timeline.ToneRest} {
		for _, from := range []time.Time{now.Add(-48 * time.Hour), now.Add(48 * time.Hour)} {
			for _, until := range []time.Time{{}, from.Add(24 * time.Hour)} {
				s := timeline.Stretch{Name: "Sun", Tone: tone, From: from, Until: until, Then: "SPF 30+, hat and shade.", Often: timeline.Often{Times: 2}}
				all = append(all, s)
				s.Allowed, s.Often = from, timeline.Often{Every: time.Hour}
				all = append(all, s)
				s.Allowed, s.Hours, s.Often = time.Time{}, &guidance.HourRange{From: 600, To: 840}, timeline.Often{Off: true}
				all = append(all, s)
			}
		}
	}
	return all
}

func TestEveryStretchOfTheTimelineIsWordedLongestFirst(t *testing.T) {
	now := time.Date(2026, 11, 21, 17, 50, 0, 0, time.UTC)
	v := phrase.New(locale.Format{}).At(now, time.UTC)
	for _, s := range stretches(now) {
		if row := v.Row(timeline.Row{Stretch: s}); strings.ContainsAny(row, "⟨<") || !strings.HasPrefix(row, "Sun: ") || !strings.HasSuffix(row, ".") {
			t.Errorf("%+v is %q in the list", s, row)
		}
		texts := v.Picture().Bar(s)
		for i, text := range texts {
			if text == "" || strings.ContainsAny(text, "⟨<") || i > 0 && len(text) > len(texts[i-1]) {
				t.Errorf("%+v is %q on its bar", s, texts)
			}
		}
	}
}

func TestHowOftenIsSaidAsThePlanSaysIt(t *testing.T) {
	v := phrase.New(locale.Format{})
	from := time.Date(2026, 11, 20, 15, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		o    timeline.Often
		want string
	}{
		{timeline.Often{Times: 1}, "once a day"},
		{timeline.Often{Times: 2, TimesADay: guidance.Amount{Text: "2", Min: 2, Max: 2}}, "twice a day"},
		{timeline.Often{Times: 4, TimesADay: guidance.Amount{Text: "3 to 4", Min: 3, Max: 4}}, "3 to 4 times a day"},
		{timeline.Often{Times: 5, TimesADay: guidance.Amount{Text: "5", Min: 5, Max: 5}}, "5 times a day"},
		{timeline.Often{Every: 3 * time.Hour, EverySaid: guidance.Range{Low: 3, High: 4, Unit: guidance.Hours}}, "every 3 to 4 hours"},
		{timeline.Often{Every: time.Hour}, "every hour"},
	} {
		s := timeline.Stretch{Name: "Ice pack", Tone: timeline.ToneCare, From: from, Until: from.Add(48 * time.Hour), Often: c.o}
		if got := v.Picture().Bar(s); len(got) == 0 || got[0] != c.want {
			t.Errorf("%+v: %q, want %q", c.o, got, c.want)
		}
	}
}
