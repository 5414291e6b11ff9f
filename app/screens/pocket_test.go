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
)

// The cards of all lives, to be looked at:
//
//	go test ./app/screens -run CardGallery -cards /tmp/cards [-scene day1]
var cardsIn = flag.String("cards", "", "the folder to draw cards in")

func TestCardGallery(t *testing.T) {
	if *cardsIn == "" {
		t.Skip("no folder is given to draw them in")
	}
	for _, scene := range chosen(*galleryOf, nil) {
		l := lives()[scene](t)
		sc, err := l.Service.Scene(t.Context(), time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		for name, v := range map[string]phrase.Voice{"24": phrase.New(locale.Format{}), "12": phrase.New(locale.Format{Hours: locale.Hours12}), "pseudo": pseudoVoice(t, locale.Hours24)} {
			c := v.At(sc.Now, sc.Zone).Card(sc, false)
			for i, size := range card.Sizes() {
				o := card.Order{Card: c, Form: "png", Size: size, Dark: i%2 == 1}
				file, err := pocket.Draw(o)
				if err != nil {
					t.Fatal(err)
				}
				path := filepath.Join(*cardsIn, strings.Join([]string{scene, name, fmt.Sprint(size.Wide)}, "-")+".png")
				if err := os.WriteFile(path, file, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			file, err := pocket.Draw(card.Order{Card: c, Form: "pdf"})
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(*cardsIn, scene+"-"+name+".pdf"), file, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}
