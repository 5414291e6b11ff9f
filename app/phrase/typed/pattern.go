package typed

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first used: most of the programs' lives read nothing typed.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
