package phrase_test

import (
	"testing"
	"time"

	"afterglow/app/locale"
	"afterglow/app/record"
)

func BenchmarkNotice(b *testing.B) {
	v := voice(locale.Format{})
	news := record.News{Window: &record.WindowNews{Name: "Makeup", Ended: now, Passed: 24 * time.Hour, After: "Use clean brushes.", Also: []string{"Alcohol", "Sauna"}}}
	b.ReportAllocs()
	for b.Loop() {
		v.Notice(news)
	}
}
