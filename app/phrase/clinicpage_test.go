package phrase_test

import (
	"strings"
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
)

// longReport is a report with far more than a page has room for.
func longReport() service.Report {
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	r := service.Report{From: from, Until: from.AddDate(1, 0, 0), Made: from.AddDate(1, 0, 0), Zone: time.UTC}
	for i := range 300 {
		at := from.AddDate(0, 0, i).Add(9 * time.Hour)
		f := service.FeelView{At: at, Felt: service.Felt{Note: strings.Repeat("ワード ", 90)}}
		f.Redness = record.Felt(i % 11)
		r.Felt = append(r.Felt, f)
		r.Questions = append(r.Questions, record.ClinicQuestion{Text: strings.Repeat("why ", 90), AddedAt: at})
		r.Done = append(r.Done, service.ReportDone{Name: "cream", Times: i + 1, Days: 1})
		r.Treatments = append(r.Treatments, service.ReportTreatment{TreatmentView: service.TreatmentView{ID: int64(i + 1), At: at}})
	}
	return r
}

func TestThePageForTheClinicIsBoundedAndSaysWhatIsLeftOut(t *testing.T) {
	v := phrase.New(locale.Format{Hours: locale.Hours12}).At(time.Date(2027, 1, 1, 9, 0, 0, 0, time.UTC), time.UTC)
	page := v.ClinicPage(longReport(), false)
	rows, more := 0, 0
	for _, part := range page.Parts {
		for _, row := range part.Rows {
			rows++
			for _, text := range append(row.Text, row.Name) {
				if len([]rune(text)) > 300 {
					t.Errorf("%s has a text of %d letters", part.Title, len([]rune(text)))
				}
				if strings.Contains(text, "left out here") {
					more++
				}
			}
		}
	}
	if rows > 60 || more != 4 {
		t.Errorf("%d rows, and %d times it says that there is more", rows, more)
	}
	if got := page.Curves; len(got.All) != 1 || len(got.All[0].Points) != 300 || got.From != "1 Jan 2026" || got.Until != "31 Dec 2026" {
		t.Errorf("the curves are of %s to %s: %d", got.From, got.Until, len(got.All))
	}
	for _, p := range page.Curves.All[0].Points {
		if p.At < 0 || p.At > 1 || p.N < 0 || p.N > 10 {
			t.Errorf("a point lies at %+v", p)
		}
	}
}

func TestAPageOfNothingSaysSo(t *testing.T) {
	v := phrase.New(locale.Format{})
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	page := v.ClinicPage(service.Report{From: from, Until: from.AddDate(0, 0, 1), Made: from, Zone: time.UTC, NoWater: true}, false)
	if lead := strings.Join(page.Lead, "|"); lead != "1 Jan 2026. Without what was drunk.|Nothing was written down in these days." || len(page.Parts) != 0 {
		t.Errorf("it says %q, %v", lead, page.Parts)
	}
}
