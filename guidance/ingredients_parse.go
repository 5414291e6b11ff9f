package guidance

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"
)

// Parts of the file of ingredients as they stand in it.
type (
	ingredientFile struct {
		Format  int                `toml:"format"`
		Label   labelTable         `toml:"label"`
		Sources []sourceTable      `toml:"sources"`
		Groups  []ingredientsTable `toml:"groups"`
	}
	labelTable struct {
		Begin   []string `toml:"begin"`
		Rest    []string `toml:"rest"`
		Active  []string `toml:"active"`
		More    []string `toml:"more"`
		Bare    []string `toml:"bare"`
		May     []string `toml:"may"`
		End     []string `toml:"end"`
		Free    []string `toml:"free"`
		And     []string `toml:"and"`
		Other   []string `toml:"other"`
		Idle    []string `toml:"idle"`
		Purpose []string `toml:"purpose"`
		Foot    []string `toml:"foot"`
		Short   []string `toml:"short"`
		Least   []string `toml:"least"`
		Oil     []string `toml:"oil"`
		Pressed []string `toml:"pressed"`
	}
	sourceTable struct {
		ID       string `toml:"id"`
		Title    string `toml:"title"`
		URL      string `toml:"url"`
		Strength string `toml:"strength"`
		Note     string `toml:"note"`
	}
	ingredientsTable struct {
		ID       string            `toml:"id"`
		Soothing bool              `toml:"soothing"`
		Window   string            `toml:"window"`
		Routine  string            `toml:"routine"`
		Words    []string          `toml:"words"`
		From     string            `toml:"from"`
		Wait     string            `toml:"wait"`
		Figure   string            `toml:"figure"`
		Why      string            `toml:"why"`
		Source   string            `toml:"source"`
		Entries  []ingredientTable `toml:"ingredients"`
	}
	ingredientTable struct {
		INCI     string   `toml:"inci"`
		Names    []string `toml:"names"`
		Like     string   `toml:"like"`
		Note     string   `toml:"note"`
		Source   string   `toml:"source"`
		Plants   []string `toml:"plants"`
		Contains []string `toml:"contains"`
		Ends     []string `toml:"ends"`
		General  bool     `toml:"general"`
		Head     bool     `toml:"head"`
		Whole    bool     `toml:"whole"`
		Mild     bool     `toml:"mild"`
		PH       bool     `toml:"ph"`
		High     bool     `toml:"high"`
		Melts    bool     `toml:"melts"`
		Wets     bool     `toml:"wets"`
		Apart    bool     `toml:"apart"`
		Shared   string   `toml:"shared"`
		Beside   []string `toml:"beside"`
	}
)

// IngredientGroups are the ids that a group may have.
func IngredientGroups() []string {
	return []string{
		"aha", "benzoyl-peroxide", "bha", "chemical-uv-filter", "drying-alcohol", "essential-oil", "fragrance", "hydroquinone", "l-ascorbic",
		"menthol/camphor", "pha", "retinoid", "scrub", NoGroup,
		"allantoin", "aloe", "centella", "ceramide", "chamomile", "glycerin", "hyaluronic", "panthenol", "petrolatum", "squalane", "zinc-oxide",
	}
}

// NoGroup is the group of what is of no kind that plans speak of.
const NoGroup = "none"

var errIngredients = errors.New("not a file of ingredients")

// ParseIngredients reads a file of ingredients. It is strict: whatever it does not understand it refuses. The file is
// our own, so the error is for programmers.
func ParseIngredients(text []byte) (*IngredientBook, error) {
	var file ingredientFile
	d := toml.NewDecoder(bytes.NewReader(text)).DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		return nil, fmt.Errorf("read the ingredients: %w", err)
	}
	if file.Format != 1 {
		return nil, fmt.Errorf("format %d: %w", file.Format, errIngredients)
	}
	b := &IngredientBook{Label: LabelWords(file.Label), byName: make(map[string]int, 1024), groups: map[string]int{}}
	for _, s := range file.Sources {
		b.Sources = append(b.Sources, Source(s))
	}
	c := ingredientCheck{b: b}
	c.sources()
	for _, t := range file.Groups {
		c.group(t)
	}
	c.across()
	if err := errors.Join(c.wrong...); err != nil {
		return nil, err
	}
	return b, nil
}

// ingredientCheck gathers what is wrong with a file.
type ingredientCheck struct {
	b     *IngredientBook
	wrong []error
}

func (c *ingredientCheck) say(what error) {
	c.wrong = append(c.wrong, fmt.Errorf("%w: %w", errIngredients, what))
}

func (c *ingredientCheck) sources() {
	seen := map[string]bool{}
	for _, s := range c.b.Sources {
		if !isID(s.ID) || s.Title == "" || seen[s.ID] || !slices.Contains([]string{"A", "B", "C", "unsourced"}, s.Strength) {
			c.say(fmt.Errorf("source %q", s.ID))
		}
		seen[s.ID] = true
	}
}

