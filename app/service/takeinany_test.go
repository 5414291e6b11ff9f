package service_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"afterglow/app/fault"
	"afterglow/app/service"
	"afterglow/app/takeout"
)

// oddValues are what a file may have anywhere.
var oddValues = []any{
	nil, true, false, 0., -1., 1., 0.25, 7., 1e300, float64(1 << 40), "", "x", " ", "../../etc/passwd", strings.Repeat("ä", 5000), "\u202e", "a\nb", "\x1b[2J", "=1+1",
	"2026-11-24T09:30:00+01:00", "2026-11-24T09:30:00.123456789-11:59", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "2026-02-30T00:00:00Z",
	"done", "skip", "feel", "calm", "extend", "own", "treat", "cleanse", "makeup", "sun", "cleanse/2026-11-24/1", "face", "pen", []any{}, map[string]any{},
}

// spoil has one value somewhere in v be another, or be gone, or stand there twice.
func spoil(r *rand.Rand, v any) any {
	here := r.IntN(6) == 0
	switch of := v.(type) {
	case map[string]any:
		if len(of) == 0 || here {
			break
		}
		key := slices.Sorted(maps.Keys(of))[r.IntN(len(of))]
		if r.IntN(12) == 0 {
			delete(of, key)
		} else {
			of[key] = spoil(r, of[key])
		}
		return of
	case []any:
		if len(of) == 0 || here {
			break
		}
		i := r.IntN(len(of))
		switch r.IntN(10) {
		case 0:
			return append(of, of[i])
		case 1:
			return slices.Delete(of, i, i+1)
		}
		of[i] = spoil(r, of[i])
		return of
	}
	odd := oddValues[r.IntN(len(oddValues))]
	for range 20 { // mostly of the same kind, so that more than the first look refuses it
		if reflect.TypeOf(odd) == reflect.TypeOf(v) {
			break
		}
		odd = oddValues[r.IntN(len(oddValues))]
	}
	return odd
}

// TestAnyFileIsTakenInWholeAndOnceOrNotAtAll spoils a file in a few places: it is refused in one line and nothing changes, or
// it is taken in, everything can still be looked at, and a second time nothing is new.
func TestAnyFileIsTakenInWholeAndOnceOrNotAtAll(t *testing.T) {
	whole, err := json.Marshal(storied(t).carried(service.ReportAsk{}))
	if err != nil {
		t.Fatal(err)
	}
	taken, refused := 0, 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(14, seed))
		var tree any
		if err := json.Unmarshal(whole, &tree); err != nil {
			t.Fatal(err)
		}
		for range 1 + r.IntN(2) {
			tree = spoil(r, tree)
		}
		text, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		file, err := takeout.Read(bytes.NewReader(text), "a.json")
		if err != nil {
			refused++
			continue
		}
		to := newWorld(t, "12:00")
		to.now("2026-11-25 10:00")
		if _, err := to.service.TakeIn(to.ctx(), file); err != nil {
			refused++
			if !fault.IsUse(err) || strings.ContainsAny(to.voice().Error(err), "\n\x1b\u202e") {
				t.Errorf("%s: refused with %q", text, to.voice().Error(err))
			}
			if r := to.report(service.ReportAsk{AllTimes: true}); len(r.Entries)+len(r.Treatments)+len(r.Questions) != 0 {
				t.Errorf("%s: refused, and the journal has %+v", text, r)
			}
			continue
		}
		taken++
		if again, err := to.service.TakeIn(to.ctx(), file); err != nil || again.Treatments+again.Entries+again.Questions != 0 {
			t.Errorf("%s: a second time %+v, %v", text, again, err)
		}
		if _, err := to.service.Whole(to.ctx()); err != nil {
			t.Errorf("%s: afterwards %v", text, err)
		}
		if _, _, err := to.service.Look(to.ctx(), time.Time{}); err != nil {
			t.Errorf("%s: afterwards %v", text, err)
		}
		to.report(service.ReportAsk{AllTimes: true})
	}
	if taken < 40 || refused < 40 {
		t.Errorf("%d files were taken in and %d refused: too few of one", taken, refused)
	}
}
