package leaflet_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"afterglow/app/ask"
	"afterglow/app/leaflet"
	"afterglow/app/studio/row"
)

// told are the rows of a text as "rule thing key=value ...", with a "?" behind one that leaves a question open.
func told(text string) (rows []string) {
	for _, p := range leaflet.Read(text, ask.Default()).Proposals {
		thing := ""
		if all := things(p.Row); len(all) > 0 {
			thing = all[0]
		}
		s := fmt.Sprintf("%s %s", p.Row.Rule, thing)
		if p.Row.Rule == row.Clinic {
			s = fmt.Sprintf("%s %s %s", p.Row.Rule, p.Row.Name, p.Row.Phone)
		}
		for _, key := range figureKeys {
			if v := figuresOf(p.Row)[key]; v != "" {
				s += " " + key + "=" + v
			}
		}
		if len(p.Doubts) > 0 {
			s += " ?"
		}
		rows = append(rows, s)
	}
	return rows
}

// What real leaflets say in ways that were once read wrongly: where a time, a condition or for whom it holds is not sure,
// there is no row, or one that asks; care says in its own words what no time of a row can.
func TestWhatIsNotSureIsAskedOrNoRow(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a list below a heading that nobody knows", "What to avoid for a week\n- scrubs\n- retinol\n\nLooking after the area at home\n- Use a mild cleanser\n- Use SPF 30",
			[]string{"avoid scrubs until=1 week", "avoid retinol until=1 week", "do mild cleanser", "do SPF 30"}},
		{"a heading with a remark in brackets", "Day 0\nDo not touch your face.\nFirst 24 hours (the skin is still open)\nNo makeup.",
			[]string{"avoid touch your face until=end of day 0", "avoid makeup until=24 hours"}},
		{"before and after in one heading", "Care before and after:\n- Avoid tight hats.\n- No rubbing for 24 hours.",
			[]string{"avoid tight hats ?", "avoid rubbing until=24 hours"}},
		{"a heading with a full stop", "What to avoid for 3 days after treatment.\n- Makeup\n- Sunbeds", []string{"avoid makeup until=3 days", "avoid sunbeds until=3 days"}},
		{"what is over after a time", "The redness fades after 48 hours.", []string{"expect redness until=48 hours"}},
		{"a yes that waits for something", "Days 2-10:\n- Once the plaster is off, you may take a shower.", nil},
		{"more than one condition", "Once the skin is no longer red and the stinging is gone, you may use your usual products.", []string{"may products from=calm"}},
		{"go on with a ban", "Keep avoiding retinol for 3 days.", []string{"avoid retinol until=3 days"}},
		{"room for something", "Allow your face to rest.", []string{"do allow your face to rest"}},
		{"how long to wait is not said", "Wait before you colour your hair.", nil},
		{"examples behind the time", "Avoid heat for 2 days such as saunas and hot tubs.", []string{"avoid heat until=2 days"}},
		{"in the hours after", "No makeup in the 24 hours following needling & PRP.", []string{"avoid makeup until=24 hours"}},
		{"two bans with one end", "No gym, no sauna for at least 48 hours.", []string{"avoid gym until=48 hours ?", "avoid sauna until=48 hours"}},
		{"a time of the second act alone", "Do not wash the mask off and apply no cream for 4 hours.", []string{"avoid wash the mask off ?", "avoid cream until=4 hours"}},
		{"why, behind a dash", "Avoid alcohol (24 hours before) - Alcohol thins the blood.", []string{"avoid alcohol from=-24 hours until=0h"}},
		{"why, in a list of bans", "Do not:\n- Saunas. Heat opens the skin.", []string{"avoid saunas ?"}},
		{"one end before and another after", "Avoid sunbeds 4 weeks prior to IPL (by skin type) and at least 2 weeks afterwards.", []string{"avoid sunbeds ?"}},
		{"until somebody says so", "On days 3-5:\nDo not use makeup until we tell you.", []string{"avoid makeup ?"}},
		{"until the redness is gone, at the begin", "Until the redness resolves avoid swimming.", []string{"avoid swimming until=calm"}},
		{"medicine of one kind", "Take no medicine that makes you sensitive to light.", nil},
		{"what is named in brackets", "Do not remove hair from your face for a week (no wax, no cream).", []string{"avoid remove hair until=1 week"}},
		{"the rest of day and night", "Do not touch the area for the rest of the day and night.", []string{"avoid touch the area until=morning 1"}},
		{"what to tell before", "Tell us if you often get cold sores.", nil},
		{"leave within a condition", "If you need some, take mineral makeup.", nil},
		{"a day or two", "Expect swelling for a day or two.", []string{"expect swelling"}},
		{"each morning", "Use sunscreen each morning for a week.", []string{"do sunscreen until=1 week often=08:00"}},
		{"a name above a number", "Anna Rose Skin\nTel: 020 7946 0000", []string{"clinic Anna Rose Skin 020 7946 0000 phone=020 7946 0000"}},
		{"a range of sessions", "A course of 3 to 6 sessions, 4-6 weeks apart, works best.", []string{"spacing 4 to 6 weeks from=4 weeks until=6 weeks sessions=3 to 6"}},
		{"sentences without a space", "No scrubs for 2 days.Avoid sunbeds for a week.", []string{"avoid scrubs until=2 days", "avoid sunbeds until=1 week"}},
		{"two bans with one time before them", "For the first 6 hours: no washing and no touching.", []string{"avoid washing until=6 hours", "avoid touching until=6 hours"}},
		{"whatever makes one do something", "No gym, running or anything that makes you sweat for 2 days.", []string{"avoid gym until=2 days ?"}},
		{"a sentence that says more of the one before it", "Do not use retinol. This applies for two weeks.", nil},
		{"a time that depends", "Avoid makeup for 24 hours, or 48 hours if your skin is red.", []string{"avoid makeup ?"}},
		{"for some people alone", "Men should not shave for 3 days. If you had laser, avoid heat for 5 days. For deep treatments no sport for 2 weeks.", []string{"avoid shave until=3 days ?", "avoid heat until=5 days ?"}},
		{"below a heading for some alone", "Skin types IV-VI\n- No sun for 6 weeks.\n- No peels.", []string{"avoid sun until=6 weeks ?", "avoid peels ?"}},
		{"before, while and after", "Stay out of the sun and do not tan: before, while you peel and after.", nil},
		{"an end of one of two bans", "Avoid scrubs for 3 days, and no sauna.", []string{"avoid scrubs until=3 days", "avoid sauna ?"}},
		{"an exception in some case", "Except on holidays, avoid sun for 3 days.", []string{"avoid sun until=3 days ?"}},
		{"a second sentence without a stop", "No makeup for 2 days, rub the skin for 1 day.", []string{"avoid makeup until=2 days ?"}},
		{"what it is, not what it is not", "Use warm water, not hot.", []string{"do warm water"}},
		{"how long care takes", "Use a cold pack for 10 minutes every 2 hours.", []string{"do cold pack often=every 2 hours"}},
		{"litres", "Drink 2 litres of water a day.", []string{"do water"}},
		{"care in some case", "If you have to go out, wear a hat.", nil},
		{"care on a condition", "If your skin feels dry, apply moisturiser twice a day.", []string{"do moisturiser"}},
		{"care with two counts", "Use the cream 3 times a day for 3 days, then once a day for 4 days.", []string{"do cream ?"}},
		{"as few as possible", "Use as few products as possible.", nil},
		{"it, and nobody knows what", "Leave this on for 4 hours.", nil},
		{"lines below a colon without marks", "For the first week:\n  avoid saunas\n  do not swim\n  use the cream that we gave you", []string{"avoid saunas until=1 week", "avoid swim until=1 week", "do cream that we gave you until=1 week"}},
		{"questions and answers", "When can I wear makeup?\nAfter 24 hours.\nWhen can I wash my face?\nNot before the next morning.", []string{"may makeup from=24 hours", "may wash my face from=morning 1 ?"}},
		{"a question ends what was above it", "Before your treatment\n- No alcohol for 2 days.\n\nCan I take painkillers?\nDo not take ibuprofen for two weeks.", []string{"avoid alcohol from=-2 days until=0h", "avoid ibuprofen until=2 weeks"}},
		{"severe pain", "In severe pain call us.", []string{"call In severe pain call us act=clinic"}},
		{"less of something", "Less sun for two weeks.", []string{"less sun until=2 weeks"}},
		{"two columns of a printed page", "DO                 DO NOT\nSleep on two pillows     Swim for 1 week\nUse SPF 50 daily     Use a sauna for 2 weeks", []string{"do sleep on two pillows", "avoid swim until=1 week", "do SPF 50", "avoid sauna until=2 weeks"}},
		{"columns whose lines go on", "Keep the skin moist and    Do not swim or\nuse a mild cleanser        use a sauna for 2 days", nil},
		{"a list of bans ends with its last item", "Avoid:\n- alcohol\n- waxing\nEat leafy greens.", []string{"avoid alcohol ?", "avoid waxing ?", "do eat leafy greens"}},
		{"a question in a line", "Going out? Use SPF 50 for 2 weeks.", nil},
		{"a number said twice", "Retinoids need to be stopped twelve (12) hours prior.", []string{"avoid retinoids from=-12 hours until=0h"}},
		{"hours in a row", "0-24 hours\n- no makeup\n\n24-72 hours\n- no scrubs", []string{"avoid makeup until=24 hours", "avoid scrubs from=24 hours until=72 hours"}},
		{"until healed, below a time in its line", "Avoid for 1-2 weeks: hot tubs, until the area has healed.", []string{"avoid hot tubs ?"}},
		{"what is needed by something else", "You should:\n- Wear a hat.\n\nLED on its own needs no aftercare.", []string{"do hat"}},
		{"no earlier than", "Start the vitamin C serum no earlier than 4 weeks after treatment.", nil},
		{"then, after a time", "Cover the area for 6 weeks, then use SPF 50.", []string{"do cover the area until=6 weeks ?"}},
		{"to keep something out of", "Keep the area out of the sun for 4 weeks.", []string{"avoid sun until=4 weeks"}},
		{"a qualifying word that is a verb elsewhere", "Cool compresses can be applied.", []string{"may cool compresses ?"}},
		{"once healed, with a guess", "Make-up can be worn once the peeling has finished, normally after 7 to 10 days.", []string{"may make-up from=calm usually=7 to 10 days ?"}},
		{"nouns that look like verbs, in a ban", "Do not use harsh cleansers, wash cloths or hot shower spray for 2 days.", []string{"avoid harsh cleansers until=2 days"}},
		{"a verb at the end of a ban", "Do not use retinoids, scrub, exfoliate, or have chemical peels for a week.", []string{"avoid retinoids until=1 week ?"}},
		{"for some skin, before a colon", "For darker skin tones: use a brightening serum.", []string{"do brightening serum ?"}},
		{"not, of what something is", "Blistering is uncommon and not serious.", nil},
		{"including, but not limited to", "No treatments (including, but not limited to laser and peels) for 2 weeks.", []string{"avoid laser until=2 weeks ?"}},
		{"marks in lines of their own", "Avoid for 2 days:\n-\nSaunas\n-\nHot showers\n", []string{"avoid saunas until=2 days", "avoid hot showers until=2 days"}},
		{"the day before", "Do not exercise the day before or for 48 hours after the treatment.", []string{"avoid exercise ?"}},
		{"longer in some case", "Do not exfoliate for 2 weeks; longer if a peel is done on the body.", nil},
		{"a title in front of what it names", "No makeup: Do not wear makeup for 24 hours.", []string{"avoid makeup until=24 hours"}},
		{"only several things", "Use only mild cleansers and moisturisers.", []string{"only cleansers ?"}},
		{"begin before and go on after", "Start Valtrex 2 days prior to the treatment and continue 3 days after it.", nil},
		{"examples of a medicine", "Avoid medications such as aspirin for 5 days.", []string{"avoid aspirin until=5 days ?"}},
		{"treatments that nobody names", "Avoid any other treatments or products that could irritate the skin.", nil},
		{"a remark in brackets", "Avoid antibiotics (check with your provider) for 2 weeks.", []string{"avoid antibiotics until=2 weeks ?"}},
		{"what it is good for", "To keep the area clean, avoid saunas for 2 days.", []string{"avoid saunas until=2 days ?"}},
		{"minutes in each hour", "Apply cold packs every 15 minutes per hour.", []string{"do cold packs"}},
		{"what takes effect", "No hot baths for 24 hours to permit the serum to sink in and take effect.", []string{"avoid hot baths until=24 hours"}},
		{"a title below a weak heading", "Aftercare\n\nManaging water temperature\n\nHot water can be bad for skin that heals, so mind it well.", nil},
		{"a heading of before that nobody knows", "Laser Genesis pre-treatment:\n- No sun for two weeks.", []string{"avoid sun from=-2 weeks until=0h"}},
		{"at all times, beside another ban", "For 72 hours\nAt all times SPF 30 must be applied and UV should be avoided.", []string{"do SPF 30", "avoid UV ?"}},
		{"the rest of a broken line", "If swelling\n\nor redness lasts more than 3 days, please call us.", nil},
		{"unless the clinic says otherwise", "No alcohol for 3 days unless we tell you otherwise.", []string{"avoid alcohol until=3 days ?"}},
		{"what somebody does is not what skin does", "Redness may be covered with makeup.", nil},
		{"twice a day by a sign", "SPF30+ x2 daily", []string{"do SPF30 often=2 times a day"}},
		{"what follows a ban is none", "No sun for a week, then a hat and SPF 50 for a month.", []string{"avoid sun until=1 week ?"}},
		{"then, behind a ban", "No sun for a week, then a hat.", []string{"avoid sun until=1 week ?"}},
		{"what a ban is followed by", "No acids for 5 days, followed by a mild cream.", []string{"avoid acids until=5 days ?"}},
		{"what comes afterwards", "No coffee, afterwards herbal tea.", []string{"avoid coffee ?"}},
		{"a time of what may happen", "You can take paracetamol for the itch, which should settle after 2 days.", nil},
		{"a time behind a reason", "Avoid sweating because it irritates the skin for 24 hours.", []string{"avoid sweating ?"}},
		{"nothing", "Nothing should be put on your face for 8 hours.", nil},
		{"neither, with what is to be done", "Neither foundation nor cream should be used for 12 hours.", nil},
		{"what we do", "For comfort we use numbing cream for 30 minutes.", nil},
		{"leave of which something is taken away", "Makeup may be worn after 24 hours, but not foundation.", nil},
		{"an exception in the next sentence", "Avoid makeup for 24 hours. Mineral makeup is fine.", []string{"avoid makeup until=24 hours ?"}},
		{"while it helps against something", "Use the serum for comfort while easing tightness or flaking.", []string{"do serum"}},
		{"what skin does is not of the time before", "Before your treatment\nWhat to expect\n- Skin may feel warm.", []string{"expect warm"}},
		{"what happens at the clinic", "What to expect during your treatment\n- Let the cream sit for 45 minutes.\nAftercare\n- No gym for 2 days.", []string{"avoid gym until=2 days"}},
		{"a verb that is a title", "MOISTURISE: For the first 2 days the skin may feel tight.", []string{"do MOISTURISE until=2 days ?"}},
		{"what is done, and until it is calm", "The use of soap is restricted until the redness subsides.", nil},
		{"what there is not", "There will be no marks and no bruising.", nil},
		{"go on with something that another sentence names", "Continue to use for 5 days.", nil},
		{"a length below a time before", "A month before treatment ensure that tattoos are healed, and no peels for a month.", nil},
		{"a list of these", "Afterwards - avoid these creams for a week:\n- acids\n- retinol", []string{"avoid acids until=1 week", "avoid retinol until=1 week"}},
		{"days as a heading below a long line", "Please tell your nurse of all your medicines before you come to us\n7 days before\n- No peels.", []string{"avoid peels from=-7 days until=0h"}},
		{"within, of having had it", "Do not use perfume within 48 hours of having your treatment.", []string{"avoid perfume until=48 hours"}},
		{"within, and on which side nobody knows", "Do not use retinol within 12 hours of your appointment.", []string{"avoid retinol ?"}},
		{"on the day", "On the day:\n- No gym", []string{"avoid gym until=end of day 0 ?"}},
		{"a mark and a tab", "Avoid for 2 days:\n•\tSaunas\n•\tAlcohol", []string{"avoid saunas until=2 days", "avoid alcohol until=2 days"}},
		{"a mark without a space", "-No saunas for 2 days\n-No alcohol for a day", []string{"avoid saunas until=2 days", "avoid alcohol until=1 day"}},
		{"until the following day is no list", "1. Use no other cream until the following day.\n2. Wear a hat.", []string{"avoid cream until=morning 1 ?", "do hat"}},
		{"an end that no rule read", "Avoid swimming immediately after a session.", []string{"avoid swimming ?"}},
		{"a case of another sentence", "Avoid any such treatments for a week.", nil},
		{"for the way there", "Avoid wearing makeup to your appointment.", []string{"avoid makeup ?"}},
		{"what to do before, by a question", "What should I do before my treatment?\nNo saunas for 2 days.", []string{"avoid saunas from=-2 days until=0h"}},
		{"an appointment to come", "If you get sunburnt, call us to reschedule.", nil},
		{"an end in the next sentence", "Use the night serum for two weeks. Discontinue use a week before the treatment.", nil},
		{"several waits in a sentence", "Wait a day before makeup, two days before exercise and a week before retinol.", nil},
		{"a start on a day", "Sunscreen: start on day 2.", []string{"do sunscreen from=morning 2 ?"}},
		{"longer for some, in brackets", "Avoid sun for 7 days. (Longer for dark skin.)", nil},
		{"other treatments between signs", "~ Dermaplaning ~\n- No peels for 3 days.\n~ Chemical peel ~\n- No scrubs for 10 days.", []string{"avoid peels until=3 days ?", "avoid scrubs until=10 days ?"}},
		{"a time in brackets of a heading", "Right after treatment (first 24 hours)\n- No saunas.", []string{"avoid saunas until=24 hours"}},
		{"a heading with a time that nobody knows", "Freshly done skin (24 to 72 hours after)\n- No saunas.", []string{"avoid saunas ?"}},
		{"vitamins by letters", "Avoid vitamins B and E for a week.", []string{"avoid vitamins B and E until=1 week"}},
		{"only in some places", "You may see redness, but only in small areas.", []string{"expect redness ?"}},
		{"no other than what is named before", "Mineral makeup is advised, no other makeup for 2 days.", []string{"do mineral makeup ?", "avoid makeup until=2 days ?"}},
		{"some hours to some more", "12-72 hours after treatment mineral makeup can be applied.", nil},
		{"what a title includes", "Avoid:\n1. Scrubs: No use for 5 days, including acid toners.", []string{"avoid scrubs until=5 days"}},
		{"a purpose, then a time", "To heal well, for at least 2 days, avoid acids (in a low pH formula).", []string{"avoid acids until=2 days ?"}},
		{"a time beside a ban that nobody read", "For the good of it, and so on for 3 days, avoid acids.", []string{"avoid acids until=3 days ?"}},
		{"said twice", "Hydrate, hydrate, hydrate.", []string{"do hydrate ?"}},
		{"a title among what to do", "Please do:\n- Use a mild cleanser\n- Ice\nA cold pack helps against swelling.", []string{"do mild cleanser"}},
		{"what something helps to avoid", "This will help avoid irritation, and that includes avoiding sun.", nil},
		{"words that are no care", "If possible, avoid retinol 10 days prior to treatment.", []string{"avoid retinol from=-10 days until=0h"}},
		{"before and after, without a length", "Preparing\n- Wear SPF 30 prior to and after treatment.", []string{"do SPF 30 until=0h ?"}},
		{"some of a kind", "Do not use a regular moisturiser.", []string{"avoid regular moisturiser ?"}},
		{"what another line begins", "Day 2 - Wash gently.\n\nSpots may be darker during this time. Avoid moisturiser. Wear a hat.", []string{"do wash gently from=morning 2 until=end of day 2 ?", "avoid moisturiser ?", "do hat"}},
		{"a remark in brackets before a sentence", "(Do not pick) Use your cream.", []string{"avoid pick", "do cream"}},
		{"less or none", "Reduce or stop caffeine for 2 days.", []string{"less caffeine until=2 days"}},
		{"parts of the body", "Avoid hot water on your face and neck.", []string{"avoid hot water ?"}},
		{"creams with something in them", "Avoid serums or creams with acids for 3 days.", []string{"avoid acids until=3 days ?"}},
		{"the treatment is no sign", "You will take it one day before your peel.", nil},
		{"whatever else", "Avoid saunas after treatment. However, all other normal activity can be resumed.", []string{"avoid saunas ?"}},
		{"etc. in brackets ends no sentence", "Avoid acids (glycolic, lactic, etc.) for 7 days.", []string{"avoid acids until=7 days"}},
		{"a sentence torn apart", "Avoid acids (glycolic\n\nand others) for 7 days.", nil},
		{"the use of what is forbidden", "Avoid sun, use of sunbeds and use of self-tanner for 2 weeks.", []string{"avoid sun until=2 weeks"}},
		{"only, behind it", "Stick to mild creams only.", nil},
		{"a line that goes on elsewhere", "Wash your face with cool water and\n\nA hat helps.", []string{"do wash your face ?"}},
		{"care where it feels dry", "Moisturiser should be applied whenever your skin feels dry.", []string{"do moisturiser"}},
		{"lists below days that nobody knows", "Days 2 to 5: the worst of it\nWhat to avoid\n- Swimming", []string{"avoid swimming ?"}},
		{"certain ones", "Avoid certain products for 2 days.", nil},
		{"before the next one, and nobody knows how long", "Before your next treatment\n- Come with a clean face.\n- No sunbeds for 2 weeks.", []string{"avoid sunbeds from=next-2 weeks until=next"}},
		{"please call, below a heading of before", "Before your next treatment\n- Please call us if you notice pus.", []string{"call Please call us if you notice pus act=clinic"}},
		{"a clinic with its number", "Rose Street Clinic, 030 5550 1234", []string{"clinic Rose Street Clinic 030 5550 1234 phone=030 5550 1234"}},
		{"a title that is the clinic's name", "Rose Street Clinic\n\nNo gym for 2 days.\nTel: 030 5550 1234", []string{"avoid gym until=2 days", "clinic Rose Street Clinic 030 5550 1234 phone=030 5550 1234"}},
		{"what you may not feel", "You may not experience any side effects after treatment.", nil},
		{"a verb in a name", "Arrive with clean skin, no lotion, powder, bath or shower oil on it.", []string{"do arrive with clean skin", "avoid lotion ?"}},
		{"a tale below care", "Home care\n- The skin goes on renewing over the next month.", nil},
		{"up to so many sessions", "You may need up to 5 treatments.", nil},
		{"less, below a title that says none", "1 week before:\n- Avoid alcohol: Minimise alcohol.", []string{"less alcohol from=-1 week until=0h ?"}},
		{"what to do in a list of bans", "Do not rub or pick, let the peeling occur naturally.", []string{"avoid rub ?"}},
		{"a begin is no end", "Peeling generally begins on day 3.", nil},
		{"a time in a list, and nobody knows how far down", "- For 3 days afterwards:\n- Do not wear makeup\n- Do not swim\n- Come back in a month", []string{"avoid makeup ?", "avoid swim ?", "do come back ?"}},
		{"a heading in small letters", "- Use mild soap for the time to come, and be gentle with it all\nfor the next 24 hours:\n- No sauna", []string{"do mild soap ?", "avoid sauna until=24 hours"}},
		{"it may or may not be so", "Your skin may or may not begin to peel.", nil},
		{"toners with alcohol are no wine", "Do not use toners containing alcohol for 10 days.", []string{"avoid toners containing alcohol until=10 days"}},
		{"or higher is no thing", "Wear a very broad spectrum and water resistant sunscreen with an SPF of 30 or higher.", []string{"do broad spectrum"}},
		{"treatments behind the series", "From there, maintenance treatments every 6 months are recommended.", nil},
		{"a tale below what to do", "Follow these steps for a week:\n- This serum plays a part in healing.", nil},
		{"more of something that is for some alone", "- If you bought exosomes, apply them at night. Always apply the serum first.", []string{"do serum first ?"}},
		{"a choice between two", "Stay inside or wear a hat.", []string{"do stay inside ?", "do hat ?"}},
		{"until something is used up", "Use the cream until it is finished.", []string{"do cream until=calm ?"}},
		{"a ban without an end", "Avoid sunbeds.", []string{"avoid sunbeds ?"}},
		{"a ban that says it has none", "Avoid sunbeds indefinitely.", []string{"avoid sunbeds"}},
		{"two figures", "No scrubs for 5 days, peels 2 weeks.", []string{"avoid scrubs until=5 days ?", "avoid peels until=2 weeks ?"}},
		{"then, in the next sentence", "Avoid exercise for 24 hours. Then light exercise only for 2 days.", []string{"avoid exercise until=24 hours ?"}},
		{"weeks and sessions", "Come back in 4 to 6 weeks, 3 to 6 sessions are best.", []string{"spacing 4 to 6 weeks from=4 weeks until=6 weeks sessions=3 to 6"}},
		{"sessions, then others", "Six sessions, 4 weeks apart, then every 6 months.", nil},
		{"a no to a no", "Do not avoid washing your face.", nil},
		{"steps after a wait", "Wait 24 hours, wash your face and put on cream.", []string{"do wash your face ?", "do cream ?"}},
		{"a figure in a heading for one sentence", "First 24 hours\n- No makeup. Avoid retinol.", []string{"avoid makeup until=24 hours", "avoid retinol until=24 hours ?"}},
		{"a row that is half understood", "Avoid sun exposure without protection for at least 4 weeks.", []string{"avoid sun exposure until=4 weeks ?"}},
		{"a time of what it helps", "Use a soft brush to help the shedding that begins after 2 weeks.", []string{"do soft brush from=2 weeks ?"}},
		{"what will help", "Cool showers will help.", []string{"do cool showers ?"}},
		{"so, before a ban", "So, it's best to avoid saunas for 24 hours after surgery.", []string{"avoid saunas until=24 hours"}},
		{"a letter as a list's mark", "Ø Avoid sunbeds for 7 days.\n\uf0b7 Avoid makeup for 24 hours.", []string{"avoid sunbeds until=7 days", "avoid makeup until=24 hours"}},
		{"before a planned visit", "Discontinue antibiotics 7 days prior to a scheduled appointment.", []string{"avoid antibiotics from=-7 days until=0h"}},
		{"a call about something else", "Please call us if you need a prescription.", []string{"call Please call us if you need a prescription act=clinic ?"}},
		{"headings of two treatments", "Filler aftercare\n\nWhat to avoid\n- No gym for 24 hours\n\nPRP aftercare\n\nWhat to avoid\n- No sauna for 2 days", []string{"avoid gym until=24 hours ?", "avoid sauna until=2 days ?"}},
		{"a title in capitals", "CLEAN-With soft towels, use a mild cleanser twice daily", []string{"do CLEAN-With soft towels ?", "do mild cleanser often=2 times a day"}},
		{"to go on with leaving", "Continue discontinuation of retinol for 2 days.", []string{"do continue discontinuation of retinol until=2 days ?"}},
		{"use of what stands elsewhere", "Continue usage for 4 days.", []string{"do continue usage until=4 days ?"}},
		{"the next days, behind the first ones", "First 24 hours:\n- No sauna\n\nNext 3 days:\n- You may shower with cool water.\n- No sunbeds", []string{"avoid sauna until=24 hours", "may shower with cool water from=3 days ?", "avoid sunbeds until=3 days ?"}},
		{"on the day itself, before or after it", "Before you come\n\nDay of treatment\n- Avoid perfume.", []string{"avoid perfume until=end of day 0 ?"}},
		{"what a title names", "- Massage Rule: all of it counts", []string{"do massage Rule ?"}},
		{"steps that stand elsewhere", "Follow the steps below to heal well. Follow proper aftercare.", nil},
		{"what to do with what shows", "Flaking should be left alone.", nil},
		{"what this is", "This is normal as it heals slowly.", nil},
		{"for some of a kind of treatment", "For treatments without PRP\n- Use the peptide serum for 3 days.\nFor treatments with PRP\n- Leave it on for a day.", []string{"do peptide serum until=3 days ?"}},
		{"the following, behind a dash", "Avoid the following supplements for 3 days before the procedure - garlic, ginger.", []string{"avoid garlic ?"}},
		{"to perform exercise", "Do not perform any vigorous exercise for 24 hours.", []string{"avoid vigorous exercise until=24 hours ?"}},
		{"a time that counts from something else", "Apply sunscreen 2 hours before going outdoors. Avoid makeup for 24 hours after a sunburn.", []string{"do sunscreen from=-2 hours until=0h ?", "avoid makeup until=24 hours ?", "avoid sunburn ?"}},
		{"so long, below so long before", "7 Days Before Microneedling/PRP\n- Avoid waxing for 5 days.", []string{"avoid waxing from=-5 days until=0h"}},
		{"what to mix is no drink", "- 1 teaspoon of white vinegar to 2 cups of water.", nil},
		{"something to do in a list of what to avoid", "Avoid for 3 days:\n- sauna\n- Use SPF daily\n- pools", []string{"avoid sauna until=3 days", "avoid SPF until=3 days ?", "avoid pools until=3 days"}},
		{"a list whose first item leads it in", "- Please avoid the following for 2 days:\n- sauna\n- pools\n- Use SPF\n- gym", []string{"avoid sauna until=2 days", "avoid pools until=2 days", "avoid SPF ?", "avoid gym ?"}},
		{"leave for two things", "You may cleanse and soothe your skin with vinegar soaks.", nil},
		{"an exception in brackets", "Avoid bathing (except showering), saunas and pools for 24 hours.", []string{"avoid bathing until=24 hours ?"}},
		{"below a heading for a case", "Should you need makeup:\n- Select oil-free products.", []string{"do select oil-free products ?"}},
		{"apart from is no gap", "Retinol can go back on after 5 days apart from mineral ones.", nil},
		{"not what is used with it", "Use warm water with no cloths or scrubs.", []string{"do warm water with no cloths"}},
		{"calls below their heading", "When to Call Your Provider\n- If you see pus.", []string{"call If you see pus act=clinic"}},
		{"products containing, above a list", "Do not use any product (for 10-14 days) containing:\n- retinol\n- vitamin C", []string{"avoid retinol until=10 to 14 days", "avoid vitamin C until=10 to 14 days"}},
		{"one of some, named by more than is known", "Avoid touching the skin with your hands for the first 24 hours.", []string{"avoid touching the skin with your hands until=24 hours"}},
		{"who gave it, before how long", "Apply the ointment that you were given for the first 3 days.", []string{"do ointment that you were given until=3 days"}},
		{"columns without heads", "Wash gently | Wear makeup for 24 hours\nUse SPF 30 | Use a sauna for 2 days", []string{"do wash gently ?", "do makeup until=24 hours ?", "do SPF 30 ?", "do sauna until=2 days ?"}},
		{"heads of columns in one line", "DO DO NOT\nWear makeup for 24 hours\nUse SPF 30", []string{"do makeup until=24 hours ?", "do SPF 30 ?"}},
		{"heads of columns", "DO | DO NOT\nUse SPF 30 | Use a sauna for 2 days", []string{"do SPF 30", "avoid sauna until=2 days"}},
		{"days in the first row of a table", "Day 1-3 | Use cool water only\nDay 4-7 | Use SPF 30", []string{"do cool water only until=end of day 3 ?", "do SPF 30 from=morning 4 until=end of day 7 ?"}},
		{"paragraphs in a cell", "| DO | DON'T |\n| Wash gently; Use SPF 30 | Sauna for 2 days; Gym for 24 hours; longer if it is red |", []string{"do wash gently", "do SPF 30", "avoid sauna until=2 days"}},
		{"a heading with a mark of its own", "✅ 1-2 Weeks Before Treatment:\n● Avoid retinoids.\n● No tanning\n✅ First 24-48 Hours:\n● Stay out of the sun.", []string{"avoid retinoids from=-1 to 2 weeks until=0h", "avoid tanning from=-1 to 2 weeks until=0h", "avoid sun until=24 to 48 hours"}},
		{"an item that leads in what it includes", "- Avoid active products for 7 days, including:\n- Retinol (Vitamin A)\n- Benzoyl peroxide", []string{"avoid retinol until=7 days", "avoid benzoyl peroxide until=7 days"}},
		{"so long while it heals", "Avoid vitamin C while your skin is healing for at least one week.", []string{"avoid vitamin C until=calm usually=1 week ?"}},
		{"a ban in some case, behind its title", "3 days before your treatment:\n- Pause blood thinners – If approved by your doctor, avoid aspirin and ibuprofen.", []string{"avoid blood thinners from=-3 days until=0h ?", "avoid aspirin from=-3 days until=0h ?"}},
		{"what to do within a ban", "Avoid sun for 3 days. If you must be in the sun, wear a hat.", []string{"avoid sun until=3 days"}},
		{"what to do in a list of what to avoid, behind a comma", "Until redness has gone, avoid:\n- Hot water, wash with tepid water.\n- Shaving", []string{"avoid hot water until=calm ?", "avoid shaving until=calm"}},
		{"another end behind a dash", "Days 2-7:\n- Avoid active ingredients – No retinol until skin is fully healed.", []string{"avoid active ingredients from=morning 2 until=end of day 7 ?", "avoid retinol until=calm"}},
		{"alcohol that products contain", "For 7 days avoid scrubs and products containing vitamin A, benzoyl peroxide or alcohol.", []string{"avoid scrubs until=7 days ?"}},
	} {
		if got := told(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// A leaflet for several kinds of treatment: a row is for that of its heading, or it asks.
func TestARowIsForTheTreatmentOfItsHeading(t *testing.T) {
	text := "After microneedling\n- No makeup for 24 hours.\n\nAfter PRP\n- No ibuprofen for 2 weeks.\n\nAfter a peel\n- No scrubs for 10 days.\n"
	var got []string
	for _, p := range leaflet.Read(text, ask.Default()).Proposals {
		if !certain(p) {
			continue
		}
		got = append(got, fmt.Sprintf("%v %v %s", p.Row.What, p.Row.Device, p.Row.Until))
	}
	if want := []string{"[makeup] [] 24 hours", "[ibuprofen] [prp] 2 weeks"}; !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}
