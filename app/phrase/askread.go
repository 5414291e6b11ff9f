package phrase

import "afterglow/app/ask"

// ReadQuestion takes a question as it is typed, with the moment that it asks about: see [typed.Reader.Within].
func (v Voice) ReadQuestion(text string) ask.Question {
	q := ask.Question{Text: text}
	if found, ok := v.reader().Within(text); ok {
		q.Time = &ask.Said{At: found.At.In(v.zone), From: found.From, To: found.To}
	}
	return q
}
