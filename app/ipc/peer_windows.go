package ipc

import (
	"fmt"
	"net"
	"unsafe"

	"golang.org/x/sys/windows"
)

const sizeOfAttributes = unsafe.Sizeof(windows.SecurityAttributes{})

// samePerson accepts: the pipe's access list lets nobody else in, and connect has asked
// whose pipe it is.
func samePerson(net.Conn) error { return nil }

// ownServer is an error if the pipe that h leads to is another user's.
func ownServer(h windows.Handle) error {
	var process uint32
	if err := windows.GetNamedPipeServerProcessId(h, &process); err != nil {
		return fmt.Errorf("ask whose pipe it is: %w", err)
	}
	owner, err := sidOf(process)
	if err != nil {
		return fmt.Errorf("ask whose pipe it is: %w", err)
	}
	me, err := mySID()
	if err != nil {
		return err
	}
	if !owner.Equals(me) {
		return fmt.Errorf("user %s is connected, this is user %s's", owner, me)
	}
	return nil
}

func mySID() (*windows.SID, error) {
	user, err := windows.GetCurrentProcessToken().GetTokenUser()
	if err != nil {
		return nil, fmt.Errorf("find out who this user is: %w", err)
	}
	return user.User.Sid, nil
}

// sidOf is the user that a process belongs to.
func sidOf(process uint32) (*windows.SID, error) {
	h, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, process)
	if err != nil {
		return nil, err
	}
	defer func() { _ = windows.CloseHandle(h) }()
	var token windows.Token
	if err := windows.OpenProcessToken(h, windows.TOKEN_QUERY, &token); err != nil {
		return nil, err
	}
	defer token.Close()
	user, err := token.GetTokenUser()
	if err != nil {
		return nil, err
	}
	return user.User.Sid, nil
}
