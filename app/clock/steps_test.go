package clock

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// later waits in steps in virtual time and tells why it ended and how long it took.
func later(t *testing.T, until time.Duration, wake <-chan struct{}, ctx context.Context, read func() reading) (Reason, time.Duration) {
	t.Helper()
	start := time.Now()
	var at time.Time
	if until != 0 {
		at = start.Round(0).Add(until)
	}
	reason := waitInSteps(ctx, at, wake, read)
	return reason, time.Since(start)
}

// steady is a clock that nobody sets; shifted is one that was set.
func steady() reading { return shifted(0) }

func shifted(by time.Duration) reading {
	now := time.Now()
	return reading{wall: now.Round(0).Add(by), steady: now.Sub(time.Unix(0, 0))}
}

func TestInStepsTheMomentIsReachedToTheDot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, d := range []time.Duration{time.Second, 90 * time.Second, time.Hour} {
			if reason, took := later(t, d, nil, t.Context(), steady); reason != Reached || took != d {
				t.Errorf("%v: %v after %v", d, reason, took)
			}
		}
		if reason, took := later(t, -time.Second, nil, t.Context(), steady); reason != Reached || took != 0 {
			t.Errorf("past: %v after %v", reason, took)
		}
	})
}

func TestInStepsAJumpIsFoundWithinAMinute(t *testing.T) {
	for name, shift := range map[string]time.Duration{"forward": 5 * time.Second, "back": -time.Hour, "suspend": 8 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				read := func() reading {
					if time.Since(start) > 10*time.Minute {
						return shifted(shift)
					}
					return steady()
				}
				if reason, took := later(t, 0, nil, t.Context(), read); reason != Jumped || took > 11*time.Minute {
					t.Errorf("%v after %v", reason, took)
				}
			})
		})
	}
}

func TestInStepsACorrectedClockIsNoJump(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		read := func() reading {
			return shifted(time.Since(start) / 1000) // fast by a thousandth
		}
		if reason, _ := later(t, 4*time.Hour, nil, t.Context(), read); reason != Reached {
			t.Errorf("%v", reason)
		}
	})
}

func TestInStepsAChangeOfZoneIsFound(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		read := func() reading {
			r := steady()
			if time.Since(start) > time.Minute {
				r.zone.target = "elsewhere"
			}
			return r
		}
		if reason, _ := later(t, 0, nil, t.Context(), read); reason != Jumped {
			t.Errorf("%v", reason)
		}
	})
}

func TestInStepsWakeAndContextEndIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		wake := make(chan struct{})
		time.AfterFunc(90*time.Second, func() { wake <- struct{}{} })
		if reason, took := later(t, 0, wake, t.Context(), steady); reason != Woken || took != 90*time.Second {
			t.Errorf("%v after %v", reason, took)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 90*time.Second)
		defer cancel()
		if reason, took := later(t, 0, nil, ctx, steady); reason != Ended || took != 90*time.Second {
			t.Errorf("%v after %v", reason, took)
		}
	})
}
