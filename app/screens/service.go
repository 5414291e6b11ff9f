// Package screens is the window: the rail, the pages and what joins them to the
// service. It shows what package service answers and hands back what the person means.
package screens

import (
	"context"
	"time"

	"afterglow/app/choose"
	"afterglow/app/phrase"
	"afterglow/app/reader"
	"afterglow/app/record"
	"afterglow/app/screens/theme"
	"afterglow/app/service"
	"afterglow/guidance"
)

// Service is what the window asks and does; service.Service is one.
type Service interface {
	Scene(ctx context.Context, at time.Time) (service.Scene, error)
	Look(ctx context.Context, at time.Time) (service.Scene, service.Status, error)
	Entries(ctx context.Context, since time.Time) ([]record.Entry, error)
	Past(ctx context.Context, sc service.Scene) (*service.PastView, error)
	Keep(ctx context.Context, treatment int64) (record.Entry, error)
	Plan(ctx context.Context, id string) (guidance.Plan, string, error)

	CheckTreatment(ctx context.Context, id int64, n service.NewTreatment) error
	BeginWith(ctx context.Context, n service.NewTreatment, answers ...service.Preference) (service.TreatmentView, error)
	SpacingNote(ctx context.Context, id int64) (*service.Spacing, error)
	Change(ctx context.Context, id int64, n service.NewTreatment) (record.Entry, error)
	Remove(ctx context.Context, id int64) (record.Entry, error)

	Done(ctx context.Context, what string, at time.Time) (record.Entry, error)
	Skip(ctx context.Context, what string) (record.Entry, error)
	TakeBack(ctx context.Context, ids ...int64) error
	PutBack(ctx context.Context, ids ...int64) error
	History(ctx context.Context, ask service.HistoryAsk) (service.HistoryView, error)
	SnoozeChoice(ctx context.Context, what string, choice service.Delay) (record.Entry, error)
	Again(ctx context.Context, e record.Entry) (service.Again, error)
	Resume(ctx context.Context) (record.Entry, error)
	Calm(ctx context.Context, window string) (record.Entry, error)
	Feel(ctx context.Context, f service.Felt, what string, at time.Time) (record.Entry, error)
	ChangeFeel(ctx context.Context, id int64, f service.Felt) (record.Entry, error)
	Extend(ctx context.Context, window string) (record.Entry, error)
	Own(ctx context.Context, n service.NewOwn) (record.Entry, error)
	Milder(ctx context.Context, entry int64) bool

	Asked(ctx context.Context) ([]record.Asked, error)
	RememberAsked(ctx context.Context, text string) error
	ClearAsked(ctx context.Context) error
	AddQuestion(ctx context.Context, text string) (record.ClinicQuestion, record.Entry, error)
	AnswerQuestion(ctx context.Context, id int64, answer string) (record.ClinicQuestion, record.Entry, error)
	CrossOffQuestion(ctx context.Context, id int64) (record.ClinicQuestion, record.Entry, error)
	OpenQuestion(ctx context.Context, id int64) (record.ClinicQuestion, record.Entry, error)
	RemoveQuestion(ctx context.Context, id int64) (record.ClinicQuestion, record.Entry, error)
	AddProduct(ctx context.Context, name, label string) (record.Product, record.Entry, error)
	RenameProduct(ctx context.Context, id int64, name string) (record.Product, record.Entry, error)
	RemoveProduct(ctx context.Context, id int64) (record.Product, record.Entry, error)
	TellMeWhen(ctx context.Context, name string, windows []string) (record.Entry, time.Time, error)

	Whole(ctx context.Context) (service.Scene, error)
	Report(ctx context.Context, ask service.ReportAsk) (service.Report, error)
	Calendar(ctx context.Context, choice service.DateChoice, words service.CalendarWords) (service.Handover, error)
	Handed(ctx context.Context, h service.Handover) error

	Plans(ctx context.Context) ([]service.PlanView, error)
	UsePlan(ctx context.Context, file, text string) (service.PlanView, error)
	Settings(ctx context.Context) ([]service.SettingView, error)
	SetSetting(ctx context.Context, key, value string) error
	Restore(ctx context.Context, file string) (service.Restored, error)
	TakeInFile(ctx context.Context, path, name string) (service.TakenIn, error)
}

var _ Service = (*service.Service)(nil)

// Autostart is the entry that opens Afterglow at login.
type Autostart interface {
	On() (bool, error)
	Set(on bool) error
}

// Reminding is the agent, which alone reminds.
type Reminding struct {
	Runs  func() bool                     // nil: nobody asks
	Start func(ctx context.Context) error // starts it, and ends once it runs
}

// runs says whether it runs, as far as that can be asked.
func (r Reminding) runs() bool { return r.Runs == nil || r.Runs() }

// Options is what the window stands on.
type Options struct {
	DataDir   string
	Version   string
	Autostart Autostart
	// Voice words all that is read, in the clock and the order of dates of the system.
	Voice phrase.Voice
	// AsDesktop is what "as my desktop" means: light, dark, or what Fyne hears of the system.
	AsDesktop theme.Choice
	// Sharp says that the desktop asks for more contrast.
	Sharp bool
	// Still says that the desktop asks for less motion: nothing moves by itself.
	Still bool
	// Dials says whether a program of the computer takes telephone numbers.
	Dials func(ctx context.Context) bool
	// Server is the person's own calendar server.
	Server CalendarServer
	// Reminding is the agent, another process.
	Reminding Reminding
	// TestNote has the agent show a notification to try; say is what there is to know of it, an error why it could not.
	TestNote func(ctx context.Context) (say string, err error)
	// Example opens a journal for the example, with nothing in it yet.
	Example func(context.Context) (Example, error)
	// Data is what can be done with all that is kept; the window has it once the journal is open.
	Data Data
	// Aloud begins to tell a screen reader what the window shows: joined is to be called when one listens, and do does what
	// it asks for, from any goroutine. Nil: nobody can listen.
	Aloud func(joined func(), do func(r reader.Request, done func(ok bool))) Listener
	// Stands says where the window's content begins on the screen, in its dots; nil: it is not known.
	Stands func() (x, y int32)
	// ChooseFile has the desktop's own dialog ask for a file; nil, or choose.ErrNone: the window asks itself.
	ChooseFile func(ctx context.Context, q choose.Question) (path string, err error)
	// Background runs what may take time; OnUI runs what touches widgets. Tests set both to a plain call.
	Background func(func())
	OnUI       func(func())
	// Later runs f on Fyne's goroutine after the event that is being handled; nil: at once.
	Later func(f func())
	// Tick runs f after that time; nil: never.
	Tick func(d time.Duration, f func()) (stop func())
	// Wake runs f at that moment of the wall clock, or as soon as the clock or the zone was set; nil: never.
	Wake func(at time.Time, f func()) (stop func())
}
