package askbox

import (
	"strings"

	"afterglow/app/phrase"
)

// rests is told that the answer on show is another one. Who hears the window hears it once the typing rests: each letter
// may bring one.
func (b *Box) rests() {
	b.hush()
	b.quiet = b.do.After(pause, b.read)
}

// hush has nothing be read that was still to be.
func (b *Box) hush() {
	if b.quiet != nil {
		b.quiet()
		b.quiet = nil
	}
}

// read has the answer on show read out, if it was not the last that was.
func (b *Box) read() {
	b.hush()
	if text := b.spoken(); text != b.heard {
		if b.heard = text; text != "" && b.do.Heard != nil {
			b.do.Heard(text)
		}
	}
}

// spoken is the answer on show in a few sentences; "" for none.
func (b *Box) spoken() string {
	if b.reply == nil || b.list != "" {
		return ""
	}
	r := b.reply.Reply
	before, word, after := b.k.V.AskHead(r)
	said := []string{phrase.Stop(before + word + after)}
	if why := b.k.V.AskWhy(r); why != "" {
		said = append(said, why)
	}
	if text := b.k.V.AskClinic(b.reply.Clinic); text != "" && b.clinic(*b.reply) != nil {
		said = append(said, text)
	}
	return strings.Join(said, " ")
}
