package service

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"afterglow/app/clock"
	"afterglow/app/course"
	"afterglow/guidance"
)

// Called tells one of several treatments from the others in a few words: "neck, day 0". It is ""
// where only one is looked after, for there is nothing to tell apart then.
func (st Status) Called(treatment int64) string {
	if len(st.Treatments) < 2 {
		return ""
	}
	var found *TreatmentView
	alike := 0
	for i, t := range st.Treatments {
		if t.ID == treatment {
			found = &st.Treatments[i]
		}
	}
	if found == nil {
		return ""
	}
	name := found.short()
	for _, t := range st.Treatments {
		if t.short() == name {
			alike++
		}
	}
	if alike > 1 { // the same area twice on one day
		name += ", " + clock.Say(found.At, st.Now, st.Now.Location())
	}
	return name
}

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

// Name is Service.Name at the scene's moment; the newest plan's where several have one.
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

// Role is the role that the plan gives a routine, the newest plan's where several have one; "" where
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

// SetBy names the treatments that a wait comes from: "neck, day 0", or "face and neck, day 0" where
// theirs is the same to the moment. It is "" where only one is looked after.
func (st Status) SetBy(w WindowView) string {
	if len(w.With) == 0 {
		return st.Called(w.Treatment)
	}
	var names, areas []string
	days := map[int]bool{}
	for _, t := range st.Treatments {
		if t.ID == w.Treatment || slices.Contains(w.With, t.ID) {
			names = append(names, st.Called(t.ID))
			areas = append(areas, t.Area)
			days[t.Day] = true
		}
	}
	if day := strings.LastIndex(names[0], ", "); len(days) == 1 && !slices.Contains(areas, "") && names[0][:day] == areas[0] {
		return strings.Join(areas, " and ") + names[0][day:]
	}
	return strings.Join(names, " and ")
}

// SetBy is Status.SetBy at the scene's moment.
func (sc Scene) SetBy(w course.Window) string {
	if len(sc.Courses) < 2 {
		return ""
	}
	return sc.treatments().SetBy(WindowView{Treatment: w.Treatment, With: sc.with(w)})
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

// Called is Status.Called at the scene's moment.
func (sc Scene) Called(treatment int64) string {
	if len(sc.Courses) < 2 {
		return ""
	}
	return sc.treatments().Called(treatment)
}

// treatments is a status with what tells the treatments apart.
func (sc Scene) treatments() Status {
	st := Status{Now: sc.Now}
	for _, c := range sc.Courses {
		st.Treatments = append(st.Treatments, sc.treatment(c))
	}
	return st
}

// DueOf is what is due of a routine now, the oldest; ok is false where nothing is.
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

// short is where it was and how many days ago.
func (t TreatmentView) short() string {
	where := t.Area
	if where == "" {
		where = "area not named"
	}
	switch {
	case t.Day == -1:
		return where + ", tomorrow"
	case t.Day < 0:
		return fmt.Sprintf("%s, in %d days", where, -t.Day)
	}
	return fmt.Sprintf("%s, day %d", where, t.Day)
}
