// Adder
