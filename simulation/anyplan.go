package simulation

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"afterglow/guidance"
)

// anyPlan writes the text of a plan file: a starter plan as it is, or one of any shape.
func anyPlan(d draw) string {
	if d.chance(0.45) {
		text, _ := guidance.StarterText(pick(d, "essentials", "cautious"))
		return string(text)
	}
	p := planText{draw: d, format: pick(d, 1, 2)}
	p.line(`format = %d`, p.format)
	p.line(`id = "simulated-%d"`, d.IntN(1000))
	p.line(`name = "Simulated"`)
	p.line("[[sources]]\nid = \"sheet\"\ntitle = \"A sheet\"\nstrength = \"clinic\"")
	p.windows()
	p.routines()
	p.advice()
	if d.chance(0.5) {
		p.line("[[phases]]\nid = \"all\"\nname = \"All\"\nuntil = \"%dd\"\nexpect = \"pink skin\"", d.between(2, 42))
	}
	p.spacing()
	return p.String()
}

// spacing says when the next treatment is and how many there are, where something hangs on it.
func (p *planText) spacing() {
	d := p.draw
	if p.next || p.series {
		p.line("[spacing]")
	}
	if p.next || p.series && d.chance(0.5) {
		p.line("from = \"%dw\"\nuntil = \"8w\"\ntext = \"Some weeks\"", d.between(5, 8))
	}
	if p.series {
		p.line("sessions = %s", pick(d, "1", "2", "2", `"2 to 3"`, "4"))
	}
}

type planText struct {
	strings.Builder
	draw   draw
	format int
	series bool // something counts from the first or the last session
	next   bool // something counts back from the next treatment, so the plan has to say when that is
}

func (p *planText) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

// hours writes a span in whole half hours.
func hours(d time.Duration) string { return fmt.Sprintf("%dm", d.Truncate(30*time.Minute)/time.Minute) }

func (p *planText) windows() {
	names := [][2]string{
		{"makeup", "Makeup"}, {"sun", "Sun"}, {"sweat", "Exercise"}, {"heat", "Heat, pool"}, {"actives", "Acids, retinol"},
		{"alcohol", "Alcohol"}, {"wax", "Waxing"}, {"hands", "Touching"}, {"tattoo", "New tattoos and other long things"},
	}
	p.draw.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for _, n := range names[:p.draw.between(1, 6)] {
		p.window(n[0], n[1])
	}
}

func (p *planText) window(id, name string) {
	d := p.draw
	p.line("[[windows]]\nid = %q\nname = %q\navoid = \"Not yet.\"", id, name)
	if d.chance(0.04) {
		p.line("from = \"next-4w\"\nuntil = \"next\"")
		p.next = true
		return
	}
	if p.format == 2 && d.chance(0.5) {
		p.newer(id)
		return
	}
	var variants []string // tables within a table come after its own keys
	if d.chance(0.15) {
		p.line("until = \"%s %d\"", pick(d, "morning", "night"), d.between(1, 6))
	} else {
		if d.chance(0.06) {
			p.line("from = \"-1w\"")
		}
		length := d.span(30*time.Minute, 12*day)
		p.line("until = %q", hours(length))
		if d.chance(0.25) {
			p.line("then = \"SPF 30+, hat, shade\"\nthen_until = %q", hours(length+4*day+d.span(time.Hour, 14*day)))
		}
		if d.chance(0.3) {
			variants = append(variants, fmt.Sprintf("%s\n  until = %q", p.match(), hours(length+d.span(30*time.Minute, 4*day))))
		}
		if d.chance(0.2) {
			variants = append(variants, "sensitive = true\n  add = \"24h\"")
		}
	}
	if d.chance(0.15) {
		p.line("and_when = \"calm\"")
	}
	if d.chance(0.4) {
		p.line("extend = %q", pick(d, "12h", "24h", "48h"))
	}
	if d.chance(0.5) {
		p.line("after = \"Use clean brushes.\"")
	}
	if d.chance(0.06) {
		p.line("hours = \"10:00-14:00\"")
	}
	if d.chance(0.04) {
		p.line("situation = \"outdoors\"")
	}
	for _, v := range variants {
		p.line("  [[windows.when]]\n  %s", v)
	}
}

// newer gives a window a stretch as only format 2 says it. What it asks is asked of no other: one answer would be both's.
func (p *planText) newer(id string) {
	d := p.draw
	begin := time.Duration(0)
	switch d.IntN(6) {
	case 0:
		begin = d.span(time.Hour, 5*day)
		p.line("from = %q", hours(begin))
	case 1:
		p.line("from = \"entry\"")
	case 2:
		p.line("from = \"first-2w\"")
		p.series = true
	}
	switch d.IntN(9) {
	case 0:
		days := d.between(6, 9)
		p.line("until = \"%d to %d days\"", days, days+d.between(1, 4))
	case 1:
		p.line("until = \"1 month\"")
	case 2:
		p.line("until = \"end of day %d\"", d.between(6, 9))
	case 3:
		p.line("until = \"bedtime %d\"", d.between(6, 9))
	case 4:
		p.line("until = \"2 weeks\"\nsoft = true")
	case 5:
		p.asks(id, begin)
		if d.chance(0.3) {
			p.line("extend = \"24h\"")
		}
	case 6:
		p.line("until = %q\nand_when = \"calm\"\ncondition = \"%s is well\"", hours(begin+d.span(time.Hour, 6*day)), id)
	case 7:
		p.line("until = %q", pick(d, "last", "last+1 week", "last+1 month"))
		p.series = true
	}
}

