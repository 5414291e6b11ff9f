package cli_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"afterglow/app/cli"
	"afterglow/app/cli/shape"
	"afterglow/app/locale"
	"afterglow/app/phrase"
)

// american types a command where the system writes 3:30 PM and 11/27/2026.
func (w *world) american(args ...string) (code int, out, errs string) {
	w.t.Helper()
	var o, e bytes.Buffer
	code = cli.Run(w.t.Context(), args, strings.NewReader(""), &o, &e, cli.Env{
		Version: "0.1.0", Clock: w.clock, Getenv: func(k string) string { return w.env[k] },
		Locale: func() locale.Found {
			return locale.Found{
				Format: locale.Format{Hours: locale.Hours12, Order: locale.MonthDay},
				Clock:  locale.Said{By: locale.Environment, Setting: "LC_TIME=en_US.UTF-8"},
			}
		},
	})
	return code, o.String(), e.String()
}

var (
	clock24 = regexp.MustCompile(`\b\d\d:\d\d\b`)
	clock12 = regexp.MustCompile(`\b\d{1,2}:\d\d (AM|PM)\b`)
)

func TestEveryPageIsInTheClockOfTheSystem(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	for _, args := range [][]string{{"status"}, {"can"}, {"can", "makeup"}, {"can", "midday"}, {"ask", "makeup"}, {"ask", "yoga at 22:00"}, {"upcoming"}, {"log"}, {"treat", "list"}, {"pause"}, {"settings"}} {
		_, out, errs := w.american(args...)
		if left := clock24.FindString(clock12.ReplaceAllString(out, "")); left != "" || errs != "" || !clock12.MatchString(out) {
			t.Errorf("%v says %q by a 24-hour clock:\n%s%s", args, left, out, errs)
		}
	}
}

func TestExamplesInHelpAreInTheClockOfTheSystemAndCanBeTypedAsTheyStand(t *testing.T) {
	w := newWorld(t, "12:00")
	quoted := regexp.MustCompile(`"([^"]*)"`)
	for _, cmd := range []string{"", "treat", "treat change", "status", "can", "ask", "done", "pause", "log", "settings"} {
		args := append(strings.Fields(cmd), "--help")
		_, out, _ := w.american(args...)
		if left := clock24.FindString(clock12.ReplaceAllString(out, "")); left != "" {
			t.Errorf("%v has the example %q by a 24-hour clock:\n%s", args, left, out)
		}
		american := phrase.New(locale.Format{Hours: locale.Hours12, Order: locale.MonthDay}).At(w.clock.Now(), w.clock.Zone())
		british := phrase.New(locale.Format{}).At(w.clock.Now(), w.clock.Zone())
		for text, v := range map[string]phrase.Voice{out: american, w.must(args...): british} {
			for _, m := range quoted.FindAllStringSubmatch(text, -1) {
				_, wrongTime := v.ReadTime(m[1])
				_, wrongRange := v.ReadRange(m[1])
				if _, err := v.ReadClocks(m[1]); err != nil && wrongTime != nil && wrongRange != nil {
					t.Errorf("%v has an example that cannot be read: %q, %v", args, m[1], wrongTime)
				}
			}
		}
	}
}

func TestTheWordsInsideJSONKeepA24HourClock(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	for _, args := range [][]string{{"can", "makeup"}, {"ask", "makeup"}, {"upcoming"}, {"status"}, {"log"}} {
		_, theirs, _ := w.american(append(args, "--json")...)
		if ours := w.must(append(args, "--json")...); ours != theirs {
			t.Errorf("%v answers\n%s\nand for an American\n%s", args, ours, theirs)
		}
	}
}

