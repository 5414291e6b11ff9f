// Package paper draws a plan as a sheet to print: one page of A4 or Letter, in type as large as it lets, for the kitchen
// door and for the clinic to sign off.
package paper

import (
	"bytes"
	"fmt"
	"time"

	"github.com/go-pdf/fpdf"
)

// Sheet is what stands on the paper, in the reader's words.
type Sheet struct {
	Title    string
	Lead     []string // below the title
	Curves   Curves   // above the sections; none if it has no curve
	Sections []Section
	Call     Call
	Foot     []string // small, at the end
	Sign     []string // what to write on the lines at the end, such as name and date
	Code     []byte   // a PNG of the plan's code; nil: none
	CodeSays string   // below the code
	Letter   bool     // the paper of North America, 8.5 by 11 inches; else A4
	Language string   // as "en", for who has the page read aloud
	Made     time.Time
}

// Section is a part under a heading.
type Section struct {
	Title string
	Rows  []Row
}

// Row is one instruction.
type Row struct {
	Name string
	When string   // beside the name
	Text []string // below it
	Room int      // lines to write on, below that
}

// Call is when and whom to call. It stands on the first page, whatever else does.
type Call struct {
	Title string
	Phone string
	Lines []string
}

// Fonts are the type that the sheet is set in, as TrueType.
type Fonts struct{ Regular, Bold []byte }

// Sizes of the type in points: the largest that fits on one page is taken, else the largest that fits on two.
const (
	largest = 13
	least   = 8.5
	step    = 0.5
)

// PDF is the sheet as a PDF file, and on how many pages it is: one, two if it is long, more only if it must.
func PDF(s Sheet, fonts Fonts) (file []byte, pages int, err error) {
	s = s.printable(fonts)
	for most := 1; most <= 2; most++ {
		for size := float64(largest); size >= least; size -= step {
			if file, pages, err = set(s, fonts, size, most); err != nil || file != nil {
				return file, pages, err
			}
		}
	}
	return set(s, fonts, least, 0)
}

// set draws the sheet in one size. Beyond so many pages it gives up, with no file; 0: it does not.
func set(s Sheet, fonts Fonts, size float64, most int) ([]byte, int, error) {
	format := "A4"
	if s.Letter {
		format = "Letter"
	}
	f := fpdf.New("P", "pt", format, "")
	f.SetCatalogSort(true)
	f.SetCreationDate(s.Made)
	f.SetModificationDate(s.Made)
	f.SetTitle(s.Title, true)
	f.SetLang(s.Language)
	f.AddUTF8FontFromBytes(family, "", fonts.Regular)
	f.AddUTF8FontFromBytes(family, "B", fonts.Bold)
	f.SetAutoPageBreak(false, 0)
	f.SetCellMargin(0) // so that text begins where the lines do
	p := &page{Fpdf: f, size: size}
	p.wide, p.high = f.GetPageSize()
	p.begin()
	p.head(s)
	p.curves(s.Curves)
	p.bottom = p.high - margin - p.feet(s)
	p.columns()
	for _, section := range s.Sections {
		if p.section(section); most > 0 && f.PageNo() > most {
			return nil, f.PageNo(), nil
		}
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, 0, fmt.Errorf("write the sheet as PDF: %w", err)
	}
	return out.Bytes(), f.PageNo(), nil
}
