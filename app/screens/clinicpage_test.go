package screens

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"afterglow/app/choose"
	"afterglow/app/takeout"
)

// chosen has the window's dialog answer with a folder of the test.
func (st *stage) chosen(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	st.shell.opts.ChooseFile = func(context.Context, choose.Question) (string, error) { return folder, nil }
	return folder
}

func TestAPageForTheClinicIsSavedFromTheEndOfACourseAndFromHistory(t *testing.T) {
	st, _ := pastCourse(t)
	folder := st.chosen(t)
	for i, from := range []func(){
		func() { st.tap(t, "today.over.clinic") },
		func() { st.shell.Show(PageHistory); st.tap(t, "history.clinic") },
	} {
		from()
		st.wantText(t, "For my clinic", "With water", "Page (PDF)")
		st.tap(t, "clinic.save")
		st.wantText(t, "Saved on one page", "not locked", "Open it")
		name := []string{"afterglow-for-my-clinic.pdf", "afterglow-for-my-clinic-2.pdf"}[i]
		if file, err := os.ReadFile(filepath.Join(folder, name)); err != nil || !bytes.HasPrefix(file, []byte("%PDF-")) {
			t.Errorf("%s: %v", name, err)
		}
		st.tap(t, "sheet.no")
	}
}

func TestWhatIsLeftOutIsNotInTheFile(t *testing.T) {
	st, _ := pastCourse(t)
	folder := st.chosen(t)
	st.tap(t, "today.over.clinic")
	st.tap(t, "clinic.water")
	st.tap(t, "clinic.form.json")
	st.tap(t, "clinic.save")
	st.wantText(t, "Saved: ")
	text, err := os.ReadFile(filepath.Join(folder, "afterglow-for-my-clinic.json"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := takeout.Read(bytes.NewReader(text), "it")
	if err != nil || len(f.Without) != 1 || len(f.Entries) == 0 {
		t.Fatalf("%+v, %v", f.Without, err)
	}
	for _, e := range f.Entries {
		if e.What == "water" {
			t.Errorf("it has %+v", e)
		}
	}
}

func TestAFolderThatCannotBeWrittenIsToldAndLeavesNothing(t *testing.T) {
	st, _ := pastCourse(t)
	st.shell.opts.ChooseFile = func(context.Context, choose.Question) (string, error) { return "/proc/none", nil }
	st.tap(t, "today.over.clinic")
	st.tap(t, "clinic.save")
	st.wantText(t, "cannot be written")
	st.wantNoText(t, "Saved on")
}

func TestThePageForTheClinicIsSavedBesideTheCopyBeforeAllIsErased(t *testing.T) {
	for _, plain := range []bool{false, true} {
		st, _ := pastCourse(t)
		folder := st.chosen(t)
		st.shell.opts.Data.BackUp = func(_ context.Context, folder string) (string, error) { return filepath.Join(folder, "a.sqlite"), nil }
		st.shell.opts.Data.Erase = func(context.Context) (Erased, error) { return Erased{}, nil }
		st.tap(t, "today.over.export")
		st.wantText(t, "With the page for my clinic")
		if plain {
			st.tap(t, "sheet.page")
		}
		st.tap(t, "sheet.yes")
		st.wantText(t, "Your copy: ")
		st.tap(t, "sheet.yes")
		st.wantText(t, "All your data is erased.", "Your copy: ")
		file := filepath.Join(folder, "afterglow-for-my-clinic.pdf")
		if _, err := os.Stat(file); (err == nil) == plain {
			t.Errorf("without the page %v: %v", plain, err)
		}
		if plain {
			st.wantNoText(t, "The page for your clinic")
		} else {
			st.wantText(t, "The page for your clinic: "+file)
		}
	}
}