func TestOfTwoDaysThatATextCouldNameTheAnswerSaysWhichWasTaken(t *testing.T) {
	w := newWorld(t, "12:00")
	const taken = "This was read as Sunday 8 November. If you mean Tuesday 11 August, write the month's name.\n"
	if out := w.must("treat", "--at", "08/11/2026 15:30"); !strings.HasSuffix(out, taken) {
		t.Errorf("says\n%s", out)
	}
	code, out, errs := w.run("treat", "--at", "09/11/2026 15:30", "--json")
	if code != 0 || !strings.HasPrefix(errs, "afterglow: This was read as") || strings.Contains(out, "This was read as") {
		t.Errorf("with --json: exit %d, %q, %q", code, out, errs)
	}
	var all []shape.Treatment
	w.ask(&all, "treat", "list")
	if len(all) != 2 || all[0].At.Format("01-02") != "11-09" {
		t.Errorf("got %+v", all)
	}
	_, out, _ = w.american("treat", "--at", "11/07/2026 3:30 pm")
	if !strings.HasSuffix(out, "This was read as Saturday, November 7. If you mean Saturday, July 11, write the month's name.\n") {
		t.Errorf("an American is told\n%s", out)
	}
}

func TestOfAPartOfADayTheLaterEndCountsForWaits(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday evening")
	var all []shape.Treatment
	w.ask(&all, "treat", "list")
	if len(all) != 1 || all[0].At.Format("02 15:04") != "23 22:00" {
		t.Errorf("got %+v", all)
	}
}

func TestATableIsAlignedAsWideAsATerminalShowsIt(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "-4d", "--area", "顔", "--device", "pen")
	w.must("treat", "--at", "-2d", "--area", "neck", "--device", "roller")
	var at []int
	for line := range strings.Lines(w.must("treat", "list")) {
		before, _, found := strings.Cut(line, "Essentials")
		if !found {
			t.Fatalf("no plan in %q", line)
		}
		at = append(at, runewidth.StringWidth(before))
	}
	if len(at) != 2 || at[0] != at[1] {
		t.Errorf("the last column begins at %v", at)
	}
}

func TestDoctorShowsHowTimesAreWrittenAndWhoSaysSo(t *testing.T) {
	w := newWorld(t, "12:00")
	_, out, _ := w.american("doctor")
	if want := "December 4, 12:00 PM, as LC_TIME=en_US.UTF-8 says. Change it with: afterglow settings clock 24h\n"; !strings.Contains(out, want) {
		t.Errorf("doctor does not say %q:\n%s", want, out)
	}
}

func TestTheClockThatIsChosenHoldsFromThatMomentOn(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	if out := w.must("settings", "clock", "12h"); out != "clock is now 12h.\n" {
		t.Errorf("says %q", out)
	}
	if out := w.must("can", "makeup"); !strings.Contains(out, "until 5:00 PM, in 5 h") {
		t.Errorf("a chosen clock is passed over:\n%s", out)
	}
	if out := w.must("settings", "sleep", "10 pm to 6:30 am"); out != "sleep is now 10:00 PM to 6:30 AM: no reminders in these hours.\n" {
		t.Errorf("says %q", out)
	}
	var v struct{ Value string }
	if w.ask(&v, "settings", "sleep"); v.Value != "22:00-06:30" {
		t.Errorf("a program is told %q", v.Value)
	}
	w.must("settings", "cleanse.times", "8 am, 8:30 pm")
	if w.ask(&v, "settings", "cleanse.times"); v.Value != "08:00,20:30" {
		t.Errorf("a program is told %q", v.Value)
	}
	for _, args := range [][]string{{"cleanse.times", "8:00"}, {"sleep", "10:30-7:30"}} {
		if code, _, errs := w.run("settings", args[0], args[1]); code != 2 || !strings.Contains(errs, "Write one of the two.") {
			t.Errorf("%v is not asked about: %d %s", args, code, errs)
		}
	}
	w.must("settings", "spacing", "half an hour")
	if w.ask(&v, "settings", "spacing"); v.Value != "30m" {
		t.Errorf("a program is told %q", v.Value)
	}
	w.must("settings", "clock", "auto")
	if out := w.must("can", "makeup"); !strings.Contains(out, "until 17:00, in 5 h") {
		t.Errorf("the system's clock does not come back:\n%s", out)
	}
}

