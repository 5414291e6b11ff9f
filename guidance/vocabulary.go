package guidance

import "sync"

// Vocabulary is what people say of the days after a treatment, and what it means: guidance/vocabulary.toml, whose
// head says what each table is for. All words by which a question is understood stand there, none in code.
type Vocabulary struct {
	Topics   []Topic
	Sections []Section
	Signs    []Sign
	Frames   []Frame
	Areas    []Area
	Other    []OtherField
	Groups   map[string][]string // words that mean one thing, for signs

	Exact                []string // forms that are none of another word ("peeling" of "peel")
	Far                  []string // words of other fields: beside them nothing is ours that nobody asks of themselves
	Self                 []string // words by which the person speaks of themselves ("my")
	Plain                []string // words that carry no topic and are no misspelling of one
	Ours                 []string // words that place a question in our field: the person's skin, the treatment
	Forbid               []string // words of a plan that forbid what stands behind them
	Allow                []string // words of a plan behind which a "no" is over ("use")
	Keep, Off            []string // words that forbid what stands between them ("keep", "off")
	Degree               []string // with these what is seen of the skin is a plan's own reason to call, though the plan expects it ("a lot of redness")
	Alarm                []string // with these nothing that a plan expects of the skin answers ("won't stop")
	Denial               []string // words that say that what stands behind them is not there ("no fever")
	Past, Present        []string // words that tell of what the person tends to or once had; of what they have now
	Free                 []string // words that take away what stands before them ("alcohol free")
	Undo                 []string // words that turn a "no" round ("never go out without a hat")
	Rather               []string // words that allow, unless they are what is forbidden ("do not use")
	Or, And              []string // words that join things: "or" goes on with what was forbidden
	Bound                []string // words behind which stands when or for how long something is forbidden
	Place                []string // words behind which stands where something is forbidden
	Narrow               []string // words that make less of what is forbidden ("your own")
	Bare                 []string // words of a plan that leave the skin bare of everything ("put nothing on")
	Teller               []string // who may have told the person something of their plan ("my nurse")
	Tells                []string // words for what these did ("said", "told me")
	Told                 []string // both in one ("i was told", "cleared to")
	Query                []string // before a teller these ask what was told ("did my doctor say")
	Turned               []string // beside these a yes or a no would be misread ("should I skip")
	Shun                 []string // beside these it is asked whether a thing is to be left alone ("should I avoid")
	Soiled               []string // nothing of this is allowed once a wait is over ("dirty hands")
	Due                  []string // these ask what is to be done ("what should i do")
	DueWith              []string // what may stand beside these ("please")
	DueAt                []string // and when that is ("today"), also in the evening or in the morning that comes
	DueNight, DueMorning []string
	PutOn                []string            // ids of the topics that are put on the skin
	Units                map[string]int      // names of lengths of time, in hours
	Numbers              map[string]int      // numbers in words
	Times                map[string][]string // what makes a number or a length of time a moment: "ago", "after", "day", "ordinal", "tonight"
}

// Topic is a thing that people ask about.
type Topic struct {
	ID    string
	Name  string   // as it is shown: "Hot yoga"
	Words []string // what people call it, in any form of the word
	Is    []string // ids of broader topics: what a plan says of these holds for it
	Else  []string // ids of topics that answer it where nothing else does, and never with a yes
	Items []string // what answers it, best first: "window:makeup", "routine:sunscreen" (an id or a role), "spacing"
	Local bool     // it is done to some part of the skin: one that was not treated is another matter
	Weak  bool     // it counts only in a question about nothing else ("work")
	Mild  bool     // a plan's wait or "never" for something broader is not for it, and nobody is to be kept from it
	More  bool     // it is more than what it is a kind of: the end of a wait for that allows nothing of it
	Seen  bool     // skin shows or does it: phases speak of it, and nobody can forbid it
	State bool     // how the skin is: beside what is done to it only the reason, unless asked whether it is normal, or why
	Line  int
}

// Section is a part of the guide: advice about its topics stands together.
type Section struct {
	ID     string
	Topics []string // ids of topics; what is a kind of one of them belongs to it, too
	Line   int
}

// Sign says by which words a question is about a reason to call the clinic.
type Sign struct {
	Call     string     // id of the call
	All      [][]string // one of each group must stand in the question; "@name" is a group of [groups]
	Number   []int      // a number from the first to the second must stand in it, too; none: no number
	Unless   []string   // where one of these stands in the question, it is none
	Past     bool       // the person may tell by it of what they tend to or once had: see [Vocabulary.Past]
	Behind   bool       // the call stands behind what the plan expects just now of what is asked about
	AfterDay int        // only later than this many days after the treatment; 0: at any time
	Line     int
}

// Frame is a way to ask.
type Frame struct {
	Frame string // "may", "must", "when", "how_long", "normal", "why", "how", "how_many", "what", "which", "next"
	Words []string
	Line  int
}

// Area is a part of the body.
type Area struct {
	ID    string // one that a treatment may have ("face"), or another
	Name  string // as it is shown: "legs"
	Words []string
	Of    []string // ids of treated areas that it may be a part of
	Line  int
}

// OtherField is what words mean in another field.
type OtherField struct {
	Phrases []string // are never ours: "peel potatoes"
	Words   []string // are not ours beside one of With: "wax", "foundation"
	With    []string // "car", "house"
	Line    int
}

// Words gives the vocabulary. It is read once, when it is first asked for, and must not be changed.
var Words = sync.OnceValues(func() (Vocabulary, error) { return ParseVocabulary(vocabularyText()) })
