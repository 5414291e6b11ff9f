package ask

// Shipped is the index that the programs carry.
var Shipped = shipped
