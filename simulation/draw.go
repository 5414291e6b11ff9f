package simulation

import (
	"math"
	"math/rand/v2"
	"time"
)

// draw is the source of all chance in one life.
type draw struct{ *rand.Rand }

func newDraw(seed, stream uint64) draw { return draw{rand.New(rand.NewPCG(seed, stream))} }

func (d draw) chance(p float64) bool { return d.Float64() < p }

// between is a whole number from least to most, both included.
func (d draw) between(least, most int) int { return least + d.IntN(most-least+1) }

// span is a length of time between two, short ones as likely as long ones, in whole milliseconds.
func (d draw) span(least, most time.Duration) time.Duration {
	ratio := math.Log(float64(most) / float64(least))
	return time.Duration(float64(least) * math.Exp(d.Float64()*ratio)).Truncate(time.Millisecond)
}

// wait is how long it takes until something happens that happens once in mean on average.
func (d draw) wait(mean time.Duration) time.Duration {
	return min(time.Duration(d.ExpFloat64()*float64(mean)), 400*day).Truncate(time.Millisecond) + time.Millisecond
}

func pick[T any](d draw, list ...T) T { return list[d.IntN(len(list))] }

const day = 24 * time.Hour
