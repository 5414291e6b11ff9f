package guidance

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// sentence is a piece of shipped text and where it stands.
type sentence struct{ where, text string }

// shown is all text of a plan that people read as advice.
func shown(p Plan) []sentence {
	list := []sentence{{"summary", p.Summary}, {"spacing", p.Spacing.Text}}
	add := func(where string, texts ...string) {
		for _, s := range texts {
			if s != "" {
				list = append(list, sentence{where, s})
			}
		}
	}
	for _, w := range p.Windows {
		add("window "+w.ID, w.Name, w.Avoid, w.Why, w.After, w.Then)
	}
	for _, r := range p.Routines {
		add("routine "+r.ID, r.Name, r.Ask, r.How)
		for _, s := range r.Stages {
			add("stage of "+r.ID, s.How)
		}
	}
	for _, x := range p.Phases {
		add("phase "+x.ID, x.Name, x.Expect)
	}
	for _, c := range p.Care {
		add("care "+c.ID, c.Name, c.Text)
	}
	for _, c := range CallList(p) {
		add("call "+c.ID, c.Text)
	}
	for _, s := range p.Sources {
		add("note of "+s.ID, s.Note)
	}
	for _, s := range builtInCalls().Sources {
		add("note of "+s.ID, s.Note)
	}
	return list
}

func TestEverySentenceIsShortAndCalm(t *testing.T) {
	banned := regexp.MustCompile(`(?i)\b(safe|safely|safety|heal|heals|healed|healing|normal|abnormal|normally|infection|infections|infected|` +
		`toxic|harmful|bad|dangerous|guarantee|guaranteed|cure|cures|erythema|streak|failed|diagnos\w*|wound\w*|must not|missed)\b|!`)
	for _, p := range Starters() {
		for _, s := range shown(p) {
			if word := banned.FindString(s.text); word != "" {
				t.Errorf("%s, %s: %q says %q", p.ID, s.where, s.text, word)
			}
			for _, one := range sentences(s.text) {
				if n := len(strings.Fields(one)); n > 15 {
					t.Errorf("%s, %s: %d words in %q", p.ID, s.where, n, one)
				}
			}
		}
	}
}

func TestEachPlanReadsAtPrimarySchoolAge(t *testing.T) {
	for _, p := range Starters() {
		var words, syllables, ends int
		for _, s := range shown(p) {
			for _, one := range sentences(s.text) {
				ends++
				for _, w := range strings.Fields(one) {
					words++
					syllables += syllablesIn(w)
				}
			}
		}
		grade := 0.39*float64(words)/float64(ends) + 11.8*float64(syllables)/float64(words) - 15.59
		if grade > 6 {
			t.Errorf("%s reads at grade %.1f, above 6", p.ID, grade)
		}
		if words < 400 {
			t.Errorf("%s: only %d words were measured", p.ID, words)
		}
	}
}

func TestTheReadingMeasureKnowsHardFromEasy(t *testing.T) {
	for word, want := range map[string]int{"skin": 1, "exfoliants": 4, "moisturiser": 4, "one": 1, "little": 2, "24": 1} {
		if got := syllablesIn(word); got != want {
			t.Errorf("%s has %d syllables, counted %d", word, want, got)
		}
	}
}

func sentences(text string) []string {
	return slices.DeleteFunc(regexp.MustCompile(`[.?!]+(\s|$)`).Split(text, -1), func(s string) bool { return strings.TrimSpace(s) == "" })
}

var vowels = regexp.MustCompile(`[aeiouy]+`)

// syllablesIn counts groups of vowels, without a silent e at the end. It errs
// towards too many ("makeup" counts three), so the grade is never flattered.
func syllablesIn(word string) int {
	w := strings.ToLower(strings.Trim(word, ".,?:;+\"'()"))
	n := len(vowels.FindAllString(w, -1))
	if strings.HasSuffix(w, "e") && !strings.HasSuffix(w, "le") && n > 1 {
		n--
	}
	// "ia" is two: exfol-i-ants.
	return max(n+strings.Count(w, "ia"), 1)
}

