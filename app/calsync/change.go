// Package calsync keeps the calendar on a person's own server like their course: what they are to be told stands there
// as entries, those that hold no more are removed, and nothing else there is touched. It is the one room that goes
// online, in a program of its own (cmd/afterglow-sync).
package calsync

import (
	"cmp"
	"slices"
	"time"

	"afterglow/app/caldav"
	"afterglow/app/calserver"
)

// Want is an entry as it should stand in the calendar.
type Want struct {
	UID   string
	At    time.Time
	Over  time.Time // when its moment has passed
	Title string
	Sum   string // of what it says; equal sums say the same
	ICS   []byte
}

// Kind is what is done to an entry.
type Kind int

// The kinds, in the order in which they are done: what is wrong goes first, so that no wrong time stays if the rest fails.
const (
	Remove Kind = iota
	Change
	Create
)

// Act is one thing to be done on the server.
type Act struct {
	Kind Kind
	Want Want   // for Remove: its UID alone
	Tag  string // the condition; empty: the server tells none
}

// Plan is what is to be done so that the calendar says what is wanted, and what is remembered without anything being
// done: wrote is what we wrote before, there what lies in the calendar of ours now, by its file's name.
//
// What the person changed in an entry of ours stays as long as we have nothing new to say. What they removed stays
// away until what it says changes. What has passed stays as it is.
func Plan(want []Want, wrote map[string]calserver.Written, there map[string]caldav.Entry, now time.Time) (acts []Act, kept map[string]calserver.Written) {
	kept = map[string]calserver.Written{}
	wanted := map[string]bool{}
	for _, w := range want {
		wanted[w.UID] = true
		had, known := wrote[w.UID]
		entry, stands := there[File(w.UID)]
		same := known && had.Sum == w.Sum
		switch {
		case same:
			had.Gone = !stands
			kept[w.UID] = had
		case stands: // said anew, or written by a try that was killed before it was noted
			acts = append(acts, Act{Kind: Change, Want: w, Tag: entry.Tag})
		default:
			acts = append(acts, Act{Kind: Create, Want: w})
		}
	}
	for uid, had := range wrote {
		entry, stands := there[File(uid)]
		switch {
		case wanted[uid]:
		case had.Over.After(now) && stands:
			acts = append(acts, Act{Kind: Remove, Want: Want{UID: uid}, Tag: entry.Tag})
		case stands:
			kept[uid] = had
		}
	}
	slices.SortFunc(acts, func(a, b Act) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), a.Want.At.Compare(b.Want.At), cmp.Compare(a.Want.UID, b.Want.UID))
	})
	return acts, kept
}

// ours chooses, among the files of a calendar, those that we wrote or are about to write.
func ours(want []Want, wrote map[string]calserver.Written) func(file string) bool {
	files := map[string]bool{}
	for _, w := range want {
		files[File(w.UID)] = true
	}
	for uid := range wrote {
		files[File(uid)] = true
	}
	return func(file string) bool { return files[file] }
}

const ending = ".ics"

// File is the name of an entry's file on the server. A UID of ours is a UUID.
func File(uid string) string { return uid + ending }
