package screens

import (
	"time"

	"fyne.io/fyne/v2"

	"afterglow/app/screens/calls"
	"afterglow/app/screens/guide"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/settings"
	"afterglow/app/screens/timeline"
	"afterglow/app/screens/today"
)

// draw shows the page that is on. Pages are built when they are first turned to.
func (s *Shell) draw() {
	o := s.pageObject()
	if o == nil {
		return
	}
	if len(s.content.Objects) == 1 && s.content.Objects[0] == o {
		return
	}
	s.content.Objects = []fyne.CanvasObject{o}
	s.content.Refresh()
}

func (s *Shell) pageObject() fyne.CanvasObject {
	k, st := s.k, s.state
	if s.trouble != "" {
		p := kit.NewPage()
		p.SetContent(kit.Pad(24, kit.Edge, 24, kit.Edge, kit.Narrow(620, kit.Column(kit.GapBetween,
			k.Title("Afterglow cannot open your notes"), k.Body(s.trouble), k.Muted("Your folder: "+s.opts.DataDir)))), false)
		return p
	}
	if !st.loaded || s.planReading {
		return nil
	}
	if s.plan != nil {
		s.plan.Show(s.planModel())
		return s.plan.Object()
	}
	if s.onboarding != nil {
		return s.onboarding.Object()
	}
	switch s.page {
	case PageTimeline:
		if s.timeline == nil {
			s.timeline = timeline.New(k, s.begin)
		}
		s.timeline.Show(timeline.Model{Scene: st.scene, Entries: st.entries})
		return s.timeline.Object()
	case PageGuide:
		if s.guide == nil {
			s.guide = guide.New(k, guide.Actions{Says: s.says})
		}
		s.guide.Show(guide.Model{Plan: st.scene.Plan, Status: st.status})
		return s.guide.Object()
	case PageSettings:
		if s.settings == nil {
			s.settings = settings.New(k, s.settingActions())
		}
		s.settings.Show(settings.Model{
			Settings: st.settings, Status: st.status, Plan: st.scene.Plan, Login: st.login,
			DataDir: s.opts.DataDir, Version: s.opts.Version,
		})
		return s.settings.Object()
	case PageCalls:
		if s.calls == nil {
			s.calls = calls.New(k)
		}
		s.calls.Show(st.scene.Plan)
		return s.calls.Object()
	default:
		if s.today == nil {
			s.today = today.New(k, s.todayActions())
		}
		s.today.Show(s.todayModel())
		return s.today.Object()
	}
}

func (s *Shell) todayModel() today.Model {
	m := today.Model{Status: s.state.status, GlassML: s.state.scene.Prefs.GlassML}
	m.Roomy = s.win.Canvas().Size().Height >= roomyHigh
	for _, v := range s.state.settings {
		if v.Key == "unit" {
			m.Unit = v.Value
		}
	}
	return m
}

// resized shows more of Today where the window became high enough, or less.
func (s *Shell) resized(size fyne.Size) {
	if s.today == nil || s.page != PageToday || s.onboarding != nil || s.plan != nil {
		return
	}
	s.today.SetRoomy(size.Height >= roomyHigh)
}

// schedule looks at the clock again when the next minute begins.
func (s *Shell) schedule() {
	if s.opts.Tick == nil {
		return
	}
	if s.stop != nil {
		s.stop()
	}
	now := s.state.scene.Now
	s.stop = s.opts.Tick(now.Truncate(time.Minute).Add(time.Minute).Sub(now)+50*time.Millisecond, s.Refresh)
}

// end stops what waits for the clock.
func (s *Shell) end() {
	if s.stop != nil {
		s.stop()
	}
	s.toast.halt()
}
