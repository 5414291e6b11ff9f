// Book writes the index of the vocabulary (guidance/vocabulary.toml) that the programs carry: go generate ./app/ask.
package main

import (
	"fmt"
	"os"

	"afterglow/app/ask"
	"afterglow/guidance"
)

func main() {
	if err := write(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("name the file to write, got %q", args)
	}
	words, err := guidance.Words()
	if err != nil {
		return err
	}
	return os.WriteFile(args[0], ask.NewBook(words).Index(), 0o644)
}
