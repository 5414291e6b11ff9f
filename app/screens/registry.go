package screens

import (
	"fyne.io/fyne/v2"

	"afterglow/app/screens/calls"
	"afterglow/app/screens/guide"
	"afterglow/app/screens/history"
	"afterglow/app/screens/kit"
	"afterglow/app/screens/products"
	"afterglow/app/screens/questions"
	"afterglow/app/screens/settings"
	"afterglow/app/screens/studio"
	"afterglow/app/screens/timeline"
	"afterglow/app/screens/today"
	"afterglow/app/service"
)

// Screens by their name, as --page and other programs say it.
const (
	PageToday     = "today"
	PageTimeline  = "timeline"
	PageGuide     = "guide"
	PageProducts  = "products"
	PageQuestions = "questions"
	PageHistory   = "history"
	PageSettings  = "settings"
	PageCalls     = "calls"
	PageStudio    = "studio"
	PageBegin     = "begin"   // start a treatment
	PageCheckIn   = "checkin" // Today, with the question how the skin is
	PageAsk       = "ask"     // Today, with the keyboard in the box to ask in
	PagePhone     = "phone"   // what can be taken along, over the page
)

// screen is one place in the window that can be asked for: a page of its own, or something that opens over one.
type screen struct {
	id   string
	name string // the message of its name in the rail; "" if it has no line there
	icon string
	make func(*Shell) view // of a page; nil for what opens over one
	open func(*Shell)      // what opens over a page
}

// screens is the registry: a new screen is a folder and a line here. Those with a name stand in the rail, in this order.
func screens() []screen {
	return []screen{
		{id: PageToday, name: "today.title", icon: kit.IconToday, make: page(
			func(s *Shell) *today.Page { return today.New(s.k, s.todayActions(), &s.question) }, (*Shell).todayModel)},
		{id: PageTimeline, name: "timeline.title", icon: kit.IconTimeline, make: page(
			func(s *Shell) *timeline.Page { return timeline.New(s.k, s.begin) }, (*Shell).timelineModel)},
		{id: PageGuide, name: "guide.title", icon: kit.IconGuide, make: page(
			func(s *Shell) *guide.Page {
				return guide.New(s.k, guide.Actions{Says: s.saysEach, Plan: s.planActions(), Prescribed: s.prescribed})
			}, (*Shell).guideModel)},
		{id: PageProducts, name: "products.title", icon: kit.IconProducts, make: page(
			func(s *Shell) *products.Page { return products.New(s.k, s.productActions(), &s.product) }, (*Shell).productModel)},
		{id: PageQuestions, name: "questions.rail", icon: kit.IconQuestions, make: page(
			func(s *Shell) *questions.Page { return questions.New(s.k, s.questionActions(), &s.toAsk) }, (*Shell).questionModel)},
		{id: PageHistory, name: "history.title", icon: kit.IconHistory, make: page(
			func(s *Shell) *history.Page { return history.New(s.k, s.historyActions(), &s.past) }, (*Shell).historyModel)},
		{id: PageSettings, name: "settings.title", icon: kit.IconSettings, make: page(
			func(s *Shell) *settings.Page { return settings.New(s.k, s.settingActions()) }, (*Shell).settingsModel)},
		{id: PageCalls, make: page(
			func(s *Shell) *calls.Page { return calls.New(s.k, s.callActions()) }, (*Shell).callsModel)},
		{id: PageStudio, make: page(
			func(s *Shell) *studio.Page { return studio.New(s.k, s.studioActions(), &s.writing) }, (*Shell).studioModel)},
		{id: PageBegin, open: (*Shell).begin},
		{id: PageCheckIn, open: (*Shell).openCheckIn},
		{id: PageAsk, open: (*Shell).openAsk},
		{id: PagePhone, open: func(s *Shell) { s.whenRead(func() { s.toPhone(nil) }) }},
	}
}

// What each page shows, of what was read last: see refresh.go.

func (s *Shell) todayModel() today.Model {
	return today.Model{
		Status: s.state.status,
		Room:   s.content.Size(),
		ToAsk:  s.toAskClinic(),
		Still:  s.opts.Still || !s.app.Settings().ShowAnimations(),
		Ask:    s.askModel(),
		First:  !s.state.scene.HadTreatment(),
		After:  s.afterTreatment(),
		Past:   s.state.past,
		Silent: s.state.silent && !s.inExample(),
		Folder: s.opts.DataDir,
		Phases: s.state.scene.Plan.Phases,
	}
}

// afterTreatment are the first moments after the treatment to come that is looked after; nil once it has been.
func (s *Shell) afterTreatment() []service.KeyTime {
	if st := s.state.status; st.Ahead() {
		return s.state.scene.KeyTimes(st.Treatment.ID)
	}
	return nil
}

func (s *Shell) timelineModel() timeline.Model {
	return timeline.Model{Scene: s.state.scene, Entries: s.state.entries, Unread: s.state.status.Unread}
}

func (s *Shell) guideModel() guide.Model {
	return guide.Model{Plan: s.state.scene.Plan, Status: s.state.status, Sections: s.state.scene.Guide(), Prescribed: s.state.scene.Prescribed()}
}

func (s *Shell) settingsModel() settings.Model {
	folder, of := s.opts.DataDir, s.state.server
	server := s.k.V.CalendarServer(of.State, of.on, s.k.V.T("sync.now"), "")[0]
	if of.err != nil {
		server = s.k.V.Error(of.err)
	}
	if s.inExample() {
		folder = s.k.V.T("example.nowhere")
	}
	return settings.Model{
		Settings: s.state.settings, Status: s.state.status, Routines: settings.Routines(s.state.scene), Prescribed: s.state.scene.Prescribed(), Login: s.state.login,
		DataDir: folder, Server: server, Online: of.on, Example: s.inExample(), Version: s.opts.Version,
	}
}

// screenOf finds a screen by its name.
func screenOf(id string) (screen, bool) {
	for _, sc := range screens() {
		if sc.id == id {
			return sc, true
		}
	}
	return screen{}, false
}

// view is a page that was made.
type view struct {
	page   any
	object fyne.CanvasObject
	show   func() // draws what was read last
}

// page joins a page to what it shows.
func page[P interface {
	Object() O
	Show(M)
}, O fyne.CanvasObject, M any](make func(*Shell) P, model func(*Shell) M) func(*Shell) view {
	return func(s *Shell) view {
		p := make(s)
		return view{p, p.Object(), func() { p.Show(model(s)) }}
	}
}

// view makes the page that is on if it was not shown yet in this theme.
func (s *Shell) view() view {
	v, made := s.views[s.page]
	if !made {
		sc, _ := screenOf(s.page)
		v = sc.make(s)
		s.views[s.page] = v
	}
	return v
}
