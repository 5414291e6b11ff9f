package calsync

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path"
	"testing"
	"time"

	"pgregory.net/rapid"

	"afterglow/app/caldav"
	"afterglow/app/calserver"
)

// shelf is a calendar in memory that does what a server does, and fails when a test has it fail.
type shelf struct {
	entries map[string]string // content by file
	tags    map[string]int
	tag     int
	acts    int // that it took
	failAt  int // the act that fails, 0: none
	failed  error
	before  func() // what somebody else does just before an act
}

var shelved, _ = url.Parse("https://dav.example.com/mia/afterglow/")

func newShelf() *shelf { return &shelf{entries: map[string]string{}, tags: map[string]int{}} }

func (s *shelf) put(file, content string) {
	s.tag++
	s.entries[file], s.tags[file] = content, s.tag
}

func (s *shelf) act() error {
	if s.before != nil {
		s.before()
	}
	s.acts++
	if s.acts == s.failAt {
		return s.failed
	}
	return nil
}

func (s *shelf) etag(file string) string { return fmt.Sprintf("%q", fmt.Sprint(s.tags[file])) }

func (s *shelf) Entries(_ context.Context, at *url.URL, own func(string) bool) (all []caldav.Entry, err error) {
	if s.entries == nil {
		return nil, fmt.Errorf("list: %w", caldav.ErrGone)
	}
	for file := range s.entries {
		if own(file) {
			all = append(all, caldav.Entry{Address: at.JoinPath(file), Tag: s.etag(file)})
		}
	}
	return all, nil
}

func (s *shelf) Create(_ context.Context, at *url.URL, ics []byte) (string, error) {
	if err := s.act(); err != nil {
		return "", err
	}
	file := path.Base(at.Path)
	if _, there := s.entries[file]; there {
		return "", caldav.ErrChanged
	}
	s.put(file, string(ics))
	return s.etag(file), nil
}

func (s *shelf) Change(_ context.Context, at *url.URL, tag string, ics []byte) (string, error) {
	if err := s.act(); err != nil {
		return "", err
	}
	file := path.Base(at.Path)
	if _, there := s.entries[file]; !there || tag != s.etag(file) {
		return "", caldav.ErrChanged
	}
	s.put(file, string(ics))
	return s.etag(file), nil
}

func (s *shelf) Remove(_ context.Context, at *url.URL, tag string) error {
	if err := s.act(); err != nil {
		return err
	}
	file := path.Base(at.Path)
	if tag != s.etag(file) {
		return caldav.ErrChanged
	}
	delete(s.entries, file)
	return nil
}

var noon = time.Date(2026, time.November, 28, 12, 0, 0, 0, time.UTC)

func wanted(uid string, hours int) Want {
	at := noon.Add(time.Duration(hours) * time.Hour)
	text := fmt.Sprint(uid, " ", hours)
	return Want{UID: uid, At: at, Over: at, Title: uid, Sum: text, ICS: []byte(text)}
}

func nothing() error { return nil }

func run(t *testing.T, s *shelf, state *calserver.State, now time.Time, want ...Want) []Act {
	t.Helper()
	done, err := Run(context.Background(), s, shelved, state, want, now, nothing)
	if err != nil {
		t.Fatalf("run: %v", err)
	}
	return done
}

func TestACalendarFollowsTheCourse(t *testing.T) {
	s, state := newShelf(), &calserver.State{}
	s.put("dentist.ics", "dentist")
	run(t, s, state, noon, wanted("makeup", 6), wanted("sport", 30))
	if len(s.entries) != 3 || s.entries["makeup.ics"] != "makeup 6" {
		t.Fatalf("written: %v", s.entries)
	}
	if done := run(t, s, state, noon, wanted("makeup", 6), wanted("sport", 30)); len(done) != 0 {
		t.Errorf("written again though nothing changed: %v", done)
	}
	run(t, s, state, noon, wanted("makeup", 8)) // longer, and sport is taken back
	if len(s.entries) != 2 || s.entries["makeup.ics"] != "makeup 8" || s.entries["dentist.ics"] != "dentist" {
		t.Errorf("after a change: %v", s.entries)
	}
	run(t, s, state, noon.Add(9*time.Hour)) // it has passed, and is not wanted any more
	if s.entries["makeup.ics"] != "makeup 8" {
		t.Errorf("what has passed was taken away: %v", s.entries)
	}
}

func TestWhatThePersonDidInTheirCalendarStaysUntilThereIsNews(t *testing.T) {
	s, state := newShelf(), &calserver.State{}
	run(t, s, state, noon, wanted("makeup", 6), wanted("sport", 30))
	s.put("makeup.ics", "with an alarm of my own")
	delete(s.entries, "sport.ics")
	if done := run(t, s, state, noon, wanted("makeup", 6), wanted("sport", 30)); len(done) != 0 || len(s.entries) != 1 {
		t.Errorf("their changes were taken back: %v, %v", done, s.entries)
	}
	run(t, s, state, noon, wanted("makeup", 7), wanted("sport", 31))
	if s.entries["makeup.ics"] != "makeup 7" || s.entries["sport.ics"] != "sport 31" {
		t.Errorf("a new time does not stand there: %v", s.entries)
	}
}