func TestTheClockThatIsChosenHoldsForWhatIsTypedToo(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("settings", "clock", "12h")
	_, _, errs := w.run("status", "--at", "noonish")
	if !strings.Contains(errs, "6:00 PM") {
		t.Errorf("an example by another clock: %q", errs)
	}
}

func TestATimeThatCanBeReadInTwoWaysIsAskedAboutByEveryCommandThatTakesOne(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	for _, args := range [][]string{{"snooze", "4:30"}, {"pause", "4:30"}, {"can", "--at", "4:30"}, {"done", "water", "--at", "half past 4"}} {
		code, _, errs := w.american(args...)
		if code != 2 || errs != "afterglow: Is it 4:30 AM or 4:30 PM? Write one of the two.\n" {
			t.Errorf("%v: exit %d, %s", args, code, errs)
		}
	}
	if code, _, errs := w.american("pause", "sometime"); code != 2 || !strings.Contains(errs, "is not a length or a time; write 1h, tomorrow or 6:00 PM.") {
		t.Errorf("what is no time at all: exit %d, %s", code, errs)
	}
}

func TestATreatmentToComeIsNotSaidToHaveBeen(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--area", "face")
	w.must("treat", "--at", "+18d", "--area", "neck")
	if out := w.must("status"); !strings.Contains(out, "Also looked after: neck, in 18 days · treatment 12 December, 12:00 · plan: Essentials\n") {
		t.Errorf("status says\n%s", out)
	}
	if out := w.must("treat", "list"); !strings.Contains(out, "18 days to go") || strings.Contains(out, "day -18") {
		t.Errorf("the list says\n%s", out)
	}
}

func TestWhatWasDoneBeforeTheTreatmentIsNotCountedAloud(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "-1h")
	if out := w.must("done", "checkin", "--at", "-2h"); out != "Done: Check-in.\n" {
		t.Errorf("it says %q", out)
	}
	if out := w.must("done", "checkin", "--at", "-30m"); out != "Done: Check-in, 1 of 1 today.\n" {
		t.Errorf("of one after it, it says %q", out)
	}
}

func TestAnAnswerThatNoPlanGivesNamesNobodyWhoSaysIt(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--area", "face")
	if out := w.must("can", "gym", "--at", "+300d"); !strings.HasSuffix(out, "No course is running, so no plan asks you to wait.\n") {
		t.Errorf("it says\n%s", out)
	}
}

func TestNothingHoldsSinceAMomentToCome(t *testing.T) {
	w := newWorld(t, "12:00")
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	for _, args := range [][]string{{"status"}, {"can"}, {"can", "makeup"}, {"upcoming", "--days", "5"}} {
		if args[0] != "upcoming" {
			args = append(args, "--at", "+4d")
		}
		out := w.must(args...)
		for _, to := range []string{"tomorrow", "Thursday", "Friday", "Saturday", "Sunday"} {
			if strings.Contains(out, "since "+to) {
				t.Errorf("%v says since %s on a Tuesday:\n%s", args, to, out)
			}
		}
	}
}

func TestAMomentIsSaidFromTheReadersNowWhateverWasAskedAbout(t *testing.T) {
	w := newWorld(t, "12:00") // a Tuesday
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	for _, args := range [][]string{{"can", "heat"}, {"status"}} {
		out := w.must(append(args, "--at", "fri 20:00")...)
		if !strings.Contains(out, "until Saturday 17:00, in 4 days") {
			t.Errorf("%v on Friday does not say when heat ends as seen on Tuesday:\n%s", args, out)
		}
	}
	if out := w.must("can", "heat", "--at", "fri 20:00", "--json"); !strings.Contains(out, "Your plan says wait until Saturday 17:00.") {
		t.Errorf("in JSON\n%s", out)
	}
}
