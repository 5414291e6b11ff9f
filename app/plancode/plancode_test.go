package plancode_test

import (
	"bytes"
	"encoding/base32"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"afterglow/app/fault"
	"afterglow/app/plancode"
	"afterglow/guidance"
)

// clinic is a plan of some length: words that no dictionary has.
func clinic(seed uint64, words int) []byte {
	random := rand.New(rand.NewPCG(seed, 12))
	var b strings.Builder
	b.WriteString("format = 1\nid = \"rose\"\n# Größe, 肌, 🌿\n")
	for range words {
		for range 2 + random.IntN(8) {
			b.WriteByte(byte('a' + random.IntN(26)))
		}
		b.WriteByte(" \n"[random.IntN(2)])
	}
	return []byte(b.String())
}

func encoded(t *testing.T, plan []byte) []string {
	t.Helper()
	codes, err := plancode.Encode(plan)
	if err != nil {
		t.Fatal(err)
	}
	return codes
}

func idOf(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		return f.ID
	}
	return ""
}

func TestAPlanComesBackByteForByteWhateverTheOrder(t *testing.T) {
	for seed := range uint64(60) {
		plan := clinic(seed, int(seed)*20)
		codes := encoded(t, plan)
		order := append(slices.Clone(codes), codes...)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		var all plancode.Collector
		for _, code := range order {
			if err := all.Add(code); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
		if got, err := all.Plan(); err != nil || !bytes.Equal(got, plan) {
			t.Fatalf("seed %d: %v\n%s", seed, err, got)
		}
	}
}

func TestThePlansThatWeShipFitOnPaper(t *testing.T) {
	for name, most := range map[string]int{"essentials": 1, "cautious": 2} {
		plan, err := os.ReadFile("../../guidance/plans/" + name + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		if codes := encoded(t, plan); len(codes) > most {
			t.Errorf("%s takes %d codes", name, len(codes))
		}
	}
}

func TestACodeOfTheFirstDictionaryIsReadForEver(t *testing.T) {
	kept, err := os.ReadFile("testdata/version1.txt")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := os.ReadFile("testdata/version1.toml")
	if err != nil {
		t.Fatal(err)
	}
	var all plancode.Collector
	if err := all.Add(string(kept)); err != nil {
		t.Fatal(err)
	}
	if got, err := all.Plan(); err != nil || !bytes.Equal(got, plan) {
		t.Fatalf("%v\n%s", err, got)
	}
}

func TestALetterMayBreakQuoteAndLowerACode(t *testing.T) {
	plan := clinic(3, 900)
	codes := encoded(t, plan)
	if len(codes) < 2 {
		t.Fatal("the test wants several codes")
	}
	letter := "Dear Ms Lee,\r\nyour plan:\r\n\r\n"
	for _, code := range codes {
		for len(code) > 60 {
			letter += "> " + strings.ToLower(code[:60]) + "\r\n"
			code = code[60:]
		}
		letter += ">" + code + "\n\n"
	}
	letter += "Best wishes. Rose Street"
	var all plancode.Collector
	if err := all.Add(letter); err != nil {
		t.Fatal(err)
	}
	if got, err := all.Plan(); err != nil || !bytes.Equal(got, plan) {
		t.Fatalf("%v", err)
	}
}

func TestNoDamagedCodeGivesAPlan(t *testing.T) {
	plan := clinic(5, 40)
	code := encoded(t, plan)[0]
	for i := range len(code) {
		for _, letter := range []byte("A7. ") {
			if code[i] == letter {
				continue
			}
			harmed := code[:i] + string(letter) + code[i+1:]
			var all plancode.Collector
			if all.Add(harmed) != nil {
				continue
			}
			if got, err := all.Plan(); err == nil && !bytes.Equal(got, plan) {
				t.Fatalf("letter %d as %q gave another plan", i, letter)
			}
		}
	}
}

// forged is a code with these head bytes and right checksum.
func forged(version, dictionary, index, of byte, share string) string {
	raw := append([]byte{version, dictionary, index, of}, "12345678"+share...)
	raw = binary.BigEndian.AppendUint32(raw, crc32.ChecksumIEEE(raw))
	return "AFTERGLOW 1/1 " + base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(raw) + "."
}

func TestEachFaultHasItsOwnReason(t *testing.T) {
	one, other := encoded(t, clinic(3, 900)), encoded(t, clinic(4, 900))
	for _, c := range []struct{ name, text, want string }{
		{"an address", "https://example.org", "plancode.foreign"},
		{"nothing", "", "plancode.foreign"},
		{"our name alone", "AFTERGLOW", "plancode.foreign"},
		{"a whole book", strings.Repeat("a ", 1<<20), "plancode.foreign"},
		{"half of it", one[0][:80], "plancode.cut_off"},
		{"letters that are none", "AFTERGLOW 1/1 !!!!.", "plancode.damaged"},
		{"next to nothing", "AFTERGLOW 1/1 AA.", "plancode.damaged"},
		{"a wrong letter", strings.Replace(one[0], one[0][40:44], "ABCD", 1), "plancode.damaged"},
		{"a newer version", forged(2, 1, 0, 1, "x"), "plancode.newer"},
		{"a newer dictionary", forged(1, 9, 0, 1, "x"), "plancode.newer"},
		{"no version", forged(0, 1, 0, 1, "x"), "plancode.damaged"},
		{"no part", forged(1, 1, 0, 0, "x"), "plancode.damaged"},
		{"a part beyond the last", forged(1, 1, 3, 2, "x"), "plancode.damaged"},
		{"too many parts", forged(1, 1, 0, 200, "x"), "plancode.damaged"},
		{"two plans", one[0] + "\n" + other[1], "plancode.other_plan"},
	} {
		var all plancode.Collector
		err := all.Add(c.text)
		if idOf(err) != c.want || !fault.IsUse(err) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
		if _, of := all.Missing(); of != 0 {
			t.Errorf("%s: it kept something of it", c.name)
		}
	}
	var packed plancode.Collector
	if err := packed.Add(forged(1, 1, 0, 1, "no packed plan")); err != nil {
		t.Fatal(err)
	}
	if _, err := packed.Plan(); idOf(err) != "plancode.damaged" {
		t.Errorf("a right checksum over nonsense: %v", err)
	}
}

func TestARefusedCodeLeavesWhatWasGathered(t *testing.T) {
	codes := encoded(t, clinic(3, 900))
	var all plancode.Collector
	if err := all.Add(codes[1]); err != nil {
		t.Fatal(err)
	}
	if err := all.Add("https://example.org"); err == nil {
		t.Fatal("an address was taken")
	}
	if missing, of := all.Missing(); of != len(codes) || slices.Contains(missing, 2) || !slices.Contains(missing, 1) {
		t.Errorf("missing %v of %d", missing, of)
	}
	if _, err := all.Plan(); idOf(err) != "plancode.missing" {
		t.Errorf("%v", err)
	}
}

func TestWhatIsNoPlanOrTooLongIsRefused(t *testing.T) {
	for name, plan := range map[string][]byte{"nothing": nil, "too large a file": make([]byte, guidance.LargestFile+1)} {
		if _, err := plancode.Encode(plan); idOf(err) != "plancode.no_plan" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := plancode.Encode(clinic(1, 9000)); idOf(err) != "plancode.too_long" {
		t.Errorf("a book: %v", err)
	}
}

// FuzzAdd: no text makes the collector fall over, grow without bounds or give a plan that no code was made of.
func FuzzAdd(f *testing.F) {
	codes, err := plancode.Encode(clinic(1, 900))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(codes[0])
	f.Add(strings.Join(codes, "\n"))
	f.Add(forged(1, 1, 0, 1, "x"))
	f.Fuzz(func(t *testing.T, text string) {
		var all plancode.Collector
		if all.Add(text) != nil {
			return
		}
		plan, err := all.Plan()
		if err != nil {
			return
		}
		_, err = plancode.Encode(plan)
		if err != nil && idOf(err) != "plancode.too_long" {
			t.Fatalf("a plan came out that cannot go in: %v", err)
		}
	})
}
