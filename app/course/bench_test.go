package course

import (
	"testing"
	"time"

	"afterglow/app/record"
)

func benchTreatment(b *testing.B) (Treatment, *time.Location) {
	zone := zoneOf(b, "Europe/Berlin")
	at := time.Date(2026, 11, 20, 15, 30, 0, 0, zone)
	return Treatment{ID: 1, At: at, Device: "pen", DepthMM: 1.5, Sensitive: true, Plan: starter(b, "essentials")}, zone
}

// BenchmarkNew: building a course, at most 100 µs.
func BenchmarkNew(b *testing.B) {
	treatment, zone := benchTreatment(b)
	entries := []record.Entry{{Kind: record.KindCalm, At: treatment.At.Add(72 * time.Hour)}}
	b.ReportAllocs()
	for b.Loop() {
		New(treatment, zone, entries)
	}
}

// BenchmarkDueOn: one day's occurrences.
func BenchmarkDueOn(b *testing.B) {
	treatment, zone := benchTreatment(b)
	courses, prefs := []Course{New(treatment, zone, nil)}, DefaultPrefs()
	b.ReportAllocs()
	for b.Loop() {
		DueOn(courses, prefs, Date{2026, 11, 22}, zone)
	}
}

// BenchmarkStrictest: what binds, of three courses.
func BenchmarkStrictest(b *testing.B) {
	treatment, zone := benchTreatment(b)
	var courses []Course
	for range 3 {
		courses = append(courses, New(treatment, zone, nil))
		treatment.At = treatment.At.AddDate(0, 0, -7)
	}
	b.ReportAllocs()
	for b.Loop() {
		Strictest(courses, treatment.At)
	}
}

// BenchmarkYear: all courses that a journal of a treatment each week has within a year, which each answer lays out.
func BenchmarkYear(b *testing.B) {
	treatment, zone := benchTreatment(b)
	var all []Treatment
	for i := range 50 {
		treatment.ID, treatment.Area = int64(i+1), "face"
		all = append(all, treatment)
		treatment.At = treatment.At.AddDate(0, 0, 7)
	}
	b.ReportAllocs()
	for b.Loop() {
		All(FillOthers(all), zone, nil)
	}
}
