//! Paragraphs on requests as offices put them, in ways and numbers drawn at random: where all numbers agree nothing is
//! told of them, and where one is spoiled most are.

mod dice;

use dice::Dice;
use gouji::{Options, check, view::Finding};
use std::fmt::Write;

/// How many paragraphs are tried, each way.
const TRIALS: u64 = 600;

const WHEN: &[&str] = &["2024年，", "全年", "本年度", "2024年度，", ""];
const WHO: &[&str] = &["全市", "我局", "本机关", "全区各级行政机关", ""];
const RECEIVED: &[&str] = &["收到", "共收到", "新收", "受理", "共受理", "接收"];
const REQUESTS: &[&str] = &[
    "政府信息公开申请",
    "信息公开申请",
    "依申请公开政府信息申请",
    "依申请公开",
];
const CHANNELS: &[&[&str]] = &[
    &["网上申请", "信函申请", "当面申请"],
    &["网络申请", "信函申请", "现场申请", "其他方式申请"],
    &["通过网络渠道申请", "通过信函渠道申请", "当面提交申请"],
    &["网络平台", "邮寄", "当面", "传真"],
    &["线上申请", "线下申请"],
];
const APPLICANTS: &[&[&str]] = &[
    &["自然人申请", "法人或其他组织申请"],
    &[
        "自然人",
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
    ],
    &["自然人申请", "商业企业申请", "其他申请"],
    &["公民", "法人及其他组织"],
    &["个人", "企业", "律师事务所", "其他"],
];
const RESULTS: &[&[&str]] = &[
    &[
        "予以公开",
        "部分公开",
        "不予公开",
        "无法提供",
        "不予处理",
        "其他处理",
    ],
    &["予以公开", "部分公开", "不予公开", "无法提供", "其他处理"],
    &[
        "公开",
        "部分公开",
        "不予公开",
        "信息不存在",
        "非本机关公开",
        "其他",
    ],
];
const BY_CHANNEL: &[&str] = &[
    "。从申请方式看，",
    "；按申请方式分，",
    "。申请渠道方面，",
    "。按照申请方式划分：",
];
const BY_APPLICANT: &[&str] = &[
    "。从申请人类型看，",
    "；按申请人分，",
    "。申请人方面，",
    "。按照申请人划分：",
];
const DONE: &[&str] = &["全年共办结", "共办结", "办结", "已答复", "共答复"];
const AMONG: &[&str] = &[
    "，其中",
    "，其中：",
    "：",
    "。从办理结果看，",
    "。按办理结果分，",
];
const LEFT: &[&str] = &["，结转下年度继续办理", "；结转下年", "。尚有"];

/// A paragraph in the making.
struct Writer {
    dice: Dice,
    text: String,
}

