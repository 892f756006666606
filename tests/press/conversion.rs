//! Phrases as a newspaper writes them, and what the dictionaries of Taiwan and the mainland say they become: a phrase
//! passes when it holds what is expected. The lists were written before the converter was made to pass them.

use std::sync::LazyLock;
use strait_press::script::Converter;

/// Where the words of this converter were looked for.
const PHRASES: &str = include_str!("conversion/phrases.tsv");
/// What failed once, by report of others.
const CASES: &str = include_str!("conversion/cases.tsv");
/// Phrases that were written after the first mends, without a look at the words: in two rounds 91 of 100 and 93 of 101 were
/// right at once. What they showed was mended then.
const LATER: &str = include_str!("conversion/later.tsv");

fn converter(from: &str, to: &str) -> Converter {
    Converter::between(from, to, &[]).unwrap()
}

static TO_TAIWAN: LazyLock<Converter> = LazyLock::new(|| converter("zh-Hans", "zh-Hant-TW"));
static TO_HONG_KONG: LazyLock<Converter> = LazyLock::new(|| converter("zh-Hans", "zh-Hant-HK"));
static TO_MAINLAND: LazyLock<Converter> = LazyLock::new(|| converter("zh-Hant-TW", "zh-Hans"));

struct Score {
    right: usize,
    all: usize,
    wrong: Vec<String>,
}

fn score(list: &str, direction: &str) -> Score {
    let converter = match direction {
        "taiwan" => &TO_TAIWAN,
        "hongkong" => &TO_HONG_KONG,
        _ => &TO_MAINLAND,
    };
    let mut score = Score { right: 0, all: 0, wrong: Vec::new() };
    for line in list.lines().filter(|line| line.ends_with(direction)) {
        let mut fields = line.split('\t');
        let (phrase, expected) = (fields.next().unwrap(), fields.next().unwrap());
        let converted = converter.text(phrase);
        score.all += 1;
        match converted.contains(expected) {
            true => score.right += 1,
            false => score.wrong.push(format!("{phrase}: {converted}, not {expected}")),
        }
    }
    score
}

/// At least so many of a hundred are right.
fn check(list: &str, direction: &str, wanted: usize) {
    let Score { right, all, wrong } = score(list, direction);
    assert!(all > 0, "{direction}");
    assert!(right * 100 >= wanted * all, "{direction}: {right} of {all}\n{}", wrong.join("\n"));
}

#[test]
fn what_failed_elsewhere_is_right_here() {
    check(CASES, "taiwan", 100);
}

#[test]
fn phrases_of_a_newspaper_become_what_dictionaries_say() {
    for direction in ["taiwan", "hongkong", "mainland"] {
        check(PHRASES, direction, 99);
    }
}

#[test]
fn phrases_that_were_written_later_do_too() {
    for direction in ["taiwan", "hongkong", "mainland"] {
        check(LATER, direction, 95);
    }
}

#[test]
fn a_list_that_is_wrong_fails() {
    let Score { right, all, wrong } = score("头发\t頭發\ttaiwan\n面条\t麵條\ttaiwan", "taiwan");
    assert_eq!((right, all, wrong.len()), (1, 2, 1));
}

#[test]
fn a_common_word_is_not_cut_by_what_is_hardly_one() {
    for (text, expected) in [
        ("增长发展", "增長發展"),
        ("干部干活干净", "幹部幹活乾淨"),
        ("失去控制造成损失", "失去控制造成損失"),
        ("露台风景", "露臺風景"),
        ("舞台风格", "舞臺風格"),
        ("在台风中", "在颱風中"),
        ("六十六台风机", "六十六臺風機"),
        ("皮肤发炎", "皮膚發炎"),
        ("她的长发发亮", "她的長髮發亮"),
        ("皇后面前，以后面谈", "皇后面前，以後面談"),
    ] {
        assert_eq!(TO_TAIWAN.text(text), expected);
    }
}
