package record_test

import (
	"testing"
	"time"

	"afterglow/app/record"
)

func TestStillRedIsWhatWasSaidLast(t *testing.T) {
	noon := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	said := func(hours int, kind record.Kind, skin record.Skin) record.Entry {
		return record.Entry{At: noon.Add(time.Duration(hours) * time.Hour), Kind: kind, Feeling: record.Feeling{Skin: skin}}
	}
	numbered := func(e record.Entry, id int64) record.Entry {
		e.ID = id
		return e
	}
	undone := said(1, record.KindFeel, record.SkinRed)
	undone.Undone = true
	for _, c := range []struct {
		name    string
		entries []record.Entry
		hours   int // after noon; -1: not red
	}{
		{"nothing", nil, -1},
		{"red", []record.Entry{said(1, record.KindFeel, record.SkinRed)}, 1},
		{"red, later red", []record.Entry{said(1, record.KindFeel, record.SkinRed), said(2, record.KindFeel, record.SkinRed)}, 2},
		{"red, then a number alone", []record.Entry{said(1, record.KindFeel, record.SkinRed), said(2, record.KindFeel, "")}, 1},
		{"red, then calm", []record.Entry{said(1, record.KindFeel, record.SkinRed), said(2, record.KindFeel, record.SkinCalm)}, -1},
		{"red, then calm to a wait", []record.Entry{said(1, record.KindFeel, record.SkinRed), said(2, record.KindCalm, "")}, -1},
		{"calm, then red", []record.Entry{said(1, record.KindCalm, ""), said(2, record.KindFeel, record.SkinRed)}, 2},
		{"calm, then red, of one moment", []record.Entry{said(1, record.KindFeel, record.SkinCalm), said(1, record.KindFeel, record.SkinRed)}, 1},
		{"red, then calm, of one moment", []record.Entry{said(1, record.KindFeel, record.SkinRed), said(1, record.KindCalm, "")}, -1},
		{"calm, then red, of one moment, read the other way", []record.Entry{numbered(said(1, record.KindFeel, record.SkinRed), 2), numbered(said(1, record.KindFeel, record.SkinCalm), 1)}, 1},
		{"red, taken back", []record.Entry{undone}, -1},
		{"red, to come", []record.Entry{said(9, record.KindFeel, record.SkinRed)}, -1},
	} {
		want := time.Time{}
		if c.hours >= 0 {
			want = noon.Add(time.Duration(c.hours) * time.Hour)
		}
		if got := record.StillRed(c.entries, noon.Add(5*time.Hour)); !got.Equal(want) {
			t.Errorf("%s: %v, want %v", c.name, got, want)
		}
	}
}
