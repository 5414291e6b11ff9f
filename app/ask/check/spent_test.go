package check_test

import (
	"testing"
	"time"

	"afterglow/app/ask/check"
	"afterglow/app/ask/label"
	"afterglow/app/course"
	"afterglow/guidance"
)

// A sheet that has it left out before the treatment alone says nothing of the time since: it must not be milder than one that
// does not name it at all.
func TestAWaitForBeforeTheTreatmentIsNoWaitThatIsOver(t *testing.T) {
	const head = "format = 2\nid = \"p\"\nname = \"P\"\nversion = \"1\"\n[[sources]]\nid = \"s\"\ntitle = \"S\"\nstrength = \"clinic\"\n"
	const before = "[[windows]]\nid = \"pre\"\nname = \"Retinoids\"\navoid = \"No retinol.\"\nfrom = \"-7 days\"\nuntil = \"0h\"\n"
	const brush = "[[windows]]\nid = \"scrub\"\nname = \"Scrubs\"\navoid = \"No scrubs and no glycolic acid.\"\nuntil = \"calm\"\ncondition = \"the skin is healed\"\n"
	at := time.Date(2027, 1, 20, 15, 0, 0, 0, time.UTC)
	check1 := func(text string, after time.Duration, name string) check.Finding {
		plan, err := guidance.Parse("p.toml", []byte(head+text))
		if err != nil {
			t.Fatal(err)
		}
		list, err := label.Read("Aqua, Retinol, Glycolic Acid")
		if err != nil {
			t.Fatal(err)
		}
		c := course.New(course.Treatment{ID: 1, At: at, EnteredAt: at.Add(-400 * time.Hour), Plan: plan}, time.UTC, nil)
		return finding(t, check.Of(check.Scene{Now: at.Add(after), Courses: []course.Course{c}, Plan: plan}, list), name)
	}
	for after, want := range map[time.Duration]check.Reason{-72 * time.Hour: check.Runs, time.Hour: check.Ours, 1000 * time.Hour: check.OursOver} {
		f := check1(before, after, "Retinol")
		if f.Reason != want || f.Spent != (after > 0) {
			t.Errorf("%v after the treatment: %s, %s; spent %v", after, f.Verdict, f.Reason, f.Spent)
		}
		if silent := check1(brush, after, "Retinol"); after > 0 && f.Verdict != silent.Verdict {
			t.Errorf("%v after the treatment: %s, without the wait before %s", after, f.Verdict, silent.Verdict)
		}
	}
	if f := check1(brush, time.Hour, "Glycolic Acid"); f.Reason != check.Calm || f.Timed || f.Condition != "the skin is healed" {
		t.Errorf("a wait without a time: %s, timed %v, until %q", f.Reason, f.Timed, f.Condition)
	}
}
