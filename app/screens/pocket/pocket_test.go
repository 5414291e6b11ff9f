package pocket_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"strings"
	"testing"

	"afterglow/app/card"
	"afterglow/app/screens/pocket"
	"afterglow/app/screens/theme"
)

// of is a card with so many rows.
func of(rows int) card.Card {
	c := card.Card{Title: "What waits until when", Lead: []string{"Essentials", "As of Sat 21 Nov, 11:30"}, More: "and {n} more", Empty: "Nothing waits now.", Foot: "It does not check your skin."}
	for i := range 7 {
		c.Days = append(c.Days, card.Day{At: float64(i) / 7, Name: "Fri"})
	}
	for i := range rows {
		c.Rows = append(c.Rows, card.Row{Name: fmt.Sprintf("Wait %d", i), When: "Fri 18:00", Bars: []card.Bar{{From: 0, To: 0.3, Tone: "wait"}, {From: 0.3, To: 1, Tone: "open"}}})
	}
	return c
}

func drawn(t *testing.T, o card.Order) image.Image {
	t.Helper()
	file, err := pocket.Draw(o)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

func TestAPictureHasTheSizeOfThePhoneAndKeepsItsClockFree(t *testing.T) {
	for i, size := range card.Sizes() {
		rows, dark := []int{9, 0, 40, 1, 20}[i], i%2 == 1
		ground := theme.Light().Background
		if dark {
			ground = theme.Dark().Background
		}
		p := drawn(t, card.Order{Card: of(rows), Form: "png", Size: size, Dark: dark})
		if p.Bounds() != image.Rect(0, 0, size.Wide, size.High) {
			t.Fatalf("%v: the picture is %v", size, p.Bounds())
		}
		free := func(from, to float64) bool {
			for y := int(from * float64(size.High)); y < int(to*float64(size.High)); y += 5 {
				for x := 0; x < size.Wide; x += 7 {
					if color.NRGBAModel.Convert(p.At(x, y)) != ground {
						return false
					}
				}
			}
			return true
		}
		if !free(0, 0.28) || !free(0.88, 1) {
			t.Errorf("%v with %d rows: the card lies where the phone writes", size, rows)
		}
	}
}

func TestAPageIsOnePageOfThePaperOfTheReader(t *testing.T) {
	for _, c := range []struct {
		name   string
		rows   int
		letter bool
		box    string
	}{{"none", 0, false, "595.28 841.89"}, {"a plan", 9, false, "595.28 841.89"}, {"a plan on Letter", 9, true, "612.00 792.00"}, {"a long plan", 200, true, "612.00 792.00"}} {
		t.Run(c.name, func(t *testing.T) {
			file, err := pocket.Draw(card.Order{Card: of(c.rows), Form: "pdf", Letter: c.letter})
			if err != nil {
				t.Fatal(err)
			}
			if box := regexp.MustCompile(`/MediaBox \[0 0 ([0-9. ]+)\]`).FindSubmatch(file); box == nil || string(box[1]) != c.box || bytes.Count(file, []byte("/Type /Page\n")) > 1 {
				t.Errorf("the page is %s", box)
			}
		})
	}
}

func TestAnyTextIsDrawn(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "a word without an end": strings.Repeat("W", 4000), "other letters": "Größe, čeština, Ελληνικά, 肌, 🌿", "right to left": "שלום", "hidden": "a\u202eb\x00c\nd",
	} {
		c := of(2)
		c.Title, c.Rows[0], c.Call, c.Phone, c.Foot = text, card.Row{Name: text, When: text, Note: text}, text, text, text
		for _, form := range []string{"png", "pdf"} {
			if _, err := pocket.Draw(card.Order{Card: c, Form: form, Size: card.Size{Wide: 320, High: 640}}); err != nil {
				t.Errorf("%s as %s: %v", name, form, err)
			}
		}
	}
}

func TestACardSaysWhichLettersItDoesNotHaveInPlaceOfABox(t *testing.T) {
	plain, named := of(1), of(1)
	plain.LeftOut, named.LeftOut = "letters are missing", "letters are missing"
	plain.Rows[0].Name, named.Rows[0].Name = "[…]", "الشمس 日光 धूप 🌞"
	told := plain
	told.Lead = append(told.Lead[:len(told.Lead):len(told.Lead)], told.LeftOut)
	for _, form := range []string{"png", "pdf"} {
		draw := func(c card.Card) []byte {
			file, err := pocket.Draw(card.Order{Card: c, Form: form, Size: card.Sizes()[0]})
			if err != nil {
				t.Fatal(err)
			}
			return regexp.MustCompile(`D:[0-9]+`).ReplaceAll(file, nil)
		}
		if !bytes.Equal(draw(named), draw(told)) || bytes.Equal(draw(named), draw(plain)) {
			t.Errorf("as %s: what has no letters is not left out, or not told", form)
		}
	}
}

func TestWhatIsNoOrderIsRefused(t *testing.T) {
	for name, order := range map[string]string{
		"nothing": "", "no JSON": "card", "no form": `{"card":{}}`, "another form": `{"form":"svg"}`,
		"too large": `{"form":"png","size":{"wide":90000,"high":90000}}`, "no size": `{"form":"png"}`,
	} {
		var out, wrong bytes.Buffer
		if code := pocket.Serve(strings.NewReader(order), &out, &wrong); code == 0 || out.Len() > 0 || wrong.Len() == 0 {
			t.Errorf("%s: exit %d, %d bytes, %q", name, code, out.Len(), wrong.String())
		}
	}
	order, err := json.Marshal(card.Order{Card: of(1), Form: "pdf"})
	if err != nil {
		t.Fatal(err)
	}
	var out, wrong bytes.Buffer
	if code := pocket.Serve(bytes.NewReader(order), &out, &wrong); code != 0 || !bytes.HasPrefix(out.Bytes(), []byte("%PDF-")) {
		t.Errorf("exit %d, %q", code, wrong.String())
	}
}
