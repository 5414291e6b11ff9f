package studio

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first used: the tray and most commands never write a plan.
func pattern(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
