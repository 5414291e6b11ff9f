package phrase

import (
	"afterglow/app/record"
	"afterglow/app/service"
)

// Senses are the ids of what is felt, in the order of record.Feeling's levels.
func Senses() [4]string { return [4]string{"redness", "tightness", "itch", "soreness"} }

// Felt is how the skin felt, in one line: "still red or peeling, redness 4, itch 2". What was not said is left out; ""
// if there is the person's own note alone, see FeltNoted.
func (v Voice) Felt(f record.Feeling) string {
	var parts []string
	if f.Skin != record.SkinUnsaid {
		parts = append(parts, v.T("feel.skin_"+string(f.Skin)))
	}
	for i, l := range f.Levels() {
		if l.Said {
			parts = append(parts, v.T("feel.level_"+Senses()[i], Args{"Level": l.N}))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return v.commas(parts)
}

// FeelCall is what a plan says to who is still red or peeling: whom to call, and for which of its reasons.
func (v Voice) FeelCall(c service.CallView) string {
	return v.T("feel.call_"+c.Act, Args{"Text": Stop(c.Text)})
}

// FeelPhone is the clinic's number beside that; "" if none is known, or another one has to be called.
func (v Voice) FeelPhone(c service.CallView) string {
	switch {
	case c.Phone == "" || c.Act == "emergency":
		return ""
	case c.Clinic == "":
		return v.T("feel.phone", Args{"Phone": c.Phone})
	}
	return v.T("feel.phone_of", Args{"Clinic": c.Clinic, "Phone": c.Phone})
}

// FeltNoted is Felt with the person's own note.
func (v Voice) FeltNoted(f service.Felt) string {
	said := v.Felt(f.Feeling)
	switch {
	case f.Note == "":
		return said
	case said == "":
		return f.Note
	}
	return v.T("feel.noted", Args{"Felt": said, "Note": f.Note})
}
