package read

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"

	"afterglow/app/fault"
	"afterglow/app/leaflet"
)

// mostXML is how many bytes the unpacked document of a Word file has at most: a zip bomb ends here.
const mostXML = MostFile

// wordText is the text of a Word file: paragraphs, lists, headings and tables, in their order.
func wordText(ctx context.Context, b []byte, args fault.Args) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return "", fault.Wrap(err, "leaflet.damaged", args)
	}
	whole, left := "", int64(mostXML)
	for _, name := range parts {
		for _, f := range z.File {
			if is, _ := path.Match(name, f.Name); !is || len(whole) > leaflet.MostText {
				continue
			}
			text, n, err := partText(ctx, f, left)
			switch left -= n; {
			case ctx.Err() != nil:
				return "", ctx.Err()
			case left <= 0:
				return "", tooLarge(args["File"])
			case err != nil:
				return "", fault.Wrap(err, "leaflet.damaged", args)
			}
			if bare := strings.TrimSpace(text); name == mainPart {
				whole += text
				break // a second document of that name is none
			} else if bare != "" && !strings.Contains(whole, bare) { // a header stands there once for each kind of page
				whole += "\n" + bare + "\n"
			}
		}
		if name == mainPart && left == mostXML {
			return "", fault.New("leaflet.kind", args)
		}
	}
	return whole, nil
}

// mainPart is the part of a Word file that has its text.
const mainPart = "word/document.xml"

// parts are the parts of a Word file in which something stands that a person reads: a note may change a figure, a footer has
// the clinic's number.
var parts = []string{mainPart, "word/footnotes.xml", "word/endnotes.xml", "word/header*.xml", "word/footer*.xml"}

// partText is the text of one part, and how many bytes it took.
func partText(ctx context.Context, f *zip.File, most int64) (string, int64, error) {
	in, err := f.Open()
	if err != nil {
		return "", 1, err
	}
	defer in.Close()
	limited := &io.LimitedReader{R: in, N: most}
	text, err := documentText(ctx, limited)
	return text, max(most-limited.N, 1), err
}

// document is a Word document while it is read.
type document struct {
	out   builder
	para  strings.Builder
	style string
	list  int        // how deep in a list the paragraph stands, from 1; 0: in none
	plain bool       // something in the paragraph is not bold
	bold  bool       // the run is
	gone  bool       // the run is struck out or hidden: nobody reads it
	text  bool       // letters count
	skip  int        // how deep in what is no text: a second version of the same
	cells [][]string // of the tables that are open, the text of each cell of the row
}

// documentText reads the XML of a document.
func documentText(ctx context.Context, in io.Reader) (string, error) {
	d := document{}
	x := xml.NewDecoder(in)
	x.Strict = false
	for n := 0; !d.out.full(); n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return "", ctx.Err()
		}
		token, err := x.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			d.start(t)
		case xml.EndElement:
			d.end(t.Name.Local)
		case xml.CharData:
			if d.text && d.skip == 0 && !d.gone {
				d.add(string(t))
			}
		}
	}
	return d.out.String(), nil
}

// mostParagraph is how many bytes a paragraph has at most.
const mostParagraph = 1 << 16

func (d *document) add(s string) {
	if d.para.Len() < mostParagraph {
		d.para.WriteString(s)
	}
	if !d.bold && strings.TrimSpace(s) != "" {
		d.plain = true
	}
}

// Deeper tables and longer rows than these are none of a leaflet.
const (
	mostTables = 8
	mostCells  = 64
)

