//go:build !windows && !darwin

package screens

import (
	"os"
	"testing"

	"afterglow/app/bus"
	"afterglow/app/bus/bustest"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

func TestMoreContrastAndLargerTextAreHeardHoweverADesktopSaysIt(t *testing.T) {
	const every, gnome, text = "org.freedesktop.appearance contrast", "org.gnome.desktop.a11y.interface high-contrast", "org.gnome.desktop.interface text-scaling-factor"
	for name, c := range map[string]struct {
		says   moves
		sharp  bool
		larger float64
	}{
		"nothing":                         {moves{}, false, 1},
		"the setting of all: more":        {moves{every: uint32(1)}, true, 1},
		"the setting of all: no wish":     {moves{every: uint32(0)}, false, 1},
		"GNOME's own":                     {moves{every: uint32(0), gnome: true}, true, 1},
		"larger text":                     {moves{text: 1.25}, false, 1.25},
		"what is no setting of such kind": {moves{every: "1", gnome: uint32(1), text: "2"}, false, 1},
	} {
		t.Run(name, func(t *testing.T) {
			playPortal(t, bustest.Start(t), c.says)
			session := bus.New(t.Context())
			if sharp, larger := asksSharp(t.Context(), session), asksLarger(t.Context(), session); sharp != c.sharp || larger != c.larger {
				t.Errorf("more contrast: %v, larger by %v", sharp, larger)
			}
		})
	}
}

func TestTheWindowGrowsAsTheDesktopAsksUnlessThePersonSaidHowLarge(t *testing.T) {
	for _, c := range []struct {
		name, told string
		by         float64
		want       string
	}{
		{"larger", "", 1.5, "1.5"}, {"as it is", "", 1, ""}, {"told", "2", 1.5, "2"}, {"no size to read", "", 40, ""}, {"nothing", "", 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Setenv(scaleVariable, c.told)
			if c.told == "" {
				_ = os.Unsetenv(scaleVariable)
			}
			readTextSize().ask(c.by)
			if got := os.Getenv(scaleVariable); got != c.want {
				t.Errorf("Fyne is told %q, want %q", got, c.want)
			}
		})
	}
}

func TestWhoAsksForMoreContrastHasItInLightAndDark(t *testing.T) {
	for _, look := range []theme.Choice{theme.AlwaysLight, theme.AlwaysDark} {
		st := newStageOn(t, lives()["day1"](t).Service, phrase.New(locale.Format{}), look, 960, 680)
		st.shell.opts.Sharp = true
		if p := st.shell.palette(); !p.Sharp {
			t.Errorf("%s: the palette is the usual one", look)
		}
	}
}

func TestTheTextFollowsWhileTheWindowIsOpenAndGoesBack(t *testing.T) {
	t.Setenv(scaleVariable, "")
	_ = os.Unsetenv(scaleVariable)
	size := readTextSize()
	for i, c := range []struct {
		by      float64
		changed bool
		want    string
	}{{1.5, true, "1.5"}, {1.5, false, "1.5"}, {1.25, true, "1.25"}, {90, false, "1.25"}, {1, true, ""}, {1, false, ""}} {
		if changed := size.ask(c.by); changed != c.changed || os.Getenv(scaleVariable) != c.want {
			t.Errorf("%d: asked for %v it is %q, changed: %v", i, c.by, os.Getenv(scaleVariable), changed)
		}
	}
}
