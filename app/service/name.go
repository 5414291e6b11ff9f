package service

import (
	"context"
	"time"

	"afterglow/app/course"
	"afterglow/guidance"
)

// Name is the name that the plan gives a routine or a window, else its id: "Exercise" for "sweat".
func (s *Service) Name(ctx context.Context, id string) string {
	return s.Names(ctx)(id)
}

// Names is Name for many ids at one moment.
func (s *Service) Names(ctx context.Context) func(id string) string {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return func(id string) string { return id } // what is told with it is done already
	}
	return sc.Name
}

// Name is Service.Name at the scene's moment; the newest plan's if several have one.
func (sc Scene) Name(id string) string {
	for _, c := range sc.Courses {
		for _, r := range c.Routines {
			if r.Spec.ID == id {
				return r.Spec.Name
			}
		}
		for _, w := range c.Windows {
			if w.Spec.ID == id {
				return w.Spec.Name
			}
		}
		for _, a := range c.Care {
			if a.Spec.ID == id {
				return a.Spec.Name
			}
		}
	}
	for _, r := range sc.Plan.Routines {
		if r.ID == id {
			return r.Name
		}
	}
	for _, w := range sc.Plan.Windows {
		if w.ID == id {
			return w.Name
		}
	}
	return id
}

// Role is the role that the plan gives a routine, the newest plan's if several have one; "" if
// it gives none, and for a window.
func (sc Scene) Role(id string) guidance.Role {
	for _, c := range sc.Courses {
		for _, r := range c.Routines {
			if r.Spec.ID == id {
				return r.Spec.Role
			}
		}
	}
	return ""
}

// Role is Scene.Role now.
func (s *Service) Role(ctx context.Context, id string) (guidance.Role, error) {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return "", err
	}
	return sc.Role(id), nil
}

// with are the other treatments whose window of that id is as w is, and ends with it.
func (sc Scene) with(w course.Window) []int64 {
	ids := []int64{}
	for _, c := range sc.Courses {
		for _, o := range c.Windows {
			if o.Spec.ID == w.Spec.ID && o.Treatment != w.Treatment && o.Until.Equal(w.Until) && o.StateAt(sc.Now, sc.Zone) == w.StateAt(sc.Now, sc.Zone) {
				ids = append(ids, o.Treatment)
			}
		}
	}
	return ids
}

// treatments is a status with what tells the treatments apart.
func (sc Scene) treatments() Status {
	st := Status{Now: sc.Now}
	for _, c := range sc.Courses {
		st.Treatments = append(st.Treatments, sc.treatment(c))
	}
	return st
}

// DueOf is what is due of a routine now, the oldest; ok is false if nothing is.
func (st Status) DueOf(routine string) (due NextView, ok bool) {
	for _, d := range st.Due {
		if d.What == routine {
			return d, true
		}
	}
	return NextView{}, false
}

// DueAs is the occurrence that is due of the routine of that role.
func (st Status) DueAs(role guidance.Role) (due NextView, ok bool) {
	for _, d := range st.Due {
		if d.Role == role {
			return d, true
		}
	}
	return NextView{}, false
}
