//go:build e2e

package e2e

import (
	"strings"
	"testing"
)

func TestByKeysAloneAPlanIsGivenOnAsACodeAndTakenBackFromItsPictures(t *testing.T) {
	s := aloud(t)
	folder := s.chosen()
	s.do("settings", "theme", "light")
	s.do("treat", "--at", "-3h", "--device", "pen", "--depth", "0.5", "--area", "face", "--plan", "cautious")
	s.start()
	s.active(s.window())
	s.steps("key:ctrl+3", "to:guide.plan.code", "key:Return", "over:Cautious as a code", "to:code.save", "key:Return", "hear:"+folder)
	pictures := s.files(folder, "*-1.png", "*-2.png") // it takes two
	if plan := s.do("plan", "read", pictures[0], pictures[1]); !strings.Contains(plan, `id = "cautious"`) {
		t.Errorf("from the pictures is read:\n%s", plan)
	}
	// The text is copied, and pasted again it leads to the page that any plan file leads to.
	s.steps("to:code.copy", "key:Return", "key:Escape", "over:", "key:ctrl+1", "key:ctrl+3", "to:guide.plan.paste", "key:Return", "hear:Use this plan?", "hear:Cautious")
}
