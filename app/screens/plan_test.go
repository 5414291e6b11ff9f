package screens

// planText is the plan of the tests.
const planText = `format = 1
id = "essentials"
name = "Essentials"
version = "2026-11"
summary = "For a pen or roller up to 1 mm."

[clinic]
name = "Rose Street Skin"
phone = "020 7946 0000"

[[sources]]
id = "article"
title = "Micro Needling Aftercare"
url = "https://example.org/aftercare"
strength = "C"

[[windows]]
id = "sun"
name = "Sun"
avoid = "Stay out of direct sun."
until = "48h"
then = "SPF 30+, hat, shade"
then_until = "14d"
source = "article"

[[windows]]
id = "makeup"
name = "Makeup"
avoid = "No makeup."
until = "24h"
after = "Use clean brushes."
source = "article"

[[windows]]
id = "sweat"
name = "Exercise"
avoid = "No sport."
until = "48h"
source = "article"

[[windows]]
id = "heat"
name = "Heat, pool"
avoid = "No heat."
until = "72h"
source = "article"

[[windows]]
id = "actives"
name = "Acids, retinol"
avoid = "No acids."
until = "5d"
and_when = "calm"
extend = "24h"
source = "article"

[[windows]]
id = "alcohol"
name = "Alcohol"
avoid = "No alcohol."
until = "24h"
source = "article"

[[routines]]
id = "cleanse"
name = "Cleanse"
how = "Lukewarm water, clean hands, pat dry."
times = ["08:00", "20:30"]
from = "6h"
until = "7d"
useful_for = "3h"
source = "article"

[[routines]]
id = "moisturise"
name = "Moisturise"
how = "A thin layer."
times = ["07:00", "14:30", "18:30"]
from = "6h"
until = "7d"
useful_for = "3h"
source = "article"

[[routines]]
id = "water"
name = "Water"
ask = "A glass of water?"
how = "All drinks count."
amount = "8 glasses"
from = "0h"
until = "7d"
source = "article"

[[phases]]
id = "calming"
name = "Calming"
from = "0h"
until = "3d"
expect = "pink, warm, tight skin, a little swelling"
source = "article"

[[phases]]
id = "settling"
name = "Settling"
from = "3d"
until = "14d"
expect = "dry, flaking skin"
source = "article"

[[care]]
id = "clean"
rule = 1
name = "Keep it clean"
text = "Wash twice a day with a gentle cleanser. Pat dry with a clean towel."
covers = ["cleanse"]
source = "article"

[[care]]
id = "sun"
rule = 3
name = "Stay out of the sun"
text = "Keep out of direct sun for two days. After that wear SPF 30 or more, a hat, and look for shade."
covers = ["sun"]
source = "article"

[[care]]
id = "gentle"
rule = 6
name = "Be gentle"
text = "No scrubs and no acids. Keep your hands off."
covers = ["actives", "sweat", "heat"]
source = "article"

[[care]]
id = "pillow"
name = "Clean pillowcase"
text = "Change it on the first night."
source = "article"

[spacing]
from = "4w"
until = "6w"
text = "4 to 6 weeks"
source = "article"
`