// source is the id of a source, which has to be there.
func (c *ingredientCheck) source(id, of string) string {
	if _, ok := c.b.SourceOf(id); !ok {
		c.say(fmt.Errorf("%s: source %q", of, id))
	}
	return id
}

func (c *ingredientCheck) group(t ingredientsTable) {
	g := IngredientGroup{
		ID: t.ID, Soothing: t.Soothing, Window: t.Window, Routine: t.Routine, Words: t.Words, Figure: t.Figure, Why: t.Why,
		Source: c.source(t.Source, t.ID),
	}
	if _, twice := c.b.groups[g.ID]; twice || !slices.Contains(IngredientGroups(), g.ID) {
		c.say(fmt.Errorf("group %q", g.ID))
	}
	waits := !g.Soothing && g.ID != NoGroup
	if wait, err := ParseSpan(t.Wait); waits {
		if g.Wait = wait; err != nil || wait < time.Hour || g.Figure == "" || len(g.Words) == 0 {
			c.say(fmt.Errorf("group %s: its wait, figure and words", g.ID))
		}
	} else if t.Wait != "" || g.Figure != "" {
		c.say(fmt.Errorf("group %s: it has no wait", g.ID))
	}
	if from, err := ParseSpan(t.From); t.From != "" {
		if g.From = from; err != nil || !g.Soothing {
			c.say(fmt.Errorf("group %s: from", g.ID))
		}
	}
	if (g.Why == "") != (g.ID == NoGroup) || !isSentence(g.Why) {
		c.say(fmt.Errorf("group %s: why", g.ID))
	}
	c.b.groups[g.ID] = len(c.b.Groups)
	c.b.Groups = append(c.b.Groups, g)
	for _, e := range t.Entries {
		c.entry(g, e)
	}
}

func (c *ingredientCheck) entry(g IngredientGroup, t ingredientTable) {
	i := Ingredient{
		INCI: t.INCI, Names: t.Names, Group: g.ID, Like: t.Like, Note: t.Note, Source: t.Source, Plants: t.Plants, Contains: t.Contains, Ends: t.Ends,
		General: t.General, Head: t.Head, Whole: t.Whole, Mild: t.Mild, PH: t.PH, High: t.High, Melts: t.Melts, Wets: t.Wets, Apart: t.Apart, Shared: t.Shared, Beside: t.Beside,
	}
	if i.Source == "" {
		i.Source = g.Source
	}
	c.source(i.Source, i.INCI)
	if !isSentence(i.Note) {
		c.say(fmt.Errorf("%s: its note", i.INCI))
	}
	if (i.Like != "" && g.ID != NoGroup) || (i.Shared == "") != (len(i.Beside) == 0) {
		c.say(fmt.Errorf("%s: like, or shared and beside", i.INCI))
	}
	at := len(c.b.Entries)
	for _, name := range i.All() {
		key := IngredientKey(name)
		if other, taken := c.b.byName[key]; taken || key == "" {
			if !taken || other != at { // one name in two writings is no mistake
				c.say(fmt.Errorf("%s: the name %q is empty or taken", i.INCI, name))
			}
			continue
		}
		c.b.byName[key] = at
	}
	c.b.Entries = append(c.b.Entries, i)
}

// across checks what leads from one entry to another.
func (c *ingredientCheck) across() {
	for _, id := range IngredientGroups() {
		if _, ok := c.b.groups[id]; !ok {
			c.say(fmt.Errorf("no group %q", id))
		}
	}
	for _, i := range c.b.Entries {
		if g, ok := c.b.Group(i.Like); i.Like != "" && (!ok || g.Soothing) {
			c.say(fmt.Errorf("%s is like %q", i.INCI, i.Like))
		}
		if i.Shared != "" && c.lacks(i.Shared) {
			c.say(fmt.Errorf("%s shares the name %q with nobody", i.INCI, i.Shared))
		}
		for _, name := range i.Beside {
			if c.lacks(name) {
				c.say(fmt.Errorf("%s stands beside %q, which is no entry", i.INCI, name))
			}
		}
	}
	l := c.b.Label
	for _, words := range [][]string{l.Begin, l.Rest, l.Active, l.More, l.Bare, l.May, l.End, l.Free, l.And, l.Other, l.Idle, l.Purpose, l.Foot, l.Short, l.Least, l.Oil, l.Pressed} {
		if len(words) == 0 || slices.Contains(words, "") {
			c.say(errors.New("words of labels"))
		}
		for _, w := range words {
			if w != strings.ToLower(w) {
				c.say(fmt.Errorf("word of labels %q", w))
			}
		}
	}
}

func (c *ingredientCheck) lacks(name string) bool {
	_, ok := c.b.Find(name)
	return !ok
}

// isSentence says whether a text may be shown as one or more sentences; none at all may, too.
func isSentence(s string) bool {
	return s == "" || (len([]rune(s)) <= 120 && strings.HasSuffix(s, ".") && strings.TrimSpace(s) == s)
}
