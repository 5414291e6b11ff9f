package screens

import (
	"context"
	"flag"
	"path/filepath"
	"strings"
	"testing"

	"afterglow/app/calserver"
	"afterglow/app/choose"
	"afterglow/app/fault"
)

// What lies over a page is drawn by name, on the life that shows it:
//
//	go test ./app/screens -run GalleryOfDoors -gallery /tmp/pictures [-door phone,erase] [-size 800x480] [-look dark]
var galleryDoor = flag.String("door", "", "what lies over a page, in the gallery of doors, see doors")

// door is what is opened over a page of a life.
type door struct {
	life string
	open func(t *testing.T, st *stage)
}

// tapping opens a door by what is pressed on a page.
func tapping(page string, ids ...string) func(t *testing.T, st *stage) {
	return func(t *testing.T, st *stage) {
		st.shell.Show(page)
		for _, id := range ids {
			st.tap(t, id)
		}
	}
}

// doors are all that can lie over a page.
func doors() map[string]door {
	serving := func(open func(t *testing.T, st *stage), state calserver.State, fail error) func(t *testing.T, st *stage) {
		return func(t *testing.T, st *stage) {
			state.Setup = calserver.Setup{Address: "https://dav.example.com/", User: "mia", Name: "Afterglow", Calendar: "https://dav.example.com/mia/afterglow/"}
			st.shell.opts.Server = &aServer{on: true, state: state, fail: fail}
			st.shell.Refresh()
			open(t, st)
		}
	}
	steps := func(n int) func(t *testing.T, st *stage) {
		return func(t *testing.T, st *stage) {
			st.shell.Show(PageBegin)
			for range n {
				st.tap(t, "begin.next")
			}
		}
	}
	well := calserver.State{Last: calserver.Last{At: at(22, 11, 0), Done: at(22, 11, 0)}}
	offline := calserver.State{Last: calserver.Last{At: at(22, 11, 0), Done: at(22, 8, 0)}}
	plan := func(change ...string) func(t *testing.T, st *stage) {
		return func(t *testing.T, st *stage) {
			st.shell.OpenPlan(writePlan(t, "rose", strings.NewReplacer(change...).Replace(clinicText(t))))
		}
	}
	return map[string]door{
		"phone":         {"clinic", tapping(PageToday, "today.phone")},
		"phone-other":   {"clinic", tapping(PageToday, "today.phone", "phone.later", "phone.form")},
		"phone-saved":   {"clinic", tapping(PageToday, "today.phone", "phone.part.file", "phone.save")},
		"phone-card":    {"clinic", tapping(PageToday, "today.phone", "phone.part.lock")},
		"phone-paper":   {"clinic", tapping(PageToday, "today.phone", "phone.part.paper", "phone.save_card")},
		"phone-nothing": {"nothing", func(_ *testing.T, st *stage) { st.shell.toPhone(nil) }},
		"server-new":    {"clinic", func(_ *testing.T, st *stage) { st.shell.openCalendarServer() }},
		"server-on":     {"clinic", serving(func(_ *testing.T, st *stage) { st.shell.openCalendarServer() }, well, nil)},
		"server-late":   {"clinic", serving(func(_ *testing.T, st *stage) { st.shell.openCalendarServer() }, offline, nil)},
		"server-line":   {"clinic", serving(tapping(PageSettings), well, nil)},
		"server-wrong": {"clinic", serving(func(t *testing.T, st *stage) { st.shell.openCalendarServer(); st.tap(t, "server.now") }, well,
			fault.New("caldav.password", fault.Args{"Host": "dav.example.com"}).Of(calserver.ErrPassword))},
		"end-server":    {"over", serving(tapping(PageToday, "today.over.export"), well, nil)},
		"erase":         {"clinic", tapping(PageSettings, "settings.erase")},
		"erase-second":  {"clinic", tapping(PageSettings, "settings.erase", "sheet.bare")},
		"restore":       {"clinic", tapping(PageSettings, "settings.restore")},
		"remove":        {"clinic", tapping(PageSettings, "settings.remove.1")},
		"keys":          {"clinic", tapping(PageSettings, "settings.keys")},
		"clinicpage":    {"clinic", tapping(PageHistory, "history.clinic")},
		"calls":         {"clinic", tapping(PageCalls)},
		"calls-none":    {"day1", tapping(PageCalls)},
		"checkin":       {"day1", tapping(PageCheckIn)},
		"checkin-red":   {"day7", tapping(PageCheckIn, "sheet.skin.red", "sheet.keep")},
		"step1":         {"nothing", steps(0)},
		"step2":         {"nothing", steps(1)},
		"step3":         {"nothing", steps(2)},
		"coming":        {"nothing", tapping(PageToday, "today.coming")},
		"compare":       {"day1", plan()},
		"compare-small": {"clinic", plan("24h", "48h", `version = "`, `version = "n`)},
		"faulty":        {"clinic", plan("format = ", "formt = ")},
		"source":        {"day1", tapping(PageToday, "today.expects.says")},
		"later":         {"day1", tapping(PageToday, "today.later")},
		"done":          {"day1", tapping(PageToday, "today.done")},
		"wait":          {"clinic", func(t *testing.T, st *stage) { st.toWindow(t, "sun") }},
		"own":           {"day1", tapping(PageGuide, "guide.plan.own")},
		"code":          {"clinic", tapping(PageGuide, "guide.plan.code")},
		"paste":         {"clinic", tapping(PageGuide, "guide.plan.paste")},
		"print":         {"clinic", tapping(PageGuide, "guide.plan.print")},
		"leaflet":       {"clinic", tapping(PageGuide, "guide.plan.leaflet")},
		"zoom-3":        {"clinic", tapping(PageTimeline, "timeline.zoom.three")},
		"zoom-weeks":    {"clinic", tapping(PageTimeline, "timeline.zoom.weeks")},
		"list":          {"clinic", tapping(PageTimeline, "timeline.list")},
		"guide-open":    {"clinic", tapping(PageGuide, "guide.section.sun")},
		"felt":          {"history", tapping(PageHistory, "history.of.feel")},
		"storied":       {"history", tapping(PageHistory)},
		"answer":        {"clinic", func(t *testing.T, st *stage) { st.shell.Show(PageAsk); st.write(t, "ask", "retinol on friday") }},
	}
}

func TestGalleryOfDoors(t *testing.T) {
	eachChosen(t, *gallery, "door", *galleryDoor, doors(), func(t *testing.T, name string, d door) {
		l, folder := lives()[d.life](t), t.TempDir()
		eachLook(t, l, func(st *stage, of string) {
			st.shell.opts.Data = Data{BackUp: func(_ context.Context, folder string) (string, error) { return folder + "/notes.sqlite", nil }}
			st.shell.opts.ChooseFile = func(context.Context, choose.Question) (string, error) { return folder, nil }
			d.open(t, st)
			st.win.Canvas().Unfocus() // the caret blinks
			save(t, filepath.Join(*gallery, "door-"+name+"-"+of+".png"), st.picture())
		})
	})
}
