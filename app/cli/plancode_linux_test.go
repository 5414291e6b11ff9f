package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAPlanTravelsAsTextAndIsUsed(t *testing.T) {
	w := newWorld(t, "12:00")
	code := w.must("plan", "code", "testdata/clinic.toml")
	letter := w.file("letter.txt", "Dear Ms Lee,\n\n> "+strings.ToLower(code)+"\nYours, Rose Street\n")
	if got := w.must("plan", "read", letter); got != clinicPlan(t) {
		t.Errorf("it came back as %s", got)
	}
	w.in = code
	if got := w.must("plan", "read", "-"); got != clinicPlan(t) {
		t.Errorf("from standard input it came back as %s", got)
	}
	w.in = ""
	if out := w.must("plan", "use", letter); !strings.Contains(out, "Rose Street") {
		t.Errorf("plan use says %s", out)
	}
	if out := w.must("plan", "code"); out != code {
		t.Errorf("the plan in use has the code %s, want %s", out, code)
	}
}

func TestAPlanIsPrintedIntoAFileOfItsOwn(t *testing.T) {
	w := newWorld(t, "12:00")
	if code, _, errs := w.run("plan", "print", "-o", w.path("a.pdf")); code == 0 || !strings.Contains(errs, "afterglow-window is neither") {
		t.Errorf("without the window's program: %d, %s", code, errs)
	}
	w.withWindow()
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"no file":      {nil, "plan.pdf"},
		"no PDF":       {[]string{"-o", w.path("a.txt")}, "ends in .pdf"},
		"no treatment": {[]string{"-o", w.path("a.pdf"), "--treatment"}, "no treatment"},
	} {
		if code, _, errs := w.run(append([]string{"plan", "print"}, c.args...)...); code != 2 || !strings.Contains(errs, c.says) {
			t.Errorf("%s: %d, %s", name, code, errs)
		}
	}
	w.must("plan", "print", "testdata/clinic.toml", "-o", w.path("a.pdf"))
	w.must("treat", "--at", "08:00", "--device", "pen")
	w.must("plan", "print", "--treatment", "--letter", "-o", w.path("b.pdf"))
	planned, err := os.ReadFile(w.path("a.pdf"))
	timed, err2 := os.ReadFile(w.path("b.pdf"))
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	if !strings.HasPrefix(string(planned), "%PDF-") || !strings.Contains(string(planned), "Rose Street") || strings.Contains(string(planned), "Your treatment ended") {
		t.Errorf("as planned it has %s", planned)
	}
	if !strings.Contains(string(timed), "Your treatment ended") || !strings.Contains(string(timed), `"Letter":true`) {
		t.Errorf("for the treatment it has %s", timed)
	}
	if code, _, _ := w.run("plan", "print", "-o", w.path("a.pdf")); code == 0 {
		t.Error("a file was written over")
	}
}

func TestAPlanTravelsAsPictures(t *testing.T) {
	w := newWorld(t, "12:00")
	w.withWindow()
	long := clinicPlan(t) + "\n# " + strings.Repeat("Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. ", 3)
	for i := range 400 {
		long += "# " + strings.Repeat(string(rune('a'+i%23)), i%7+1) + string(rune('0'+i*7%10)) + string(rune('a'+i*i%26)) + "\n"
	}
	var drawn struct {
		Codes, Pictures []string
	}
	w.ask(&drawn, "plan", "code", w.file("long.toml", long), "--picture", w.path("code.png"))
	if len(drawn.Codes) < 2 || len(drawn.Pictures) != len(drawn.Codes) || filepath.Base(drawn.Pictures[0]) != "code-1.png" {
		t.Fatalf("%d codes, pictures %v", len(drawn.Codes), drawn.Pictures)
	}
	if got := w.must(append([]string{"plan", "read"}, drawn.Pictures...)...); got != long {
		t.Error("the plan came back otherwise")
	}
	code, _, errs := w.run("plan", "use", drawn.Pictures[1])
	if code != 2 || !strings.Contains(errs, "Part 1 of 2 is still missing") && !strings.Contains(errs, "are still missing") {
		t.Errorf("one part alone: exit %d, %s", code, errs)
	}
	code, _, errs = w.run("plan", "code", w.path("long.toml"), "--picture", w.path("code.png"))
	if code != 2 || !strings.Contains(errs, "is there already") {
		t.Errorf("a second time: exit %d, %s", code, errs)
	}
	w.must("plan", "code", "testdata/clinic.toml", "--picture", w.path("one"))
	if out := w.must("plan", "use", w.path("one.png")); !strings.Contains(out, "Rose Street") {
		t.Errorf("plan use says %s", out)
	}
	if out := w.must("treat", "--plan", w.path("one.png")); !strings.Contains(out, "Rose Street") {
		t.Errorf("treat says %s", out)
	}
	code, _, errs = w.run("plan", "check", w.file("no.png", "no picture"))
	if code != 2 || !strings.Contains(errs, "This is no picture that can be read") {
		t.Errorf("no picture: exit %d, %s", code, errs)
	}
}

func TestWithoutTheWindowAPictureIsRefusedInOneLine(t *testing.T) {
	w := newWorld(t, "12:00")
	t.Setenv("PATH", w.dir)
	code, _, errs := w.run("plan", "use", w.file("code.png", "x"))
	if code != 1 || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, "afterglow-window") {
		t.Errorf("exit %d, %s", code, errs)
	}
}

func TestAPlanThatNamesACodeStaysAPlan(t *testing.T) {
	w := newWorld(t, "12:00")
	text := "# AFTERGLOW 1/1 MFRGG.\n" + clinicPlan(t)
	if out := w.must("plan", "show", w.file("named.toml", text), "--text"); out != text {
		t.Errorf("it was read as %s", out)
	}
}
