package plancode

// Served is the program argument that has the window's program do one thing with a code's picture and end: "read" or
// "draw". The program that stays running so does not carry what reads pictures.
const Served = "codes"

// Paper is the program argument that has the window's program draw one sheet of paper and end. It has the type for it.
const Paper = "paper"

// Only is the code of a plan file that fits one; "" for a longer one, or one that is no plan.
func Only(text []byte) string {
	codes, err := Encode(text)
	if err != nil || len(codes) != 1 {
		return ""
	}
	return codes[0]
}

// Seen is the answer to "read": the texts of the codes in a picture, or the id of what is wrong with it.
type Seen struct {
	Texts []string `json:"texts"`
	Fault string   `json:"fault"`
}

// LargestPicture is how large a picture file may be, in bytes: a phone's largest photo and more.
const LargestPicture = 32 << 20
