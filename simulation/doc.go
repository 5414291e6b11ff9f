// Package simulation lives through thousands of courses in seconds. It puts the
// real reminder core, its runner and the journal on a wall clock that jumps from
// event to event, and lets happen what happens to a computer and a person: sleep,
// flights, clocks set wrong, kills, a full disk, do not disturb, answers, edits.
//
// An oracle watches the desktop. It works out by itself, from the plan and the
// treatment and by counting minutes, what is due and when; it never asks the
// code that it watches. What it finds wrong is a break, of one of the Invariants.
//
// Everything follows from the seed: the same seed is the same life.
package simulation
