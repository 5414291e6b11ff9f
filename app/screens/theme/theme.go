package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	base "fyne.io/fyne/v2/theme"
)

// Choice is what the person chose in the settings.
type Choice string

const (
	System      Choice = "system" // follow the desktop
	AlwaysLight Choice = "light"
	AlwaysDark  Choice = "dark"
)

// Type sizes in Fyne's units, which are pixels at scale 1.
const (
	SizeWelcome = 30
	SizeTitle   = 26
	SizeTask    = 20
	SizeSection = 16
	SizeBody    = 14
	SizeSmall   = 12 // the footer and the hour labels only
)

// Theme dresses Fyne's own widgets (entries, menus, scroll bars) in our palette.
type Theme struct {
	choice Choice
	sharp  bool // with more contrast
}

var _ fyne.Theme = Theme{}

// New is the theme for a choice; anything unknown follows the system.
func New(choice Choice) Theme { return Theme{choice: choice} }

// Sharp is the theme with more contrast, or without.
func (t Theme) Sharp(on bool) Theme {
	t.sharp = on
	return t
}

// Palette is the set of colours that holds if the desktop asks for variant.
func (t Theme) Palette(variant fyne.ThemeVariant) *Palette {
	dark := t.choice == AlwaysDark || t.choice != AlwaysLight && variant == base.VariantDark
	switch {
	case dark && t.sharp:
		return SharpDark()
	case dark:
		return Dark()
	case t.sharp:
		return SharpLight()
	}
	return Light()
}

// Color answers Fyne's question for a colour by its role.
func (t Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	p := t.Palette(variant)
	switch name {
	case base.ColorNameBackground:
		return p.Background
	case base.ColorNameForeground:
		return p.Text
	case base.ColorNameDisabledButton:
		return p.Line
	case base.ColorNameInputBackground, base.ColorNameMenuBackground, base.ColorNameOverlayBackground,
		base.ColorNameButton, base.ColorNameHeaderBackground:
		return p.Card
	case base.ColorNameInputBorder, base.ColorNameDisabled:
		return p.Outline
	case base.ColorNamePlaceHolder:
		return p.Muted
	case base.ColorNamePrimary, base.ColorNameHyperlink:
		return p.Rose
	case base.ColorNameForegroundOnPrimary:
		return p.OnTone
	case base.ColorNameFocus, base.ColorNameSelection:
		return p.RoseFill
	case base.ColorNameHover:
		return Fade(p.Rose, 0.08)
	case base.ColorNamePressed:
		return Fade(p.Rose, 0.16)
	case base.ColorNameSeparator:
		return p.Line
	case base.ColorNameScrollBar:
		return Fade(p.Outline, 0.5)
	case base.ColorNameScrollBarBackground:
		return Fade(p.Outline, 0)
	case base.ColorNameError, base.ColorNameWarning:
		return p.Amber // red is for the clinic alone
	case base.ColorNameSuccess:
		return p.Sage
	case base.ColorNameShadow:
		if p.Dark {
			return color.NRGBA{A: 140} // a faint one is not seen on a dark ground
		}
		return color.NRGBA{A: 22}
	}
	v := base.VariantLight
	if p.Dark {
		v = base.VariantDark
	}
	return base.DefaultTheme().Color(name, v)
}

// Font is Fyne's bundled Noto Sans.
func (t Theme) Font(style fyne.TextStyle) fyne.Resource { return base.DefaultTheme().Font(style) }

// Icon is Fyne's own; ours are drawn in package kit.
func (t Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return base.DefaultTheme().Icon(name) }

// Size is a length by its role.
func (t Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case base.SizeNameText:
		return SizeBody
	case base.SizeNameHeadingText:
		return SizeTitle
	case base.SizeNameSubHeadingText:
		return SizeTask
	case base.SizeNameCaptionText:
		return SizeSmall
	case base.SizeNameInputRadius:
		return 10
	case base.SizeNameSelectionRadius:
		return 4
	case base.SizeNameScrollBar:
		return 10
	case base.SizeNameScrollBarSmall:
		return 4
	}
	return base.DefaultTheme().Size(name)
}
