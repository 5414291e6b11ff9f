package cli

import (
	"context"
	"errors"

	"afterglow/app/ipc"
	"afterglow/app/phrase"
)

// running is what the running agent tells of itself.
type running struct {
	pid    int
	report ipc.Report
	err    error // why it tells nothing
}

// errOther is the kind of an answer of another version.
var errOther = errors.New("an answer of another version")

// askAgent asks the running agent, once for all that doctor tells of it.
func askAgent(ctx context.Context, dir string) running {
	ctx, cancel := context.WithTimeout(ctx, 2*lookFor)
	defer cancel()
	reply, err := ipc.Send(ctx, dir, ipc.Agent, ipc.Message{Do: ipc.DoDoctor})
	if err == nil {
		err = reply.Err()
	}
	if err != nil {
		return running{err: err}
	}
	told, err := reply.Report()
	if err != nil {
		return running{err: errOther}
	}
	return running{pid: reply.PID, report: told}
}

// agentCheck tells whether the agent runs, and the troubles that it met itself.
func (r *run) agentCheck(a running) check {
	const id = "agent"
	switch {
	case errors.Is(a.err, ipc.ErrNobody):
		return r.bad(id, "doctor.agent_nobody", "doctor.start", r.start())
	case errors.Is(a.err, ipc.ErrPlace): // what keeps it from running
		return r.failed(id, a.err, "ipc.place_fix")
	case errors.Is(a.err, errOther):
		return r.bad(id, "doctor.agent_other", "doctor.start_anew", r.start())
	case a.err != nil:
		return r.bad(id, "doctor.agent_silent", "doctor.start_anew", r.start(), phrase.Args{"Cause": a.err})
	}
	all := []string{r.t("doctor.agent_runs", phrase.Args{"PID": a.pid})}
	if a.report.Quiet {
		all = append(all, r.t("doctor.agent_quiet", phrase.Args{"Reason": r.voice().Quiet(a.report.QuietBy)}))
	}
	c := check{ID: id, Name: r.t("doctor.name_agent"), OK: len(a.report.Problems) == 0, Text: phrase.Paragraph(append(all, a.report.Problems...)...)}
	if !c.OK {
		c.Fix = r.t("doctor.agent_fix", r.start())
	}
	return c
}
