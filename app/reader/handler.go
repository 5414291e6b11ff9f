//go:build !windows && !darwin

package reader

import (
	"strings"

	"github.com/godbus/dbus/v5"
)

// handler takes the calls that come over the bus: each is an object, an interface of it, and a method of that.
type handler struct {
	s     *server
	ready <-chan struct{}
}

// LookupObject implements dbus.Handler.
func (h handler) LookupObject(p dbus.ObjectPath) (dbus.ServerObject, bool) { return object{h, p}, true }

type object struct {
	handler
	path dbus.ObjectPath
}

// LookupInterface implements dbus.ServerObject.
func (o object) LookupInterface(name string) (dbus.Interface, bool) {
	return face{o, strings.TrimPrefix(name, iface)}, true
}

type face struct {
	object
	name string
}

// LookupMethod implements dbus.Interface.
func (f face) LookupMethod(name string) (dbus.Method, bool) {
	m, known := methods[f.name+"."+name]
	return call{f, m}, known
}

// method is one that is answered: the signature of its arguments, and how. it is what was told last of the object.
type method struct {
	in     string
	answer func(s *server, t *tree, it *item, args []any) []any
}

// call is one call of a method.
type call struct {
	face
	method method
}

var (
	_ dbus.Method          = call{}
	_ dbus.ArgumentDecoder = call{}
)

// NumArguments implements dbus.Method; DecodeArguments stands in for it.
func (call) NumArguments() int { return 0 }

// NumReturns implements dbus.Method, which nobody asks.
func (call) NumReturns() int { return 0 }

// ArgumentValue implements dbus.Method, which nobody asks.
func (call) ArgumentValue(int) any { return nil }

// ReturnValue implements dbus.Method, which nobody asks.
func (call) ReturnValue(int) any { return nil }

// DecodeArguments implements dbus.ArgumentDecoder: what has another signature is refused, so that an answer can rely on it.
func (c call) DecodeArguments(_ *dbus.Conn, _ string, _ *dbus.Message, args []any) ([]any, error) {
	if dbus.SignatureOf(args...).String() != c.method.in {
		return nil, dbus.ErrMsgInvalidArg
	}
	return args, nil
}

// errBusy is the answer while more is asked than a screen reader asks.
var errBusy = dbus.NewError(daemon+".Error.LimitsExceeded", []any{"busy"})

// Call implements dbus.Method.
func (c call) Call(args ...any) ([]any, error) {
	s := c.s
	if s.calls.Add(1) > mostCalls {
		s.calls.Add(-1)
		return nil, errBusy
	}
	defer s.calls.Add(-1)
	select {
	case s.called <- struct{}{}:
	default:
	}
	select {
	case <-c.ready:
	case <-s.life.Done():
		return nil, dbus.ErrMsgNoObject
	}
	t := s.told.Load()
	it := t.items[c.path]
	if c.path == cachePath {
		it = t.items[rootPath]
	}
	if it == nil {
		return nil, dbus.MakeNoObjectError(c.path)
	}
	out := c.method.answer(s, t, it, args)
	if out == nil {
		return nil, dbus.ErrMsgInvalidArg
	}
	return out, nil
}
