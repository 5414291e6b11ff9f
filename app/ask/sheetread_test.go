package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
)

// sheetRead is a plan with texts of other fresh sheets that were read as more than they say.
const sheetRead = sheetHead + `[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup."
until = "24 hours"
[[windows]]
id = "sun"
name = "Sun"
avoid = "No sun."
[[windows]]
id = "products"
name = "Other products"
avoid = "Use only the serum we gave you: no other serum, no toner."
until = "24 hours"
except = ["the serum we gave you"]
[[windows]]
id = "actives"
name = "Active products"
avoid = "No acids, and no products with alcohol or perfume."
until = "3 days"
[[windows]]
id = "softener"
name = "Softeners"
avoid = "No softeners on what touches the skin."
[[windows]]
id = "sweets"
name = "Sugary drinks"
avoid = "No great amounts of sugary drinks."
until = "48 hours"
soft = true
[[care]]
id = "brush"
name = "Makeup brush"
text = "Never put makeup on with a brush."
never = ["makeup brush"]
[[care]]
id = "drying"
name = "Drying"
text = "Use a clean paper towel. No dirty towels."
never = ["dirty towel"]
[[care]]
id = "cover"
name = "Cover the skin"
text = "Wear a hat or clothes that keep the sun off your skin."
[[care]]
id = "moist"
name = "Moisturiser"
text = "Put moisturiser on often."
[[routines]]
id = "cleanse"
name = "Soothing cleanser"
how = "Dry gently."
times = ["08:00"]
until = "2 days"
[[routines]]
id = "water"
name = "Water"
amount = "8 glasses"
`

func TestATextIsReadAsNoMoreThanItSays(t *testing.T) {
	plan := planOf(t, sheetRead)
	wantAllLed(t, plan, map[string]led{
		"a never of one way leaves the thing itself alone": {"makeup", time.Hour, ask.NotYet, "makeup"},
		"that way itself": {"makeup brush", 40 * time.Hour, ask.No, "brush"},
		"a never of dirty ones leaves clean ones alone":     {"paper towel", time.Hour, ask.Advice, "drying"},
		"a dirty one itself":                                {"dirty towel", time.Hour, ask.No, "drying"},
		"clothes that keep the sun off are no never of sun": {"sun", time.Hour, ask.NotYet, "sun"},
		"nor of a hat": {"hat", time.Hour, ask.Advice, "cover"},
		"what the person was given, in their own words": {"the serum you gave me", time.Hour, ask.Advice, "products"},
		"another one":                                        {"serum", time.Hour, ask.NotYet, "products"},
		"alcohol in products is no drink":                    {"wine", time.Hour, ask.Silent, ""},
		"in a toner it is what the plan means":               {"toner with alcohol", 40 * time.Hour, ask.NotYet, "actives"},
		"what touches the skin is no touching":               {"softener", time.Hour, ask.NotYet, "softener"},
		"hands are told of it, and not forbidden":            {"touching my face", time.Hour, ask.Advice, "softener"},
		"a sweet drink is less, though water is wanted":      {"cola", time.Hour, ask.NotYet, "sweets"},
		"a sugary drink is no sweet food":                    {"spicy food", time.Hour, ask.Silent, ""},
		"a soothing cleanser is no moisturiser":              {"moisturiser", time.Hour, ask.Advice, "moist"},
		"a softener by the name that people have for it":     {"fabric conditioner", time.Hour, ask.NotYet, "softener"},
		"the usual routine is understood as the skin care":   {"my usual routine", time.Hour, ask.NotYet, "products"},
		"water is still what it was, with sweet drinks less": {"water", time.Hour, ask.Yes, "water"},
	})
}
