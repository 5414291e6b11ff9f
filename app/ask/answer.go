package ask

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// Answer answers a question. What matches the list of calls is answered with that, whatever else stands in the question.
// Else each topic is looked up in the plans, and the strictest of what they say holds; a topic that no plan has turns a
// yes to another into silence.
func (sc Scene) Answer(q Question) Reply {
	sc.Book.mu.Lock()
	defer sc.Book.mu.Unlock()
	h := sc.hear(q)
	reply := Reply{
		Question: q.Text, At: h.at, AtSaid: h.said, Frame: h.q.frame, NoTreatment: len(sc.Courses) == 0,
		Understood: len(h.q.topics)+len(h.q.signs) > 0,
	}
	for _, t := range h.q.topics {
		reply.Topics = append(reply.Topics, h.topic(t))
	}
	if h.q.told && !h.q.foreign {
		reply.Told = h.toldOf(q.Text)
	}
	if calls := h.calls(); len(calls) > 0 {
		if h.answersPast(&reply, calls) || h.yields(&reply, calls) {
			return reply
		}
		reply.Understood, reply.Verdict, reply.Answers, reply.Told = true, Call, calls, nil
		reply.Also = h.besideCalls()
		return reply
	}
	at, due := h.asksDue()
	if due || h.q.frame == NextStep && !h.q.foreign && !slices.ContainsFunc(h.q.topics, func(t int) bool { return !h.vocabularyTopic(t).Weak }) {
		reply.Frame, reply.Topics, reply.Told = NextStep, nil, nil
		if due && !at.Equal(h.scene.Now) {
			reply.At, reply.AtSaid = at, true
		}
		reply.Understood, reply.Next, reply.Verdict = true, true, Silent
		return reply
	}
	if !reply.Understood && !h.q.foreign && h.worded(&reply) {
		return reply
	}
	if !reply.Understood {
		reply.Verdict = Unknown
		if !h.q.foreign {
			reply.Nearest = h.nearest()
		}
		return reply
	}
	if h.overview(&reply) {
		return reply
	}
	h.decide(&reply)
	h.onward(&reply)
	h.turn(&reply)
	h.heading(&reply)
	h.alarmed(&reply)
	h.putBehind(&reply)
	return reply
}

// hearing is a question in its scene, while it is answered.
type hearing struct {
	reader
	scene    Scene
	q        reading
	at       time.Time
	said     bool // the question names at
	plans    []planItems
	current  *course.Course
	windows  bound          // of all courses
	here     bound          // of the courses whose skin the question names
	restrict bool           // here is not all
	meant    bool           // it is asked what a plan may mean by a topic
	named    map[int]string // topics that are called as the person called them
}

// planItems is a plan with the topics that its parts speak of.
type planItems struct {
	plan   *guidance.Plan
	course *course.Course // nil: the plan in use, without a treatment
	items  []item
}

// bound are courses, with what binds of them at the moment that is asked about.
type bound struct {
	courses  []course.Course
	windows  []course.Window
	routines []course.Routine
}

func (sc Scene) hear(q Question) *hearing {
	h := &hearing{
		scene: sc, at: sc.Now, named: map[int]string{},
	}
	h.plans = h.scene.plans()
	h.readPlans()
	if c, ok := course.Current(sc.Courses, sc.Now); ok {
		h.current = &c
	} else if len(sc.Courses) > 0 {
		h.current = &sc.Courses[0]
	}
	from, to := 0, 0
	if q.Time != nil {
		from, to = q.Time.From, q.Time.To
	}
	h.q = h.read(q.Text, from, to)
	if h.q.told {
		h.q.days.after, h.q.days.day = 0, -1 // the time is what they were told
	}
	h.when(q)
	h.weigh()
	h.windows = bind(sc.Courses, h.at)
	h.here = h.windows
	if here := h.treatedHere(); len(here) < len(sc.Courses) {
		h.here, h.restrict = bind(here, h.at), true
	}
	return h
}

// plans are those that may answer: of the courses, else the plan in use.
func (sc *Scene) plans() (list []planItems) {
	for i := range sc.Courses {
		c := &sc.Courses[i]
		list = append(list, planItems{plan: &c.Plan, course: c})
	}
	if len(list) == 0 {
		list = []planItems{{plan: &sc.Plan}}
	}
	return list
}

func bind(courses []course.Course, at time.Time) bound {
	return bound{courses: courses, windows: course.Binding(courses, at), routines: course.AllRoutines(courses, at)}
}

// tonight is the hour that "tonight" means, if it is earlier.
const tonight guidance.Clock = 20 * 60

// when finds the moment that the question is about.
func (h *hearing) when(q Question) {
	days := h.q.days
	switch {
	case q.Time != nil && !h.beforeAll(q.Time.At):
		h.at, h.said = q.Time.At, true
	case h.current == nil:
	case days.day >= 0:
		now := h.scene.Now.In(h.scene.Zone)
		clock := guidance.Clock(now.Hour()*60 + now.Minute())
		h.at, h.said = course.On(course.DateOf(h.current.Treatment.At, h.scene.Zone).Add(days.day), clock, h.scene.Zone), true
	case days.after > 0:
		h.at, h.said = h.current.Treatment.At.Add(days.after), true
	case days.been && h.current.Treatment.At.Add(days.ago).Before(h.at): // by their own count it is earlier: no yes is right before
		h.at, h.said = h.current.Treatment.At.Add(days.ago), true
	}
	if evening := course.On(course.DateOf(h.scene.Now, h.scene.Zone), tonight, h.scene.Zone); days.tonight && !h.said && evening.After(h.at) {
		h.at, h.said = evening, true
	}
}

// beforeAll says whether a moment lies before the treatment that has been: who names one tells what happened ("I ran
// this morning", "treated yesterday"), and asks about now.
func (h *hearing) beforeAll(at time.Time) bool {
	return h.current != nil && !h.current.Treatment.At.After(h.scene.Now) && at.Before(h.current.Treatment.At)
}

// weigh leaves out the topics that count only by themselves, if there are others.
func (h *hearing) weigh() {
	h.drinkingWhat()
	strong := slices.DeleteFunc(slices.Clone(h.q.topics), func(t int) bool { return h.vocabularyTopic(t).Weak })
	if len(strong) > 0 {
		h.q.topics = strong
	}
}

// vocabularyTopic is a topic of the vocabulary, or one that stands for a word of a plan's own.
func (h *hearing) vocabularyTopic(t int) topic {
	if n := t - len(h.topics); n >= 0 {
		name := strings.TrimSpace(h.ownNames[n])
		return topic{Topic: guidance.Topic{ID: strings.Join(strings.Fields(name), "-"), Name: name}, kinds: []int{t}}
	}
	return h.topics[t]
}

func (h *hearing) topic(t int) Topic {
	v := h.vocabularyTopic(t)
	return Topic{ID: v.ID, Name: cmp.Or(h.named[t], v.Name)}
}
