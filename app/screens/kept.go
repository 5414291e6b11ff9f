package screens

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"afterglow/app/choose"
	"afterglow/app/phrase"
	"afterglow/app/plancode"
	"afterglow/app/record"
	"afterglow/app/screens/products"
	"afterglow/app/screens/questions"
)

// keep does one act about what the person keeps, in the background. answer hears how it went, beside the field that the
// person wrote in; what went well is told at the foot, with Undo.
func (s *Shell) keep(answer func(error), do func(ctx context.Context, c Service) (record.Entry, told, error)) {
	c := s.service
	s.opts.Background(func() {
		e, say, err := do(context.Background(), c)
		s.of(c, func() {
			if err != nil {
				answer(err)
				return
			}
			s.afterwards(func() {
				answer(nil)
				s.say(say(), e.ID)
			})
		})
	})
}

// toAskClinic is what is kept for the clinic and still to be asked, the newest first.
func (s *Shell) toAskClinic() []string {
	var out []string
	for _, q := range slices.Backward(s.state.scene.Questions) {
		if q.Open() {
			out = append(out, q.Text)
		}
	}
	return out
}

func (s *Shell) productActions() products.Actions {
	return products.Actions{
		Says: s.says,
		Open: func(largest int64, answer func(name string, text []byte, fits bool)) {
			s.openFile(s.k.V.T("products.choose"), choose.Kind{Name: s.k.V.T("shell.kind_text"), Endings: []string{".txt"}, Types: []string{"text/*"}}, largest, answer)
		},
		Keep: func(name, list string, answer func(error)) {
			s.keep(answer, func(ctx context.Context, c Service) (record.Entry, told, error) {
				p, e, err := c.AddProduct(ctx, name, list)
				return e, s.words("products.kept", phrase.Args{"Name": p.Name}), err
			})
		},
		Rename: func(id int64, name string, answer func(error)) {
			s.keep(answer, func(ctx context.Context, c Service) (record.Entry, told, error) {
				p, e, err := c.RenameProduct(ctx, id, name)
				return e, s.words("products.renamed", phrase.Args{"Name": p.Name}), err
			})
		},
		Remove: func(p record.Product) {
			s.act(func(ctx context.Context, c Service) (told, []int64, error) {
				_, e, err := c.RemoveProduct(ctx, p.ID)
				return s.words("products.removed", phrase.Args{"Name": p.Name}), []int64{e.ID}, err
			})
		},
	}
}

// pasted takes a list that is pasted while no field has the keyboard.
func (s *Shell) pasted(from fyne.Shortcut) {
	if _, open := s.over(); !open && plancode.Ours(s.app.Clipboard().Content()) {
		s.pasteCode()
		return
	}
	p, ok := s.views[PageProducts].page.(*products.Page)
	if _, open := s.over(); ok && s.page == PageProducts && !open && s.cover() == nil {
		p.Paste(from)
	}
}

func (s *Shell) productModel() products.Model {
	return products.Model{Scene: s.state.scene, Shelf: s.state.shelf, Unread: s.state.status.Unread}
}

func (s *Shell) questionActions() questions.Actions {
	return questions.Actions{
		Add: func(text string, answer func(error)) {
			s.keep(answer, func(ctx context.Context, c Service) (record.Entry, told, error) {
				q, e, err := c.AddQuestion(ctx, text)
				return e, s.words("questions.told_kept", phrase.Args{"Text": q.Text}), err
			})
		},
		Answer: func(id int64, text string, answer func(error)) {
			s.keep(answer, func(ctx context.Context, c Service) (record.Entry, told, error) {
				q, e, err := c.AnswerQuestion(ctx, id, text)
				return e, s.words("questions.told_noted", phrase.Args{"Answer": phrase.Stop(q.Answer)}), err
			})
		},
		CrossOff: s.onQuestion("questions.told_crossed", Service.CrossOffQuestion),
		Again:    s.onQuestion("questions.told_opened", Service.OpenQuestion),
		Remove:   s.onQuestion("questions.told_removed", Service.RemoveQuestion),
		Settings: func() {
			s.Show(PageSettings)
			s.k.GoTo("settings.phone")
		},
	}
}

// onQuestion is an act about one question; said is the message that tells it.
func (s *Shell) onQuestion(said string, do func(c Service, ctx context.Context, id int64) (record.ClinicQuestion, record.Entry, error)) func(record.ClinicQuestion) {
	return func(q record.ClinicQuestion) {
		s.act(func(ctx context.Context, c Service) (told, []int64, error) {
			_, e, err := do(c, ctx, q.ID)
			return s.words(said, phrase.Args{"Text": q.Text}), []int64{e.ID}, err
		})
	}
}

func (s *Shell) questionModel() questions.Model { return questions.Model{Scene: s.state.scene} }
