package notify

import "context"

// Session names the running notification service. Here notifications have no ids that could be mistaken.
func Session(context.Context) (string, error) { return "", nil }
