// Package card is the card for a phone's lock screen or for the fridge: the times of a plan at a glance, as values. The
// window's program draws it; who asks for one hands it over as JSON. It is pure, and knows no words and no colours.
package card

import "time"

// Card is what stands on it, in the reader's words.
type Card struct {
	Title    string   `json:"title"`
	Lead     []string `json:"lead"` // small, below the title: of which treatment, as of when
	Days     []Day    `json:"days"` // the days along the bars
	Rows     []Row    `json:"rows"` // the nearest end first
	More     string   `json:"more"` // said if there is no room for all rows; [Left] stands for their number
	Empty    string   `json:"empty"`
	Call     string   `json:"call"`  // whom to call; "": nobody is named
	Phone    string   `json:"phone"` // and their number; "" for none
	Foot     string   `json:"foot"`
	LeftOut  string   `json:"left_out"` // said if what draws it has no letters for some of this
	Language string   `json:"language"` // as a BCP 47 tag
}

// Left stands in [Card.More] for the number of rows: only who draws the card knows how many have no room.
const Left = "{n}"

// Row is one wait: its name, when it ends, and its bars.
type Row struct {
	ID    string     `json:"id"` // of the window; "" for none
	Name  string     `json:"name"`
	When  string     `json:"when"`
	Until *time.Time `json:"until"` // the moment that When says; nil: it says none
	Note  string     `json:"note"`  // small, beside the name; "" for none
	Bars  []Bar      `json:"bars"`
}

// Bar is a stretch of the days along which all rows run, 0 to 1 from the left.
type Bar struct {
	From float64 `json:"from"`
	To   float64 `json:"to"`
	Tone string  `json:"tone"` // as timeline has it: "wait", "open", "then", "never", "ask"
}

// Day is the name of a day and where it begins, 0 to 1.
type Day struct {
	At   float64 `json:"at"`
	Name string  `json:"name"`
}

// Served is the program argument that has the window's program draw a card and end: an [Order] as JSON comes in, the file
// goes out. The program that stays running so does not carry what draws.
const Served = "card"

// Order is a card with how it is to be drawn.
type Order struct {
	Card   Card   `json:"card"`
	Form   string `json:"form"`   // "png", a picture, or "pdf", a page to print
	Size   Size   `json:"size"`   // of a picture
	Dark   bool   `json:"dark"`   // of a picture
	Letter bool   `json:"letter"` // of a page: the paper of North America, else A4
}

// Size is that of a picture, in pixels.
type Size struct {
	Wide int `json:"wide"`
	High int `json:"high"`
}

// Sizes are those of common phones, the most common first.
func Sizes() []Size {
	return []Size{{1080, 2400}, {1170, 2532}, {1290, 2796}, {1440, 3120}, {750, 1334}}
}

// Bounds of a picture's sides, in pixels.
const (
	LeastSide   = 320
	LargestSide = 4320
)

// Fits says whether a picture of that size can be drawn.
func (s Size) Fits() bool {
	return min(s.Wide, s.High) >= LeastSide && max(s.Wide, s.High) <= LargestSide
}