impl Writer {
    fn choose<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.dice.below(words.len() as u64) as usize]
    }

    fn often(&mut self, percent: u64) -> bool {
        self.dice.below(100) < percent
    }

    fn say(&mut self, words: &[&str]) {
        let words = self.choose(words);
        self.text.push_str(words);
    }

    fn count(&mut self, number: u64) {
        let _ = write!(self.text, "{number}件");
    }

    /// Numbers of at least 1 that add up to a total, which is greater than their count.
    fn split(&mut self, total: u64, count: u64) -> Vec<u64> {
        let (mut rest, mut parts) = (total, Vec::new());
        for left in (1..count).rev() {
            let part = 1 + self.dice.below(rest - left);
            parts.push(part);
            rest -= part;
        }
        parts.push(rest);
        parts
    }

    /// Kinds of a total, some of the time with their shares.
    fn kinds(&mut self, names: &[&str], total: u64) {
        let parts = self.split(total, names.len() as u64);
        let shared = self.often(25);
        let mark = if shared {
            "；"
        } else {
            self.choose(&["，", "、", "；"])
        };
        for (at, (name, part)) in names.iter().zip(parts).enumerate() {
            self.text.push_str(if at > 0 { mark } else { "" });
            self.text.push_str(name);
            self.count(part);
            if shared {
                let _ = write!(self.text, "，占{}", percent(part, total));
            }
        }
    }

    /// The kinds of one of several ways to name them.
    fn way(&mut self, ways: &[&[&str]], total: u64) {
        let names = ways[self.dice.below(ways.len() as u64) as usize];
        self.kinds(names, total);
    }

    fn paragraph(&mut self) {
        let received = 12 + self.dice.below(800);
        let carried = self.dice.below(2) * (1 + self.dice.below(9));
        let left = self.dice.below(2) * (1 + self.dice.below(4));
        for words in [WHEN, WHO, RECEIVED, REQUESTS] {
            self.say(words);
        }
        self.count(received);
        if self.often(30) {
            let more = 1 + self.dice.below(received / 4);
            let grown = percent(more, received - more);
            let _ = write!(self.text, "，比上年增加{more}件，增长{grown}");
        }
        if carried > 0 {
            self.say(&["，上年结转", "，另有上年结转申请"]);
            self.count(carried);
        }
        let (by_channel, by_applicant) = (self.often(70), self.often(70));
        if by_channel {
            self.say(BY_CHANNEL);
            self.way(CHANNELS, received);
        }
        if by_applicant {
            self.say(BY_APPLICANT);
            self.way(APPLICANTS, received);
        }
        self.text.push('。');
        let done = received + carried - left;
        self.say(DONE);
        self.count(done);
        if self.often(75) {
            self.say(AMONG);
            self.way(RESULTS, done);
        }
        if left > 0 {
            self.say(LEFT);
            self.count(left);
            let open = self.text.ends_with(&format!("尚有{left}件"));
            self.text.push_str(if open { "结转下年度办理" } else { "" });
        }
        self.text.push('。');
    }
}

/// A share with one digit after the point, a half rounded up.
fn percent(part: u64, whole: u64) -> String {
    let tenths = (part * 2000 + whole) / (2 * whole);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

fn paragraph(seed: u64) -> String {
    let (dice, text) = (Dice::new(seed), String::new());
    let mut writer = Writer { dice, text };
    writer.paragraph();
    writer.text
}

/// What is told of the numbers of a paragraph.
fn told(paragraph: &str) -> Vec<Finding> {
    let report = format!("东河县2024年政府信息公开工作年度报告\n一、总体情况\n{paragraph}\n");
    let report = check(report.as_bytes(), &Options::default()).expect("a text is read");
    let mut findings = report.findings;
    findings.retain(|found| found.code.starts_with('N') && found.code != "N102");
    findings
}

#[test]
fn of_numbers_that_agree_nothing_is_told() {
    for seed in 1..=TRIALS {
        let text = paragraph(seed);
        let told: Vec<String> = told(&text).into_iter().map(|found| found.message).collect();
        assert!(told.is_empty(), "{text}\n{told:#?}");
    }
}

#[test]
fn most_spoiled_numbers_are_told() {
    let (mut spoiled, mut found) = (0, 0);
    for seed in 1..=TRIALS {
        let text = paragraph(seed);
        if let Some(text) = swapped(&text, &mut Dice::new(seed)) {
            spoiled += 1;
            found += u64::from(!told(&text).is_empty());
        }
    }
    println!("{found} of {spoiled} spoiled numbers are told");
    assert!(spoiled * 4 > TRIALS * 3 && found * 100 >= spoiled * 85);
}

/// The text with the last two digits of one of its counts swapped.
fn swapped(text: &str, dice: &mut Dice) -> Option<String> {
    let ends: Vec<usize> = text.match_indices('件').map(|(at, _)| at).collect();
    let differ = |&at: &usize| {
        let digits = &text.as_bytes()[at - 2..at];
        digits.iter().all(u8::is_ascii_digit) && digits[0] != digits[1] && digits[1] != b'0'
    };
    let ends: Vec<usize> = ends.into_iter().filter(differ).collect();
    let &end = ends.get(dice.below(ends.len().max(1) as u64) as usize)?;
    let mut bytes = text.as_bytes().to_vec();
    bytes.swap(end - 2, end - 1);
    String::from_utf8(bytes).ok()
}
