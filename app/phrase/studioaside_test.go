package phrase_test

import (
	"reflect"
	"testing"

	"afterglow/app/locale"
	"afterglow/app/studio/row"
)

func TestEachThingThatARowSaidIsToldWhereItIsPutAside(t *testing.T) {
	v := voice(locale.Format{})
	kind := reflect.TypeFor[row.Row]()
	for i := range kind.NumField() {
		name := kind.Field(i).Name
		if name == "Rule" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			var r row.Row
			switch f := reflect.ValueOf(&r).Elem().Field(i); f.Kind() {
			case reflect.String:
				f.SetString(map[string]string{"Act": row.ActToday, "From": "2d", "Until": "5d"}[name])
				if f.String() == "" {
					f.SetString("3 weeks")
				}
			case reflect.Bool:
				f.SetBool(true)
			case reflect.Float64:
				f.SetFloat(1.5)
			case reflect.Slice:
				f.Set(reflect.ValueOf([]string{"pen"}))
			}
			if lines := v.StudioAside(r, 0, nil); len(lines) != 1 {
				t.Errorf("it is told as %q", lines)
			}
		})
	}
	if lines := v.StudioAside(row.Row{}, 2, []string{"covers"}); len(lines) != 2 {
		t.Errorf("its parts and keys are told as %q", lines)
	}
	if lines := v.StudioAside(row.Row{}, 0, nil); lines != nil {
		t.Errorf("of nothing it tells %q", lines)
	}
}
