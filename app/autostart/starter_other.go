//go:build !windows

package autostart

// Starter is the program to start at login: the agent itself.
func Starter(agent string) string { return agent }
