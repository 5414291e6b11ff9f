package screens

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

// The gallery draws pages to be looked at:
//
//	go test ./app/screens -run Gallery -gallery /tmp/pictures [-scene day1,ask] [-page today] [-size 800x440,960x680] [-look dark]
//
// It makes SCENE-PAGE-SIZE-LOOK.png in that folder. Several names are written with commas; none is all, for -size 960x680.
var (
	gallery     = flag.String("gallery", "", "the folder to draw pictures of the pages in")
	galleryOf   = flag.String("scene", "", "scenes of the gallery, see lives")
	galleryPage = flag.String("page", "", "pages of the gallery, as --page has them")
	gallerySize = flag.String("size", "", "sizes of the gallery, such as 800x440,960x680,1920x1080")
	galleryLook = flag.String("look", "", "looks of the gallery: light, dark, pseudo, sharp-light, sharp-dark")
)

// chosen are the names of a flag, or all.
func chosen(list string, all []string) []string {
	if list == "" {
		return all
	}
	return strings.Split(list, ",")
}

// eachChosen runs do, where a folder to draw in is given, for those that the names of a flag choose; what says what they are.
func eachChosen[V any](t *testing.T, folder, what, list string, all map[string]V, do func(t *testing.T, name string, v V)) {
	t.Helper()
	if folder == "" {
		t.Skip("no folder is given to draw it in")
	}
	for _, name := range chosen(list, slices.Sorted(maps.Keys(all))) {
		v, known := all[name]
		if !known {
			t.Fatalf("no %s is called %q; there are: %s", what, name, strings.Join(slices.Sorted(maps.Keys(all)), ", "))
		}
		t.Run(name, func(t *testing.T) { do(t, name, v) })
	}
}

func TestGallery(t *testing.T) {
	eachChosen(t, *gallery, "scene", *galleryOf, lives(), func(t *testing.T, scene string, live func(testing.TB) *life) {
		l := live(t)
		for _, page := range chosen(*galleryPage, pageNames()) {
			eachLook(t, l, func(st *stage, of string) {
				if scene == "example" {
					st.shell.showExample()
				}
				if page == PageStudio {
					st.withDraft(t)
				}
				st.shell.Show(page)
				if page == PageStudio {
					st.tap(t, "studio/row.windows/makeup")
				}
				st.win.Canvas().Unfocus() // the caret blinks
				save(t, filepath.Join(*gallery, fmt.Sprintf("%s-%s-%s.png", scene, page, of)), st.picture())
			})
		}
	})
}

// eachLook has a life drawn on a stage of its own in each size and look that is asked for; of names them.
func eachLook(t *testing.T, l *life, draw func(st *stage, of string)) {
	t.Helper()
	for _, look := range chosen(*galleryLook, []string{"light", "dark", "pseudo"}) {
		plain, sharp := strings.CutPrefix(look, "sharp-")
		v, choice := phrase.New(locale.Format{}), theme.Choice(plain)
		if look == "pseudo" {
			v, choice = pseudoVoice(t, locale.Hours24), theme.AlwaysLight
		}
		l.must(l.SetSetting(t.Context(), "theme", string(choice)))
		for _, size := range strings.Split(cmp.Or(*gallerySize, "960x680"), ",") {
			var w, h float32
			if _, err := fmt.Sscanf(size, "%fx%f", &w, &h); err != nil {
				t.Fatalf("%q is no size such as 960x680", size)
			}
			st := newStageOn(t, l.Service, v, choice, w, h)
			if st.shell.opts.Sharp = sharp; sharp {
				st.app.Settings().SetTheme(st.shell.theme())
				st.shell.applyTheme()
			}
			draw(st, size+"-"+look)
			st.app.Quit()
		}
	}
}
