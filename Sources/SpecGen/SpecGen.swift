// SpecGen
