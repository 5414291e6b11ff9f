package guidance

import (
	"errors"
	"strings"
	"testing"
)

const rolePlan = `format = 1
id = "clinic"
name = "Clinic"
[[sources]]
id = "sheet"
title = "Our sheet"
strength = "clinic"
`

// routineText is a routine with the keys given.
func routineText(id string, keys ...string) string {
	return "[[routines]]\nid = \"" + id + "\"\nname = \"" + id + "\"\nuntil = \"7d\"\n" + strings.Join(keys, "\n") + "\n"
}

func TestARoutineHasTheRoleThatItSaysElseTheOneThatItsIDNames(t *testing.T) {
	const times, amount = `times = ["08:00"]`, `amount = "6 cups"`
	for _, c := range []struct {
		name string
		text string
		want []Role
	}{
		{"known ids", routineText("cleanse", times) + routineText("water", amount) + routineText("checkin", times), []Role{Cleanse, Water, CheckIn}},
		{"another id says its role", routineText("serum", times, `role = "moisturise"`) + routineText("drink", amount, `role = "water"`), []Role{Moisturise, Water}},
		{"an amount alone is water", routineText("drink", amount), []Role{Water}},
		{"the second amount has none", routineText("drink", amount) + routineText("tea", amount), []Role{Water, ""}},
		{"the id water goes before an earlier amount", routineText("tea", amount) + routineText("water", amount), []Role{"", Water}},
		{"an id may play another role", routineText("cleanse", times, `role = "moisturise"`) + routineText("wash", times, `role = "cleanse"`), []Role{Moisturise, Cleanse}},
		{"others have none", routineText("mist", times), []Role{""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := Parse("clinic.toml", []byte(rolePlan+c.text))
			if err != nil {
				t.Fatal(err)
			}
			for i, want := range c.want {
				if got := p.Routines[i].Role; got != want {
					t.Errorf("%s has the role %q, want %q", p.Routines[i].ID, got, want)
				}
			}
		})
	}
}

func TestARoleIsHadOnce(t *testing.T) {
	const times, amount = `times = ["08:00"]`, `amount = "6 cups"`
	for name, text := range map[string]string{
		"said twice":                  routineText("a", times, `role = "cleanse"`) + routineText("b", times, `role = "cleanse"`),
		"said, and an id before":      routineText("cleanse", times) + routineText("b", times, `role = "cleanse"`),
		"said, and an id after":       routineText("b", times, `role = "cleanse"`) + routineText("cleanse", times),
		"an amount of another role":   routineText("pads", amount, `role = "cleanse"`),
		"a role that nobody knows of": routineText("a", times, `role = "toner"`),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse("clinic.toml", []byte(rolePlan+text))
			problems, ok := errors.AsType[Problems](err)
			if !ok || len(problems) != 1 || !strings.Contains(problems[0].What.ID, "role") && problems[0].What.ID != "planproblem.unknown_word" {
				t.Errorf("refused with %v, want one problem of the role", err)
			}
		})
	}
}
