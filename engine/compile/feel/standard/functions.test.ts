import { describe, expect, it } from 'vitest';
import { compileFeel, equal, textOf } from './index.mjs';

const RUN = { now: '2026-03-01T10:00:00Z' };

/** The text of what a source evaluates to. */
function text(source: string): string | null {
  const compiled = compileFeel(source);
  if ('error' in compiled) throw new Error(`${source} does not parse`);
  return textOf(compiled.evaluate({}, RUN));
}

function holds(source: string): boolean | null {
  const compiled = compileFeel(source);
  if ('error' in compiled) throw new Error(`${source} does not parse`);
  return equal(compiled.evaluate({}, RUN), true);
}

describe('examples of the standard (DMN 1.5, tables 72 to 80)', () => {
  it.each([
    'number("1 000,0", " ", ",") = 1000',
    'number("1.000.000,01", ".", ",") = 1000000.01',
    'string(1.1) = "1.1"',
    'string(null) = null',
    'date(2012, 12, 25) = date("2012-12-25")',
    'date(date and time("2012-12-25T11:00:00Z")) = date("2012-12-25")',
    'date and time("2012-12-24T23:59:00") + duration("PT1M") = date and time("2012-12-25T00:00:00")',
    'time("23:59:00z") = null',
    'time("00:00:01-01:00") = time(0, 0, 1, duration("-PT1H"))',
    'date and time("2012-12-24T23:59:00") - date and time("2012-12-22T03:45:00") = duration("P2DT20H14M")',
    'years and months duration(date("2011-12-22"), date("2013-08-24")) = duration("P1Y8M")',
    'substring("foobar", 3) = "obar"',
    'substring("foobar", 3, 3) = "oba"',
    'substring("foobar", -2, 1) = "a"',
    'substring("\\U01F40Eab", 2) = "ab"',
    'string length("\\U01F40Eab") = 3',
    'upper case("aBc4") = "ABC4"',
    'lower case("aBc4") = "abc4"',
    'substring before("foobar", "bar") = "foo"',
    'substring before("foobar", "xyz") = ""',
    'substring before("foobar", "o") = "f"',
    'substring after("foobar", "ob") = "ar"',
    'substring after("", "a") = ""',
    'replace("abcd", "(ab)|(a)", "[1=$1][2=$2]") = "[1=ab][2=]cd"',
    'contains("foobar", "of") = false',
    'starts with("foobar", "fo")',
    'ends with("foobar", "r")',
    'matches("foobar", "^fo*b")',
    'split("John Doe", "\\\\s") = ["John", "Doe"]',
    'split("a;b;c;;", ";") = ["a", "b", "c", "", ""]',
    'string join(["a", "b", "c"], "_and_") = "a_and_b_and_c"',
    'list contains([1, 2, null], null)',
    'count([1, [2, 3]]) = 2',
    'min(1, 2, 3) = 1 and min([1, 2, 3]) = 1',
    'max([@"2026-01-01", @"2026-01-02"]) = @"2026-01-02"',
    'sum([1, 2, 0.3]) = 3.3',
    'mean([1, 2, 3]) = 2',
    'all([true, null, false]) = false',
    'all([]) and all(true, true)',
    'any([false, null, true])',
    'any([]) = false',
    'all([null, true]) = null',
    'sublist([4, 5, 6], 1, 2) = [4, 5]',
    'sublist([4, 5, 6], -2) = [5, 6]',
    'append([1], 2, 3) = [1, 2, 3]',
    'concatenate([1, 2], [3]) = [1, 2, 3]',
    'insert before([1, 3], 1, 2) = [2, 1, 3]',
    'remove([1, 2, 3], 2) = [1, 3]',
    'reverse([1, 2, 3]) = [3, 2, 1]',
    'index of([1, 2, 3, 2], 2) = [2, 4]',
    'union([1, 2], [2, 3]) = [1, 2, 3]',
    'distinct values([1, 2, 3, 2, 1]) = [1, 2, 3]',
    'flatten([[1, 2], [[3]], 4]) = [1, 2, 3, 4]',
    'product([2, 3, 4]) = 24',
    'median(8, 2, 5, 3, 4) = 4',
    'median([6, 1, 2, 3]) = 2.5',
    'median([]) = null',
    'stddev([2, 4, 7, 5]) = 2.081665999466132735282297706979931',
    'stddev(47) = null',
    'mode(6, 3, 9, 6, 6) = [6]',
    'mode([6, 1, 9, 6, 1]) = [1, 6]',
    'mode([]) = []',
    'decimal(1/3, 2) = .33',
    'decimal(1.5, 0) = 2 and decimal(2.5, 0) = 2',
    'floor(-1.56, 1) = -1.6',
    'ceiling(-1.5) = -1',
    'round up(-5.5, 0) = -6 and round up(1.121, 2) = 1.13',
    'round down(-5.5, 0) = -5 and round down(1.126, 2) = 1.12',
    'round half up(-5.5, 0) = -6 and round half up(1.126, 2) = 1.13',
    'round half down(5.5, 0) = 5 and round half down(1.126, 2) = 1.13',
    'abs(@"-PT5H") = @"PT5H"',
    'modulo(-12, 5) = 3 and modulo(12, -5) = -3 and modulo(-10.1, -4.5) = -1.1',
    'sqrt(16) = 4 and sqrt(-1) = null',
    'decimal(log(10), 8) = 2.30258509',
    'decimal(exp(5), 8) = 148.41315910',
    'odd(5) and even(2) and odd(2) = false',
    'before([1..10), 10) and not(before([1..10], 10))',
    'overlaps before([1..5], (4..9])',
    'get value({key1: "value1"}, "key1") = "value1"',
    'get entries({a: 1}) = [{key: "a", value: 1}]',
    'context put({x: 1}, "y", 2) = {x: 1, y: 2}',
    'context merge([{x: 1}, {x: 2, y: 3}]) = {x: 2, y: 3}',
    'day of year(date(2019, 9, 17)) = 260',
    'day of week(date(2019, 9, 17)) = "Tuesday"',
    'month of year(date(2019, 9, 17)) = "September"',
    'week of year(date(2019, 9, 17)) = 38',
    'week of year(date(2003, 12, 29)) = 1 and week of year(date(2005, 1, 1)) = 53',
    'now() = date and time("2026-03-01T10:00:00Z") and today() = date("2026-03-01")',
  ])('%s', (source) => {
    expect(holds(source)).toBe(true);
  });
});

