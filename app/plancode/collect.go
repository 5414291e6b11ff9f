package plancode

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"afterglow/app/fault"
)

// mark begins every code of ours.
const mark = "AFTERGLOW"

// A code in a text may be broken over lines, quoted with ">", in small letters.
var (
	begins = regexp.MustCompile(`(?i)\b` + mark + `[\s>]+(\d{1,2})[\s>]*/[\s>]*(\d{1,2})[\s>]+`)
	spaces = strings.NewReplacer(" ", "", "\t", "", "\n", "", "\r", "", ">", "", "\u00a0", "")
)

// largestText is how much text is looked through for codes: far more than the codes of one plan.
const largestText = 1 << 20

// Collector gathers the codes of one plan, in any order and each as often as it is met. The zero value is empty.
type Collector struct {
	parts []*part // by index; nil: still missing
}

// Add takes every code that stands in a text: what a QR picture holds, or a letter with codes in it. On an error the
// collector keeps what it had; a text without a code of ours is refused.
func (c *Collector) Add(text string) error {
	if len(text) > largestText {
		return fault.Use("plancode.foreign", nil)
	}
	at := begins.FindAllStringIndex(text, -1)
	if len(at) == 0 {
		return fault.Use("plancode.foreign", nil)
	}
	next := Collector{parts: slices.Clone(c.parts)}
	for i, span := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		if err := next.one(text[span[1]:end]); err != nil {
			return err
		}
	}
	*c = next
	return nil
}

// one takes the letters of one code, up to its full stop.
func (c *Collector) one(body string) error {
	body, _, whole := strings.Cut(body, ".")
	if !whole {
		return fault.Use("plancode.cut_off", nil)
	}
	raw, err := letters.DecodeString(strings.ToUpper(spaces.Replace(body)))
	if err != nil {
		return damaged()
	}
	p, err := readPart(raw)
	if err != nil {
		return err
	}
	if c.parts == nil {
		c.parts = make([]*part, p.of)
	}
	for _, other := range c.parts {
		if other != nil && (other.plan != p.plan || other.dictionary != p.dictionary) || len(c.parts) != p.of {
			return fault.Use("plancode.other_plan", nil)
		}
	}
	if had := c.parts[p.index]; had != nil && !bytes.Equal(had.packedShare, p.packedShare) {
		return damaged()
	}
	c.parts[p.index] = &p
	return nil
}

// Ours says whether a text is, or begins like, a code of ours.
func Ours(text string) bool { return begins.MatchString(text) }

// Missing are the numbers, from 1, of the parts that are still to come, and of how many; none and 0 before the first.
func (c *Collector) Missing() (numbers []int, of int) {
	for i, p := range c.parts {
		if p == nil {
			numbers = append(numbers, i+1)
		}
	}
	return numbers, len(c.parts)
}

// Plan is the plan file, once every part is there.
func (c *Collector) Plan() ([]byte, error) {
	missing, of := c.Missing()
	switch {
	case of == 0:
		return nil, fault.Use("plancode.foreign", nil)
	case len(missing) > 0:
		numbers := make([]string, len(missing))
		for i, number := range missing {
			numbers[i] = strconv.Itoa(number)
		}
		return nil, fault.Use("plancode.missing", fault.Args{"Parts": numbers, "Of": of, "Count": len(missing)})
	}
	var packed []byte
	for _, p := range c.parts {
		packed = append(packed, p.packedShare...)
	}
	plan, err := unpack(packed, c.parts[0].dictionary)
	if err != nil {
		return nil, err
	}
	if sumOf(plan) != c.parts[0].plan {
		return nil, damaged()
	}
	return plan, nil
}
