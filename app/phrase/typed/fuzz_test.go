package typed_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/phrase/typed"
)

// FuzzTime holds that nothing that is typed breaks the reading, that results are bounded, and that what is read is
// said by phrase so that it is read as the same moment again.
func FuzzTime(f *testing.F) {
	for _, s := range []string{"now", "18:00", "3:30 PM", "fri 19:00", "-23h59m50s", "+90m", "2026-11-22 18:00", "2026-11-22T18:00:00+01:00",
		"tomorrow 9:00", "2 hours ago", "27 Nov 15:30", "11/27/2026 3pm", "29 Feb noon", "next friday morning", "2026-03-29 02:30", "last night",
		"３pm", "20.11 15:30", "in 2 weeks", "half an hour ago", "2000-01-01 00:00", "2100-12-31 23:59"} {
		f.Add(s, int64(1_795_000_000), uint8(0), uint8(0))
	}
	voices := map[locale.Format]phrase.Voice{}
	f.Fuzz(func(t *testing.T, s string, at int64, zone, format uint8) {
		zones := []string{"UTC", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns"}
		loc := zoneOf(t, zones[int(zone)%len(zones)])
		now := time.Unix(978_307_200+((at%3_000_000_000)+3_000_000_000)%3_000_000_000, 0) // 2001 to 2096
		form := locale.Format{Hours: locale.Hours(format % 2), Order: locale.Order(format / 2 % 3)}
		if _, ok := voices[form]; !ok {
			voices[form] = phrase.New(form)
		}
		v := voices[form].At(now, loc)
		for _, read := range []func(string) (typed.Time, error){v.ReadTime, v.ReadPast} {
			got, err := read(s)
			if err != nil {
				if said := v.Error(err); strings.ContainsAny(said, "\n⟨") {
					t.Fatalf("%q is answered by %q", s, said)
				}
				continue
			}
			if y := got.At.In(loc).Year(); y < 2000 || y > 2100 || got.Latest.Before(got.At) {
				t.Fatalf("%q is read as %+v", s, got)
			}
			same(t, v, s, got.At.In(loc), now)
		}
		if d, err := v.ReadLength(s); err == nil && (d < 0 || d > 521*7*24*time.Hour) {
			t.Fatalf("the length %q is read as %v", s, d)
		}
		_, _ = v.ReadRange(s)
		if clocks, err := v.ReadClocks(s); err == nil {
			for _, c := range clocks {
				if again, err := v.ReadClock(v.Clock(c)); err != nil || again != c {
					t.Fatalf("%q gave %v, said as %q, read as %v %v", s, c, v.Clock(c), again, err)
				}
			}
		}
	})
}

// same holds that a moment, said in full and in short, is read as the same minute; one that has been as one that has been.
func same(t *testing.T, v phrase.Voice, s string, at, now time.Time) {
	t.Helper()
	read := v.ReadTime
	if !at.After(now) {
		read = v.ReadPast
	}
	for _, said := range []string{v.Moment(at), v.Short(at)} {
		again, err := read(said)
		if err != nil {
			t.Fatalf("%q gave %v, said as %q, which is not read: %v", s, at, said, v.Error(err))
		}
		const minute = "2006-01-02 15:04" // of a repeated hour the first is read
		if got := again.At.In(at.Location()).Format(minute); got != at.Format(minute) || again.Doubt != typed.NoDoubt {
			t.Fatalf("%q gave %v, said as %q, read as %v", s, at, said, again.At)
		}
	}
}

func TestALengthThatIsSaidIsReadAgain(t *testing.T) {
	for name, f := range allFormat {
		v := voice(t, f)
		for _, d := range []time.Duration{time.Minute, 40 * time.Minute, 90 * time.Minute, time.Hour, 150 * time.Minute, 24 * time.Hour, 72 * time.Hour, 77 * time.Hour, 14 * 24 * time.Hour} {
			if got, err := v.ReadLength(v.Length(d)); err != nil || got != d {
				t.Errorf("%s: %v, said as %q, is read as %v %v", name, d, v.Length(d), got, err)
			}
		}
	}
}

func TestAMomentIsReadInThePseudoLanguageToo(t *testing.T) {
	v := pseudoVoice(t)
	for _, hours := range []int{1, 30, 72, 400, 9000, -1, -30, -72, -400} {
		at := instant(t, now).Add(time.Duration(hours) * time.Hour)
		read := v.ReadTime
		if hours < 0 {
			read = v.ReadPast
		}
		if got, err := read(v.Moment(at)); err != nil || !got.At.Equal(at) {
			t.Errorf("%q is read as %v %v", v.Moment(at), got.At, err)
		}
	}
}
