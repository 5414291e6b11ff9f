// The house keeps its order: see docs/architecture.md.
package afterglow_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "afterglow"

// mayKnow says which rooms a room may know. Arrows run down only: guidance
// knows nobody; agent, cli and screens stand on top and never know each other.
// A room that is not listed has to be given its place here first, and an arrow that no file needs is taken out.
var mayKnow = map[string][]string{
	"guidance":      {},
	"app/fault":     {},
	"app/datadir":   {},
	"app/autostart": {"app/datadir"},
	"app/beside":    {},
	"app/newfile":   {},
	"app/calserver": {"app/datadir"},
	"app/caldav":    {},
	"app/crash":     {},
	"app/ipc":       {"app/datadir"},
	"app/bus":       {},
	"app/reader":    {},
	"app/locale":    {"app/bus"},
	"app/notify":    {"app/bus"},
	"app/tray":      {"app/bus"},
	"app/choose":    {"app/bus"},
	"app/record":    {},
	"app/calendar":  {},
	"app/card":      {},
	"app/takeout":   {},
	"app/course":    {"guidance", "app/record"},
	"app/timeline":  {"guidance", "app/course"},
	"app/plancode":  {"guidance"},
	"app/studio":    {"guidance", "app/course", "app/ask"},
	"app/ask":       {"guidance", "app/course"},
	"app/leaflet":   {"app/ask", "app/studio"},
	"app/clock":     {},
	"app/reminder":  {"guidance", "app/record", "app/course", "app/clock"},
	"app/journal":   {"guidance", "app/datadir", "app/record", "app/calendar", "app/course", "app/clock"},
	"app/service":   {"guidance", "app/newfile", "app/ask", "app/record", "app/course", "app/clock", "app/reminder", "app/journal", "app/calendar", "app/takeout"},
	"app/phrase":    {"app/calendar", "app/card", "guidance", "app/ask", "app/leaflet", "app/studio", "app/record", "app/course", "app/reminder", "app/service", "app/timeline", "app/locale", "app/notify", "app/calserver"},
	"app/calsync":   {"app/calserver", "app/caldav", "app/ipc", "app/calendar", "app/clock", "app/journal", "app/locale", "app/phrase", "app/service"},
	"app/agent":     {"guidance", "app/beside", "app/record", "app/course", "app/clock", "app/reminder", "app/journal", "app/service", "app/phrase", "app/locale", "app/ipc", "app/bus", "app/notify", "app/tray", "app/calserver"},
	"app/cli":       {"guidance", "app/ask", "app/leaflet", "app/studio", "app/beside", "app/newfile", "app/plancode", "app/calendar", "app/card", "app/datadir", "app/record", "app/course", "app/clock", "app/reminder", "app/journal", "app/service", "app/phrase", "app/locale", "app/ipc", "app/bus", "app/notify", "app/autostart", "app/calserver"},
	"app/screens":   {"guidance", "app/newfile", "app/calendar", "app/card", "app/plancode", "app/datadir", "app/record", "app/course", "app/clock", "app/reminder", "app/journal", "app/service", "app/phrase", "app/locale", "app/ipc", "app/bus", "app/choose", "app/timeline", "app/ask", "app/leaflet", "app/autostart", "app/studio", "app/reader", "app/calserver", "app/beside"},

	"assets":               {},
	"cmd/afterglow":        {"app/agent", "app/autostart", "app/cli", "app/clock", "app/crash", "app/ipc", "app/locale"},
	"cmd/afterglow-sync":   {"app/calsync", "app/clock", "app/locale"},
	"cmd/afterglow-window": {"app/screens", "app/clock", "app/crash", "app/plancode", "app/card"},
}

// everybody may know app/fault, an error with an id and fields, which phrase puts into words, and the assets.
var everybody = []string{"app/fault", "assets"}

// systems are those that Afterglow is built for. Each has files of its own, and so arrows of its own.
var systems = []string{"linux", "windows", "darwin"}

// pure are the rooms in which time comes in as an argument: they read no
// clock, no file and no environment. Of reminder that is all but the runner.
var pure = []string{"guidance", "app/fault", "app/record", "app/calendar", "app/card", "app/takeout", "app/course", "app/timeline", "app/ask", "app/studio", "app/leaflet", "app/reminder", "app/phrase"}

// pkg is the part of "go list -json" that the tests look at.
type pkg struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	var list []pkg
	for decoder := json.NewDecoder(bytes.NewReader(goList(t, "-json=ImportPath,Dir,GoFiles,Imports", "./..."))); ; {
		var p pkg
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatalf("read the list of packages: %v", err)
		}
		list = append(list, p)
	}
}

func goList(t *testing.T, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %v: %v\n%s", args, err, errs.String())
	}
	return out
}