func (d *document) start(t xml.StartElement) {
	switch t.Name.Local {
	case "Fallback", "moveFrom": // kept twice, or moved elsewhere
		d.skip++
	case "txbxContent": // a box in a line is no part of it
		d.paragraph()
	case "p":
		d.style, d.list, d.plain = "", 0, false
	case "pStyle":
		d.style = value(t)
	case "ilvl":
		n, err := strconv.Atoi(value(t))
		if err == nil {
			d.list = max(0, min(n, 8)) + 1
		}
	case "numPr":
		d.list = max(d.list, 1)
	case "r":
		d.bold, d.gone = false, false
	case "vanish", "strike", "dstrike":
		d.gone = d.gone || value(t) != "0" && value(t) != "false"
	case "b":
		d.bold = value(t) != "0" && value(t) != "false"
	case "t":
		d.text = true
	case "tab":
		d.add(" ")
	case "br", "cr":
		d.add("\n")
	case "noBreakHyphen":
		d.add("-")
	case "tbl":
		if len(d.cells) < mostTables {
			d.cells = append(d.cells, nil)
		}
	case "tc":
		if n := len(d.cells); n > 0 && len(d.cells[n-1]) < mostCells {
			d.cells[n-1] = append(d.cells[n-1], "")
		}
	}
}

func value(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Local == "val" {
			return a.Value
		}
	}
	return ""
}

func (d *document) end(name string) {
	switch name {
	case "Fallback", "moveFrom":
		d.skip = max(d.skip-1, 0)
	case "r":
		d.gone = false
	case "t":
		d.text = false
	case "p":
		d.paragraph()
	case "tr":
		if n := len(d.cells); n > 0 {
			d.row(n)
			d.cells[n-1] = nil
		}
	case "tbl":
		if n := len(d.cells); n > 0 {
			if d.cells = d.cells[:n-1]; n == 1 {
				d.out.WriteString("\n")
			}
		}
	}
}

// row ends a row of the n-th table: a line, or words in the cell of the table around it.
func (d *document) row(n int) {
	cells := d.cells[n-1]
	if strings.Trim(strings.Join(cells, ""), " ") == "" {
		return
	}
	if n > 1 && len(d.cells[n-2]) > 0 {
		outer := d.cells[n-2]
		d.inCell(&outer[len(outer)-1], strings.Join(cells, " - "))
		return
	}
	d.out.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

// paragraph ends a paragraph: as a line, or within the cell of a table.
func (d *document) paragraph() {
	text := strings.TrimSpace(d.para.String())
	d.para.Reset()
	if n := len(d.cells); n > 0 && len(d.cells[n-1]) > 0 {
		d.inCell(&d.cells[n-1][len(d.cells[n-1])-1], strings.Join(strings.Fields(strings.ReplaceAll(text, "|", "/")), " "))
		return
	}
	for i, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			line = d.mark(i, len(text)) + line
		}
		d.out.WriteString(line + "\n")
	}
	if d.list == 0 && text != "" {
		d.out.WriteString("\n")
	}
}

// inCell adds a paragraph to a cell, parted from the one before as sentences are.
func (d *document) inCell(cell *string, text string) {
	switch {
	case text == "" || len(*cell) > mostParagraph:
		return
	case *cell == "":
	case strings.ContainsRune(".!?:;", rune((*cell)[len(*cell)-1])):
		*cell += " "
	default:
		*cell += "; "
	}
	*cell += text
}

// boldHead is up to how many bytes a paragraph in bold is a heading.
const boldHead = 80

// mark is what stands before the i-th line of a paragraph to tell what it is, as Markdown has it.
func (d *document) mark(i, length int) string {
	style := strings.ToLower(d.style)
	level, isHead := strings.CutPrefix(style, "heading")
	switch {
	case isHead && len(level) == 1 && level[0] >= '1' && level[0] <= '6':
		return strings.Repeat("#", int(level[0]-'0')) + " "
	case style == "title":
		return "# "
	case d.list > 0 && i > 0:
		return strings.Repeat("  ", d.list)
	case d.list > 0:
		return strings.Repeat("  ", d.list-1) + "- "
	case strings.HasPrefix(style, "listbullet"), strings.HasPrefix(style, "listnumber"):
		return "- "
	case !d.plain && length < boldHead && i == 0:
		return "###### "
	}
	return ""
}
