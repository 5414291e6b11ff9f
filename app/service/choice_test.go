package service_test

import (
	"slices"
	"testing"

	"afterglow/app/service"
)

func TestTonightIsNotOfferedOnceItHasBegun(t *testing.T) {
	for _, c := range []struct {
		name, now string
		want      []service.Delay
	}{
		{"in the morning", "08:40", service.Delays()},
		{"a minute before", "20:29", service.Delays()},
		{"from then on", "20:30", []service.Delay{service.DelayQuarter, service.DelayHour}},
		{"late", "23:00", []service.Delay{service.DelayQuarter, service.DelayHour}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t, c.now)
			w.treated("2026-11-23 05:00")
			if got := w.status().Delays; !slices.Equal(got, c.want) {
				t.Errorf("offered %v, want %v", got, c.want)
			}
		})
	}
}
