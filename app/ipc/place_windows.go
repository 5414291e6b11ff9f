package ipc

import (
	"os"
	"os/user"
	"strings"
)

// runtimeFolders is empty: Windows has no runtime folder, the user's own TEMP stands in.
func runtimeFolders() []string { return nil }

// userKey tells users apart if they share one TEMP.
func userKey() string {
	if u, err := user.Current(); err == nil {
		return strings.ReplaceAll(u.Uid, `\`, "-")
	}
	return "user"
}

// closedToOthers accepts: the folder inherits the access list of the user's own TEMP.
func closedToOthers(string, os.FileInfo) error { return nil }
