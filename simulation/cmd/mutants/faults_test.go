package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryFaultFitsTheCoreAsItIs(t *testing.T) {
	for _, f := range faults() {
		text, err := os.ReadFile(filepath.Join("..", "..", "..", filepath.FromSlash(f.file)))
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(text), f.old); n != 1 {
			t.Errorf("%q: %s has %d times the text that the fault changes; it must be there once", f.name, f.file, n)
		}
	}
}
