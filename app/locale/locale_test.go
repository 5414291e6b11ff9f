package locale

import (
	"testing"
	"time"
)

var (
	us     = Format{Hours: Hours12, Order: MonthDay, Week: FromSunday}
	gb     = Format{}
	au     = Format{Hours: Hours12}
	canada = Format{Hours: Hours12, Order: YearMonth, Week: FromSunday}
	sweden = Format{Order: YearMonth}
)

func environment(vars map[string]string) func(string) string {
	return func(name string) string { return vars[name] }
}

func TestTerritoriesWriteTimesAndDatesAsCLDRHasThem(t *testing.T) {
	for name, want := range map[string]Format{
		"en_US.UTF-8": us, "en_US": us, "en-US": us, "en_PH.UTF-8": us, "es_US": au,
		"en_GB.UTF-8": gb, "de_DE.UTF-8": gb, "de_DE@euro": gb, "en_IE": gb, "fr_FR": gb, "pl_PL": gb, "en_DK": gb,
		"en_AU.UTF-8": au, "en_NZ": au, "en_IN": au, "hi_IN": au, "ar_EG": au, "es_MX": au, "el_GR": au,
		"en_CA.UTF-8": canada, "fr_CA": sweden, "ko_KR": canada,
		"sv_SE": sweden, "en_SE": sweden, "ja_JP": sweden, "zh_CN": sweden, "hu_HU": sweden, "en_ZA": sweden, "eu_ES": sweden, "es_ES": gb,
		"sr_Latn_RS": gb, "uz-Latn-UZ": gb, "en_US@rg=gbzzzz": gb,
		"C": gb, "POSIX": gb, "C.UTF-8": gb, "en": gb, "": gb, "_": gb, "@": gb, "en_": gb, "en_U": gb,
	} {
		want.Week = 0 // held below
		got, _ := ofName(name)
		if got.Week = 0; got != want {
			t.Errorf("%q: %+v, want %+v", name, got, want)
		}
	}
}

func TestWeeksBeginAsTheTerritoryHasIt(t *testing.T) {
	for name, want := range map[string]time.Weekday{
		"de_DE": time.Monday, "en_GB": time.Monday, "en_AU": time.Monday, "zh_CN": time.Monday, "es_AR": time.Monday,
		"en_US.UTF-8": time.Sunday, "es_US": time.Sunday, "pt_BR": time.Sunday, "ja_JP": time.Sunday, "he_IL": time.Sunday,
		"ar_EG": time.Saturday, "fa_IR": time.Saturday, "dv_MV": time.Friday, "C": time.Monday,
	} {
		f, _ := ofName(name)
		if got := f.Week.First(); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

func TestTheEnvironmentIsReadAsTheCLibraryReadsIt(t *testing.T) {
	for name, c := range map[string]struct {
		vars map[string]string
		want Format
		by   Said
	}{
		"nothing is set":        {nil, gb, Said{}},
		"the language alone":    {map[string]string{"LANG": "en_US.UTF-8"}, us, Said{Environment, "LANG=en_US.UTF-8"}},
		"the times apart":       {map[string]string{"LANG": "en_US.UTF-8", "LC_TIME": "en_GB.UTF-8"}, gb, Said{Environment, "LC_TIME=en_GB.UTF-8"}},
		"all, above everything": {map[string]string{"LANG": "en_GB", "LC_TIME": "en_GB", "LC_ALL": "en_US"}, us, Said{Environment, "LC_ALL=en_US"}},
		"C for the times":       {map[string]string{"LANG": "en_US.UTF-8", "LC_TIME": "C"}, gb, Said{Environment, "LC_TIME=C"}},
		"an empty one":          {map[string]string{"LANG": "en_US.UTF-8", "LC_TIME": ""}, us, Said{Environment, "LANG=en_US.UTF-8"}},
	} {
		if got := FromEnvironment(environment(c.vars)); got.Format != c.want || got.Clock != c.by || got.Date != c.by {
			t.Errorf("%s: %+v, want %+v by %+v", name, got, c.want, c.by)
		}
	}
}

func TestPlasmasFileIsRead(t *testing.T) {
	for name, c := range map[string]struct {
		file    string
		want    Format
		setting string // "": it says nothing
	}{
		"the times":          {"[Formats]\nLANG=de_DE.UTF-8\nLC_TIME=en_US.UTF-8\n\n[Translations]\nLANGUAGE=de\n", us, "plasma-localerc LC_TIME=en_US.UTF-8"},
		"the language":       {"[Formats]\nLANG=en_US.UTF-8\n", us, "plasma-localerc LANG=en_US.UTF-8"},
		"one choice for all": {"[Formats]\nLANG=en_GB.UTF-8\nLC_TIME=en_US.UTF-8\nuseDetailed=false\n", gb, "plasma-localerc LANG=en_GB.UTF-8"},
		"another section":    {"[Translations]\nLC_TIME=en_US.UTF-8\n", gb, ""},
		"an empty file":      {"", gb, ""},
		"something else":     {"\x00\xff[Formats\nLC_TIME", gb, ""},
	} {
		got, ok := fromPlasma([]byte(c.file))
		if got.Format != c.want || got.Clock.Setting != c.setting || ok != (c.setting != "") {
			t.Errorf("%s: %+v %v, want %+v by %q", name, got, ok, c.want, c.setting)
		}
	}
}

func TestWindowsPatternsAreRead(t *testing.T) {
	for _, c := range []struct {
		time, date string
		want       Format
	}{
		{"h:mm tt", "M/d/yyyy", us},
		{"HH:mm", "dd/MM/yyyy", gb},
		{"H.mm", "d.M.yyyy", gb},
		{"h:mm tt", "d/MM/yyyy", au},
		{"h:mm tt", "yyyy-MM-dd", canada},
		{"HH:mm", "yyyy-MM-dd", sweden},
		{"HH 'h' mm", "ddd d MMM yy", gb},
		{"tt h:mm", "yyyy-MM-dd", canada},
		{"", "", gb},
		{"'", "'y", gb},
	} {
		c.want.Week = 0 // told apart from them
		if got := ofPictures(c.time, c.date); got != c.want {
			t.Errorf("%q, %q: %+v, want %+v", c.time, c.date, got, c.want)
		}
	}
}

func TestAMacsSettingsAreRead(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want Format
		by   string
	}{
		"as its region":     {"{\n    AppleLanguages =     (\n        \"en-US\"\n    );\n    AppleLocale = \"en_US\";\n}\n", us, "AppleLocale=en_US"},
		"24 hours forced":   {"{\n    AppleICUForce24HourTime = 1;\n    AppleLocale = \"en_US\";\n}\n", Format{Order: MonthDay, Week: FromSunday}, "AppleICUForce24HourTime"},
		"12 hours forced":   {"{\n    AppleICUForce12HourTime = 1;\n    AppleLocale = \"de_DE\";\n}\n", au, "AppleICUForce12HourTime"},
		"a choice put back": {"{\n    AppleICUForce12HourTime = 0;\n    AppleLocale = \"de_DE\";\n}\n", gb, "AppleLocale=de_DE"},
		"another region":    {"{\n    AppleLocale = \"en_US@rg=auzzzz\";\n}\n", au, "AppleLocale=en_US@rg=auzzzz"},
		"nothing":           {"", gb, ""},
	} {
		if got := ofDefaults([]byte(c.text)); got.Format != c.want || got.Clock.Setting != c.by {
			t.Errorf("%s: %+v, want %+v by %q", name, got, c.want, c.by)
		}
	}
}
