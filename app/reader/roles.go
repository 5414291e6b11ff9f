//go:build !windows && !darwin

package reader

// roleNames are AT-SPI's names of the roles.
var roleNames = map[Role]string{
	CheckBox: "check box", ComboBox: "combo box", Dialog: "dialog", Frame: "frame", Label: "label", List: "list", ListItem: "list item",
	Menu: "menu", MenuItem: "menu item", PageTab: "page tab", PageTabList: "page tab list", Panel: "panel", Button: "push button",
	RadioButton: "radio button", RadioItem: "radio menu item", Slider: "slider", ToggleButton: "toggle button", Paragraph: "paragraph", Application: "application",
	Entry: "entry", Heading: "heading", Link: "link", Notification: "notification",
}
