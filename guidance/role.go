package guidance

import "slices"

// Role is what the program knows of a routine beyond the plan's words: what it does in a role of its own,
// whatever the plan calls it.
type Role string

const (
	Cleanse    Role = "cleanse"
	Moisturise Role = "moisturise"
	Water      Role = "water" // drinks; one with an amount is shared out over the waking day
	Sunscreen  Role = "sunscreen"
	CheckIn    Role = "checkin" // asks how the skin is
)

// roles are all of them. A routine whose id is one of these has that role unless the plan says otherwise.
var roles = []string{string(Cleanse), string(Moisturise), string(Water), string(Sunscreen), string(CheckIn)}

// Known says whether there is such a role.
func (r Role) Known() bool { return slices.Contains(roles, string(r)) }

// Drink says whether a routine is an amount to drink, shared out over the waking day.
func (r Routine) Drink() bool { return r.Role == Water && r.Amount.Max > 0 }

// checkRoles refuses a role that another routine says too, or has by its id. It comes before roleDefaults.
func checkRoles(tables []*table, list []Routine) {
	for i, x := range list {
		for j, other := range list {
			if x.Role == "" || i == j || (other.Role != x.Role || j > i) && (other.Role != "" || other.ID != string(x.Role)) {
				continue
			}
			tables[i].wrong("role", said("planwrite.other_role"), "planproblem.role_taken", "Value", Quoted(x.Role), "ID", Quoted(other.ID))
			break
		}
	}
}

// roleDefaults gives routines the role that their id names, and the first amount that of water.
func roleDefaults(list []Routine) {
	taken := map[Role]bool{}
	for _, x := range list {
		taken[x.Role] = true
	}
	claim := func(x *Routine, role Role) {
		if x.Role == "" && !taken[role] {
			x.Role, taken[role] = role, true
		}
	}
	for i := range list {
		if x := &list[i]; Role(x.ID).Known() && (x.Amount.Max == 0 || x.ID == string(Water)) {
			claim(x, Role(x.ID))
		}
	}
	for i := range list {
		if list[i].Amount.Max > 0 {
			claim(&list[i], Water)
		}
	}
}
