package screens

import (
	"encoding/json"
	"log/slog"

	"fyne.io/fyne/v2/lang"

	"afterglow/app/phrase"
)

// fynesWords are the texts that Fyne asks for in what the window uses of it, by Fyne's keys, and the messages that say
// them. Where it finds no text it writes a line into the log.
var fynesWords = map[string]string{
	"Cancel": "fyne.cancel", "Open": "fyne.open", "file.name": "fyne.file_name", "file.parent": "fyne.parent",
	"New Folder": "fyne.new_folder", "Create Folder": "fyne.create_folder", "Enter filename": "fyne.enter_filename",
	"Show Hidden Files": "fyne.hidden_files", "Cut": "fyne.cut", "Copy": "fyne.copy", "Paste": "fyne.paste",
	"Select all": "fyne.select_all", "Undo": "fyne.undo", "Redo": "fyne.redo", "File": "fyne.file", "Folder": "fyne.folder",
	"OK": "fyne.ok", "Error": "fyne.error", "Quit": "fyne.quit",
}

// speakFyne has Fyne's own words follow the voice. Fyne looks for the system's language, so ours are put there:
// in a German system its file dialog would be the one German thing in an English window.
func speakFyne(v phrase.Voice) {
	words := map[string]string{}
	for key, id := range fynesWords {
		words[key] = v.T(id)
	}
	data, err := json.Marshal(words)
	if err == nil {
		err = lang.AddTranslationsForLocale(data, lang.SystemLocale())
	}
	if err != nil {
		slog.Warn("Fyne keeps its own words", "error", err)
	}
}
