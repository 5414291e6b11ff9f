package screens

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"afterglow/app/card"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/pocket"
	"afterglow/app/service"
)

// The cards of all lives, to be looked at:
//
//	go test ./app/screens -run CardGallery -cards /tmp/cards [-scene day1]
var cardsIn = flag.String("cards", "", "the folder to draw cards in")

func TestCardGallery(t *testing.T) {
	all := lives()
	all["three"] = threeAreas
	eachChosen(t, *cardsIn, "scene", *galleryOf, all, func(t *testing.T, scene string, live func(testing.TB) *life) {
		l := live(t)
		sc, err := l.Service.Scene(t.Context(), time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		hours12, made := phrase.New(locale.Format{Hours: locale.Hours12}), pseudoVoice(t, locale.Hours24)
		for name, c := range map[string]card.Card{
			"24": phrase.New(locale.Format{}).At(sc.Now, sc.Zone).Card(sc, false), "12": hours12.At(sc.Now, sc.Zone).Card(sc, false),
			"pseudo": made.At(sc.Now, sc.Zone).Card(sc, false), "discreet": made.At(sc.Now, sc.Zone).Card(sc, true),
		} {
			for i, size := range card.Sizes() {
				saveCard(t, scene, name, fmt.Sprint(size.Wide)+".png", card.Order{Card: c, Form: "png", Size: size, Dark: i%2 == 1})
			}
			saveCard(t, scene, name, "a4.pdf", card.Order{Card: c, Form: "pdf"})
		}
	})
}

func saveCard(t *testing.T, scene, voice, end string, o card.Order) {
	t.Helper()
	file, err := pocket.Draw(o)
	if err == nil {
		err = os.WriteFile(filepath.Join(*cardsIn, strings.Join([]string{scene, voice, end}, "-")), file, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// threeAreas are three treatments of one person, one of them by a plan whose names are long.
func threeAreas(t testing.TB) *life {
	l := newLife(t, at(13, 12, 0))
	l.treated(at(13, 10, 0), "neck", "cautious")
	l.until(at(18, 16, 0)).treated(at(18, 15, 30), "scalp", "essentials")
	long := strings.NewReplacer(`name = "Exercise"`, `name = "Exercise, yoga and all that makes sweat"`,
		`name = "Acids, retinol"`, `name = "Hochdosierte Fruchtsäurebehandlungen"`).Replace(clinicText(t))
	_, err := l.until(at(20, 16, 0)).Begin(t.Context(), service.NewTreatment{At: at(20, 15, 30), Device: "pen", DepthMM: 1, Area: "face", PlanFile: long, PlanName: "clinic.toml"})
	l.must(err)
	return l.until(at(21, 17, 50))
}
