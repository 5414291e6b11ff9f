package timeline

import (
	"time"

	"fyne.io/fyne/v2"

	lay "afterglow/app/timeline"
)

// hand is a drag that goes on. A mouse tells its place more often than a picture is drawn: the line follows before a
// picture, to where the pointer is by then, and in five of six pictures at most.
type hand struct {
	x      float32 // of the pointer, in the layout
	moved  bool    // and the line has not followed yet
	frames *fyne.Animation
	next   time.Time // not before then does it follow again
}

// eachFollow is how often the line follows at most. Without a graphics processor each picture takes some 12 ms of work.
const eachFollow = 20 * time.Millisecond

// drag has the line follow the pointer to place x before the next picture is drawn.
func (c *Chart) drag(x float32) {
	c.hand.x, c.hand.moved = x, true
	if c.hand.frames != nil {
		return
	}
	c.hand.frames = &fyne.Animation{Duration: time.Minute, RepeatCount: fyne.AnimationRepeatForever, Tick: func(float32) { c.beforePicture() }}
	c.hand.frames.Start()
}

// drop ends the drag where the pointer is.
func (c *Chart) drop() {
	if c.hand.frames != nil {
		c.hand.frames.Stop()
		c.hand.frames = nil
	}
	c.follow()
}

// beforePicture follows if it is time to. What is late makes up for it, so that five of six pictures are met.
func (c *Chart) beforePicture() {
	now := time.Now()
	if now.Before(c.hand.next) {
		return
	}
	c.hand.next = c.hand.next.Add(eachFollow)
	if c.hand.next.Before(now) {
		c.hand.next = now.Add(eachFollow)
	}
	c.follow()
}

func (c *Chart) follow() {
	if c.hand.moved {
		c.hand.moved = false
		c.point(c.hand.x)
	}
}

// point moves the line to place x of the picture.
func (c *Chart) point(x float32) {
	if at := lay.CursorAt(c.layout, x); !at.Equal(c.cursor) && c.onMove != nil {
		c.onMove(at)
	}
}
