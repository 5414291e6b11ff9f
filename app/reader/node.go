// Package reader tells a screen reader on Linux (Orca) what the window shows, over AT-SPI. It knows nothing of a toolkit or
// of Afterglow: a tree of nodes goes in, requests come out. Two pictures of the window are compared, and only what is
// different is told. While nothing listens the program is not on the accessibility bus at all.
package reader

// Role is what a node is, by AT-SPI's own numbers.
type Role uint32

// The roles that are told.
const (
	None         Role = 0 // not a thing of its own: its parts stand in its place
	CheckBox     Role = 7
	ComboBox     Role = 11
	Dialog       Role = 16
	Frame        Role = 23
	Label        Role = 29
	List         Role = 31
	ListItem     Role = 32
	Menu         Role = 33
	MenuItem     Role = 35
	PageTab      Role = 37
	PageTabList  Role = 38
	Panel        Role = 39
	Button       Role = 43
	RadioButton  Role = 44
	RadioItem    Role = 45 // of a menu
	Slider       Role = 51
	ToggleButton Role = 62
	Paragraph    Role = 73
	Application  Role = 75
	Entry        Role = 79
	Heading      Role = 83
	Link         Role = 88
	Notification Role = 101 // read out when it appears
)

// State is a set of AT-SPI's states; each bit is a state's own number.
type State uint64

// The states that are told.
const (
	Active     State = 1 << 1
	Checked    State = 1 << 4
	Editable   State = 1 << 7
	Enabled    State = 1 << 8
	Expandable State = 1 << 9
	Expanded   State = 1 << 10
	Focusable  State = 1 << 11
	Focused    State = 1 << 12
	Modal      State = 1 << 16
	MultiLine  State = 1 << 17
	Pressed    State = 1 << 20
	Selectable State = 1 << 22
	Selected   State = 1 << 23
	Sensitive  State = 1 << 24
	Showing    State = 1 << 25
	SingleLine State = 1 << 26
	Visible    State = 1 << 30
	Invalid    State = 1 << 36
	Checkable  State = 1 << 41
	HasPopup   State = 1 << 42

	Seen  = Showing | Visible                      // of what can be read
	Works = Seen | Enabled | Sensitive | Focusable // of what can be used
)

// Box is a place in the window, in dots of the screen.
type Box struct{ X, Y, W, H int32 }

// holds says whether a point lies in it.
func (b Box) holds(x, y int32) bool { return x >= b.X && y >= b.Y && x < b.X+b.W && y < b.Y+b.H }

// Text is what stands in a field.
type Text struct {
	Content  string
	Caret    int // in letters
	From, To int // what is chosen, in letters; the same: nothing
}

// Value is a figure between two others.
type Value struct {
	Now, Least, Most, Step float64

	Said string // the figure in words, which are read in its place; "": the figure itself is read
}

// Node is one thing that can be read or used.
type Node struct {
	ID       string // the same while the thing is the same; "": its place among its like tells it
	Role     Role
	Name     string
	Help     string // what there is to know beyond the name
	State    State
	Box      Box
	Action   string // what pressing it is called; "" for what cannot be pressed
	Level    int    // of a heading, 1 for a page's; 0 for others
	Text     *Text  // of a field
	Value    *Value // of what has a figure
	LabelFor string // the ID of the field that this text names; "" for none
	Children []Node
}

// Act is what a screen reader may ask of a node.
type Act string

// The acts.
const (
	Press    Act = "press"
	Focus    Act = "focus"
	Reveal   Act = "reveal"
	SetText  Act = "write"
	SetCaret Act = "caret"
	SetValue Act = "value"
)

// Request is an act that somebody asks for.
type Request struct {
	ID    string // of the node, as it was told
	Act   Act
	Text  string  // of SetText
	Caret int     // of SetCaret, in letters
	Value float64 // of SetValue
}

// Options are what a Reader needs.
type Options struct {
	Address string // of the session's D-Bus; "": there is none, and nothing is ever told
	Name    string // of the program, as it is read
	Toolkit string
	Locale  string // of the words, such as en_GB

	// Joined is told that somebody listens from now on: the first tree is wanted. It comes from a goroutine of the
	// Reader's own.
	Joined func()
	// Do has what is asked for be done, and tells done once whether it was. It comes from goroutines of the Reader's own.
	Do func(r Request, done func(ok bool))
}
