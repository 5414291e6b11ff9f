package phrase

import "strings"

// mark stands in a place whose surroundings are asked for. No text holds it.
const mark = "\x00"

// Around is a message parted at one of its places, for a face that shows what stands there in another ink, or
// something to click.
func (v Voice) Around(id, place string, args ...Args) (before, after string) {
	before, after, _ = strings.Cut(v.T(id, append(args, Args{place: mark})...), mark)
	return before, after
}
