package ask_test

import (
	"testing"

	"afterglow/app/ask"
	"afterglow/guidance"
)

func TestTheProgramsCarryTheIndexOfTheVocabularyAsItStands(t *testing.T) {
	v, err := guidance.Words()
	if err != nil {
		t.Fatal(err)
	}
	if string(ask.NewBook(v).Index()) != ask.Shipped {
		t.Error("guidance/vocabulary.toml was changed since app/ask/book.index was made: go generate ./app/ask")
	}
}
