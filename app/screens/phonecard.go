package screens

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"path/filepath"

	"afterglow/app/card"
	"afterglow/app/choose"
	"afterglow/app/newfile"
	"afterglow/app/screens/pocket"
)

// previewWide is how wide the card of a preview is drawn, in pixels.
const previewWide = 540

// previewCard draws what waits as a small picture.
func (s *Shell) previewCard(o card.Order, discreet bool, answer func(image.Image, error)) {
	o.Size = card.Size{Wide: previewWide, High: previewWide * o.Size.High / o.Size.Wide}
	c := s.service
	s.drawCard(o, discreet, func(file []byte, err error) {
		var picture image.Image
		if err == nil {
			picture, err = png.Decode(bytes.NewReader(file))
		}
		s.of(c, func() { answer(picture, err) })
	})
}

// saveCard lets the person choose a folder and writes the card there, never over a file.
func (s *Shell) saveCard(o card.Order, discreet bool, answer func(file string, err error)) {
	s.chooseFile(choose.Question{Title: s.k.V.T("phone.choose_folder_card"), Folder: true}, func(folder string) {
		c := s.service
		name := filepath.Join(folder, s.k.V.T("phone.card_file")+"."+o.Form)
		s.drawCard(o, discreet, func(drawn []byte, err error) {
			file := ""
			if err == nil {
				if file, err = newfile.Free(name); err == nil {
					err = newfile.Write(file, drawn)
				}
			}
			if err != nil {
				file = ""
			}
			s.of(c, func() { answer(file, err) })
		})
	})
}

// drawCard draws what waits now, in the background; the answer comes there.
func (s *Shell) drawCard(o card.Order, discreet bool, answer func(file []byte, err error)) {
	c, v := s.service, s.k.V
	s.opts.Background(func() {
		scene, err := c.Whole(context.Background())
		if err != nil {
			answer(nil, err)
			return
		}
		o.Card = v.At(scene.Now, scene.Zone).Card(scene, discreet)
		answer(pocket.Draw(o))
	})
}
