package cli_test

import (
	"os"
	"strings"
	"testing"
)

func TestAShellIsOfferedWhatThePlanInUseHasInItsOwnWords(t *testing.T) {
	w := newWorld(t, "12:00")
	completed := func(command string) string {
		_, out, _ := w.run("__completeNoDesc", command, "")
		return out
	}
	if out := completed("can"); strings.Contains(out, "makeup") {
		t.Errorf("without data can is completed by\n%s", out)
	}
	if _, err := os.Stat(w.path("data")); err == nil {
		t.Error("completing has made a data folder")
	}
	w.must("treat", "--at", "yesterday 17:00", "--plan", "testdata/clinic.toml")
	for command, want := range map[string]string{"can": "pool\n", "done": "mist\n", "extend": "makeup\n", "skip": "cleanse\n"} {
		if out := completed(command); !strings.Contains(out, want) {
			t.Errorf("%s is completed by\n%s", command, out)
		}
	}
	if _, out, _ := w.run("__complete", "st"); !strings.Contains(out, "status\tWhere you are") {
		t.Errorf("a command is completed by\n%s", out)
	}
}
