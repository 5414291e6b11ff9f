package clocktest

import (
	"testing"
	"time"

	"afterglow/app/clock"
)

var noon = time.Date(2026, time.November, 22, 12, 0, 0, 0, time.UTC)

// waiting starts a wait and returns once it waits.
func waiting(t *testing.T, v *Virtual, until time.Time, wake <-chan struct{}) <-chan clock.Reason {
	t.Helper()
	ended := make(chan clock.Reason, 1)
	go func() { ended <- v.Wait(t.Context(), until, wake) }()
	got, err := v.Waiting(t.Context(), 1)
	if err != nil || !got.Equal(until) {
		t.Fatalf("waits for %v %v, want %v", got, err, until)
	}
	return ended
}

func TestTimePassesOnlyWhenItIsTold(t *testing.T) {
	v := New(noon, time.UTC)
	ended := waiting(t, v, noon.Add(time.Hour), nil)
	v.Advance(59 * time.Minute)
	if len(ended) != 0 {
		t.Fatal("ended too early")
	}
	v.Advance(time.Minute)
	if r := <-ended; r != clock.Reached || !v.Now().Equal(noon.Add(time.Hour)) {
		t.Errorf("%v at %v", r, v.Now())
	}
	if r := v.Wait(t.Context(), noon, nil); r != clock.Reached {
		t.Errorf("past: %v", r)
	}
}

func TestASetClockAndAChangedZoneEndAWait(t *testing.T) {
	v := New(noon, time.UTC)
	ended := waiting(t, v, time.Time{}, nil)
	v.Set(noon.Add(-time.Hour))
	if r := <-ended; r != clock.Jumped || !v.Now().Equal(noon.Add(-time.Hour)) {
		t.Errorf("%v at %v", r, v.Now())
	}
	far := time.FixedZone("far", 3600)
	ended = waiting(t, v, noon.Add(time.Hour), nil)
	v.SetZone(far)
	if r := <-ended; r != clock.Jumped || v.Zone() != far {
		t.Errorf("%v in %v", r, v.Zone())
	}
}

func TestWakeEndsAWait(t *testing.T) {
	v := New(noon, time.UTC)
	wake := make(chan struct{})
	ended := waiting(t, v, noon.Add(time.Hour), wake)
	wake <- struct{}{}
	if r := <-ended; r != clock.Woken {
		t.Errorf("%v", r)
	}
}
