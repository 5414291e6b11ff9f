package plancode

import (
	"fmt"
	"path/filepath"
	"strings"
)

// Names are the names of the pictures of so many codes: file itself if there is one, else file-1, file-2 and so on.
func Names(file string, codes int) []string {
	if codes == 1 {
		return []string{file}
	}
	ending := filepath.Ext(file)
	names := make([]string, codes)
	for i := range names {
		names[i] = fmt.Sprintf("%s-%d%s", strings.TrimSuffix(file, ending), i+1, ending)
	}
	return names
}
