package screens

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
	"afterglow/app/record"
	"afterglow/app/screens/askbox"
	"afterglow/app/service"
	"afterglow/guidance"
)

// scripted is a scene that answers as it is told: by a question's own words, each verdict and each length.
type scripted struct {
	replies map[string]ask.Reply
	telling time.Time
	notes   []record.ClinicQuestion
}

func (s scripted) Ask(q ask.Question) service.AskView {
	text := q.Text
	if q.Time != nil {
		text = strings.TrimSpace(text[:q.Time.From] + text[q.Time.To:])
	}
	r, ok := s.replies[strings.ToLower(text)]
	if !ok {
		r = ask.Reply{Verdict: ask.Unknown}
	}
	if r.Question, r.At = q.Text, at(21, 17, 50); q.Time != nil {
		r.At, r.AtSaid = q.Time.At, true
	}
	v := service.AskView{Reply: r, Clinic: guidance.Clinic{Name: "Clinic Lindenhof", Phone: "030 5550 1234"}}
	for _, n := range s.notes {
		if n.Answer != "" && strings.EqualFold(n.Text, q.Text) {
			v.Notes = append(v.Notes, n)
		}
	}
	for range r.Answers {
		v.Says = append(v.Says, says(20))
	}
	return v
}

func (s scripted) Telling(string, []string) (record.Entry, time.Time, bool) {
	return record.Entry{}, s.telling, !s.telling.IsZero()
}

func (s scripted) WishDate(string, []string) (service.Date, bool) { return service.Date{}, true }

func (s scripted) Kept(question string) (record.ClinicQuestion, bool) {
	for _, q := range s.notes {
		if strings.EqualFold(q.Text, question) {
			return q, true
		}
	}
	return record.ClinicQuestion{}, false
}

func (scripted) Check(text string) (service.CheckView, error) { return service.Scene{}.Check(text) }

func topic(names ...string) (all []ask.Topic) {
	for _, n := range names {
		all = append(all, ask.Topic{ID: strings.ToLower(n), Name: n})
	}
	return all
}

// waitFor is a window that holds until then.
func waitFor(id, name string, until time.Time) ask.Answer {
	return ask.Answer{Kind: ask.Window, ID: id, Name: name, Verdict: ask.NotYet, State: course.Wait, Until: until,
		Text: "No " + name + ".", Source: "article", Line: 20, Treatment: 1}
}

// everyVerdict answers with each verdict, short and long.
func everyVerdict() scripted {
	care := func(id, name, text string, v ask.Verdict) ask.Answer {
		return ask.Answer{Kind: ask.Care, ID: id, Name: name, Verdict: v, Text: text, Source: "article", Line: 60, Treatment: 1}
	}
	understood := func(v ask.Verdict, topics []ask.Topic, answers ...ask.Answer) ask.Reply {
		return ask.Reply{Understood: true, Verdict: v, Topics: topics, Answers: answers}
	}
	heat := waitFor("heat", "Heat, pool", at(23, 15, 30))
	heat.Text = "No sauna, hot bath or pool."
	sweat := waitFor("sweat", "Exercise", at(22, 15, 30))
	sweat.Text = "No exercise that makes you sweat."
	hands := waitFor("hands", "Touching", time.Time{})
	hands.State = course.Ask
	open := ask.Answer{Kind: ask.Window, ID: "makeup", Name: "Makeup", Verdict: ask.Yes, State: course.Open, Until: at(21, 15, 30), Source: "article", Line: 10, Treatment: 1}
	then := open
	then.ID, then.Name, then.Then, then.ThenUntil, then.State = "sun", "Sun", "SPF 30+, hat, shade", at(30, 15, 30), course.Then
	long := strings.TrimSpace(strings.Repeat("Pat dry with a clean towel that nobody else uses and do not rub. ", 6))
	many := understood(ask.NotYet, topic("Swimming in the sea", "Sauna", "A very hot bath"), heat, sweat,
		waitFor("actives", "Acids, retinol", at(25, 15, 30)), care("first-day", "The first day", long, ask.Advice), care("shade", "Shade", "A hat.", ask.Advice), hands)
	return scripted{replies: map[string]ask.Reply{
		"makeup":             understood(ask.Yes, topic("Makeup"), open),
		"sun":                understood(ask.Yes, topic("Sun"), then),
		"hot yoga":           understood(ask.NotYet, topic("Hot yoga"), heat, sweat),
		"touching":           understood(ask.NotYet, topic("Touching"), hands),
		"picking the flakes": understood(ask.No, topic("Picking at the skin"), care("flaking", "Flaking", "Do not pick or rub.", ask.No)),
		"lukewarm shower":    understood(ask.Advice, topic("Showering"), care("clean", "Cleansing", "Lukewarm water, clean hands.", ask.Advice)),
		"fever":              understood(ask.Call, topic("Fever"), ask.Answer{Kind: ask.CallLine, ID: "fever", Verdict: ask.Call, Text: "Fever or chills", Act: "today", Source: "article", Line: 200}),
		"niacinamide":        understood(ask.Silent, topic("Niacinamide")),
		"leg wax":            {Understood: true, Verdict: ask.Silent, Topics: topic("Waxing"), Elsewhere: "legs"},
		"many":               many,
		"near":               {Verdict: ask.Unknown, Nearest: topic("Swimming", "Sunscreen", "Sunbathing")},
	}}
}

// asks shows the box with scripted answers and asks.
func (st *stage) asks(t testing.TB, scene askbox.Scene, text string) {
	t.Helper()
	st.shell.Show(PageAsk)
	if s, ok := scene.(scripted); ok {
		st.own = append(st.own, slices.Collect(maps.Values(s.replies)), s.notes)
	}
	show := func() {
		st.shell.box().Show(askbox.Model{Scene: scene, Asked: st.service.asked})
		st.shell.box().Redraw()
	}
	show()
	if text != "" {
		st.write(t, "ask", text)
		show() // what was remembered was read again, with the real scene
	}
}
