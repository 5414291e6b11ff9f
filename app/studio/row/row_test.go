package row_test

import (
	"reflect"
	"testing"

	"afterglow/app/studio/row"
)

func full() row.Row {
	r := row.Row{}
	v := reflect.ValueOf(&r).Elem()
	for i := range v.NumField() {
		fill(v.Field(i), "a")
	}
	return r
}

// fill puts a value that is not the empty one into a field.
func fill(f reflect.Value, text string) {
	switch f.Kind() {
	case reflect.String:
		f.SetString(text)
	case reflect.Bool:
		f.SetBool(!f.Bool())
	case reflect.Float64:
		f.SetFloat(f.Float() + 1)
	case reflect.Int:
		f.SetInt(f.Int() + 1)
	case reflect.Slice:
		f.Set(reflect.ValueOf([]string{text}))
	}
}

func TestRowsThatDifferInOneFieldAreNotEqual(t *testing.T) {
	kind := reflect.TypeFor[row.Row]()
	for i := range kind.NumField() {
		one, other := full(), full()
		if !one.Equal(other) {
			t.Fatal("two equal rows do not count as equal")
		}
		fill(reflect.ValueOf(&other).Elem().Field(i), "b")
		if one.Equal(other) {
			t.Errorf("%s is not compared", kind.Field(i).Name)
		}
	}
}

func TestAChangeOfACloneLeavesTheRowAlone(t *testing.T) {
	r := full()
	c := r.Clone()
	v := reflect.ValueOf(&c).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Slice {
			f.Index(0).SetString("b")
		}
	}
	if !r.Equal(full()) {
		t.Errorf("the row became %+v", r)
	}
}
