package ipc

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/sys/windows"
)

func addressOf(t *testing.T, data, role string) string {
	t.Helper()
	s, err := place(data)
	if err != nil {
		t.Fatal(err)
	}
	address, err := s.address(role)
	if err != nil {
		t.Fatal(err)
	}
	return address
}

func TestThePipeIsForThisUserAlone(t *testing.T) {
	data := t.TempDir()
	s := listen(t, data, Agent, yes)
	list, err := windows.GetSecurityInfo(s.listener.(*pipes).next, windows.SE_KERNEL_OBJECT, windows.DACL_SECURITY_INFORMATION)
	if err != nil {
		t.Fatal(err)
	}
	me, err := mySID()
	if err != nil {
		t.Fatal(err)
	}
	// One entry, which lets this user in.
	if got := list.String(); strings.Count(got, "(") != 1 || !strings.Contains(got, me.String()+")") {
		t.Errorf("the pipe's access list is %s", got)
	}
}

func TestAPipeThatIsThereAlreadyIsNotOpenedAgain(t *testing.T) {
	data := t.TempDir()
	squatter, err := bind(addressOf(t, data, Agent))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Listen(data, Agent, yes); !errors.Is(err, ErrRunning) {
		t.Errorf("got %v, want ErrRunning", err)
	}
	_ = squatter.Close()
	if _, err := squatter.Accept(); err == nil {
		t.Error("a closed pipe accepts")
	}
	listen(t, data, Agent, yes)
}
