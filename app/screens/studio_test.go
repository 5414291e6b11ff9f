package screens

import (
	"os"
	"path/filepath"
	"testing"

	"afterglow/app/datadir"
)

// sheetDraft is a clinic's plan that is being written: some of it is right, some is not yet.
const sheetDraft = `format = 2
id = "rose-street"
name = "Rose Street Clinic"
version = "2026-11"

[clinic]
name = "Rose Street Clinic"
phone = "01234 567890"

[[sources]]
id = "sheet"
title = "Rose Street Clinic"
strength = "clinic"

# as Ann said on the phone
[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup, except mineral makeup."
until = "24h"
except = ["mineral makeup"]
says_so = "Please do not wear makeup for 24 hours. Mineral makeup is fine."
  [[windows.when]]
  device = ["rf"]
  until = "48h"

[[windows]]
id = "sweat"
name = "Exercise, sauna"
avoid = "No exercise, no sauna."
until = "5 to 7 days"
activities = ["exercise", "sauna"]
says_so = "No exercise or sauna until your skin has calmed down."

[[windows]]
id = "actives"
name = "Retinol, acids"
avoid = "No retinol, no acids."
until = "calm"
usually = "5d"
condition = "the flaking is over"
activities = ["retinol", "acids"]
says_so = "Stop retinol and acids until the flaking is over, usually 5 days."

[[routines]]
id = "cleanse"
name = "Gentle cleanser"
how = "Lukewarm water and a gentle cleanser."
times = ["08:00", "20:30"]
until = "7d"
says_so = "Wash twice a day with a gentle cleanser for 7 days."

[[care]]
id = "pillow"
name = "Fresh pillowcase"
text = "Sleep on a fresh pillowcase."

[[call]]
id = "worried"
text = "Anything that worries you."
act = "clinic"
`

// withDraft has the data folder keep a draft.
func (st *stage) withDraft(t testing.TB) {
	t.Helper()
	st.shell.opts.DataDir = t.TempDir()
	if err := os.WriteFile(filepath.Join(st.shell.opts.DataDir, datadir.DraftFile), []byte(sheetDraft), 0o600); err != nil {
		t.Fatal(err)
	}
}
