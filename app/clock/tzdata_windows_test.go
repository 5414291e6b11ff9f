package clock

// Windows has no zones by their names. The program needs none there; these tests do.
import _ "time/tzdata"
