package phrase

import (
	"errors"

	"afterglow/app/fault"
)

// Error puts into words what is wrong: the outermost fault that an error holds, in one line with what to do.
func (v Voice) Error(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		args := Args{}
		for name, value := range f.Args {
			args[name] = value
		}
		if f.Cause != nil {
			if _, taken := args["Cause"]; !taken {
				args["Cause"] = f.Cause
			}
		}
		return v.T(f.ID, args)
	}
	return v.T("fault.unexpected", Args{"Cause": err.Error()})
}
