package course

import (
	"reflect"
	"testing"
	"time"
)

func TestAllTreatmentsTogetherHaveTheCoursesThatEachHasAlone(t *testing.T) {
	zone := zoneOf(t, "Europe/Berlin")
	at := time.Date(2026, 11, 20, 15, 30, 0, 0, zone)
	var treatments []Treatment
	for i, plan := range []string{"essentials", "cautious"} {
		p := starter(t, plan)
		for j, device := range []string{"", "pen", "rf"} {
			for k, depth := range []float64{0, 0.5, 2} {
				treatments = append(treatments, Treatment{
					ID: int64(100*i + 10*j + k), At: at.AddDate(0, 0, -7*j), Device: device, DepthMM: depth, Sensitive: k == 1, Plan: p,
				})
			}
		}
	}
	treatments = append(treatments, Treatment{ID: 900, At: at}, Treatment{ID: 901, At: at.AddDate(0, 0, 1)})
	for i, got := range All(treatments, zone, nil) {
		if want := New(treatments[i], zone, nil); !reflect.DeepEqual(got, want) {
			t.Errorf("treatment %d is laid out as %+v, alone as %+v", treatments[i].ID, got, want)
		}
	}
}
