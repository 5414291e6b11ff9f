package guidance

import (
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strings"
	"testing"
)

// The room reads no file, no clock, no environment and no network: it cannot,
// since it imports nothing that could. "time" and "net/url" are there for
// lengths of time and for looking at addresses; neither Now nor a look-up is called.
func TestNothingInAPlanFileCanReachAFileAProgramOrTheNetwork(t *testing.T) {
	allowed := []string{"bytes", "embed", "errors", "fmt", "math", "net/url", "reflect", "regexp", "slices", "sort", "strconv", "strings", "sync", "time", "unicode", "unicode/utf8",
		"github.com/pelletier/go-toml/v2", "github.com/pelletier/go-toml/v2/unstable", "afterglow/app/fault"}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, f := range files {
		name := f.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		read++
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range tree.Imports {
			if path := strings.Trim(i.Path.Value, `"`); !slices.Contains(allowed, path) {
				t.Errorf("%s imports %s", name, path)
			}
		}
		for _, call := range []string{"time.Now", "time.Since", "time.Local", "url.Query"} {
			if strings.Contains(string(src), call) {
				t.Errorf("%s uses %s", name, call)
			}
		}
	}
	if read < 10 {
		t.Errorf("only %d files were looked at", read)
	}
}
