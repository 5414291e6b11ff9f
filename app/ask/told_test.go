package ask_test

import (
	"testing"
	"time"

	"afterglow/app/ask"
)

func TestWhatTheClinicToldIsOfferedAsAChangeOfTheirOwnAndReadWithoutWhoToldIt(t *testing.T) {
	scene := treated(t, starter(t, "essentials"), 3*time.Hour)
	for _, c := range []struct{ said, what, when, topic string }{
		{"my doctor said gym after 3 days", "gym", "after 3 days", "exercise"},
		{"doctor says I can run", "run", "", "running"},
		{"nurse told me no makeup for a week", "makeup", "a week", "makeup"},
		{"My clinic says sauna is ok after 48 hours", "sauna", "after 48 hours", "sauna"},
		{"the dermatologist told me to wait 2 weeks with retinol", "retinol", "2 weeks", "retinol"},
		{"surgeon said no swimming for 10 days", "swimming", "10 days", "swimming"},
		{"i was told no alcohol for three days", "alcohol", "three days", "alcohol"},
		{"ive been told to leave makeup for 2 days", "makeup", "2 days", "makeup"},
		{"according to my doctor I can wear makeup after 12 hours", "makeup", "after 12 hours", "makeup"},
		{"can I run? my nurse said yes", "run", "", "running"},
		{"the clinic has just told me to stay out of the sauna for a month", "sauna", "a month", "sauna"},
		{"my practitioner recommends no gym for 72 hours", "gym", "72 hours", "exercise"},
		{"the aesthetician let me wear makeup after one day", "makeup", "after one day", "makeup"},
		{"my derm wants me to stop retinol for 5 days", "retinol", "5 days", "retinol"},
		{"the beautician said waxing in 2 weeks", "waxing", "2 weeks", "waxing"},
		{"gym is allowed by my doctor", "gym", "", "exercise"},
		{"the lady at the clinic said I could swim", "swim", "", "swimming"},
		{"nurse okayed running", "running", "", "running"},
		{"the doctor gave me the go ahead for the gym", "gym", "", "exercise"},
		{"my injector advised no sauna for a week", "sauna", "a week", "sauna"},
		{"the clinic texted: no makeup until it is calm", "makeup", "until it is calm", "makeup"},
		{"Dr. Lee says yoga after 2 days", "yoga", "after 2 days", "yoga"},
		{"my consultant is happy for me to run", "run", "", "running"},
		{"i was cleared for swimming", "swimming", "", "swimming"},
		{"the clinic said 3 days no makeup but the internet says 24 hours", "makeup", "3 days", "makeup"},
		{"the internet says 12 hours but my clinic said makeup after 24 hours", "makeup", "after 24 hours", "makeup"},
		{"reddit says a week for sun, my nurse said a month", "sun", "a month", "sun"},
		{"the clinic says moisturise every 3 hours", "moisturise", "every 3 hours", "moisturiser"},
	} {
		r := scene.Answer(ask.Question{Text: c.said})
		if r.Told == nil {
			t.Errorf("%q is not what somebody was told", c.said)
			continue
		}
		if r.Told.What != c.what || r.Told.When != c.when {
			t.Errorf("%q is about %q, %q; want %q, %q", c.said, r.Told.What, r.Told.When, c.what, c.when)
		}
		if len(r.Topics) != 1 || r.Topics[0].ID != c.topic {
			t.Errorf("%q is answered for %v, want %s alone", c.said, r.Topics, c.topic)
		}
	}
}

func TestAQuestionOfWhatTheClinicSaidIsNoChange(t *testing.T) {
	scene := treated(t, starter(t, "essentials"), 3*time.Hour)
	for _, said := range []string{
		"what did my doctor say about makeup", "did the nurse say no gym", "my doctor never said anything about gym",
		"my doctor didnt tell me about retinol", "my doctor gave me tablets", "my friend said gym is fine",
		"should I ask the nurse", "when should I call the doctor", "can my doctor tell me to run", "will the clinic tell me when",
		"tiktok says retinol is fine", "my sister told me to use ice", "doctor",
	} {
		if r := scene.Answer(ask.Question{Text: said}); r.Told != nil {
			t.Errorf("%q is taken for what they were told: %+v", said, *r.Told)
		}
	}
}

// A reason to call is answered as one, whoever said what.
func TestWhatTheClinicToldHidesNoReasonToCall(t *testing.T) {
	scene := treated(t, starter(t, "essentials"), 30*time.Hour)
	for _, said := range []string{"my doctor said it is fine but there is pus", "nurse said wait, I cannot breathe"} {
		if r := scene.Answer(ask.Question{Text: said}); r.Verdict != ask.Call || r.Told != nil {
			t.Errorf("%q: %s, told %v", said, r.Verdict, r.Told)
		}
	}
}
