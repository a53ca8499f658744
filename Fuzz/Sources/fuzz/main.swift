// Looks for .pyc files that make Adder crash, hang or contradict itself.
//
//     fuzz check CORPUS COUNT SEED... [--version X.Y] [--failures DIR]
//         COUNT mutants for each seed through reading, checking, disassembling, writing and the assembler, whose text
//         is damaged too
//     fuzz run CORPUS COUNT SEED... --adder PATH [--version X.Y] [--first N] [--failures DIR]
//         the same with `adder run` and its limits
//
// CORPUS is a directory of good .pyc files, searched recursively; --version takes those of one Python version only. Mutants that fail are kept in DIR (FailCases beside
// the tests, unless given); a mutant is found again by corpus, seed and index. The exit status is 1 if any failed.
import Foundation

exit(try FuzzCommand(Array(CommandLine.arguments.dropFirst())).run())
