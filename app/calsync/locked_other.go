//go:build !linux

package calsync

// keyringLocked is for systems whose keyring opens with the login.
func keyringLocked() bool { return false }