describe('arguments', () => {
  it.each([
    ['substring(string: "foobar", start position: 3)', 'obar'],
    ['substring(start position: 3, string: "foobar", size: 1)', null],
    ['substring("foobar")', null],
    ['substring(["foobar"], 3)', 'obar'],
    ['count("a")', '1'],
    ['count(null)', null],
    ['append(list: [1], item: 2)', '[1, 2]'],
    ['before(range1: [1..2], range2: [3..4])', 'true'],
    ['string length(1)', null],
    ['(function(a: number, b) a)(["x"], 1)', null],
    ['(function(a: number, b) a + b)(b: 1, a: [2])', '3'],
    ['nonsense(1)', null],
  ])('of %s give %j', (source, expected) => {
    expect(text(source)).toBe(expected);
  });
});

describe('numbers', () => {
  it.each([
    ['0.1 + 0.2', '0.3'],
    ['1 / 3', '0.3333333333333333333333333333333333'],
    ['9007199254740993 + 0', '9007199254740993'],
    ['2 ** 0.5', '1.414213562373095048801688724209698'],
    ['-0', '0'],
    ['1e3', '1000'],
    ['.5', '0.5'],
    ['1 / 0', null],
    ['0 ** -1', null],
    ['10 ** 7000', null],
    ['modulo(10 ** 6000, 7)', '1'],
  ])('%s is %j', (source, expected) => {
    expect(text(source)).toBe(expected);
  });
});

describe('texts of values', () => {
  it.each([
    ['[1, "a", null, @"P1D"]', '[1, "a", null, P1D]'],
    ['{a: 1, "b+c": "x\\"y"}', '{a: 1, "b+c": "x\\"y"}'],
    ['[1..3)', '[1..3)'],
    ['(>= 5)', '>=5'],
    ['@"-P14M"', '-P1Y2M'],
    ['@"PT36H0.50S"', 'P1DT12H0.5S'],
    ['@"10:00:00.120@Europe/Paris"', '10:00:00.12@Europe/Paris'],
    ['@"-0044-03-15"', '-0044-03-15'],
  ])('%s is %s', (source, expected) => {
    expect(text(source)).toBe(expected);
  });
});
