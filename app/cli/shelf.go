package cli

import (
	"context"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/cli/shape"
	"afterglow/app/fault"
	"afterglow/app/phrase"
	"afterglow/app/record"
	"afterglow/app/service"
)

func (r *run) shelfCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:  "shelf",
		Args: unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			return r.with(ctx, func(s *service.Service) error {
				all, err := s.Shelf(ctx)
				if err != nil {
					return err
				}
				return r.answer(shape.OfProducts(all), func() { r.printShelf(all) })
			})
		},
	}
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
				return r.answer(shape.OfProduct(p), func() { r.put("shelf.added", phrase.Args{"Number": p.ID, "Name": p.Name}) })
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
				return r.answer(shape.OfProduct(p), func() {
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
				p, err := s.Product(ctx, id)
				if err != nil {
					return err
				}
				return r.answer(shape.OfProduct(p), func() { r.printProduct(p) })
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

func (r *run) printShelf(all []record.Product) {
	if len(all) == 0 {
		r.put("shelf.none", phrase.Args{"Command": r.command("shelf", "add", r.t("command.shelf.add.args"))})
		return
	}
	rows := [][]string{}
	for _, p := range all {
		rows = append(rows, []string{number(p.ID), p.Name, r.t("shelf.since", phrase.Args{"At": p.AddedAt})})
	}
	r.table(rows)
}

func (r *run) printProduct(p record.Product) {
	r.print(p.Name)
	r.put("shelf.since", phrase.Args{"At": p.AddedAt})
	r.print("")
	r.print(strings.ReplaceAll(p.Label, "\t", "  "))
}
