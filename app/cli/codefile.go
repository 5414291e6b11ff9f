package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os/exec"
	"strings"

	"afterglow/app/beside"
	"afterglow/app/fault"
	"afterglow/app/plancode"
	"afterglow/app/service"
)

// gather adds the codes of a picture or a text to all; "-" is a text on standard input.
func (r *run) gather(ctx context.Context, path string, all *plancode.Collector) error {
	if plancode.IsPicture(path) {
		texts, err := r.lookAt(ctx, path)
		if err != nil {
			return err
		}
		return all.Add(strings.Join(texts, "\n"))
	}
	text, err := stoppable(ctx, func() (string, error) { return r.plainText(path) })
	if err != nil {
		return err
	}
	return all.Add(text)
}

// lookAt has the window's program read the codes in a picture file.
func (r *run) lookAt(ctx context.Context, path string) ([]string, error) {
	f, err := service.OpenPlanFile(path, shown(path), false)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out, err := r.served(ctx, "read", io.LimitReader(f, plancode.LargestPicture+1))
	if err != nil {
		return nil, err
	}
	var found plancode.Seen
	if err := json.Unmarshal(out, &found); err != nil {
		return nil, fault.Wrap(err, "plancode.not_served", nil)
	}
	if found.Fault != "" {
		return nil, fault.Use(found.Fault, nil)
	}
	return found.Texts, nil
}

// served has the window's program do one thing with a code's picture.
func (r *run) served(ctx context.Context, what string, in io.Reader) ([]byte, error) {
	return r.windowDoes(ctx, "plancode.not_served", in, plancode.Served, what)
}

// windowDoes has the window's program do one thing and end; wrong is the id of the fault if it cannot.
func (r *run) windowDoes(ctx context.Context, wrong string, in io.Reader, args ...string) ([]byte, error) {
	program, err := beside.Window(r.env.Executable)
	if err != nil {
		return nil, err
	}
	var out, said bytes.Buffer
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = in, &out, &said
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fault.Wrap(err, wrong, nil)
	}
	return out.Bytes(), nil
}
