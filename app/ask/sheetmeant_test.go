package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/course"
)

// sheetMeant is a plan with sentences of fresh sheets that were read as another thing than they mean.
const sheetMeant = sheetHead + `[[windows]]
id = "picking"
name = "Scratching"
avoid = "Do not pick, peel or force skin off."
[[windows]]
id = "wax"
name = "Waxing"
avoid = "No waxing where the peel was."
[[windows]]
id = "perfume"
name = "Perfume"
avoid = "No perfumed makeup."
[[windows]]
id = "strong"
name = "Active products"
avoid = "No AHAs or products with over 6 percent alcohol."
until = "4 days"
[[windows]]
id = "clean"
name = "Clean face"
avoid = "Come with a clean face: no lotion, no other product."
from = "end of day -1"
until = "0h"
[[windows]]
id = "light"
name = "Light"
avoid = "No medicine that makes your skin sensitive to light."
[[windows]]
id = "warm"
name = "Heat"
avoid = "No heat."
until = "5 days"
[[windows]]
id = "steam"
name = "Sauna"
avoid = "No sauna."
until = "2 days"
[[windows]]
id = "facials"
name = "Facials"
avoid = "No facial, no microdermabrasion."
until = "2 weeks"
[[windows]]
id = "scrubs"
name = "Exfoliants"
avoid = "No exfoliants."
[[windows]]
id = "flush"
name = "Flushing"
avoid = "Nothing that makes your face flush."
until = "2 weeks"
[[windows]]
id = "shampoo"
name = "Other shampoo"
avoid = "Use only a mild shampoo."
until = "3 days"
except = ["mild shampoo"]
[[routines]]
id = "serum"
name = "Mild cleanser"
how = "Then vitamin E."
times = ["08:00"]
from = "morning 1"
[[care]]
id = "clothes"
name = "Loose clothes"
text = "Come in loose clothes."
[[care]]
id = "cream"
name = "Moisturiser"
text = "As we told you."
from = "0h"
[[call]]
id = "blisters"
text = "Crusts or blisters."
act = "clinic"
`

func TestASheetsSentenceIsReadAsItIsMeant(t *testing.T) {
	plan := planOf(t, sheetMeant)
	const day = 24 * time.Hour
	wantAllLed(t, plan, map[string]led{
		"to peel skin off is no chemical peel":               {"chemical peel", day, ask.Advice, "wax"},
		"but what the hands do":                              {"peel off flakes", day, ask.NotYet, "picking"},
		"perfumed makeup is not all makeup":                  {"makeup", day, ask.Advice, "perfume"},
		"alcohol in a product is no drink":                   {"wine", day, ask.NotYet, "flush"},
		"but in a toner":                                     {"alcohol toner", day, ask.NotYet, "strong"},
		"a clean face is not forbidden":                      {"wash my face", -2 * time.Hour, ask.Silent, "serum"},
		"a kind of medicine is not all of them":              {"my tablets", day, ask.Advice, "light"},
		"a sauna is heat":                                    {"sauna", 3 * day, ask.NotYet, "warm"},
		"microdermabrasion has a wait of its own":            {"microdermabrasion", day, ask.NotYet, "facials"},
		"exercise makes the face flush":                      {"gym", day, ask.NotYet, "flush"},
		"flushing is asked by its name":                      {"flushing", day, ask.Advice, "flush"},
		"another shampoo is not all washing of the hair":     {"wash my hair", day, ask.Silent, ""},
		"a step to come is not told as one that holds":       {"vitamin e", time.Hour, ask.Silent, "serum"},
		"an ordinary word is found in a name":                {"clothes", day, ask.Advice, "clothes"},
		"advice that holds leads before a wait that is over": {"moisturiser", day, ask.Advice, "cream"},
		"skin that is sensitive to light is no eye":          {"medicine that makes my skin sensitive to light", day, ask.Advice, "light"},
		"the plan's own reason to call, of any id":           {"crusts", day, ask.Call, "blisters"},
		"pain that no tablet helps":                          {"painkillers do not help", day, ask.Call, "worse"},
	})
	t.Run("a call of the plan stands beside the general one of its id", func(t *testing.T) {
		sc := treatedOf(course.Treatment{ID: 1, At: now.Add(-day), EnteredAt: now.Add(-2 * day), Plan: plan})
		if r := sc.Answer(ask.Question{Text: "blisters"}); len(r.Answers) != 2 || r.Answers[0].Act != "today" || r.Answers[1].Text != "Crusts or blisters." {
			t.Errorf("it is answered by %v", ids(r.Answers))
		}
	})
}

func TestAnIngredientWithATimeOfItsOwnIsOverWhenThatIsUp(t *testing.T) {
	plan := planOf(t, sheetMeant+`
[products]
  [[products.waits]]
  avoid = ["camphor"]
  until = "7 days"
`)
	for after, want := range map[time.Duration]ask.Verdict{-40 * time.Hour: ask.Silent, time.Hour: ask.NotYet, 8 * 24 * time.Hour: ask.Yes} {
		at := now.Add(-after)
		sc := treatedOf(course.Treatment{ID: 1, At: at, EnteredAt: at.Add(-48 * time.Hour), Plan: plan})
		r := sc.Answer(ask.Question{Text: "camphor"})
		if r.Verdict != want || want == ask.Yes && r.Answers[0].State != course.Open {
			t.Errorf("%s after the treatment it is answered %s by %+v", after, r.Verdict, r.Answers)
		}
	}
}
