package journal

import (
	"encoding/json"

	"afterglow/app/record"
)

// writeNews is what a delivery tells as the journal keeps it; "" for nothing.
func writeNews(n record.News) string {
	if n.IsZero() {
		return ""
	}
	text, err := json.Marshal(n)
	if err != nil {
		return "" // times beyond the year 9999 alone cannot be written: it is told in the plan's words then
	}
	return string(text)
}

// readNews reads it again. What an older version never wrote, or a newer one wrote otherwise, tells nothing: the
// reminder itself must not be lost with it.
func readNews(text []byte) (n record.News) {
	if len(text) == 0 || json.Unmarshal(text, &n) != nil {
		return record.News{}
	}
	return n
}
