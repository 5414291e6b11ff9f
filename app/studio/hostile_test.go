package studio_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode"

	"afterglow/app/studio"
	"afterglow/app/studio/row"
)

// hostile are texts that nobody types on purpose: pasted, from another script, or written to break out of a file.
var hostile = map[string]string{
	"right to left":     "ممنوع المكياج",
	"turned round":      "make‮up",
	"hidden":            "make​up",
	"emoji":             "💄 no 👩‍⚕️",
	"very long":         strings.Repeat("makeup ", 1_500),
	"one long word":     strings.Repeat("x", 10_000),
	"control":           "make\x00\x07\x1b[31mup",
	"lines":             "no\nmakeup\r\n[[windows]]\nid = \"x\"",
	"quotes":            `"] = """ ''' \`,
	"backslash":         `\u0000 \q \"`,
	"a comment":         "# makeup",
	"broken bytes":      "make\xff\xfeup",
	"curly quotes":      "“makeup”",
	"commas alone":      ", ,, ;",
	"a table's name":    "[[windows]]",
	"accents by parts":  "mȧ̈̈̈̈̈̈keup",
	"spaces of no font": "  makeup ",
}

func TestAHostileTextLeavesAPlanFileAndEveryOtherRowAsTheyWere(t *testing.T) {
	other := row.Row{Rule: row.Avoid, What: []string{"sauna"}, Until: "3d", Text: "No sauna."}
	kind := reflect.TypeFor[row.Row]()
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			for _, rule := range []row.Rule{row.Avoid, row.Do, row.Expect, row.Call, row.Spacing, row.Clinic} {
				for i := range kind.NumField() {
					field := kind.Field(i).Name
					d, keys := drafted(t, other, row.Row{Rule: rule, Name: "Makeup", Text: "No makeup.", Until: "24h"})
					e, _ := d.Row(keys[1])
					r := e.Row.Clone()
					switch f := reflect.ValueOf(&r).Elem().Field(i); {
					case field == "Rule":
						continue
					case f.Kind() == reflect.String:
						f.SetString(text)
					case f.Kind() == reflect.Slice:
						f.Set(reflect.ValueOf([]string{text, "makeup"}))
					default:
						continue
					}
					key, _, err := d.Turn(keys[1], r, row.Row{})
					if err != nil {
						t.Fatalf("%s of %s: %v", field, rule, err)
					}
					again, err := studio.Open(d.Text())
					if err != nil {
						t.Fatalf("%s of %s: the file cannot be read: %v\n%s", field, rule, err, d.Text())
					}
					if len(again.Rows()) != 2 {
						t.Errorf("%s of %s: there are %d rows", field, rule, len(again.Rows()))
					}
					if have, ok := again.Row(keys[0]); !ok || have.Until != "3d" || have.Text != "No sauna." {
						t.Errorf("%s of %s: the other row says %+v", field, rule, have)
					}
					if _, ok := again.Row(key); !ok {
						t.Errorf("%s of %s: the row %q is gone", field, rule, key)
					}
					if strings.ContainsFunc(strings.ReplaceAll(string(d.Text()), "\n", ""), unicode.IsControl) {
						t.Errorf("%s of %s: a control character is in the file", field, rule)
					}
				}
			}
		})
	}
}
