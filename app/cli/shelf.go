package cli

import (
	"context"
	"math"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
)

func (r *run) shelfCommand() *cobra.Command {
	var at string
	cmd := &cobra.Command{
		Use:  "shelf",
		Args: unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			moment, err := r.time(ctx, at)
			if err != nil {
				return err
			}
			return r.with(ctx, func(s *service.Service) error {
				all, err := s.ShelfAt(ctx, moment)
				if err != nil {
					return err
				}
				r.tellUnread(s.Unread(ctx))
				return r.answer(shape.OfProducts(r.figures(), all), func() {
					r.printAsked(moment)
					r.printShelf(all)
				})
			})
		},
	}
	cmd.Flags().StringVar(&at, "at", "", "")
	cmd.AddCommand(r.shelfAddCommand(), r.shelfShowCommand(),
		r.productCommand("rename", "shelf.renamed", words(2, math.MaxInt), func(ctx context.Context, s *service.Service, id int64, name string) (record.Product, record.Entry, error) {
			return s.RenameProduct(ctx, id, name)
		}),
		r.productCommand("remove", "shelf.removed", words(1, 1), func(ctx context.Context, s *service.Service, id int64, _ string) (record.Product, record.Entry, error) {
			return s.RemoveProduct(ctx, id)
		}))
	return cmd
}

func (r *run) shelfAddCommand() *cobra.Command {
	return &cobra.Command{
		Use:  "add",
		Args: words(2, 2),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 1 {
				return nil, cobra.ShellCompDirectiveDefault // a file
			}
			return nil, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			label, err := r.readLabel(ctx, args[1]) // not with the journal open: a pipe may take hours
			if err != nil {
				return err
			}
			return r.with(ctx, func(s *service.Service) error {
				p, _, err := s.AddProduct(ctx, args[0], label)
				if err != nil {
					return err
				}
				return r.answerProduct(ctx, s, p, func(v service.ProductView) {
					r.put("shelf.added", phrase.Args{"Number": p.ID, "Name": p.Name})
					for _, line := range r.voice().ShelfLines(v) {
						r.print(line)
					}
				})
			})
		},
	}
}

// productCommand is a command that does one act about a product and answers with it as it is then; said is the message
// that tells it.
func (r *run) productCommand(name, said string, args cobra.PositionalArgs,
	do func(ctx context.Context, s *service.Service, id int64, rest string) (record.Product, record.Entry, error)) *cobra.Command {
	return &cobra.Command{
		Use:               name,
		Args:              args,
		ValidArgsFunction: r.complete(productNumbers),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			id, err := r.productNumber(args[0])
			if err != nil {
				return err
			}
			return r.with(ctx, func(s *service.Service) error {
				p, e, err := do(ctx, s, id, strings.Join(args[1:], " "))
				if err != nil {
					return err
				}
				return r.answerProduct(ctx, s, p, func(service.ProductView) {
					r.put(said, phrase.Args{"Number": p.ID, "Name": p.Name, "Command": r.command("undo", number(e.ID))})
				})
			})
		},
	}
}

func (r *run) shelfShowCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "show",
		Args:              words(1, 1),
		ValidArgsFunction: r.complete(productNumbers),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			id, err := r.productNumber(args[0])
			if err != nil {
				return err
			}
			return r.with(ctx, func(s *service.Service) error {
				p, err := s.ProductAt(ctx, id, time.Time{})
				if err != nil {
					return err
				}
				r.tellUnread(s.Unread(ctx))
				return r.answer(shape.OfShownProduct(r.figures(), p), func() { r.printProduct(p) })
			})
		},
	}
}

func (r *run) productNumber(word string) (int64, error) {
	id, ok := readNumber(word)
	if !ok {
		return 0, fault.Use("shelf.no_number", fault.Args{"Word": shown(word), "Command": r.command("shelf")})
	}
	return id, nil
}

// answerProduct answers an act with its product as it is then.
func (r *run) answerProduct(ctx context.Context, s *service.Service, p record.Product, human func(service.ProductView)) error {
	sc, err := s.Scene(ctx, time.Time{})
	if err != nil {
		return err
	}
	v := sc.Product(p)
	return r.answer(shape.OfProduct(r.figures(), v), func() { human(v) })
}

func (r *run) printShelf(all []service.ProductView) {
	if len(all) == 0 {
		r.put("shelf.none", phrase.Args{"Command": r.command("shelf", "add")})
		return
	}
	rows := [][]string{}
	for _, p := range all {
		id, name := number(p.ID), p.Name
		for _, line := range r.voice().ShelfLines(p) {
			rows = append(rows, []string{id, name, line})
			id, name = "", ""
		}
	}
	r.table(rows)
}

func (r *run) printProduct(p service.ProductView) {
	r.print(p.Name)
	r.put("shelf.since", phrase.Args{"At": p.AddedAt})
	r.print("")
	if p.Unread != nil {
		r.print(r.voice().Error(p.Unread))
	} else {
		r.printCheck(p.Check)
	}
	r.heading("shelf.label")
	r.print(strings.ReplaceAll(p.Label, "\t", "  "))
}
