package takeout_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"afterglow/app/fault"
	"afterglow/app/takeout"
)

var at = time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC)

func file() takeout.File {
	four := 4
	return takeout.File{
		Afterglow: takeout.Mark, Version: takeout.Version, Made: at, From: at, Until: at.AddDate(0, 0, 1), Without: []string{},
		Plans:      []takeout.Plan{{Number: 1, ID: "p", Name: "=Plan", Version: "2", Text: "name = \"P\""}},
		Treatments: []takeout.Treatment{{Number: 3, At: at, Device: "pen", DepthMM: 0.5, Area: "face", Plan: 1}},
		Entries: []takeout.Entry{
			{At: at.Add(time.Hour), Kind: "feel", Treatment: 3, Redness: &four, Note: "+1 \"warm\", then\ncalm"},
			{At: at.Add(2 * time.Hour), Kind: "done", What: "water", Name: "Water", AmountML: 200},
		},
		Questions: []takeout.Question{{Text: "@clinic?", AddedAt: at, Answer: "-", AnsweredAt: at.Add(3 * time.Hour)}},
	}
}

func TestAFileIsReadAsItWasWritten(t *testing.T) {
	text, err := file().JSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, mark := range []string{"", "\ufeff"} {
		got, err := takeout.Read(strings.NewReader(mark+string(text)), "a.json")
		if err != nil || !reflect.DeepEqual(got, file()) {
			t.Errorf("with %q in front: %+v, %v", mark, got, err)
		}
	}
}

func TestWhatIsNoWholeFileOfOursIsOneFault(t *testing.T) {
	whole, err := file().JSON()
	if err != nil {
		t.Fatal(err)
	}
	text := string(whole)
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", "takeout.not_ours"},
		{"another program's", `{"name": "x"}`, "takeout.not_ours"},
		{"no JSON", "PK\x03\x04", "takeout.not_ours"},
		{"a list", `[1, 2]`, "takeout.not_ours"},
		{"half of it", text[:len(text)/2], "takeout.damaged"},
		{"a text for a number", strings.Replace(text, `"amount_ml": 200`, `"amount_ml": "200"`, 1), "takeout.damaged"},
		{"a later version", strings.Replace(text, `"version": 1`, `"version": 2`, 1), "takeout.newer"},
		{"no version", strings.Replace(text, `"version": 1`, `"version": 0`, 1), "takeout.damaged"},
		{"too many plans", `{"afterglow":"notes","version":1,"plans":[{}` + strings.Repeat(",{}", takeout.MostPlans) + `]}`, "takeout.too_many"},
		{"things without an end", `{"afterglow":"notes","version":1,"entries":[{}` + strings.Repeat(",{}", 20_000_000) + `]}`, "takeout.too_many"},
		{"too deep", `{"afterglow":` + strings.Repeat("[", 20_000), "takeout.damaged"},
	} {
		_, err := takeout.Read(strings.NewReader(c.text), "a.json")
		if f, ok := errors.AsType[*fault.Fault](err); !ok || f.ID != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// endless is a file without an end.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

func TestAFileWithoutAnEndIsRefused(t *testing.T) {
	_, err := takeout.Read(endless{}, "a.json")
	if f, ok := errors.AsType[*fault.Fault](err); !ok || f.ID != "takeout.too_large" {
		t.Errorf("%v", err)
	}
}

func TestNoCellOfATableIsAFormula(t *testing.T) {
	text, err := file().CSV(time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil || len(rows) != 6 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("a cell begins as a formula does: %q", cell)
			}
		}
	}
	if got := rows[3]; got[12] != "'+1 \"warm\", then\ncalm" || got[7] != "4" || got[8] != "" {
		t.Errorf("the feeling is %q", got)
	}
}

func TestTheColumnsOfATableStay(t *testing.T) {
	const documented = "at,kind,what,name,treatment,amount_ml,skin,redness,tightness,itch,soreness,until,note,device,depth_mm,area,plan,plan_version"
	if got := strings.Join(takeout.Columns, ","); !strings.HasPrefix(got, documented) {
		t.Errorf("the columns are %s", got)
	}
}

// FuzzRead puts any text into a whole file, in the place of a stretch of it: what is read is a table, and a file that is read
// as the same.
func FuzzRead(f *testing.F) {
	whole, err := file().JSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(0, len(whole), `{"afterglow":"notes","version":1}`)
	for _, put := range []string{"", "null", "[]", "{}", "-1", `"`, `"9999-12-31T23:59:59+14:00"`, "\ufeff", strings.Repeat("[", 100), `,"plans":[{}]`} {
		f.Add(bytes.Index(whole, []byte(`"version"`))+11, 1, put)
		f.Add(bytes.Index(whole, []byte(`"redness"`))+11, 1, put)
		f.Add(len(whole)/2, 20, put)
	}
	f.Fuzz(func(t *testing.T, at, long int, put string) {
		at = min(max(at, 0), len(whole))
		until := min(max(long, 0), len(whole)-at) + at
		text := string(whole[:at]) + put + string(whole[until:])
		file, err := takeout.Read(strings.NewReader(text), "a.json")
		if err != nil {
			if _, ok := errors.AsType[*fault.Fault](err); !ok {
				t.Errorf("no fault: %v", err)
			}
			return
		}
		if _, err := file.CSV(time.UTC); err != nil {
			t.Errorf("no table: %v", err)
		}
		again, err := file.JSON()
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		read, err := takeout.Read(bytes.NewReader(again), "a.json")
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if twice, err := read.JSON(); err != nil || !bytes.Equal(again, twice) {
			t.Errorf("%v, first\n%s\nthen\n%s", err, again, twice)
		}
	})
}
