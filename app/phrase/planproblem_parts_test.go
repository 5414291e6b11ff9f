package phrase_test

import "testing"

// partMistakes are those in what a plan says of a part of an entry: what stays to be avoided, what is never allowed,
// from when something is allowed, who else says it, and until when ingredients wait.
func partMistakes() []mistake {
	const avoid, from, useful, covers, phase, product = `avoid = "No makeup."`, `from = "0h"`, `useful_for = "3h"`, `covers = ["makeup"]`, `expect = "pink skin"`, `use = ["panthenol"]`
	return []mistake{
		{"still to be avoided, but after what", avoid, 1, avoid + "\nthen_avoid = [\"lipstick\"]", []string{`16: then_avoid says what still waits, but nothing says what follows, in window "makeup"; write then = "SPF 30+, hat, shade" too, or take then_avoid out`}},
		{"allowed after it is asked for", from, 2, `allowed_from = "2h"`, []string{`28: allowed_from = "2h" is after from = "0h" in routine "cleanse"; write an allowed_from before from`}},
		{"allowed from nothing on", useful, 1, useful + "\nallowed_from = \"soon\"", []string{`31: allowed_from = "soon" is not a point in time in routine "cleanse"`}},
		{"allowed later in a when alone", `how = "Water only."`, 1, "how = \"Water only.\"\n[[routines.when]]\narea = \"neck\"\nallowed_from = \"1h\"", []string{`42: allowed_from varies nothing in a when of routine "cleanse"; write allowed_from in the routine itself first`}},
		{"allowed in a when after it is asked for", `how = "Water only."`, 1, "how = \"Water only.\"\n[[routines.when]]\narea = \"neck\"\nallowed_from = \"1h\"\n[[routines]]\nid = \"b\"\nname = \"B\"\ntimes = [\"09:00\"]\nuntil = \"3d\"\nfrom = \"2h\"\nallowed_from = \"1h\"\n[[routines.when]]\narea = \"neck\"\nallowed_from = \"4h\"",
			[]string{`42: allowed_from varies nothing`, `52: allowed_from = "4h" is after from = "2h" in a when of routine "b"`}},
		{"never, and advised on", covers, 1, covers + "\nabout = [\"picking\"]\nnever = [\"picking\"]", []string{`61: never and about both name "picking" in care "gentle"; write it in one list`}},
		{"another source of nothing", covers, 1, covers + "\nnever = [\"picking\"]\n[[care.says]]\nof = [\"rubbing\", \"picking\"]\nsource = \"sheet\"", []string{`62: of names "rubbing", which the entry does not speak of, in a says of care "gentle"; write a word of the entry: of its activities, about, never or expect`}},
		{"another source of a misspelt word", phase, 1, phase + "\n[[phases.says]]\nof = [\"skni\"]\nsource = \"sheet\"", []string{`47: of names "skni", which the entry does not speak of, in a says of phase "calming"; write of = ["skin"]`}},
		{"another source without a part", covers, 1, covers + "\n[[care.says]]\nsource = \"sheet\"", []string{`60: a says of care "gentle" has no of; write of = ["laser"]`}},
		{"ingredients without an end", product, 1, product + "\n[[products.waits]]\navoid = [\"parfum\"]", []string{`73: a wait of [products] has no until`}},
		{"ingredients with two ends", product, 1, product + "\n[[products.waits]]\navoid = [\"parfum\"]\nwindow = \"makeup\"\nuntil = \"7d\"", []string{`76: window and until stand together in a wait of [products]; write only one of them`}},
		{"ingredients as long as nothing", product, 1, product + "\n[[products.waits]]\navoid = [\"parfum\"]\nwindow = \"acids\"", []string{`75: window = "acids" is not a window of this plan, in a wait of [products]; write the id of a window of this plan`}},
		{"ingredients as long as a misspelt window", product, 1, product + "\n[[products.waits]]\navoid = [\"parfum\"]\nwindow = \"makup\"", []string{`75: window = "makup" is not a window of this plan, in a wait of [products]; write window = "makeup"`}},
		{"ingredients until before the treatment", product, 1, product + "\n[[products.waits]]\navoid = [\"parfum\"]\nuntil = \"-1d\"", []string{`75: until = "-1d" is not after from = "0h" in a wait of [products]`}},
		{"an ingredient that waits twice", product, 1, product + "\n[[products.waits]]\navoid = [\"retinol\"]\nuntil = \"7d\"", []string{`74: "retinol" is to be avoided twice, in a wait of [products]; write it once`}},
		{"an ingredient that waits and is used", product, 1, product + "\n[[products.waits]]\navoid = [\"panthenol\"]\nuntil = \"7d\"", []string{`71: "panthenol" is to be avoided and used, in [products]; write it in one list`}},
	}
}

func TestEachMistakeInAPartNamesItsLineAndTheWayOut(t *testing.T) {
	for _, m := range partMistakes() {
		t.Run(m.name, func(t *testing.T) { m.try(t, m.apply(t)) })
	}
}
