package screens

import (
	"encoding/json"
	"fmt"
	"io"

	"afterglow/app/phrase"
)

// mostSheet is how large the words of a sheet of paper may be, in bytes: a plan file has at most as many.
const mostSheet = 4 << 20

// ServeSheet draws one sheet of paper and ends: its words come as JSON of a [phrase.SheetOrder], the PDF goes out. It is for
// the program without graphics, which has no type to print with.
func ServeSheet(in io.Reader, out, wrong io.Writer) (code int) {
	var order phrase.SheetOrder
	err := json.NewDecoder(io.LimitReader(in, mostSheet)).Decode(&order)
	if err == nil {
		var pdf []byte
		if pdf, _, err = draw(order); err == nil {
			_, err = out.Write(pdf)
		}
	}
	if err != nil {
		fmt.Fprintln(wrong, err) // for whoever looks: the program that asked says it in words
		return 1
	}
	return 0
}
