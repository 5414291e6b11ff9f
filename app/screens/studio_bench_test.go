package screens

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"afterglow/app/datadir"
	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/screens/theme"
)

// manyRows is a plan of so many rows, waits and steps by turns, each with its sheet's sentence.
func manyRows(n int) string {
	var s strings.Builder
	s.WriteString("format = 2\nid = \"long\"\nname = \"A long sheet\"\nversion = \"2026-11\"\n\n[[sources]]\nid = \"sheet\"\ntitle = \"A long sheet\"\nstrength = \"clinic\"\n")
	things := []string{"makeup", "exercise", "sauna", "retinol", "swimming", "alcohol", "sunbathing", "hair dye", "acids", "massage"}
	for i := range n {
		thing, days := things[i%len(things)], i%9+2
		if i%2 == 0 {
			fmt.Fprintf(&s, "\n[[windows]]\nid = \"row%d\"\nname = \"%s %d\"\navoid = \"No %s.\"\nuntil = \"%dd\"\nactivities = [\"%s %d\"]\nsays_so = \"No %s %d for %d days.\"\n",
				i, strings.ToUpper(thing[:1])+thing[1:], i, thing, days, thing, i, thing, i, days)
			continue
		}
		fmt.Fprintf(&s, "\n[[routines]]\nid = \"row%d\"\nname = \"Cream %d\"\nhow = \"A thin layer of cream %d.\"\ntimes = [\"08:00\"]\nuntil = \"%dd\"\nsays_so = \"Cream %d each morning for %d days.\"\n", i, i, i, days, i, days)
	}
	return s.String()
}

// A letter in a plan of 200 rows: until the row and the list beside it are drawn anew, which the person waits for, at most
// 50 ms; and until the row's checks and its preview are new too, which is worked out beside them.
func BenchmarkALetterOf200Rows(b *testing.B) {
	for _, what := range []string{"drawn", "checked"} {
		b.Run(what, func(b *testing.B) {
			st := newStageOn(b, lives()["day1"](b).Service, phrase.New(locale.Format{}), theme.AlwaysLight, 1500, 900)
			st.shell.opts.DataDir = b.TempDir()
			if err := os.WriteFile(filepath.Join(st.shell.opts.DataDir, datadir.DraftFile), []byte(manyRows(200)), 0o600); err != nil {
				b.Fatal(err)
			}
			st.shell.Show(PageStudio)
			st.tap(b, "studio/row.windows/row100")
			if what == "drawn" {
				st.shell.opts.Background = func(func()) {}
			}
			for i := 0; b.Loop(); i++ {
				st.typeIn(b, "studio/says", "No makeup 100 for 3 days"+strings.Repeat(".", i%5))
			}
		})
	}
}
