package autostart

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"afterglow"
	"afterglow/app/fault"
)

// launchAgent is the text of a launch agent's property list.
func launchAgent(exe string, args []string) (string, error) {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>Label</key>
	<string>` + afterglow.ID() + `</string>
	<key>ProgramArguments</key>
	<array>
`)
	for _, word := range append([]string{exe}, args...) {
		b.WriteString("\t\t<string>")
		if err := xml.EscapeText(&b, []byte(word)); err != nil {
			return "", fmt.Errorf("write %q as XML: %w", word, err)
		}
		b.WriteString("</string>\n")
	}
	b.WriteString(`	</array>
	<key>RunAtLoad</key>
	<true/>
	<key>ProcessType</key>
	<string>Interactive</string>
</dict>
</plist>
`)
	return b.String(), nil
}

// readLaunchAgent says what a launch agent runs, and whether at login.
func readLaunchAgent(text string) (on bool, command []string, err error) {
	d := xml.NewDecoder(strings.NewReader(text))
	key, inArray, disabled := "", false, false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return on && !disabled && len(command) > 0, command, nil
		}
		if err != nil {
			return false, nil, fault.Wrap(err, "autostart.plist_damaged", nil)
		}
		switch t := token.(type) {
		case xml.EndElement:
			if t.Name.Local == "array" {
				inArray = false
			}
		case xml.StartElement:
			switch t.Name.Local {
			case "array":
				inArray = key == "ProgramArguments"
			case "true":
				on = on || key == "RunAtLoad"
				disabled = disabled || key == "Disabled"
			case "key", "string":
				var s string
				if err := d.DecodeElement(&s, &t); err != nil {
					return false, nil, fault.Wrap(err, "autostart.plist_damaged", nil)
				}
				switch {
				case t.Name.Local == "key":
					key = s
				case inArray:
					command = append(command, s)
				}
			}
		}
	}
}
