package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/card"
	"afterglow/app/fault"
	"afterglow/app/newfile"
	"afterglow/app/phrase"
	"afterglow/app/service"
)

// drawn is what `export card --json` answers.
type drawn struct {
	File string     `json:"file"` // a whole path
	Rows []cardLine `json:"rows"`
}

// cardLine is one row of the card.
type cardLine struct {
	ID    string     `json:"id"` // of the window; "" for the next treatment
	Name  string     `json:"name"`
	When  string     `json:"when"`
	Until *time.Time `json:"until"` // null if no end is known
}

func (r *run) exportCardCommand() *cobra.Command {
	o := card.Order{Size: card.Sizes()[0]}
	var discreet bool
	size, paper := "", ""
	cmd := &cobra.Command{
		Use:  "card",
		Args: fileWord,
		RunE: func(cmd *cobra.Command, args []string) error {
			path, err := newPath(args[0], ".png", ".pdf")
			if err != nil {
				return err
			}
			if size != "" {
				if n, err := fmt.Sscanf(size, "%dx%d", &o.Size.Wide, &o.Size.High); n != 2 || err != nil || !o.Size.Fits() {
					return fault.Use("export.size", fault.Args{"Size": shown(size), "Least": card.LeastSide, "Most": card.LargestSide})
				}
			}
			switch o.Form = strings.ToLower(filepath.Ext(path))[1:]; paper {
			case "letter", "a4":
				o.Letter = paper == "letter"
			case "":
				o.Letter = r.voice().Letter()
			default:
				return fault.Use("export.paper", fault.Args{"Paper": shown(paper)})
			}
			return r.exportCard(cmd, path, o, &discreet)
		},
	}
	cmd.Flags().StringVar(&size, "size", "", "")
	cmd.Flags().BoolVar(&o.Dark, "dark", false, "")
	cmd.Flags().StringVar(&paper, "paper", "", "")
	cmd.Flags().BoolVar(&discreet, "discreet", false, "")
	return cmd
}

// exportCard has the window's program draw the card, and writes it to a file that is not there yet.
func (r *run) exportCard(cmd *cobra.Command, path string, o card.Order, discreet *bool) error {
	ctx := cmd.Context()
	return r.with(ctx, func(s *service.Service) error {
		if err := wishOrSetting(ctx, cmd, s, discreet); err != nil {
			return err
		}
		sc, err := s.Whole(ctx)
		if err != nil {
			return err
		}
		o.Card = r.voice().Card(sc, *discreet)
		out, err := r.draw(ctx, o)
		if err != nil {
			return err
		}
		if err := newfile.Write(path, out); err != nil {
			return err
		}
		v := drawn{File: path, Rows: []cardLine{}}
		for _, row := range o.Card.Rows {
			v.Rows = append(v.Rows, cardLine{row.ID, row.Name, row.When, row.Until})
		}
		return r.answer(v, func() { r.put("export.drawn", phrase.Args{"File": path}) })
	})
}

// draw has the window's program draw a card.
func (r *run) draw(ctx context.Context, o card.Order) ([]byte, error) {
	order, err := json.Marshal(o)
	if err != nil {
		return nil, fault.Wrap(err, "export.not_drawn", nil)
	}
	return r.windowDoes(ctx, "export.not_drawn", bytes.NewReader(order), card.Served)
}
