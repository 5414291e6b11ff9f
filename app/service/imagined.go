package service

import (
	"time"

	"afterglow/app/course"
	"afterglow/app/reminder"
)

// Imagined is the scene of one treatment that nobody had, seen at a moment: what its plan would have the person see then,
// with nothing written down. It is pure, for whoever writes a plan.
func Imagined(t course.Treatment, at time.Time, zone *time.Location) Scene {
	return ImaginedOf([]course.Treatment{t}, at, zone)
}

// ImaginedOf is [Imagined] of several treatments, the newest first. What the person wrote to one (Own) is taken as if they
// had written it down; what cannot be taken is left out.
func ImaginedOf(treatments []course.Treatment, at time.Time, zone *time.Location) Scene {
	at = at.In(zone)
	all := make([]course.Course, 0, len(treatments))
	for _, t := range course.FillOthers(treatments) {
		own := t.Own
		t.Own = nil
		for _, o := range own {
			if meansOwn(t, &o) == nil {
				t.Own = append(t.Own, o)
			}
		}
		all = append(all, course.New(t, zone, nil))
	}
	sc := Scene{
		Now: at, Zone: zone, Courses: course.Running(all, at), Prefs: prefsOf(nil), Settings: map[string]string{}, Plan: all[0].Plan,
		from: at, lasting: course.Lasting(all, at), latest: latest(all, at), ended: ended(all, at),
	}
	sc.forbid, sc.others = sc.readAcross(sc.Courses)
	sc.Courses = sc.marked(sc.Courses)
	sc.Input = reminder.Input{Now: at, Zone: zone, Courses: sc.allowing(sc.Courses), Prefs: sc.Prefs}
	return sc
}