// room is the room of the house that a package of ours is in: "app/screens/theme" is in "app/screens".
func room(importPath string) (string, bool) {
	inside, ours := strings.CutPrefix(importPath, module+"/")
	if !ours {
		return "", false
	}
	parts := strings.Split(inside, "/")
	if (parts[0] == "app" || parts[0] == "cmd") && len(parts) > 2 {
		parts = parts[:2]
	}
	if parts[0] == "guidance" || parts[0] == "assets" {
		parts = parts[:1]
	}
	return path.Join(parts...), true
}

// outside says that a package is no part of the house but stands beside it: what judges it, what packs it, and the
// module's own name and version, which everybody may know.
func outside(importPath string) bool {
	inside, ours := strings.CutPrefix(importPath, module+"/")
	first, _, _ := strings.Cut(inside, "/")
	return !ours || slices.Contains([]string{"e2e", "bench", "simulation", "packaging"}, first)
}

// arrows gives, for each room, the packages of other rooms that it imports on any of the systems, each with one that
// imports it.
func arrows(t *testing.T) map[string]map[string]string {
	t.Helper()
	known := map[string]map[string]string{}
	for _, system := range systems {
		t.Setenv("GOOS", system)
		t.Setenv("CGO_ENABLED", "1") // as it is built
		for _, p := range packages(t) {
			from, _ := room(p.ImportPath)
			if outside(p.ImportPath) {
				continue
			}
			if known[from] == nil {
				known[from] = map[string]string{}
			}
			for _, imported := range p.Imports {
				if to, ours := room(imported); ours && to != from && !slices.Contains(everybody, to) {
					known[from][to] = p.ImportPath
				}
			}
		}
	}
	return known
}

func TestArrowsRunDownOnlyAndEachIsNeeded(t *testing.T) {
	known := arrows(t)
	for from, rooms := range known {
		allowed, listed := mayKnow[from]
		if !listed {
			t.Errorf("%s has no place in the house yet: give it one in mayKnow", from)
			continue
		}
		for to, by := range rooms {
			if !slices.Contains(allowed, to) {
				t.Errorf("%s knows %s, which it must not", by, to)
			}
		}
	}
	for from, allowed := range mayKnow {
		if known[from] == nil {
			t.Errorf("%s is in mayKnow, but there is no such room", from)
			continue
		}
		for _, to := range allowed {
			if known[from][to] == "" {
				t.Errorf("%s may know %s, but no file needs it: take it out of mayKnow", from, to)
			}
		}
	}
}

func TestOnlyTheFacesAskForWords(t *testing.T) {
	faces := []string{"app/agent", "app/cli", "app/screens", "app/calsync"} // the last words the entries of a calendar
	for from, allowed := range mayKnow {
		if slices.Contains(allowed, "app/phrase") && !slices.Contains(faces, from) {
			t.Errorf("%s may know app/phrase, but it is no face: let it answer with values", from)
		}
	}
}

func TestOnlyTheWindowKnowsTheGraphicsLibrary(t *testing.T) {
	for _, p := range packages(t) {
		from, _ := room(p.ImportPath)
		if from == "app/screens" || from == "cmd/afterglow-window" || from == "bench/hello" {
			continue
		}
		for _, imported := range p.Imports {
			if strings.HasPrefix(imported, "fyne.io/fyne/v2") {
				t.Errorf("%s imports %s; only the window may", p.ImportPath, imported)
			}
		}
	}
}

// What speaks with servers is not even in the program that stays running: afterglow-sync alone has it.
func TestTheAgentAndTheCommandsCannotAskAServer(t *testing.T) {
	for _, system := range systems {
		t.Setenv("GOOS", system)
		t.Setenv("CGO_ENABLED", "1") // as it is built
		for name := range strings.Lines(string(goList(t, "-deps", "./cmd/afterglow"))) {
			if name = strings.TrimSpace(name); name == "net/http" || name == "crypto/tls" {
				t.Errorf("on %s the program afterglow has %s in it", system, name)
			}
		}
	}
}

func TestTheAgentIsBuiltWithoutGraphics(t *testing.T) {
	for dep := range strings.Lines(string(goList(t, "-deps", "./cmd/afterglow"))) {
		dep = strings.TrimSpace(dep)
		if strings.HasPrefix(dep, "fyne.io/fyne/v2/") || strings.HasPrefix(dep, "github.com/go-gl/") ||
			strings.HasPrefix(dep, "github.com/makiuchi-d/gozxing") || // its tables would stay in memory for ever
			dep == "net/http" { // nor what goes online
			t.Errorf("the agent is built with %s", dep)
		}
	}
}

