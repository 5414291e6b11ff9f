package kit

import (
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"afterglow/app/fault"
)

// Edit is a field that something is changed in where it stands: what for, the field with how to save and to leave, and
// why it was refused, if it was. The field may outlive its page: see [Kit.Again].
func (k *Kit) Edit(title string, field *Entry, save, leave fyne.CanvasObject, refused error) fyne.CanvasObject {
	k.Again(field)
	field.Name = title
	return Column(4, k.Strong(title), Row(GapInside, 0, field, save, leave), k.Wrong(refused))
}

// Wrong is a clear line beneath a field, which is read out each time that something is refused; nil if nothing is wrong.
func (k *Kit) Wrong(err error) fyne.CanvasObject {
	if err == nil {
		return nil
	}
	p := k.Refused(k.V.Error(err))
	if f := (*fault.Fault)(nil); errors.As(err, &f) { // each try has one of its own
		p.id = fmt.Sprintf("refused.%p", f)
	}
	return p
}

// Refused is a clear line that says what is not taken, read out when it comes.
func (k *Kit) Refused(text string) *Para { return k.Inked(text, k.P.Amber, true).Heard() }
