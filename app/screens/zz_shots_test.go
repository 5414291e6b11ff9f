package screens

import (
	"fmt"
	"image/png"
	"os"
	"testing"

	"afterglow/app/screens/kit"
)

func TestShots(t *testing.T) {
	dir := os.Getenv("SHOTS")
	if dir == "" {
		t.Skip()
	}
	save := func(name string, st *stage) {
		f, _ := os.Create(dir + "/" + name + ".png")
		defer f.Close()
		png.Encode(f, st.picture())
	}
	for _, dark := range []bool{false, true} {
		for _, z := range [][2]float32{{900, 640}, {960, 680}, {1400, 1000}} {
			tag := fmt.Sprintf("%v-%d", map[bool]string{true: "dark", false: "light"}[dark], int(z[0]))
			st := newStage(t, dayOne(t), dark, z[0], z[1])
			for _, page := range []string{"today", "timeline", "guide", "settings", "calls", "begin"} {
				st.shell.Show(page)
				save(page+"-"+tag, st)
				if page == "begin" {
					tap := func(id string) { st.shell.k.Known(id).(*kit.Press).OnTap() }
					tap("begin.next")
					save("begin2-"+tag, st)
					tap("begin.next")
					save("begin3-"+tag, st)
				}
				if page == "today" {
					st.shell.k.Known("today.window.actives").(*kit.Press).OnTap()
					save("sheet-"+tag, st)
					st.shell.escape()
					st.shell.k.Known("today.done").(*kit.Press).OnTap()
					save("snack-"+tag, st)
					st.shell.snack.hide()
				}
				if page == "timeline" {
					st.shell.k.Known("timeline.zoom.weeks").(*kit.Press).OnTap()
					save("weeks-"+tag, st)
					st.shell.k.Known("timeline.list").(*kit.Press).OnTap()
					save("list-"+tag, st)
					st.shell.k.Known("timeline.list").(*kit.Press).OnTap()
					st.shell.k.Known("timeline.zoom.days").(*kit.Press).OnTap()
				}
			}
			save("empty-"+tag, newStage(t, nothing(t), dark, z[0], z[1]))
		}
	}
}
