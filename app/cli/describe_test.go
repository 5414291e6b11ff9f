package cli_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"afterglow/app/cli"
	"afterglow/assets/messages"
)

// ids are the messages of a table of the catalog and of those in it.
func ids(table map[string]any, path string) []string {
	var all []string
	for key, value := range table {
		inner, nested := value.(map[string]any)
		if _, message := inner["other"]; nested && !message {
			all = append(all, ids(inner, path+key+".")...)
		} else {
			all = append(all, path+key)
		}
	}
	return all
}

func TestTheCatalogOfCommandsHasWordsForThemAndForNothingElse(t *testing.T) {
	text, err := fs.ReadFile(messages.Files, "command.en.toml")
	if err != nil {
		t.Fatal(err)
	}
	var tables map[string]any
	if err := toml.Unmarshal(text, &tables); err != nil {
		t.Fatal(err)
	}
	there := ids(tables, "")
	may := map[string]bool{"afterglow.times": true}
	var visit func(c *cobra.Command, path string)
	visit = func(c *cobra.Command, path string) {
		for _, what := range []string{"short", "long", "args", "example", "needs", "takes"} {
			may[path+"."+what] = true
		}
		if !slices.Contains(there, path+".short") {
			t.Errorf("%s has no words", path)
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			id := path + ".flag." + f.Name
			may[id], may[id+"_value"] = true, true
			if f.Name != "help" && !slices.Contains(there, id) {
				t.Errorf("the option --%s of %s has no words", f.Name, path)
			}
		})
		for _, below := range c.Commands() {
			visit(below, strings.TrimPrefix(path+"."+below.Name(), "afterglow."))
		}
	}
	root := cli.Commands(cli.Env{Version: "0.1.0"})
	root.InitDefaultHelpCmd()
	visit(root, "afterglow")
	sources := ownSources(t)
	for _, id := range there {
		path, answer, answers := strings.Cut(id, ".said.")
		if stem, _, varies := strings.Cut(answer, "_"); answers && may[path+".short"] &&
			(strings.Contains(sources, `"command.`+id+`"`) || varies && strings.Contains(sources, `"command.`+path+".said."+stem+`_"`)) {
			continue
		}
		if !may[id] {
			t.Errorf("no command has words called %s", id)
		}
	}
}

// ownSources is the text of this package's files.
func ownSources(t *testing.T) string {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}
