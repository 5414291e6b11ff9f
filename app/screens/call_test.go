package screens

import (
	"errors"
	"testing"

	"afterglow/app/locale"
	"afterglow/guidance"
)

// numbered is day one of someone whose clinic has this number.
func numbered(t testing.TB, phone string, typed bool) *fake {
	f := dayOne(t)
	f.scene.Plan.Clinic = guidance.Clinic{Name: "Rose Street Skin", Phone: phone}
	if typed {
		f.scene.Settings = map[string]string{"phone": phone}
	}
	return f
}

func TestTheClinicsNumberIsDialledOrSaidIfNothingCan(t *testing.T) {
	st := newStage(t, numbered(t, "020 7946 0000", false), false, 900, 520)
	st.shell.Show(PageCalls)
	st.wantText(t, "Rose Street Skin", "020 7946 0000")
	st.tap(t, "calls.call")
	st.wantText(t, "No program on this computer can call. Dial 020 7946 0000 on your phone, or copy it.")
	st.dials = true
	st.shell.say("")
	st.tap(t, "calls.call")
	st.wantNoText(t, "No program on this computer can call.")
}

func TestAClinicsPhoneWithoutADigitOpensNothing(t *testing.T) {
	for _, phone := range []string{"abc", "; xdg-open /", "https://example.org", "+"} {
		st := newStage(t, numbered(t, phone, false), false, 900, 520)
		st.dials = true
		st.shell.Show(PageCalls)
		st.tap(t, "calls.call")
		st.wantText(t, "No program on this computer can call. Dial "+phone+" on your phone, or copy it.")
	}
}

func TestTheClinicsNumberIsCopied(t *testing.T) {
	st := newStage(t, numbered(t, "020 7946 0000", false), false, 900, 520)
	st.shell.Show(PageCalls)
	st.tap(t, "calls.copy")
	st.wantText(t, "Copied: 020 7946 0000")
	if got := st.app.Clipboard().Content(); got != "020 7946 0000" {
		t.Errorf("the clipboard holds %q", got)
	}
}

func TestANumberThatIsMissingIsEnteredOnTheClinicPage(t *testing.T) {
	st := newStage(t, numbered(t, "", false), false, 900, 520)
	st.shell.Show(PageCalls)
	st.entry(t, "calls.number").SetText(" 030 1234 ")
	st.service.fail = errors.New("the disk is full")
	st.tap(t, "calls.save")
	st.wantText(t, "the disk is full")
	if got := st.entry(t, "calls.number").Text; got != " 030 1234 " {
		t.Errorf("the field holds %q", got)
	}
	st.service.fail = nil
	st.tap(t, "calls.save")
	st.wantDid(t, "set phone=030 1234")
}

func TestOnlyTheNumberThatThePersonTypedIsChangedOnTheClinicPage(t *testing.T) {
	for name, typed := range map[string]bool{"the plan's": false, "the person's": true} {
		t.Run(name, func(t *testing.T) {
			st := newStage(t, numbered(t, "030 1", typed), false, 900, 520)
			st.shell.Show(PageCalls)
			if got := len(st.presses("calls.change")); (got == 1) != typed {
				t.Fatalf("%d ways to change it", got)
			}
			if !typed {
				return
			}
			st.tap(t, "calls.change")
			if got := st.entry(t, "calls.number").Text; got != "030 1" {
				t.Errorf("the field holds %q", got)
			}
			st.tap(t, "calls.leave")
			st.wantText(t, "030 1")
		})
	}
}

func TestTheClinicPageSpeaksFromTheCatalogAloneWithAndWithoutANumber(t *testing.T) {
	for name, f := range map[string]*fake{"none": numbered(t, "", false), "the plan's": numbered(t, "030 1", false), "the person's": numbered(t, "030 1", true)} {
		t.Run(name, func(t *testing.T) {
			st := newStageIn(t, f, pseudoVoice(t, locale.Hours12), true, minWide, minHigh)
			st.own = []any{f.scene.Plan.Clinic}
			st.shell.Show(PageCalls)
			st.wantPseudo(t, name)
			for _, id := range []string{"calls.call", "calls.copy", "calls.change"} {
				if len(st.presses(id)) > 0 {
					st.tap(t, id)
					st.wantPseudo(t, id)
				}
			}
		})
	}
}

func TestATelephoneNumberIsDialledByItsDigits(t *testing.T) {
	for number, want := range map[string]string{
		"020 7946 0000":            "02079460000",
		"+44 (0)20 7946-0000":      "+442079460000",
		"(555) 010.4477 ext. 12":   "5550104477",
		"030/12 34, Mo. bis Fr. 9": "0301234",
		"call reception":           "",
	} {
		if got := dialled(number); got != want {
			t.Errorf("%q is dialled %q, not %q", number, got, want)
		}
	}
}

func TestTheNumberThatThePlansTookThePlaceOfIsTold(t *testing.T) {
	f := numbered(t, "020 7946 0000", false)
	f.scene.Settings = map[string]string{"phone": "0117 496 0321"}
	st := newStage(t, f, false, 900, 520)
	st.shell.Show(PageCalls)
	st.wantText(t, "020 7946 0000", "This is your plan's number. You wrote down another one: 0117 496 0321")
}
