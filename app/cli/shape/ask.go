package shape

import (
	"time"

	"afterglow/app/ask"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
)

// Ask is the answer to a question.
type Ask struct {
	Question   string    `json:"question"`
	At         time.Time `json:"at"` // the moment that the answer holds for
	Understood bool      `json:"understood"`
	Verdict    string    `json:"verdict"`
	Headline   string    `json:"headline"`
	Why        string    `json:"why"`
	Topics     []Topic   `json:"topics"`
	Answers    []Answer  `json:"answers"`
	Also       []Answer  `json:"also"`    // of other things in the question, if the plan is silent on the one that counts
	Silent     []Topic   `json:"silent"`  // what the plan says nothing of, among topics
	Nearest    []Topic   `json:"nearest"` // to pick from, if it was not understood
	Elsewhere  string    `json:"elsewhere"`
	Clinic     Clinic    `json:"clinic"`
	Notes      []Note    `json:"notes"`
	Tell       *Wish     `json:"tell"` // the notification that was asked for with --tell; else null
}

// Wish is a notification that comes when what was asked about need not wait any more.
type Wish struct {
	ID int64      `json:"id"` // of its line in the log, to take it back
	At *time.Time `json:"at"` // null: once the skin is calm
}

// OfWish is the shape of one.
func OfWish(e record.Entry, at time.Time) Wish { return Wish{ID: e.ID, At: instant(at)} }

// Topic is a thing that people ask about.
type Topic struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Answer is one part of a plan that answers a question.
type Answer struct {
	Kind      string     `json:"kind"`
	ID        string     `json:"id"`
	Name      string     `json:"name"`
	Topic     string     `json:"topic"`
	Verdict   string     `json:"verdict"`
	Text      string     `json:"text"` // the plan's own words
	Why       string     `json:"why"`
	State     string     `json:"state"` // of a window, else ""
	From      *time.Time `json:"from"`
	Until     *time.Time `json:"until"`
	Then      string     `json:"then"`
	ThenUntil *time.Time `json:"then_until"`
	Soft      bool       `json:"soft"`      // less of it, not none
	Except    string     `json:"except"`    // the plan's word for what it leaves out; "" if it does not
	Condition string     `json:"condition"` // what the person is asked, in the sheet's words; "" for calm skin
	Act       string     `json:"act"`       // of a call: whom to call
	Source    string     `json:"source"`
	Says      Source     `json:"says"`
	Treatment string     `json:"treatment"` // which of several treatments it comes from; "" if only one is looked after
}

// Clinic is whom to call.
type Clinic struct {
	Name  string `json:"name"`
	Phone string `json:"phone"`
}

// Note is what the person's clinic told them of this.
type Note struct {
	ID       int64     `json:"id"`
	Question string    `json:"question"`
	Answer   string    `json:"answer"`
	At       time.Time `json:"at"` // when it was written down
}

// OfAsk is the shape of an answer to a question.
func OfAsk(v phrase.Voice, a service.AskView, wish *Wish) Ask {
	before, verdict, after := v.AskHead(a.Reply)
	out := Ask{
		Question: a.Question, At: a.At, Understood: a.Understood, Verdict: string(a.Verdict),
		Headline: before + verdict + after, Why: v.AskWhy(a.Reply),
		Topics: each(a.Topics, ofTopic), Nearest: each(a.Nearest, ofTopic), Elsewhere: a.Elsewhere,
		Clinic:  Clinic{Name: a.Clinic.Name, Phone: a.Clinic.Phone},
		Answers: []Answer{}, Also: []Answer{}, Silent: each(a.Silent, ofTopic),
		Notes: each(a.Notes, func(q record.ClinicQuestion) Note {
			return Note{ID: q.ID, Question: q.Text, Answer: q.Answer, At: q.AnsweredAt}
		}),
		Tell: wish,
	}
	for i, part := range a.Answers {
		out.Answers = append(out.Answers, ofAnswer(v, part, a.Says[i], a.Of[i]))
	}
	for i, part := range a.Also {
		out.Also = append(out.Also, ofAnswer(v, part, a.AlsoSays[i], a.AlsoOf[i]))
	}
	return out
}

func ofTopic(t ask.Topic) Topic { return Topic{ID: t.ID, Name: t.Name} }

func ofAnswer(v phrase.Voice, a ask.Answer, says service.SourceView, of []service.Called) Answer {
	return Answer{
		Kind: string(a.Kind), ID: a.ID, Name: a.Name, Topic: a.Topic, Verdict: string(a.Verdict), Text: a.Text, Why: a.Why,
		State: string(a.State), From: instant(a.From), Until: instant(a.Until), Then: a.Then, ThenUntil: instant(a.ThenUntil),
		Soft: a.Soft, Except: a.Except, Condition: a.Condition, Act: a.Act, Source: a.Source, Says: ofSource(v, says), Treatment: v.SetBy(of),
	}
}
