package takeout

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"time"

	"afterglow/app/fault"
)

// Columns are the columns of the table, in their order. More may come behind them; none goes away or changes its meaning.
var Columns = []string{
	"at", "kind", "what", "name", "treatment", "amount_ml", "skin", "redness", "tightness", "itch", "soreness", "until", "note",
	"device", "depth_mm", "area", "plan", "plan_version",
}

// CSV is the file as a table, a row for each treatment, entry and question, in order of time. It can be opened in any program
// for tables: no cell begins with a sign that such a program would take for a formula.
func (f File) CSV(zone *time.Location) ([]byte, error) {
	type line struct {
		at  time.Time
		row map[string]string
	}
	moment := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.In(zone).Format(time.RFC3339)
	}
	var lines []line
	put := func(at time.Time, kind string, row map[string]string) {
		row["at"], row["kind"] = moment(at), kind
		lines = append(lines, line{at, row})
	}
	plans := map[int]Plan{}
	for _, p := range f.Plans {
		plans[p.Number] = p
	}
	for _, t := range f.Treatments {
		row := map[string]string{"treatment": number(t.Number), "device": t.Device, "area": t.Area, "plan": plans[t.Plan].Name, "plan_version": plans[t.Plan].Version}
		if t.DepthMM > 0 {
			row["depth_mm"] = strconv.FormatFloat(t.DepthMM, 'f', -1, 64)
		}
		put(t.At, "treatment", row)
	}
	for _, e := range f.Entries {
		row := map[string]string{"what": e.What, "name": e.Name, "treatment": number(e.Treatment), "skin": e.Skin,
			"redness": level(e.Redness), "tightness": level(e.Tightness), "itch": level(e.Itch), "soreness": level(e.Soreness),
			"until": moment(e.Until), "note": e.Note, "amount_ml": number(int64(e.AmountML))}
		if e.Own != nil {
			row["name"], row["note"] = e.Own.What, strings.TrimSpace(e.Own.When+" "+e.Note)
		}
		put(e.At, e.Kind, row)
	}
	for _, q := range f.Questions {
		put(q.AddedAt, "question", map[string]string{"note": q.Text})
		if q.Answer != "" {
			put(q.AnsweredAt, "answer", map[string]string{"name": q.Text, "note": q.Answer})
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return a.at.Compare(b.at) })
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	_ = w.Write(Columns) // into memory: what can go wrong, Error has
	for _, l := range lines {
		cells := make([]string, len(Columns))
		for i, c := range Columns {
			cells[i] = harmless(l.row[c])
		}
		_ = w.Write(cells)
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return nil, fault.Wrap(err, "takeout.not_made", nil)
	}
	return b.Bytes(), nil
}

// number is a number as a cell; 0 is an empty one.
func number(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

func level(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// harmless is a cell that no program for tables takes for a formula: one that begins like one, blanks aside, has an
// apostrophe in front. Source: OWASP, "CSV Injection".
func harmless(cell string) string {
	if first := strings.TrimLeft(cell, " \u00a0"); first != "" && strings.ContainsRune("=+-@\t\r\n|%＝＋－＠", []rune(first)[0]) {
		return "'" + cell
	}
	return cell
}
