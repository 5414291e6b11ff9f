package kit

// Icons are drawn on a square of 24 with strokes of INK; INK2 is a second colour.
const (
	IconToday     = "today"
	IconTimeline  = "timeline"
	IconGuide     = "guide"
	IconProducts  = "products"
	IconQuestions = "questions"
	IconHistory   = "history"
	IconSettings  = "settings"
	IconCheck     = "check"
	IconClock     = "clock"
	IconAsk       = "ask"
	IconAskOn     = "ask-on" // the same, for where there is little room
	IconShade     = "shade"
	IconTick      = "tick"
	IconTickOff   = "tick-off"
	IconGlass     = "glass"
	IconGlassOff  = "glass-off"
	IconBox       = "box"
	IconBoxOn     = "box-on"
	IconClose     = "close"
	IconDown      = "down"
	IconUp        = "up"
	IconPause     = "pause"
	IconBell      = "bell"
	IconSearch    = "search"
	IconCalendar  = "calendar"
	IconLeft      = "left"
	IconRight     = "right"
	IconMinus     = "minus"
	IconPlus      = "plus"
	IconPhone     = "phone"
	IconHeart     = "heart"
)

// drawings maps an icon's name to its strokes. A function, so that nothing can change it.
func drawing(name string) string {
	const line = `fill="none" stroke="INK" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"`
	switch name {
	case IconToday:
		return `<circle cx="12" cy="12" r="9.5" ` + line + `/><path d="M12 6.5 L12 12 L15.5 14" ` + line + `/>`
	case IconTimeline:
		return `<path d="M2 6 L13 6" ` + line + `/><path d="M6 12 L21 12" ` + line + `/><path d="M10 18 L17 18" ` + line + `/>`
	case IconGuide:
		return `<path d="M12 5.5 C9.5 4 6 3.8 2.5 4.2 L2.5 18.5 C6 18.1 9.5 18.4 12 20 C14.5 18.4 18 18.1 21.5 18.5 L21.5 4.2 C18 3.8 14.5 4 12 5.5 Z" ` + line + `/><path d="M12 5.5 L12 20" ` + line + `/>`
	case IconProducts:
		return `<path d="M9.5 2.5 L14.5 2.5 L14.5 6.5 L9.5 6.5 Z" ` + line + `/><path d="M9.5 6.5 C9.5 8.6 6 8.6 6 12 L6 19.5 C6 20.8 6.8 21.5 8 21.5 L16 21.5 C17.2 21.5 18 20.8 18 19.5 L18 12 C18 8.6 14.5 8.6 14.5 6.5" ` + line + `/><path d="M6 14 L18 14" ` + line + `/>`
	case IconQuestions:
		return `<path d="M4.5 3.5 L19.5 3.5 C20.8 3.5 21.5 4.2 21.5 5.5 L21.5 15.5 C21.5 16.8 20.8 17.5 19.5 17.5 L11.5 17.5 L6.5 21.5 L6.5 17.5 L4.5 17.5 C3.2 17.5 2.5 16.8 2.5 15.5 L2.5 5.5 C2.5 4.2 3.2 3.5 4.5 3.5 Z" ` + line + `/>` +
			`<path d="M7.5 8.5 L16.5 8.5" ` + line + `/><path d="M7.5 12.5 L13 12.5" ` + line + `/>`
	case IconHistory:
		return `<path d="M4.2 4.5 L4.2 8.8 L8.5 8.8" ` + line + `/><path d="M4.2 8.8 C5.5 5.5 8.5 3 12.3 3 C17.2 3 21.3 7 21.3 12 C21.3 17 17.2 21 12.3 21 C8 21 4.4 18 3.5 14" ` + line + `/>` +
			`<path d="M12.3 7.5 L12.3 12 L15.5 14" ` + line + `/>`
	case IconSettings:
		return `<path d="M1.5 7.5 L12 7.5" ` + line + `/><circle cx="15" cy="7.5" r="2.8" ` + line + `/><path d="M18.2 7.5 L22.5 7.5" ` + line + `/>` +
			`<path d="M1.5 16.5 L5 16.5" ` + line + `/><circle cx="8.2" cy="16.5" r="2.8" ` + line + `/><path d="M11.5 16.5 L22.5 16.5" ` + line + `/>`
	case IconCheck:
		return `<path d="M4.5 13 L10 18.5 L19.5 6.5" fill="none" stroke="INK" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/>`
	case IconClock:
		return `<circle cx="12" cy="12" r="9" fill="none" stroke="INK" stroke-width="2.6"/><path d="M12 7 L12 12.5 L15.5 14.5" fill="none" stroke="INK" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>`
	case IconAsk:
		return `<circle cx="12" cy="12" r="9.5" fill="none" stroke="INK" stroke-width="2.4"/><path d="M9 9.6 C9 5.6 15.2 5.8 15.2 9.6 C15.2 12 12 12 12 14.2" fill="none" stroke="INK" stroke-width="2.4" stroke-linecap="round"/><circle cx="12" cy="17.6" r="1.5" fill="INK"/>`
	case IconAskOn:
		return `<circle cx="12" cy="12" r="12" fill="INK"/><path d="M8 9.4 C8 4.2 16 4.4 16 9.4 C16 12.4 12 12.2 12 14.6" fill="none" stroke="INK2" stroke-width="3" stroke-linecap="round"/><circle cx="12" cy="18.8" r="2" fill="INK2"/>`
	case IconShade:
		return `<path d="M2.5 13 C2.5 -0.5 21.5 -0.5 21.5 13 Z" fill="none" stroke="INK" stroke-width="2.4" stroke-linejoin="round"/><path d="M12 13 L12 19.5 C12 22 8.5 22 8.5 19.5" fill="none" stroke="INK" stroke-width="2.4" stroke-linecap="round"/>`
	case IconTick:
		return `<circle cx="12" cy="12" r="11.5" fill="INK"/><path d="M7.2 12.4 L10.6 15.8 L16.8 8.6" fill="none" stroke="INK2" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>`
	case IconTickOff:
		return `<circle cx="12" cy="12" r="11" fill="none" stroke="INK" stroke-width="1.4"/>`
	case IconGlass:
		return `<path d="M5.2 7.5 L18.8 7.5 L17.6 21.5 C17.5 22.4 17 23 16 23 L8 23 C7 23 6.5 22.4 6.4 21.5 Z" fill="INK"/>` +
			`<path d="M4 1.2 L20 1.2 L18.2 21.4 C18.1 22.5 17.4 23.2 16.4 23.2 L7.6 23.2 C6.6 23.2 5.9 22.5 5.8 21.4 Z" fill="none" stroke="INK" stroke-width="1.6" stroke-linejoin="round"/>`
	case IconGlassOff:
		return `<path d="M4 1.2 L20 1.2 L18.2 21.4 C18.1 22.5 17.4 23.2 16.4 23.2 L7.6 23.2 C6.6 23.2 5.9 22.5 5.8 21.4 Z" fill="none" stroke="INK" stroke-width="1.6" stroke-linejoin="round"/>`
	case IconBox:
		return `<rect x="1.5" y="1.5" width="21" height="21" rx="5" ry="5" fill="none" stroke="INK" stroke-width="2"/>`
	case IconBoxOn:
		return `<rect x="1" y="1" width="22" height="22" rx="5" ry="5" fill="INK"/><path d="M6 12.6 L10.4 17 L18.2 7.8" fill="none" stroke="INK2" stroke-width="2.8" stroke-linecap="round" stroke-linejoin="round"/>`
	case IconClose:
		return `<path d="M5 5 L19 19" ` + line + `/><path d="M19 5 L5 19" ` + line + `/>`
	case IconDown:
		return `<path d="M4 8.5 L12 16.5 L20 8.5" fill="none" stroke="INK" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>`
	case IconUp:
		return `<path d="M4 15.5 L12 7.5 L20 15.5" fill="none" stroke="INK" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>`
	case IconPause:
		return `<path d="M8 4 L8 20" fill="none" stroke="INK" stroke-width="3" stroke-linecap="round"/><path d="M16 4 L16 20" fill="none" stroke="INK" stroke-width="3" stroke-linecap="round"/>`
	case IconBell:
		return `<path d="M12 3 C7.5 3 6 6.5 6 10 C6 15 4 16.5 3.5 18 L20.5 18 C20 16.5 18 15 18 10 C18 6.5 16.5 3 12 3 Z" ` + line + `/><path d="M10 21 C10.7 22.2 13.3 22.2 14 21" ` + line + `/>`
	case IconSearch:
		return `<circle cx="10.5" cy="10.5" r="7.5" ` + line + `/><path d="M16.2 16.2 L21.5 21.5" ` + line + `/>`
	case IconCalendar:
		return `<rect x="3" y="4.5" width="18" height="17" rx="3" ry="3" ` + line + `/><path d="M3 10 L21 10" ` + line + `/>` +
			`<path d="M8 2 L8 6.5" ` + line + `/><path d="M16 2 L16 6.5" ` + line + `/>`
	case IconLeft:
		return `<path d="M15.5 4 L7.5 12 L15.5 20" fill="none" stroke="INK" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>`
	case IconRight:
		return `<path d="M8.5 4 L16.5 12 L8.5 20" fill="none" stroke="INK" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>`
	case IconMinus:
		return `<path d="M4 12 L20 12" fill="none" stroke="INK" stroke-width="2.6" stroke-linecap="round"/>`
	case IconPlus:
		return `<path d="M4 12 L20 12" fill="none" stroke="INK" stroke-width="2.6" stroke-linecap="round"/><path d="M12 4 L12 20" fill="none" stroke="INK" stroke-width="2.6" stroke-linecap="round"/>`
	case IconPhone:
		return `<path d="M5 3 L8.5 3 L10.3 8 L8 9.7 C9.2 12.4 11.6 14.8 14.3 16 L16 13.7 L21 15.5 L21 19 C21 20.2 20.2 21 19 21 C10.2 21 3 13.8 3 5 C3 3.8 3.8 3 5 3 Z" ` + line + `/>`
	case IconHeart:
		return `<path d="M12 20.5 C5 15.8 2.5 12.4 2.5 8.8 C2.5 6 4.7 3.8 7.4 3.8 C9.3 3.8 11 4.8 12 6.5 C13 4.8 14.7 3.8 16.6 3.8 C19.3 3.8 21.5 6 21.5 8.8 C21.5 12.4 19 15.8 12 20.5 Z" ` + line + `/>`
	}
	return ""
}
