package leaflet_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"afterglow/app/ask"
	"afterglow/app/leaflet"
)

func TestPerf(t *testing.T) {
	ask.Default()
	b, _ := os.ReadFile("/tmp/leaflet/b8/sarah.txt")
	for name, text := range map[string]string{"one": string(b), "many": strings.Repeat(string(b), 100_000/len(b)), "long": strings.Repeat("no sun, no gym for 2 days and ", 3000), "lines": strings.Repeat("If 3 then 4 unless 5. ", 4000), "bans": strings.Repeat("Avoid sun. ", 9000), "oneline": strings.Repeat("Avoid sun for 2 days if it is so; ", 3000), "peel": strings.Repeat("Peel\n\nPRP\n\nAvoid sun.\n", 5000)} {
		at := time.Now()
		d := leaflet.Read(text, ask.Default())
		t.Logf("%s %d rows %v", name, len(d.Proposals), time.Since(at))
	}
}
