package service

import (
	"errors"

	"afterglow/app/fault"
)

// Wrong is a request that cannot be meant, in words of the command line.
type Wrong struct{ Text string }

func (w Wrong) Error() string { return w.Text }

// IsWrong says whether err is a wrong request rather than something that failed.
func IsWrong(err error) bool {
	var w Wrong
	return fault.IsUse(err) || errors.As(err, &w)
}
