package check

import (
	"cmp"
	"slices"
	"time"

	"afterglow/app/ask/label"
	"afterglow/app/course"
	"afterglow/guidance"
)

// checker holds ingredients against each plan that counts.
type checker struct {
	now   time.Time
	book  *guidance.IngredientBook
	plans []*plan
}

// plan is one plan with the words of its list, and the course that it makes.
type plan struct {
	guidance.Plan
	course            *course.Course // nil: no treatment
	past              bool           // the course is over
	avoid, allow, use []listed
	windows           []window
}

func newChecker(sc Scene) *checker {
	ch := &checker{now: sc.Now, book: guidance.Ingredients()}
	for i := range sc.Courses {
		ch.plans = append(ch.plans, ch.of(sc.Courses[i].Plan, &sc.Courses[i], false))
	}
	switch {
	case len(ch.plans) > 0:
	case sc.Past != nil:
		ch.plans = append(ch.plans, ch.of(sc.Past.Plan, sc.Past, true))
	default:
		ch.plans = append(ch.plans, ch.of(sc.Plan, nil, false))
	}
	return ch
}

func (ch *checker) of(p guidance.Plan, c *course.Course, past bool) *plan {
	return &plan{
		Plan: p, course: c, past: past,
		avoid: ch.listed(p.Products.Avoid), allow: ch.listed(p.Products.Allow), use: ch.listed(p.Products.Use), windows: windows(p, c),
	}
}

// item is what holds of one entry of a label: of several plans, the strictest answer.
func (ch *checker) item(item label.Item) Finding {
	best := ch.by(ch.plans[0], item)
	for _, p := range ch.plans[1:] {
		if f := ch.by(p, item); stricter(f, best) {
			best = f
		}
	}
	return best
}

// by is what one plan makes of it: its list, then its waits, then what our list says.
func (ch *checker) by(p *plan, item label.Item) Finding {
	x := thing{Item: item}
	if e := item.Known; e != nil {
		x.group, x.like = e.Group, e.Group
		if e.Like != "" {
			x.like = e.Like
		}
		if e.High && (item.Place > mostHigh || e.Melts && item.Wet) {
			return ch.finding(p, x, Soft, Pinch)
		}
	}
	avoid, allow, use := best(p.avoid, x), best(p.allow, x), best(p.use, x)
	if allow.level > byKin && allow.level > avoid.level {
		f := ch.finding(p, x, Use, Allowed)
		f.Word = allow.word
		return ch.unlessUntreated(p, f)
	}
	if use.level >= byGroup && use.level > avoid.level || use.level == byKin && avoid.level == 0 && ch.soothing(x) && !item.Known.Apart {
		return ch.named(p, x, use)
	}
	f, bound := ch.bound(p, x, avoid)
	if !bound {
		spent := f.Spent
		f = ch.silent(p, x)
		f.Spent = spent
		ch.tell(p, x, &f)
	}
	return ch.softened(p, x, f)
}

// mostHigh is how far down a list grains of sugar or salt still make a scrub.
const mostHigh = 3

// thing is an entry of a label with the kinds that it is of.
type thing struct {
	label.Item
	group string // "": not on our list
	like  string // the kind that a plan's words may mean; mostly group
}

func (ch *checker) soothing(x thing) bool {
	g, ok := ch.book.Group(x.group)
	return ok && g.Soothing
}

// finding is the beginning of an answer.
func (ch *checker) finding(p *plan, x thing, v Verdict, r Reason) Finding {
	f := Finding{Item: x.Item, Name: x.Name, Group: cmp.Or(x.group, guidance.NoGroup), Verdict: v, Reason: r}
	if x.Known != nil {
		f.Note = x.Known.Note
	}
	if p.course != nil {
		f.Treatment = p.course.Treatment.ID
	}
	return f
}

// named answers for what the plan names for use: once it begins with such products.
func (ch *checker) named(p *plan, x thing, use listed) Finding {
	f := ch.finding(p, x, Use, Named)
	f.Word, f.Kin = use.word, use.level == byKin
	if r := p.routine(guidance.Moisturise); r != nil {
		if ch.now.Before(r.Allowed) {
			f.Verdict, f.Reason, f.Until, f.Source, f.Line = Wait, NotBegun, r.Allowed, r.Spec.Source, r.Spec.Line
		}
		if ch.now.Before(p.course.Treatment.At) {
			f.Verdict = Soft
		}
	}
	return ch.unlessUntreated(p, f)
}

