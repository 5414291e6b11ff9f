package cli

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"afterglow/app/calserver"
	"afterglow/app/fault"
	"afterglow/app/phrase"
)

// syncFlags are the options of `sync setup`.
type syncFlags struct {
	user, calendar      string
	discreet, each, yes bool
	stdin, dontRemember bool
}

// syncBegun is what `sync setup --json` answers.
type syncBegun struct {
	syncActs
	Calendar string `json:"calendar"` // its name
	Kept     bool   `json:"kept"`     // the password is in the system's keyring
}

func (r *run) syncSetupCommand() *cobra.Command {
	var f syncFlags
	cmd := &cobra.Command{
		Use:  "setup",
		Args: words(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error { return r.syncSetup(cmd.Context(), first(args), f) },
	}
	cmd.Flags().StringVar(&f.user, "user", "", "")
	cmd.Flags().StringVar(&f.calendar, "calendar", "", "")
	cmd.Flags().BoolVar(&f.discreet, "discreet", false, "")
	cmd.Flags().BoolVar(&f.each, "each", false, "")
	cmd.Flags().BoolVar(&f.stdin, "password-stdin", false, "")
	cmd.Flags().BoolVar(&f.dontRemember, "no-keyring", false, "")
	cmd.Flags().BoolVar(&f.yes, "yes", false, "")
	return cmd
}

// syncSetup asks for what was not said, shows what would be written, and sets it up if the person says yes.
func (r *run) syncSetup(ctx context.Context, address string, f syncFlags) error {
	if err := r.learnClock(ctx); err != nil {
		return err
	}
	talks := atTerminal(r.in) && !f.stdin
	if !talks && (address == "" || f.user == "" || !f.stdin || !f.yes) {
		return fault.Use("sync.needs_all", fault.Args{"Command": r.command("sync", "setup", "ADDRESS", "--user", "NAME", "--password-stdin", "--yes")})
	}
	q := calserver.Request{Setup: &calserver.Setup{Address: address, User: f.user, Discreet: f.discreet, Each: f.each}, Remember: !f.dontRemember}
	var err error
	if q.Setup.Address == "" {
		if q.Setup.Address, err = r.ask(ctx, r.t("sync.what_goes"), r.t("sync.address")); err != nil {
			return err
		}
	}
	if q.Setup.User == "" {
		if q.Setup.User, err = r.ask(ctx, r.t("sync.app_password"), r.t("sync.user")); err != nil {
			return err
		}
	}
	if f.stdin {
		q.Password, err = r.passwordLine(ctx)
	} else {
		q.Password, err = r.password(ctx, *q.Setup)
	}
	if err != nil {
		return err
	}
	q.Do = calserver.Look
	found, err := r.askSync(ctx, q)
	if err != nil {
		return err
	}
	if err := r.chooseCalendar(ctx, found.Calendars, f.calendar, talks && !f.yes, q.Setup); err != nil {
		return err
	}
	if talks && !f.yes {
		if err := r.agree(ctx, q); err != nil {
			return err
		}
	}
	q.Do = calserver.Begin
	a, err := r.askSync(ctx, q)
	if err != nil {
		return err
	}
	return r.withSync(ctx, func(s calserver.State, _ bool) error {
		v := syncBegun{syncActs: syncActs{Acts: notNil(a.Acts), Same: a.Same}, Calendar: s.Setup.Name, Kept: a.Kept}
		return r.answer(v, func() {
			r.put("sync.begun", phrase.Args{"Name": s.Setup.Name})
			r.printActs(a, "sync.did")
			if !a.Kept {
				r.put("sync.not_kept", phrase.Args{"Command": r.command("sync", "now")})
			}
		})
	})
}

// agree shows what would be written, and has the person say yes.
func (r *run) agree(ctx context.Context, q calserver.Request) error {
	q.Do = calserver.Preview
	a, err := r.askSync(ctx, q)
	if err != nil {
		return err
	}
	r.printActs(a, "sync.would")
	fmt.Fprint(r.errw, r.text.String())
	r.text.Reset()
	said, err := r.ask(ctx, r.t("sync.agree"), r.t("sync.agree_type"))
	if err != nil {
		return err
	}
	if !strings.EqualFold(said, r.t("sync.yes")) {
		return fault.New("sync.not_begun", nil)
	}
	return nil
}

// chooseCalendar takes the calendar of that name, or asks which one it is to be; one of our own is the first choice.
func (r *run) chooseCalendar(ctx context.Context, all []calserver.Place, name string, talks bool, into *calserver.Setup) error {
	if name != "" {
		for _, c := range all {
			if strings.EqualFold(c.Name, name) || c.Address == name {
				into.Calendar, into.Name = c.Address, c.Name
				return nil
			}
		}
		return fault.Use("sync.no_such_calendar", fault.Args{"Name": shown(name), "Names": names(all)})
	}
	if !talks || len(all) == 0 {
		return nil
	}
	rows := [][]string{{"1", r.t("sync.own_calendar")}}
	for i, c := range all {
		rows = append(rows, []string{strconv.Itoa(i + 2), nameOf(c)})
	}
	r.table(rows)
	fmt.Fprint(r.errw, r.text.String())
	r.text.Reset()
	typed, err := r.ask(ctx, r.t("sync.which"), r.t("sync.number"))
	if err != nil {
		return err
	}
	if typed == "" || typed == "1" {
		return nil
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 1 || n > len(all)+1 {
		return errors.Join(fault.Use("sync.no_such_number", fault.Args{"Word": shown(typed), "Most": len(all) + 1}))
	}
	into.Calendar, into.Name = all[n-2].Address, nameOf(all[n-2])
	return nil
}

// nameOf is what a calendar is called; one without a name by its address.
func nameOf(c calserver.Place) string {
	if c.Name == "" {
		return c.Address
	}
	return c.Name
}

func names(all []calserver.Place) []string {
	out := make([]string, len(all))
	for i, c := range all {
		out[i] = nameOf(c)
	}
	return out
}
