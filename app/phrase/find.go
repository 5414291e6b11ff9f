package phrase

// Find is the message with that id, and whether the catalog has it, for faces that ask by names of their own such as
// those of commands.
func (v Voice) Find(id string, args ...Args) (string, bool) {
	text := v.T(id, args...)
	return text, text != "⟨"+id+"⟩"
}
