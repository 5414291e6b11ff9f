package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/godbus/dbus/v5"

	"afterglow/app/bus"
	"afterglow/app/fault"
	"afterglow/app/notify"
	"afterglow/app/phrase"
)

// desktopChecks looks at the tray and the notifications of this desktop as the agent does. Where this login has no desktop,
// as over a network or in a job of the night, the running agent may still stand on one.
func (r *run) desktopChecks(ctx context.Context, agent running) []check {
	ctx, hangUp := context.WithTimeout(ctx, 5*lookFor) // each look has its own end too
	defer hangUp()
	address := bus.Address(r.env.Getenv)
	if address == "" {
		return []check{r.noBus(fault.New("doctor.bus_none", nil), agent)}
	}
	session := bus.At(ctx, func() string { return address })
	conn, err := session.Conn(ctx)
	if err != nil {
		return []check{r.noBus(fault.Wrap(err, "doctor.bus_silent", nil), agent)}
	}
	checks := []check{r.trayCheck(ctx, conn)}
	notifier := notify.New(ctx, notify.Options{Bus: session})
	defer notifier.Stop()
	return append(checks, r.notificationChecks(ctx, notifier)...)
}

// noBus tells that this login has no desktop.
func (r *run) noBus(why error, agent running) check {
	if by := agent.report.NotifiedBy; by != "" {
		return r.good("bus", "doctor.bus_of_agent", phrase.Args{"Program": by})
	}
	return r.failed("bus", why, "doctor.bus_fix")
}

// trayCheck asks whether a panel shows icons.
func (r *run) trayCheck(ctx context.Context, conn *dbus.Conn) check {
	const id = "tray"
	ctx, cancel := context.WithTimeout(ctx, lookFor)
	defer cancel()
	switch bus.PanelOf(ctx, conn) {
	case bus.NoPanel:
		if strings.Contains(strings.ToUpper(r.env.Getenv("XDG_CURRENT_DESKTOP")), "GNOME") {
			return r.bad(id, "doctor.tray_none_gnome", "doctor.tray_fix_gnome")
		}
		return r.bad(id, "doctor.tray_none", "doctor.tray_fix")
	case bus.IdlePanel:
		return r.bad(id, "doctor.tray_unhosted", "doctor.tray_fix")
	}
	return r.good(id, "doctor.tray_shown")
}

// notificationChecks tell who shows notifications, what it can do, and whether it tells of "do not disturb".
func (r *run) notificationChecks(ctx context.Context, n notify.Notifier) []check {
	ctx, cancel := context.WithTimeout(ctx, lookFor)
	defer cancel()
	can := n.Abilities(ctx)
	switch {
	case errors.Is(can.Problem, notify.ErrNone):
		return []check{r.bad("notifications", "doctor.notifications_none", "doctor.notifications_fix")}
	case can.Problem != nil:
		return []check{r.failed("notifications", can.Problem, "doctor.notifications_told")}
	}
	checks := []check{r.good("notifications", "doctor.notifications_by", phrase.Args{"Program": can.Server})}
	actions := "doctor.actions_none"
	if can.Actions {
		actions = "doctor.actions_offered"
	}
	checks = append(checks, r.good("actions", actions))
	quiet := "doctor.quiet_unknown"
	switch on, _ := n.Quiet(ctx); {
	case on:
		quiet = "doctor.quiet_on"
	case can.Quiet != "":
		quiet = "doctor.quiet_off"
	}
	c := r.good("quiet", quiet, phrase.Args{"Program": can.Server})
	c.Text = phrase.Paragraph(c.Text, r.t("doctor.quiet_known", phrase.Args{"Names": r.voice().Quieters(notify.Known())}))
	return append(checks, c)
}
