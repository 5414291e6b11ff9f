package ask

// Book is the vocabulary, made ready to look things up in. It is built once and never changes.
type Book struct{}
