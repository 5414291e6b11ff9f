package picture

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"afterglow/app/fault"
	"afterglow/app/plancode"
)

// Serve carries out "read" (a picture file comes in, [plancode.Seen] as JSON goes out) and "draw" (a code's text comes in, a PNG
// goes out), and returns the exit code.
func Serve(args []string, in io.Reader, out io.Writer, errw io.Writer) int {
	if err := serve(args, in, out); err != nil {
		fmt.Fprintln(errw, err)
		return 1
	}
	return 0
}

func serve(args []string, in io.Reader, out io.Writer) error {
	given, err := io.ReadAll(io.LimitReader(in, plancode.LargestPicture+1))
	if err != nil {
		return fmt.Errorf("read what was given: %w", err)
	}
	switch {
	case len(args) == 1 && args[0] == "read":
		texts, err := Read(given)
		answer := plancode.Seen{Texts: texts}
		if wrong, told := errors.AsType[*fault.Fault](err); told {
			answer.Fault = wrong.ID
		} else if err != nil {
			return err
		}
		return json.NewEncoder(out).Encode(answer)
	case len(args) == 1 && args[0] == "draw":
		drawn, err := PNG(string(given))
		if err != nil {
			return err
		}
		_, err = out.Write(drawn)
		return err
	}
	return fmt.Errorf("%s takes read or draw, not %q", plancode.Served, args)
}
