import TestProgram

typealias Program = TestProgram.Program
typealias Scratch = TestProgram.Scratch
