package kit

import "fyne.io/fyne/v2"

// Edit is a field that something is changed in where it stands: what for, the field with how to save and to leave, and
// why it was refused, if it was. The field may outlive its page: see [Kit.Again].
func (k *Kit) Edit(title string, field *Entry, save, leave fyne.CanvasObject, refused error) fyne.CanvasObject {
	k.Again(field)
	return Column(4, k.Strong(title), Row(GapInside, 0, field, save, leave), k.Wrong(refused))
}

// Wrong is a clear line beneath a field; nil if nothing is wrong.
func (k *Kit) Wrong(err error) fyne.CanvasObject {
	if err == nil {
		return nil
	}
	return k.Inked(k.V.Error(err), k.P.Amber, true)
}
