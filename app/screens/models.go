package screens

import (
	"fyne.io/fyne/v2"

	"afterglow/app/screens/guide"
	"afterglow/app/screens/settings"
	"afterglow/app/screens/timeline"
	"afterglow/app/screens/today"
	"afterglow/guidance"
)

// What each page shows, of what was read last.

func (s *Shell) todayModel() today.Model {
	return today.Model{
		Status: s.state.status,
		Roomy:  roomy(s.win.Canvas().Size()),
	}
}

// roomy says whether a window is high enough for every card of Today.
func roomy(size fyne.Size) bool { return size.Height >= roomyHigh }

// resized shows more of Today once the window is high enough, or less.
func (s *Shell) resized(size fyne.Size) {
	if p, ok := s.views[PageToday].page.(*today.Page); ok && s.page == PageToday && s.cover() == nil {
		p.SetRoomy(roomy(size))
	}
}

func (s *Shell) timelineModel() timeline.Model {
	return timeline.Model{Scene: s.state.scene, Entries: s.state.entries}
}

func (s *Shell) guideModel() guide.Model {
	return guide.Model{Plan: s.state.scene.Plan, Status: s.state.status}
}

func (s *Shell) settingsModel() settings.Model {
	return settings.Model{
		Settings: s.state.settings, Status: s.state.status, Routines: settings.Routines(s.state.scene), Login: s.state.login,
		DataDir: s.opts.DataDir, Version: s.opts.Version,
	}
}

func (s *Shell) plan() guidance.Plan { return s.state.scene.Plan }
