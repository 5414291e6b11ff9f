//go:build ignore

// This program draws the program's icon files: go run assets/gen.go
package main

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"

	"afterglow/app/tray"
)

func main() {
	if err := run("assets"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir string) error {
	for name, size := range map[string]int{"icon.png": 512, "icon-64.png": 64} {
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			return fmt.Errorf("write the icon: %w", err)
		}
		e := png.Encoder{CompressionLevel: png.BestCompression}
		if err := e.Encode(f, tray.AppIcon(size)); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		if err := f.Close(); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	for name, text := range map[string]string{"icon.svg": tray.AppIconSVG(), "icon-small.svg": tray.SmallIconSVG(), "icon-symbolic.svg": tray.SymbolicIconSVG()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	return nil
}
