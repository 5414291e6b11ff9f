package phrase

import (
	"afterglow/app/record"
	"afterglow/app/service"
)

// ClinicAnswer is what the clinic said, below its question in the list of questions; "" if there is no answer.
func (v Voice) ClinicAnswer(q record.ClinicQuestion) string {
	if q.Answer == "" {
		return ""
	}
	return v.T("questions.answer", Args{"Answer": q.Answer})
}

// QuestionState says how it stands with a question: since when it is kept, answered or crossed off.
func (v Voice) QuestionState(q record.ClinicQuestion) string {
	switch {
	case !q.CrossedAt.IsZero():
		return v.T("questions.crossed", Args{"At": q.CrossedAt})
	case q.Answer != "":
		return v.T("questions.answered", Args{"At": q.AnsweredAt})
	}
	return v.T("questions.kept", Args{"At": q.AddedAt})
}

// keptChange says what a line of the log about a question or a product is about.
func (v Voice) keptChange(c service.KeptChange) string {
	switch {
	case c.Answer != "":
		return v.T("logpage.answered", Args{"Text": Stop(c.Text), "Answer": c.Answer})
	case c.Was != "":
		return v.T("logpage.renamed", Args{"Was": c.Was, "Name": c.Text})
	}
	return c.Text
}
