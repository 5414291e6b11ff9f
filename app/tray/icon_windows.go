package tray

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"fyne.io/systray"
)

// Run under wine 8, where the icon and its menu were seen. Never run on Windows itself.

// handIcon gives the tray its icon. Windows reads icons from files only; the library keeps
// what it has read by the file's name, so the file is needed once and left behind never.
func handIcon(drawn []byte) error {
	sum := sha256.Sum256(drawn)
	path := filepath.Join(os.TempDir(), fmt.Sprintf("afterglow-%d-%s.ico", os.Getpid(), hex.EncodeToString(sum[:8])))
	if err := os.WriteFile(path, drawn, 0o600); err != nil {
		return fmt.Errorf("write the icon for Windows: %w", err)
	}
	defer func() { _ = os.Remove(path) }() // in the folder for such things, at the worst
	return systray.SetIconFromFilePath(path)
}