// On Windows beeep, and go-toast's upper half, paste the text into a PowerShell script where a
// notification cannot be shown. Neither may be built in; the lower half does so only when asked.
func TestNoTextIsPastedIntoPowerShell(t *testing.T) {
	t.Setenv("GOOS", "windows")
	t.Setenv("CGO_ENABLED", "1") // as it is built
	for dep := range strings.Lines(string(goList(t, "-deps", "./cmd/afterglow", "./cmd/afterglow-window"))) {
		switch strings.TrimSpace(dep) {
		case "github.com/gen2brain/beeep", "git.sr.ht/~jackmordaunt/go-toast":
			t.Errorf("Afterglow for Windows is built with %s", dep)
		}
	}
	err := filepath.WalkDir("app", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(file, ".go") {
			return err
		}
		text, err := os.ReadFile(file)
		if strings.Contains(string(text), "wintoast.Powershell") || strings.Contains(string(text), "wintoast.PreferPowershell") {
			t.Errorf("%s asks go-toast for PowerShell", file)
		}
		return err
	})
	if err != nil {
		t.Fatalf("walk the project: %v", err)
	}
}

// sourceFiles gives every file of ours that goes into a program, parsed.
func sourceFiles(t *testing.T, visit func(p pkg, name string, set *token.FileSet, file *ast.File)) {
	t.Helper()
	for _, p := range packages(t) {
		for _, name := range p.GoFiles {
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatalf("read %s: %v", name, err)
			}
			visit(p, name, set, file)
		}
	}
}

// called gives the package and the name of a call such as time.Now().
func called(node ast.Node) (string, token.Pos, bool) {
	call, ok := node.(*ast.CallExpr)
	if !ok {
		return "", 0, false
	}
	switch fun := call.Fun.(type) {
	case *ast.Ident:
		return fun.Name, call.Pos(), true
	case *ast.SelectorExpr:
		if from, ok := fun.X.(*ast.Ident); ok {
			return from.Name + "." + fun.Sel.Name, call.Pos(), true
		}
	}
	return "", 0, false
}

func TestPureRoomsReadNoClockNoFileAndNoEnvironment(t *testing.T) {
	sourceFiles(t, func(p pkg, name string, set *token.FileSet, file *ast.File) {
		from, _ := room(p.ImportPath)
		if !slices.Contains(pure, from) || outside(p.ImportPath) || strings.HasPrefix(name, "runner") {
			return
		}
		for _, spec := range file.Imports {
			switch imported := strings.Trim(spec.Path.Value, `"`); imported {
			case "os", "io/ioutil", "os/exec", "path/filepath", "net", "net/http", "math/rand", "math/rand/v2", "syscall":
				t.Errorf("%s: %s imports %s", from, name, imported)
			}
		}
		ast.Inspect(file, func(node ast.Node) bool {
			use, ok := node.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if pkg, ok := use.X.(*ast.Ident); ok && pkg.Name == "time" {
				switch use.Sel.Name {
				case "Now", "Since", "Until", "Sleep", "After", "NewTimer", "NewTicker", "Tick", "AfterFunc", "Local", "LoadLocation":
					t.Errorf("%s: %s uses time.%s", from, set.Position(use.Pos()), use.Sel.Name)
				}
			}
			return true
		})
	})
}

func TestNothingBelowMainEndsTheProgram(t *testing.T) {
	sourceFiles(t, func(p pkg, name string, set *token.FileSet, file *ast.File) {
		if file.Name.Name == "main" {
			return
		}
		ast.Inspect(file, func(node ast.Node) bool {
			if what, at, ok := called(node); ok {
				switch what {
				case "panic", "os.Exit", "log.Fatal", "log.Fatalf", "log.Fatalln", "log.Panic", "log.Panicf":
					t.Errorf("%s calls %s: return an error instead", set.Position(at), what)
				}
			}
			return true
		})
	})
}

func TestFilesHoldOneIdea(t *testing.T) {
	const most = 400 // lines
	sourceFiles(t, func(p pkg, name string, set *token.FileSet, file *ast.File) {
		if lines := set.File(file.Pos()).LineCount(); lines > most {
			t.Errorf("%s/%s has %d lines; more than %d is more than one idea", p.ImportPath, name, lines, most)
		}
	})
}

func TestTestsWaitForTheThingItself(t *testing.T) {
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(file, "_test.go") {
			return err
		}
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		// Under testing/synctest a sleep costs no time and is exact.
		for _, spec := range parsed.Imports {
			if spec.Path.Value == `"testing/synctest"` {
				return nil
			}
		}
		ast.Inspect(parsed, func(node ast.Node) bool {
			if what, at, ok := called(node); ok && what == "time.Sleep" {
				t.Errorf("%s sleeps for a fixed time", set.Position(at))
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatalf("walk the project: %v", err)
	}
}
