package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAPageRevealsWhatWasMadeJustNowAndNeverDrawn(t *testing.T) {
	test.NewApp()
	target := Gap(30)
	p := NewPage()
	p.SetContent(Column(0, Gap(900), Pad(10, 0, 0, 0, target), Gap(400)), false)
	test.WidgetRenderer(p).Layout(fyne.NewSize(300, 200))
	if !p.Holds(target) || p.Holds(Gap(1)) {
		t.Error("the page does not know what it holds")
	}
	p.Reveal(target)
	if top := p.Scrolled(); top > 910 || top+200 < 940 {
		t.Errorf("what lies from 910 to 940 is not in view: the page shows %v to %v", top, top+200)
	}
}
