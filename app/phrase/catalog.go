package phrase

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"

	"afterglow/app/phrase/typed"
)

// catalog holds the messages of one language. A subject's file ("tray.en.toml") is read when the first
// of its messages ("tray.quit") is asked for: a command needs few of them.
type catalog struct {
	files fs.FS

	mu       sync.Mutex // guards all below
	subjects map[string]error
	ids      map[string]bool // of all messages that were read
	bundle   *i18n.Bundle
	speaks   *i18n.Localizer

	lexiconOnce sync.Once // makes lexicon
	lexicon     *typed.Lexicon
}

// inEnglish is the one language there is; a second one is a second set of files beside the first.
var inEnglish = language.English

// strict refuses a message that names a place which nobody fills.
var strict = &template.TextParser{Option: "missingkey=error"}

func newCatalog(files fs.FS) *catalog {
	c := &catalog{files: files, subjects: map[string]error{}, ids: map[string]bool{}, bundle: i18n.NewBundle(inEnglish)}
	c.speaks = i18n.NewLocalizer(c.bundle, inEnglish.String())
	return c
}

// load reads a subject's file once.
func (c *catalog) load(subject string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	err, known := c.subjects[subject]
	if !known {
		err = c.read(subject)
		c.subjects[subject] = err
	}
	return err
}

func (c *catalog) read(subject string) error {
	name := subject + "." + inEnglish.String() + ".toml"
	text, err := fs.ReadFile(c.files, name)
	if err != nil {
		return fmt.Errorf("read the messages of %s: %w", subject, err)
	}
	file, err := i18n.ParseMessageFileBytes(text, name, map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
	if err != nil {
		return fmt.Errorf("read the messages in %s: %w", name, err)
	}
	for _, m := range file.Messages {
		m.ID = subject + "." + m.ID
		c.ids[m.ID] = true
		if m.One == "" {
			m.One = m.Other // one form says it for every number
		}
	}
	if err := c.bundle.AddMessages(inEnglish, file.Messages...); err != nil {
		return fmt.Errorf("read the messages in %s: %w", name, err)
	}
	return nil
}

// knows says whether there is a message of that id.
func (c *catalog) knows(id string) bool {
	subject, _, _ := strings.Cut(id, ".")
	if c.load(path.Base(subject)) != nil {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ids[id]
}

var errNoSubject = errors.New("a message's id begins with its subject")

// say gives a message with its places filled.
func (c *catalog) say(id string, places map[string]any) (string, error) {
	subject, _, ok := strings.Cut(id, ".")
	if !ok {
		return "", fmt.Errorf("%q: %w", id, errNoSubject)
	}
	if err := c.load(path.Base(subject)); err != nil {
		return "", err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.speaks.Localize(&i18n.LocalizeConfig{
		MessageID: id, TemplateData: places, PluralCount: places["Count"], TemplateParser: strict,
	})
}