func TestSomebodyElseWhoWritesAtTheSameMomentIsHeard(t *testing.T) {
	s, state := newShelf(), &calserver.State{}
	run(t, s, state, noon, wanted("makeup", 6))
	once := true
	s.before = func() {
		if once {
			once = false
			s.put("makeup.ics", "moved on a phone")
		}
	}
	run(t, s, state, noon, wanted("makeup", 7))
	if s.entries["makeup.ics"] != "makeup 7" {
		t.Errorf("a wrong time stays: %v", s.entries)
	}
	s.before = func() { s.put("makeup.ics", "again and again") }
	_, err := Run(context.Background(), s, shelved, state, []Want{wanted("makeup", 9)}, noon, nothing)
	if !errors.Is(err, caldav.ErrOffline) {
		t.Errorf("somebody writes without an end: %v; want that it is tried later", err)
	}
}

func TestACalendarThatIsGoneIsToldAndNotMadeAnew(t *testing.T) {
	s := &shelf{}
	_, err := Run(context.Background(), s, shelved, &calserver.State{}, []Want{wanted("makeup", 6)}, noon, nothing)
	if !errors.Is(err, caldav.ErrGone) || s.acts != 0 {
		t.Errorf("%v after %d acts", err, s.acts)
	}
}

func TestNothingIsWrittenThatCannotBeNoted(t *testing.T) {
	s, full := newShelf(), errors.New("disk full")
	_, err := Run(context.Background(), s, shelved, &calserver.State{}, []Want{wanted("makeup", 6)}, noon, func() error { return full })
	if !errors.Is(err, full) || s.acts != 0 {
		t.Errorf("%v after %d acts", err, s.acts)
	}
}

// A run may be killed after any write, before it is noted; the connection may break; the person may change and remove
// entries. After the next whole run the calendar says what is wanted, and nothing of others was touched.
func TestWhateverIsKilledWhenTheCalendarIsRightInTheEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := newShelf()
		s.put("dentist.ics", "dentist")
		var stored calserver.State  // as it is on the disk
		mine := map[string]string{} // what the person did to an entry, by its file
		now := noon
		var want []Want
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			want = nil
			for _, uid := range []string{"a", "b", "c", "d"} {
				if hours := rapid.IntRange(-3, 5).Draw(t, uid); hours > 0 {
					want = append(want, wanted(uid, hours+int(now.Sub(noon).Hours())))
				}
			}
			state := copied(stored)
			s.acts, s.failAt, s.failed = 0, rapid.IntRange(0, 5).Draw(t, "fails at"), caldav.ErrOffline
			killed := rapid.Bool().Draw(t, "killed")
			first := true
			_, _ = Run(context.Background(), s, shelved, &state, want, now, func() error {
				if first || !killed { // a killed run stores what it noted before it wrote, and no more
					stored = copied(state)
				}
				first = false
				return nil
			})
			if file := rapid.SampledFrom([]string{"", "a.ics", "b.ics"}).Draw(t, "the person"); s.entries[file] != "" {
				mine[file] = "changed by the person"
				s.put(file, mine[file])
			}
			now = now.Add(time.Duration(rapid.IntRange(0, 2).Draw(t, "hours")) * time.Hour)
		}
		s.failAt = 0
		if _, err := Run(context.Background(), s, shelved, &stored, want, now, nothing); err != nil {
			t.Fatalf("the last run: %v", err)
		}
		if s.entries["dentist.ics"] != "dentist" {
			t.Fatal("an entry of somebody else was touched")
		}
		should := map[string]string{}
		for _, w := range want {
			should[File(w.UID)] = string(w.ICS)
		}
		for file, content := range s.entries {
			text, ok := should[file]
			switch {
			case file == "dentist.ics":
			case ok && content != text && content != mine[file]:
				t.Fatalf("%s says %q, want %q", file, content, text)
			case !ok && content != mine[file]:
				var uid string
				var hours int
				if _, err := fmt.Sscan(content, &uid, &hours); err != nil || noon.Add(time.Duration(hours)*time.Hour).After(now) {
					t.Fatalf("%s still says %q, which does not hold any more", file, content)
				}
			}
		}
		for file := range should {
			if s.entries[file] == "" {
				t.Fatalf("%s is missing", file)
			}
		}
	})
}

func copied(s calserver.State) calserver.State {
	c := s
	c.Wrote = map[string]calserver.Written{}
	for uid, w := range s.Wrote {
		c.Wrote[uid] = w
	}
	return c
}
