package check

import (
	"afterglow/app/ask/label"
	"afterglow/guidance"
)

// Ingredient is what holds of one ingredient by its name; false: neither the plan nor our list knows it.
func Ingredient(sc Scene, name string) (Finding, bool) {
	item := label.Item{Name: name, Keys: []string{guidance.IngredientKey(name)}, Place: 1, Of: 1}
	if e, ok := guidance.Ingredients().Find(name); ok {
		item.Known, item.Name = e, e.INCI
	}
	f := newChecker(sc).item(item)
	return f, f.Reason != Unlisted
}
