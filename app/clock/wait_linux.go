package clock

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"path/filepath"
	"time"

	"golang.org/x/sys/unix"
)

// never is what a wait without an end is armed for: the timer must run, or the
// kernel would not tell of a set clock.
var never = time.Date(2199, 1, 1, 0, 0, 0, 0, time.UTC)

// wait sleeps in the kernel until something happens; nothing wakes it in between.
// It falls back to looking once a minute if the kernel lacks a part.
func (w *Wall) wait(ctx context.Context, until time.Time, wake <-chan struct{}) Reason {
	var a alarm
	defer a.close()
	if err := a.arm(until); err != nil {
		return waitInSteps(ctx, until, wake, w.read)
	}
	file := w.zone.watched()
	if file != "" {
		if err := a.watch(filepath.Dir(file)); err != nil {
			return waitInSteps(ctx, until, wake, w.read)
		}
	}
	// The zone may have changed before the watch was in place.
	w.mu.Lock()
	zone := w.last.zone
	w.mu.Unlock()
	if w.zone.fingerprint() != zone {
		return Jumped
	}

	done := make(chan struct{})
	told := make(chan Reason, 1)
	go func() {
		reason := Reached // the alarm came first
		select {
		case <-ctx.Done():
			reason = Ended
		case <-wake:
			reason = Woken
		case <-done:
		}
		a.ring()
		told <- reason
	}()
	reason, rung := a.sleep(func() bool { return w.zone.fingerprint() != zone }, filepath.Base(file))
	close(done)
	outside := <-told // before the files are closed: the goroutine uses one of them
	if rung || outside == Ended {
		return outside
	}
	return reason
}

// alarm is one wait's files: a timer on the wall clock, a bell, a watch on the zone's folder.
type alarm struct {
	timer, bell, folder int
	opened              []int
}

func (a *alarm) keep(fd int, err error) (int, error) {
	if err == nil {
		a.opened = append(a.opened, fd)
	}
	return fd, err
}

func (a *alarm) close() {
	for _, fd := range a.opened {
		unix.Close(fd)
	}
}

// arm sets the timer to an instant of the wall clock. The kernel cancels it when
// the clock is set, and when the machine wakes from suspend.
func (a *alarm) arm(until time.Time) (err error) {
	if until.IsZero() || until.After(never) {
		until = never
	}
	if until.Unix() <= 0 {
		until = time.Unix(0, 1) // zero would switch the timer off
	}
	if a.timer, err = a.keep(unix.TimerfdCreate(unix.CLOCK_REALTIME, unix.TFD_CLOEXEC|unix.TFD_NONBLOCK)); err != nil {
		return err
	}
	spec := unix.ItimerSpec{Value: unix.NsecToTimespec(until.UnixNano())}
	if err := unix.TimerfdSettime(a.timer, unix.TFD_TIMER_ABSTIME|unix.TFD_TIMER_CANCEL_ON_SET, &spec, nil); err != nil {
		return err
	}
	a.folder = -1 // poll passes over it
	a.bell, err = a.keep(unix.Eventfd(0, unix.EFD_CLOEXEC|unix.EFD_NONBLOCK))
	return err
}

// watch tells when a name in dir is made, replaced, written or removed.
func (a *alarm) watch(dir string) (err error) {
	if a.folder, err = a.keep(unix.InotifyInit1(unix.IN_CLOEXEC | unix.IN_NONBLOCK)); err != nil {
		return err
	}
	_, err = unix.InotifyAddWatch(a.folder, dir, unix.IN_CREATE|unix.IN_MOVED_TO|unix.IN_MOVED_FROM|unix.IN_DELETE|
		unix.IN_CLOSE_WRITE|unix.IN_ONLYDIR)
	return err
}

// ring wakes sleep from another goroutine.
func (a *alarm) ring() {
	one := make([]byte, 8)
	binary.NativeEndian.PutUint64(one, 1)
	unix.Write(a.bell, one) // fails only if it rings already
}

// sleep returns when the timer ends or is cancelled, when the bell rings, or when
// name in the folder changed so that moved says so.
func (a *alarm) sleep(moved func() bool, name string) (reason Reason, rung bool) {
	fds := []unix.PollFd{
		{Fd: int32(a.timer), Events: unix.POLLIN},
		{Fd: int32(a.bell), Events: unix.POLLIN},
		{Fd: int32(a.folder), Events: unix.POLLIN},
	}
	for {
		if _, err := unix.Poll(fds, -1); errors.Is(err, unix.EINTR) {
			continue // a signal, the runtime's own for instance
		} else if err != nil {
			return Jumped, false // cannot wait: let the caller look again
		}
		if fds[0].Revents != 0 {
			_, err := unix.Read(a.timer, make([]byte, 8))
			switch {
			case errors.Is(err, unix.ECANCELED):
				return Jumped, false
			case err == nil:
				return Reached, false
			}
		}
		if fds[1].Revents != 0 {
			return Woken, true
		}
		if fds[2].Revents != 0 && a.named(name) && moved() {
			return Jumped, false
		}
	}
}

// named empties the watch and tells whether name was among what changed.
func (a *alarm) named(name string) bool {
	buf := make([]byte, 4096)
	found := false
	for {
		n, err := unix.Read(a.folder, buf)
		if err != nil || n < unix.SizeofInotifyEvent {
			return found
		}
		for b := buf[:n]; len(b) >= unix.SizeofInotifyEvent; {
			mask := binary.NativeEndian.Uint32(b[4:])
			size := int(binary.NativeEndian.Uint32(b[12:]))
			text := b[unix.SizeofInotifyEvent:][:size]
			if mask&unix.IN_Q_OVERFLOW != 0 || string(bytes.TrimRight(text, "\x00")) == name {
				found = true
			}
			b = b[unix.SizeofInotifyEvent+size:]
		}
	}
}