func TestEveryFigureNamesASourceAndEverySourceIsUsed(t *testing.T) {
	for _, p := range Starters() {
		used := map[string]bool{}
		says := func(what, source string) {
			used[source] = true
			s, ok := p.SourceOf(source)
			if !ok || s.Title == "" || s.Strength == "" {
				t.Errorf("%s: %s is said by %q, which is %+v", p.ID, what, source, s)
			}
		}
		parts := func(what string, list []Says) {
			for _, s := range list {
				says(what, s.Source)
			}
		}
		for _, w := range p.Windows {
			says(w.ID, w.Source)
			parts(w.ID, w.Says)
			for _, v := range w.When {
				says(w.ID, v.Source)
			}
		}
		for _, r := range p.Routines {
			says(r.ID, r.Source)
			for _, v := range r.When {
				says(r.ID, v.Source)
			}
		}
		for _, x := range p.Phases {
			says(x.ID, x.Source)
			parts(x.ID, x.Says)
		}
		for _, c := range p.Care {
			says(c.ID, c.Source)
			parts(c.ID, c.Says)
		}
		for _, w := range p.Products.Waits {
			if w.Window == "" {
				says(w.Avoid[0], w.Source)
			}
		}
		for _, c := range CallList(p) {
			says(c.ID, c.Source)
		}
		says("spacing", p.Spacing.Source)
		for _, v := range p.Spacing.When {
			says("spacing", v.Source)
		}
		for _, s := range p.Sources {
			if !used[s.ID] {
				t.Errorf("%s: nothing is said by %s", p.ID, s.ID)
			}
		}
	}
}

func TestStartersHaveWhatTheProgramKnowsBest(t *testing.T) {
	for _, p := range Starters() {
		var windows, routines []string
		for _, w := range p.Windows {
			windows = append(windows, w.ID)
			if len(w.Activities) == 0 {
				t.Errorf("%s: nobody can ask for %s in other words", p.ID, w.ID)
			}
		}
		for _, r := range p.Routines {
			routines = append(routines, r.ID)
		}
		if got := strings.Join(windows, " "); got != "makeup sun sweat heat actives alcohol wax procedures hands" {
			t.Errorf("%s: windows %s", p.ID, got)
		}
		if got := strings.Join(routines, " "); got != "cleanse moisturise water sunscreen checkin" {
			t.Errorf("%s: routines %s", p.ID, got)
		}
		if len(p.Phases) < 4 || p.Phases[0].From != (Moment{}) {
			t.Errorf("%s: phases %+v", p.ID, p.Phases)
		}
	}
}

func TestNotificationTextFits(t *testing.T) {
	for _, p := range Starters() {
		for _, r := range p.Routines {
			if len([]rune(r.Ask)) > 40 || len([]rune(r.How)) > 90 {
				t.Errorf("%s: %s is too long for a notification", p.ID, r.ID)
			}
		}
	}
}

func TestNoActivityBelongsToTwoWindows(t *testing.T) {
	for _, p := range Starters() {
		owner := map[string]string{}
		for _, w := range p.Windows {
			for _, a := range append(w.Activities, w.ID) {
				if other, taken := owner[a]; taken {
					t.Errorf("%s: %q belongs to %s and %s", p.ID, a, other, w.ID)
				}
				owner[a] = w.ID
			}
		}
	}
}

func TestNobodyIsToldToJustAddSunscreenOnTheFirstDay(t *testing.T) {
	for _, p := range Starters() {
		for _, traits := range everyTraits() {
			for _, r := range p.For(traits).Routines {
				if r.ID == "sunscreen" && (Moment{Elapsed: day}).after(r.From) {
					t.Errorf("%s %+v: sunscreen from %v", p.ID, traits, r.From)
				}
			}
		}
		if avoid := window(t, p, "sun").Avoid; strings.Contains(avoid, "SPF") || !strings.Contains(avoid, "shade and a hat") {
			t.Errorf("%s: the first days' rule is %q", p.ID, avoid)
		}
	}
}

func TestTheCallListIsAlwaysWholeAndEmergenciesComeFirst(t *testing.T) {
	own := Plan{Calls: []Call{{ID: "mine", Text: "Mine.", Act: "emergency"}, {ID: "other", Text: "Other.", Act: "clinic"}}}
	bare := CallList(Plan{})
	if len(bare) < 10 {
		t.Fatalf("only %d reasons are always shown", len(bare))
	}
	list := CallList(own)
	if len(list) != len(bare)+2 {
		t.Errorf("%d reasons with two of the plan's own, %d without", len(list), len(bare))
	}
	rank := map[string]int{"emergency": 0, "today": 1, "clinic": 2}
	for i := 1; i < len(list); i++ {
		if rank[list[i].Act] < rank[list[i-1].Act] {
			t.Errorf("%s (%s) comes after %s (%s)", list[i].ID, list[i].Act, list[i-1].ID, list[i-1].Act)
		}
	}
	all := ""
	for _, c := range bare {
		all += c.Text + " "
	}
	names(t, all, "redness", "swelling", "pain", "heat", "gets worse", "pus", "fluid", "fever", "chills", "blisters", "cold sore", "dark or light patches", "trouble breathing")
}