// unlessUntreated takes a yes back if there was no treatment: whoever forgot to enter theirs must not be told one.
func (ch *checker) unlessUntreated(p *plan, f Finding) Finding {
	if p.course == nil {
		f.Verdict = Soft
	}
	return f
}

// routine is the routine of that role; nil: the plan has none, or there was no treatment.
func (p *plan) routine(role guidance.Role) *course.Routine {
	if p.course == nil {
		return nil
	}
	i := slices.IndexFunc(p.course.Routines, func(r course.Routine) bool { return r.Spec.Role == role })
	if i < 0 {
		return nil
	}
	r := p.course.Routines[i]
	if r.Allowed.IsZero() {
		r.Allowed = r.From
	}
	return &r
}

// softened is an answer in its true weight: an acid low down a list, a name that the plan may not mean.
func (ch *checker) softened(p *plan, x thing, f Finding) Finding {
	e := x.Known
	if e != nil && e.Mild && e.Like != "" && f.Verdict == Soft { // of a wait that may not be meant there is no end to tell
		return ch.finding(p, x, Soft, Known)
	}
	if e == nil || f.Verdict != Wait && f.Verdict != Avoid {
		return f
	}
	switch {
	case e.PH && x.Low && !x.Active:
		f.Verdict, f.Reason = Soft, LowDown
	case e.Mild && e.Like != "":
		f.Verdict, f.Reason = Soft, MayMean
	case e.Mild:
		f.Verdict, f.Reason = Soft, MayBe
	}
	return f
}

// silent answers for what the plan says nothing of: by our own list, as ours.
func (ch *checker) silent(p *plan, x thing) Finding {
	g, ok := ch.book.Group(x.group)
	switch {
	case !ok:
		return ch.finding(p, x, Soft, Unlisted)
	case x.group == guidance.NoGroup:
		return ch.finding(p, x, Soft, Known)
	}
	f := ch.finding(p, x, Soft, Soothes)
	f.Why, f.Source, f.Book = g.Why, x.Known.Source, true
	if g.Soothing {
		if ch.mayGoOn(p, g) {
			f.Verdict = Use
		}
		return f
	}
	f.Figure, f.Source = g.Figure, g.Source
	switch end := p.end(g.Wait); {
	case end.IsZero():
		f.Verdict, f.Reason = Wait, OursAny
	case ch.now.Before(p.course.Treatment.At):
		f.Reason, f.From = OursAhead, p.course.Treatment.At
	case ch.now.Before(end):
		f.Verdict, f.Reason, f.Until = Wait, Ours, end
	default:
		f.Reason, f.Since = OursOver, end
	}
	return f
}

// mayGoOn says whether what soothes may go on by the plan: it begins with a mild moisturiser, or with its sunscreen for
// a filter, and that time has come. A plan without one says nothing, and nothing is no yes.
func (ch *checker) mayGoOn(p *plan, g guidance.IngredientGroup) bool {
	for _, role := range []guidance.Role{guidance.Moisturise, guidance.Role(g.Routine)} {
		if role == "" {
			continue
		}
		if r := p.routine(role); r == nil || ch.now.Before(r.Allowed) {
			return false
		}
	}
	return !ch.now.Before(p.end(g.From)) && !p.past
}

// end is so long after the treatment; zero if there was none.
func (p *plan) end(after time.Duration) time.Time {
	if p.course == nil {
		return time.Time{}
	}
	return p.course.Treatment.At.Add(after)
}

// weight orders answers: what has no end goes before what ends, a stop before a hint.
func weight(f Finding) int {
	switch {
	case f.Verdict == Avoid:
		return 0
	case f.Verdict == Wait && f.Until.IsZero():
		return 1
	case f.Verdict == Wait:
		return 2
	case f.Verdict == Soft:
		return 3
	}
	return 4
}

// stricter says whether an answer goes before another one.
func stricter(a, b Finding) bool {
	if wa, wb := weight(a), weight(b); wa != wb {
		return wa < wb
	}
	return a.Until.After(b.Until)
}

// inOrder puts the strictest first; what is alike keeps the label's order.
func inOrder(found []Finding) {
	slices.SortStableFunc(found, func(a, b Finding) int { return cmp.Compare(weight(a), weight(b)) })
}
