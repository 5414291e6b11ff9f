package service_test

import (
	"errors"
	"os"
	"testing"
	"testing/iotest"

	"afterglow/app/fault"
	"afterglow/app/service"
)

func TestWhyAPlanFileCannotBeReadComesWithoutItsPath(t *testing.T) {
	broken := errors.New("input/output error")
	for name, c := range map[string]struct {
		err, cause error
		id         string
	}{
		"not allowed":   {&os.PathError{Op: "open", Path: "/somewhere/long", Err: os.ErrPermission}, os.ErrPermission, "planfile.forbidden"},
		"a broken disk": {&os.PathError{Op: "read", Path: "/somewhere/long", Err: broken}, broken, "planfile.unread"},
	} {
		_, err := service.ReadPlanText("clinic.toml", iotest.ErrReader(c.err))
		f, ok := errors.AsType[*fault.Fault](err)
		if !ok || f.ID != c.id || f.Args["File"] != "clinic.toml" || !errors.Is(err, c.cause) {
			t.Errorf("%s: got %v", name, err)
		}
		if c.id == "planfile.unread" && f.Cause != broken {
			t.Errorf("%s: the path is told with %v", name, f.Cause)
		}
	}
}
