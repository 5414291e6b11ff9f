package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"afterglow/app/fault"
	"afterglow/app/plancode"
	"afterglow/app/service"
)

// looksLikeFile says whether a word can only mean a plan file: "-" is standard input, and a plan's id has neither a
// folder nor an ending.
func looksLikeFile(word string) bool {
	if word == "-" || strings.ContainsAny(word, `/\`) {
		return true
	}
	if plancode.IsPicture(word) {
		return true
	}
	for _, ending := range service.PlanEndings() {
		if strings.HasSuffix(strings.ToLower(word), ending) {
			return true
		}
	}
	return false
}

// meansFile says whether a word means a plan file rather than a plan's id. Any other name of a file does if no
// plan has it as its id: a file "cautious" in the folder must not hide the plan of that id.
func meansFile(ctx context.Context, s *service.Service, word string) (bool, error) {
	if word == "" || looksLikeFile(word) {
		return word != "", nil
	}
	_, _, err := s.Plan(ctx, word)
	if err == nil || !fault.IsUse(err) {
		return false, err
	}
	info, unseen := os.Stat(word)
	return unseen == nil && info.Mode().IsRegular(), nil
}

// takePlan puts a plan's id, or the text of a plan file, into a treatment.
func (r *run) takePlan(ctx context.Context, s *service.Service, word string, n *service.NewTreatment) error {
	file, err := meansFile(ctx, s, word)
	if err != nil {
		return err
	}
	if !file {
		n.PlanID = word
		return nil
	}
	n.PlanName = filepath.Base(word)
	n.PlanFile, err = r.readPlan(ctx, word)
	if err == nil && n.PlanFile == "" {
		err = fault.Use("treat.empty_plan", fault.Args{"File": shown(word), "Command": r.command("plan", "list")})
	}
	return err
}

// readPlan reads a plan file, "-" from standard input. A pipe may never end: the reading ends with ctx. A picture, or a
// text, with the codes of a plan stands for that plan's file.
func (r *run) readPlan(ctx context.Context, path string) (string, error) {
	if plancode.IsPicture(path) {
		return r.planOfCodes(ctx, []string{path})
	}
	text, err := stoppable(ctx, func() (string, error) { return r.plainText(path) })
	if err != nil {
		return text, err
	}
	plan, err := plancode.Decode(new(plancode.Collector), []byte(text))
	return string(plan), err
}

// plainText is the text of a file, "-" of standard input.
func (r *run) plainText(path string) (string, error) {
	from := r.in
	if path != "-" {
		f, err := service.OpenPlanFile(path, shown(path), true)
		if err != nil {
			return "", err
		}
		defer f.Close()
		from = f
	}
	text, err := service.ReadPlanText(shown(path), from)
	return string(text), err
}
