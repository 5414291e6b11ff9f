package locale

import "strings"

// How territories write times and dates: by the short time and the short date of Unicode's CLDR 48 (read through
// ICU 78), each territory in its main language, or in English if CLDR has no other there. What is not named has a
// 24-hour clock, the day first, and weeks from Monday (CLDR's weekData). Languages that differ from their territory stand behind it.
const (
	hours12 = `AE AG AL AR AS AU BB BD BH BM BN BO BS BT CA CL CO CR CU CY DJ DM DO DZ EC EG EH ER ET FJ FM GD GH
		GM GR GT GU GY HK HN IN IQ JM JO KH KI KN KP KR KW KY LB LC LR LS LY MH MO MP MR MW MX MY NA NI NZ OM PA PE PG
		PH PK PR PS PW QA SA SB SD SG SL SO SS SV SY SZ TC TD TN TO TT TW UM US UY VC VE VG VI VU WS YE ZM`
	hours24    = `fr_CA`
	monthFirst = `AS ER GU MH MP PA PH PR UM US VI`
	yearFirst  = `AF BT CA CN GL HU IR JP KP KR LK LS LT MG MN NA NP RW SE TW ZA ZW eu_ES`
	dayFirst   = `es_US`

	fromFriday   = `MV`
	fromSaturday = `AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY`
	fromSunday   = `AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ
		NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW`
)

// among says whether a name is in a list.
func among(list, name string) bool {
	for one := range strings.FieldsSeq(list) {
		if one == name {
			return true
		}
	}
	return false
}

// ofLanguage is how a language is written in a territory: "en", "US".
func ofLanguage(language, territory string) Format {
	both := language + "_" + territory
	var f Format
	if among(hours12, territory) && !among(hours24, both) {
		f.Hours = Hours12
	}
	switch {
	case among(dayFirst, both):
	case among(monthFirst, territory):
		f.Order = MonthDay
	case among(yearFirst, territory) || among(yearFirst, both):
		f.Order = YearMonth
	}
	switch {
	case among(fromSunday, territory):
		f.Week = FromSunday
	case among(fromSaturday, territory):
		f.Week = FromSaturday
	case among(fromFriday, territory):
		f.Week = FromFriday
	}
	return f
}

// ofName is how a locale's name is written: "en_US.UTF-8", "en-US", "sr_RS@latin", "en_US@rg=gbzzzz" (a Mac's region
// beside its language). It is none for a name without a territory, such as "C".
func ofName(name string) (Format, bool) {
	name, modifiers, _ := strings.Cut(name, "@")
	name, _, _ = strings.Cut(name, ".")
	parts := strings.FieldsFunc(name, func(c rune) bool { return c == '_' || c == '-' })
	territory := ""
	for _, part := range parts[min(1, len(parts)):] {
		if len(part) == 2 {
			territory = strings.ToUpper(part)
			break
		}
	}
	if _, region, found := strings.Cut(modifiers, "rg="); found && len(region) >= 2 {
		territory = strings.ToUpper(region[:2])
	}
	if territory == "" {
		return Format{}, false
	}
	return ofLanguage(strings.ToLower(parts[0]), territory), true
}
