package guidance

import (
	_ "embed" // the file of ingredients
	"strings"
	"sync"
	"time"
	"unicode"
)

//go:embed ingredients.toml
var ingredientsText []byte

// IngredientBook is what Afterglow itself knows of ingredients: guidance/ingredients.toml. A plan's own words go
// before it. It is read once and must not be changed.
type IngredientBook struct {
	Label   LabelWords
	Sources []Source
	Groups  []IngredientGroup
	Entries []Ingredient // in the order of the file

	byName map[string]int // key of a name -> place in Entries
	groups map[string]int // id -> place in Groups
}

// IngredientGroup is ingredients of one kind.
type IngredientGroup struct {
	ID       string // "retinoid"
	Soothing bool
	Window   string        // id of a plan's wait that is for this kind whatever its words; "": only if its words name it
	Routine  string        // role of a plan's routine before which none of it is used; "": none
	Words    []string      // what plans and people call the kind
	From     time.Duration // of a soothing kind: how long after a treatment it may go on; 0: as soon as the plan's moisturiser
	Wait     time.Duration // our own wait after a treatment if a plan is silent; 0: none
	Figure   string        // what sources say of that wait: "2 to 14 days"
	Why      string        // one or two plain sentences
	Source   string        // id of who says so
}

// Ingredient is one entry.
type Ingredient struct {
	INCI  string   // its name on labels: "Retinol"
	Names []string // other names, such as the US one
	Group string   // id of its group
	Like  string   // of group "none": the group that a plan's words may mean; "": none
	Note  string   // what else is to be said; may be empty
	// Source is who says so, an id of Sources.
	Source string

	Plants   []string // names of a plant whose scented oil it is
	Contains []string // words that make any name that has them this entry
	Ends     []string // words that make any name that ends with them this entry

	General bool // it names a whole kind ("Vitamin C"): a name beside it that says more goes before it
	Head    bool // where a plan names it, the plan means its whole kind ("parfum")
	Whole   bool // its names mean other things where they are not an entry of a label ("alcohol", "salt")
	Mild    bool // a plan's words do not surely mean it, or it is not always there for what its kind does
	PH      bool // far down a list it only sets the acidity
	High    bool // it counts only at the head of a list: as grains, not as a pinch of salt
	Melts   bool // it is no grain any more where there is water before it
	Wets    bool // it is that water
	Apart   bool // a plan that names others of its kind for use does not mean it

	Shared string   // a name that it has in common with another entry ("BHA") ...
	Beside []string // ... and that is its own where one of these stands on the same list
}

// LabelWords are words that labels are read by. None of them names an ingredient.
type LabelWords struct {
	Begin   []string // of lists
	Rest    []string // of lists of what else is in it: before them stands what is there for what it does
	Active  []string // of lists of what is there for what it does
	More    []string // of what belongs to the list before it
	Bare    []string // of those above, the ones that stand without a colon
	May     []string // of what may be in it
	End     []string // of what is no list
	Free    []string // that something is not in it
	And     []string // between two names
	Other   []string // that make a name beside them another thing
	Idle    []string // that belong to no name
	Purpose []string // what an active ingredient is for
	Foot    []string // of a footnote
	Short   []string // that end in a full stop and no sentence
	Least   []string // names from which on a list is of small amounts
	Oil     []string // of an oil of a plant
	Pressed []string // of an oil without scent
}

// ID is the name by which a plan's [products] may have it: "retinol".
func (i Ingredient) ID() string { return strings.ToLower(i.INCI) }

// All are its names, the one on labels first.
func (i Ingredient) All() []string { return append([]string{i.INCI}, i.Names...) }

// Ingredients gives the book. It is read when it is first asked for: few commands need it.
func Ingredients() *IngredientBook { return ingredients() }

var ingredients = sync.OnceValue(func() *IngredientBook {
	// A book that cannot be read would be our own mistake; a test holds that it can.
	book, err := ParseIngredients(ingredientsText)
	if err != nil {
		return &IngredientBook{}
	}
	return book
})

// Find gives the entry of exactly that name, in any writing of it ("ALCOHOL DENAT", "SD alcohol 40B").
func (b *IngredientBook) Find(name string) (*Ingredient, bool) { return b.Keyed(IngredientKey(name)) }

// Keyed is Find by a name's key.
func (b *IngredientBook) Keyed(key string) (*Ingredient, bool) {
	at, ok := b.byName[key]
	if !ok {
		return nil, false
	}
	return &b.Entries[at], true
}

// Group gives the group of that id.
func (b *IngredientBook) Group(id string) (IngredientGroup, bool) {
	at, ok := b.groups[id]
	if !ok {
		return IngredientGroup{}, false
	}
	return b.Groups[at], true
}

// SourceOf is the source of that id.
func (b *IngredientBook) SourceOf(id string) (Source, bool) {
	for _, s := range b.Sources {
		if s.ID == id {
			return s, true
		}
	}
	return Source{}, false
}

// IngredientKey is the form in which names are compared: small letters without accents, and digits. Spaces and
// hyphens do not count, since a label breaks its lines anywhere.
func IngredientKey(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	for _, c := range name {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			b.WriteRune(c)
		case c >= 'A' && c <= 'Z':
			b.WriteRune(c + 'a' - 'A')
		case c > unicode.MaxASCII && (unicode.IsLetter(c) || unicode.IsNumber(c)):
			b.WriteString(unaccented(unicode.ToLower(c)))
		}
	}
	return b.String()
}

// unaccented is a letter without its accent.
func unaccented(c rune) string {
	const with, without = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ", "aaaaaaceeeeiiiinoooooouuuuyy"
	at := 0
	for _, accented := range with {
		if accented == c {
			return without[at : at+1]
		}
		at++
	}
	return string(c)
}
