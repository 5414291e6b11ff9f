package sheets

import (
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/course"
	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// Forms of what was written down; each is the ending of its file.
const (
	FormPage   = "pdf"
	FormTable  = "csv"
	FormValues = "json"
)

// ClinicAsk is what the person wants to take along.
type ClinicAsk struct {
	From, Until  course.Date // the first day and the last; the zero Date: as of the newest course
	Water, Notes bool        // what is left out
	Form         string
	Letter       bool // a page on the paper of North America
}

// Of is the period that it asks for, in a zone.
func (a ClinicAsk) Of(zone *time.Location) service.ReportAsk {
	ask := service.ReportAsk{NoWater: a.Water, NoNotes: a.Notes}
	if a.From != (course.Date{}) {
		const noon = 12 * 60
		ask.From, ask.Until = course.On(a.From, noon, zone), course.On(a.Until, noon, zone)
	}
	return ask
}

// Clinic makes a page for the clinic of what was written down in a period, or the same as a table or as values.
type Clinic struct {
	From, Until course.Date // the period
	First, Last course.Date // of all that was written down
	Letter      bool
	Save        func(ask ClinicAsk, answer func(file string, pages int, err error))
	Show        func(file string, answer func(error)) // opens the file in the desktop's own program for it

	without map[string]bool
	form    string
	file    string // what was saved last
	pages   int
	wrong   error
}

// Sheet implements Panel.
func (c *Clinic) Sheet(k *kit.Kit, h Handle) *kit.Sheet {
	v := k.V
	if c.form == "" {
		c.form, c.without = FormPage, map[string]bool{}
	}
	anew := func() { c.file, c.wrong = "", nil; h.Redraw() }
	lines := append(c.came(k), k.Body(v.T("clinicpage.how")), c.days(k, anew),
		c.switched(k, "water", anew), c.switched(k, "notes", anew),
		k.Segments("clinic.form", []kit.Choice{
			{ID: FormPage, Text: v.T("clinicpage.form_page")}, {ID: FormTable, Text: v.T("clinicpage.form_table")}, {ID: FormValues, Text: v.T("clinicpage.form_values")},
		}, c.form, func(id string) { c.form = id; anew() }))
	switch c.form {
	case FormPage:
		lines = append(lines, k.Segments("clinic.letter", []kit.Choice{
			{ID: "off", Text: v.T("plansheet.a4")}, {ID: "on", Text: v.T("plansheet.letter")},
		}, kit.OnOff(c.Letter), func(id string) { c.Letter = id == "on"; anew() }))
	case FormTable:
		lines = append(lines, k.Muted(v.T("clinicpage.table_how")))
	case FormValues:
		lines = append(lines, k.Muted(v.T("clinicpage.values_how")))
	}
	yes := k.Primary("clinic.save", v.T("clinicpage.save"), func() {
		ask := ClinicAsk{From: c.From, Until: c.Until, Water: c.without["water"], Notes: c.without["notes"], Form: c.form, Letter: c.Letter}
		c.Save(ask, func(file string, pages int, err error) {
			c.file, c.pages, c.wrong = file, pages, err
			h.Redraw()
		})
	})
	if c.file != "" {
		yes = k.Primary("clinic.show", v.T("clinicpage.show"), func() {
			c.Show(c.file, func(err error) { c.wrong = err; h.Redraw() })
		})
	}
	return k.Sheet(Wide, v.T("clinicpage.title"), h.Close, kit.Column(kit.GapInside, lines...),
		k.Secondary("sheet.no", v.T("sheet.not_now"), h.Close), yes)
}

// came is what came of saving, at the top, where a small window shows it.
func (c *Clinic) came(k *kit.Kit) (lines []fyne.CanvasObject) {
	if c.file != "" {
		id := "clinicpage.saved"
		if c.form == FormPage {
			id = "clinicpage.saved_page"
		}
		said := k.V.T(id, phrase.Args{"File": c.file, "Count": c.pages})
		lines = append(lines, kit.Column(2, k.Inked(said, k.P.Sage, true), k.Muted(k.V.T("clinicpage.not_locked"))))
	}
	if w := k.Wrong(c.wrong); w != nil {
		lines = append(lines, w)
	}
	return lines
}

// days are the first day and the last, each with a calendar. One never passes the other.
func (c *Clinic) days(k *kit.Kit, anew func()) fyne.CanvasObject {
	v := k.V
	said := func(id string, d course.Date) string {
		return v.T(id, phrase.Args{"Date": v.ShortDate(course.On(d, 12*60, v.Now().Location()))})
	}
	return kit.Wrap(kit.GapInside, 6,
		k.Day("clinic.from", said("clinicpage.from", c.From), c.First, c.Last, func(d course.Date) {
			if c.From = d; d.Days(c.Until) < 0 {
				c.Until = d
			}
			anew()
		}),
		k.Day("clinic.until", said("clinicpage.until_day", c.Until), c.First, c.Last, func(d course.Date) {
			if c.Until = d; c.From.Days(d) < 0 {
				c.From = d
			}
			anew()
		}),
		k.Link("clinic.all", v.T("clinicpage.all"), func() { c.From, c.Until = c.First, c.Last; anew() }))
}

// switched is a part that can be left out.
func (c *Clinic) switched(k *kit.Kit, part string, anew func()) fyne.CanvasObject {
	label := k.V.T("clinicpage.with_" + part)
	return kit.Row(kit.GapInside, 0, k.Strong(label), k.Switch("clinic."+part, label, !c.without[part], func(on bool) {
		c.without[part] = !on
		anew()
	}))
}

// Follow implements Panel: the period that was chosen stays.
func (c *Clinic) Follow(Model) Answer { return Answer{} }
