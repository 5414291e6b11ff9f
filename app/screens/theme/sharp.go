package theme

// SharpLight is Light for who asks their desktop for more contrast: black on white, with edges that are seen at once.
func SharpLight() *Palette {
	return &Palette{
		Sharp:      true,
		Background: hex(0xFFFFFF), Card: hex(0xFFFFFF), Rail: hex(0xFFFFFF), Line: hex(0x757075), Soft: hex(0xFFFFFF),
		Text: hex(0x000000), Muted: hex(0x2B2530), Outline: hex(0x000000),
		Rose: hex(0x6E1730), RoseFill: hex(0xFBE9E8),
		Sage: hex(0x1E4A31), SageFill: hex(0xE8F3EB),
		Amber: hex(0x5A3800), AmberFill: hex(0xFFF2DC),
		Water: hex(0x0A4763), WaterFill: hex(0xE4F2F8),
		Red: hex(0x8A0A12), OnTone: hex(0xFFFFFF),
	}
}

// SharpDark is Dark for who asks their desktop for more contrast.
func SharpDark() *Palette {
	return &Palette{
		Sharp: true, Dark: true,
		Background: hex(0x000000), Card: hex(0x161616), Rail: hex(0x000000), Line: hex(0x8F8894), Soft: hex(0x161616),
		Text: hex(0xFFFFFF), Muted: hex(0xE6DFE8), Outline: hex(0xFFFFFF),
		Rose: hex(0xFFC2CC), RoseFill: hex(0x3A1822),
		Sage: hex(0xB4EBC6), SageFill: hex(0x12301E),
		Amber: hex(0xFFDC9C), AmberFill: hex(0x3A2A08),
		Water: hex(0xB4E2F8), WaterFill: hex(0x0E2C3A),
		Red: hex(0xFFBDBA), OnTone: hex(0x000000),
	}
}
