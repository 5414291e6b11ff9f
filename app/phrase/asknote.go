package phrase

import (
	"afterglow/app/record"
	"afterglow/guidance"
)

// AskNote is what the person's clinic told them, as they wrote it down, with what they had asked: a "yes" of theirs
// belongs to those words alone. "Your note of 24 November, "may I fly": after 5 days."
func (v Voice) AskNote(q record.ClinicQuestion) string {
	return v.T("ask.note", Args{"Date": v.Date(q.AnsweredAt), "Question": q.Text, "Note": Stop(inOneLine(q.Answer))})
}

// AskClinic is whom to ask or call: "Rose Street Skin: phone 030 1234"; "" if nothing is known.
func (v Voice) AskClinic(c guidance.Clinic) string {
	args := Args{"Clinic": c.Name, "Phone": c.Phone}
	switch {
	case c.Phone == "" && c.Name == "":
		return ""
	case c.Phone == "":
		return v.T("ask.clinic", args)
	case c.Name == "":
		return v.T("ask.phone", args)
	}
	return v.T("ask.clinic_phone", args)
}
