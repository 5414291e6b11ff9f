package service_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"afterglow/guidance"
)

// expected is what a sheet says at six moments, worked out by hand: see the README beside the sheets.
type expected struct {
	Treated string
	Device  string
	Area    string
	Windows map[string][]string // by id: "wait 12 Nov 10:00", "wait no end", "ask", "open", "=" as before, ...
	Due     map[string][]int    // by id: how often on the day of the moment
	Shown   map[string][]bool   // by id: whether advice is shown then; what is not here always is
	Lost    map[string]string   // by number of the fact: why no plan can say it
}

func expect(t *testing.T, name string) expected {
	t.Helper()
	var e expected
	if err := toml.Unmarshal([]byte(sheetFile(t, name+".expect.toml")), &e); err != nil {
		t.Fatalf("%s.expect.toml: %v", name, err)
	}
	return e
}

// sheetPlan reads a sheet's plan; the check must find nothing wrong with it.
func sheetPlan(t *testing.T, name string) guidance.Plan {
	t.Helper()
	p, err := guidance.Parse(name+".toml", []byte(sheetFile(t, name+".toml")))
	if err != nil {
		t.Fatalf("%s.toml is refused:\n%v", name, err)
	}
	return p
}

var carries = regexp.MustCompile(`(?m)^# facts? ([\d, ]+)\n(\[\[?\w+\]\]?)$`)

func TestThePlanOfEachSheetIsTaken(t *testing.T) {
	for _, name := range sheetNames(t) {
		if p := sheetPlan(t, name); p.ID != name {
			t.Errorf("%s.toml is the plan %q", name, p.ID)
		}
	}
}

func TestNoFactOfASheetIsLostInItsPlan(t *testing.T) {
	for _, name := range sheetNames(t) {
		t.Run(name, func(t *testing.T) {
			list, text, lost := facts(t, name), sheetFile(t, name+".toml"), expect(t, name).Lost
			carried := map[int]bool{}
			for _, m := range carries.FindAllStringSubmatch(text, -1) {
				for _, number := range strings.Split(m[1], ", ") {
					n, err := strconv.Atoi(number)
					if err != nil || n < 1 || n > len(list) {
						t.Errorf("%q names a fact that the sheet does not have", m[0])
						continue
					}
					carried[n] = true
					if !strings.Contains(text, strings.ReplaceAll(list[n-1].text, `"`, `\"`)) {
						t.Errorf("no says_so has the words of fact %d: %q", n, list[n-1].text)
					}
				}
			}
			for i, f := range list {
				reason, isLost := lost[fmt.Sprint(i+1)]
				switch {
				case carried[i+1] && isLost:
					t.Errorf("fact %d is carried and lost: %s", i+1, reason)
				case !carried[i+1] && reason == "":
					t.Errorf("fact %d is carried by no entry: %s", i+1, f.text)
				}
			}
		})
	}
}