func (p *planText) match() string {
	return pick(p.draw, `device = "rf"`, `device = ["pen", "roller"]`, `depth_over_mm = 1.0`, `depth_up_to_mm = 0.5`, `area = "neck"`, `sensitive = true`)
}

func (p *planText) routines() {
	names := [][2]string{
		{"cleanse", "Gentle cleanse"}, {"moisturise", "Moisturise"}, {"sunscreen", "Sunscreen"}, {"checkin", "Check-in"}, {"mist", "Cooling mist"},
	}
	for _, n := range names {
		if p.draw.chance(0.6) {
			p.routine(n[0], n[1])
		}
	}
	if p.draw.chance(0.6) {
		id, name := p.called("water"), "Water"
		if !strings.HasPrefix(id, `"water"`) {
			name = "Something to drink"
		}
		p.line("[[routines]]\nid = %s\nname = %q\nask = \"A glass of water?\"\namount = %q",
			id, name, pick(p.draw, "8 glasses", "4 to 6 glasses", "1 glass", "20 glasses"))
		if p.format == 2 && p.draw.chance(0.2) {
			p.asks("water", 0)
		} else {
			p.line("until = \"%dd\"", p.draw.between(1, 9))
		}
		if p.format == 2 && p.draw.chance(0.3) {
			p.line("from = \"entry\"")
		}
	}
}

// asks writes an end that the person's word alone brings, of a part that begins so long after its treatment.
func (p *planText) asks(id string, begin time.Duration) {
	p.line("until = \"calm\"")
	if p.draw.chance(0.5) {
		p.line("usually = %q", hours(begin+p.draw.span(time.Hour, 6*day)))
	}
	if p.draw.chance(0.5) {
		p.line("condition = \"%s is well\"", id)
	}
}

// advice is what goes on without a clock, until the person says so.
func (p *planText) advice() {
	if p.format == 1 || !p.draw.chance(0.3) {
		return
	}
	p.line("[[care]]\nid = \"rest\"\nname = \"Rest\"\ntext = \"Take it easy.\"")
	begin := time.Duration(0)
	if p.draw.chance(0.3) {
		begin = p.draw.span(time.Hour, 3*day)
		p.line("from = %q", hours(begin))
	}
	p.asks("rest", begin)
}

// called is a routine's id, sometimes a clinic's own with the role that it has.
func (p *planText) called(id string) string {
	own := map[string]string{"moisturise": "serum", "checkin": "mirror", "water": "drink"}[id]
	if own == "" || !p.draw.chance(0.25) {
		return strconv.Quote(id)
	}
	return fmt.Sprintf("%q\nrole = %q", own, id)
}

func (p *planText) routine(id, name string) {
	d := p.draw
	p.line("[[routines]]\nid = %s\nname = %q\nhow = \"A thin layer. Pat dry.\"", p.called(id), name)
	from := 0 * time.Hour
	if d.chance(0.5) {
		from = d.span(30*time.Minute, 2*day)
		p.line("from = %q", hours(from))
	}
	if p.format == 2 && d.chance(0.25) {
		p.asks(id, from)
		p.line("times = %s", p.times())
		return
	}
	if p.format == 2 && d.chance(0.1) {
		p.line("times = %s", p.times()) // and no end
		return
	}
	length := d.span(12*time.Hour, 12*day)
	until := hours(from + length)
	if from == 0 && d.chance(0.15) {
		until = fmt.Sprintf("%s %d", pick(d, "morning", "night"), d.between(1, 9))
	}
	p.line("until = %q", until)
	if d.chance(0.3) {
		p.line("every = \"%dm\"", d.between(2, 24)*15)
	} else {
		p.line("times = %s", p.times())
	}
	if d.chance(0.8) {
		p.line("useful_for = \"%dm\"", d.between(1, 36)*10)
	}
	if d.chance(0.05) {
		p.line("situation = \"outdoors\"")
	}
	if d.chance(0.25) && !strings.Contains(until, " ") {
		p.stages(from, from+length)
	}
	if d.chance(0.2) && !strings.Contains(until, " ") {
		p.line("  [[routines.when]]\n  %s\n  until = %q", p.match(), hours(from+length+d.span(time.Hour, 4*day)))
	}
}

// stages cuts the routine's stretch into two, or into one with a gap.
func (p *planText) stages(from, until time.Duration) {
	d := p.draw
	middle := from + (until-from)/2
	p.line("  [[routines.stages]]\n  from = %q\n  until = %q\n  %s", hours(from), hours(middle),
		pick(d, "none = true", "how = \"Water only.\"", "every = \"3h\"", "times = "+p.times()))
	if d.chance(0.5) {
		p.line("  [[routines.stages]]\n  from = %q\n  until = %q\n  times = %s", hours(middle), hours(until), p.times())
	}
}

func (p *planText) times() string {
	at, list := p.draw.IntN(12*60), []string{}
	for n := p.draw.between(1, 5); n > 0 && at < 24*60; n-- {
		list = append(list, fmt.Sprintf("%q", guidance.Clock(at)))
		at += p.draw.between(1, 72) * 5
	}
	return "[" + strings.Join(list, ", ") + "]"
}
