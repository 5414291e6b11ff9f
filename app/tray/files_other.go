//go:build !darwin

package tray

// hearFiles does nothing here: this system gives a file to the window, as an argument.
func hearFiles(func(path string)) {}
