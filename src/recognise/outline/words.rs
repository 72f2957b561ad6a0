//! The words of headings.

use crate::text::{
    character::is_letter,
    words::{Words, has},
};
use std::sync::LazyLock;

/// The longest heading, in letters without the ordinal.
pub(super) const LONGEST: usize = 46;

const OVERVIEW: usize = 0;
const DISCLOSURE: usize = 1;
const REQUESTS: usize = 2;
const LITIGATION: usize = 3;
const PROBLEMS: usize = 4;
const OTHER: usize = 5;

/// What a heading of each section contains: one word of each group.
const LOOSE: [(usize, &[&[&str]]); 6] = [
    (
        OVERVIEW,
        &[&[
            "总体",
            "概述",
            "概况",
            "基本情况",
            "基本工作",
            "情况综述",
            "总述",
            "主要工作情况",
            "工作开展情况",
            "年度工作情况",
        ]],
    ),
    (DISCLOSURE, &[&["主动公开"]]),
    (
        REQUESTS,
        &[&["申请"], &["公开", "收到", "处理", "办理", "受理", "答复"]],
    ),
    (LITIGATION, &[&["复议", "诉讼"]]),
    (
        PROBLEMS,
        &[
            &[
                "问题",
                "不足",
                "困难",
                "改进",
                "下一步",
                "下步",
                "打算",
                "整改",
                "努力方向",
            ],
            &[
                "存在", "主要", "改进", "措施", "打算", "情况", "方向", "工作", "安排", "计划",
                "思路", "建议", "不足",
            ],
        ],
    ),
    (
        OTHER,
        &[
            &["其他", "其它", "另外", "需要报告", "需要说明", "需报告"],
            &["报告", "事项", "说明", "情况", "工作", "内容"],
        ],
    ),
];

/// What the rows of the third table and other numbered lines contain that are no headings.
const NO_HEADING: [&str; 7] = [
    "本年新收",
    "上年结转",
    "年度办理结果",
    "结转下年",
    "申请数量",
    "继续办理",
    "其他处理",
];

/// Words that may stand before the name of the first section.
const FILLERS: [&str; 9] = [
    "政府信息公开",
    "信息公开",
    "政务公开",
    "本年度",
    "年度",
    "工作",
    "全市",
    "全县",
    "的",
];

/// The names of the first section.
const OVERVIEWS: [&str; 8] = [
    "总体情况",
    "总体概述",
    "总体概况",
    "概述",
    "概况",
    "基本情况",
    "总体工作情况",
    "基本工作情况",
];

/// Full headings, as they stand in a text without line breaks or with the text following in the same line.
const WORDINGS: [(usize, &str); 32] = [
    (OVERVIEW, "总体情况"),
    (OVERVIEW, "总体概述"),
    (OVERVIEW, "概述"),
    (OVERVIEW, "基本情况"),
    (OVERVIEW, "政府信息公开工作总体情况"),
    (OVERVIEW, "政府信息公开总体情况"),
    (OVERVIEW, "工作总体情况"),
    (DISCLOSURE, "主动公开政府信息情况"),
    (DISCLOSURE, "主动公开政府信息的情况"),
    (DISCLOSURE, "政府信息主动公开情况"),
    (DISCLOSURE, "行政机关主动公开政府信息"),
    (REQUESTS, "收到和处理政府信息公开申请"),
    (REQUESTS, "行政机关收到和处理政府信息公开申请"),
    (REQUESTS, "政府信息依申请公开情况"),
    (REQUESTS, "依申请公开政府信息情况"),
    (REQUESTS, "依申请公开情况"),
    (LITIGATION, "政府信息公开行政复议"),
    (LITIGATION, "因政府信息公开"),
    (LITIGATION, "行政复议、行政诉讼情况"),
    (LITIGATION, "行政复议和行政诉讼情况"),
    (LITIGATION, "政府信息公开被申请行政复议"),
    (PROBLEMS, "存在的主要问题"),
    (PROBLEMS, "存在主要问题"),
    (PROBLEMS, "存在的问题及"),
    (PROBLEMS, "存在问题及"),
    (PROBLEMS, "政府信息公开工作存在的主要问题"),
    (PROBLEMS, "主要问题及改进"),
    (OTHER, "其他需要报告的事项"),
    (OTHER, "其他需要报告事项"),
    (OTHER, "其它需要报告的事项"),
    (OTHER, "其他需要说明的事项"),
    (OTHER, "需要报告的其他事项"),
];

/// What a heading turned out to name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Named {
    /// A bit for each section.
    bits: u8,
    /// Whether it is worded as the form words one section, or nearly so.
    pub(super) strict: bool,
}

impl Named {
    /// The sections named, in the order of the form.
    pub(super) fn forms(self) -> impl Iterator<Item = usize> {
        (0..6).filter(move |form| self.bits >> form & 1 == 1)
    }
}

/// The sections that a heading without its ordinal names; several where it merges them.
pub(super) fn classify(heading: &str, number: Option<u8>) -> Option<Named> {
    let letters: String = heading.chars().filter(|&c| is_letter(c)).collect();
    let count = letters.chars().count();
    if !(2..=LONGEST).contains(&count) || NO_HEADING.iter().any(|word| has(&letters, word)) {
        return None;
    }
    if let Some(form) = strict(&letters) {
        return Some(Named {
            bits: 1 << form,
            strict: true,
        });
    }
    let bits = loose(&letters, number);
    (bits != 0).then_some(Named {
        bits,
        strict: false,
    })
}

fn loose(letters: &str, number: Option<u8>) -> u8 {
    let any = |words: &[&str]| words.iter().any(|word| has(letters, word));
    let fits = |groups: &[&[&str]]| groups.iter().all(|group| any(group));
    let mut bits = 0;
    for (form, groups) in LOOSE {
        if fits(groups) {
            bits |= 1 << form;
        }
    }
    let merged = any(&[
        "收到",
        "依申请",
        "申请公开情况",
        "申请办理",
        "申请和",
        "申请及",
    ]);
    if bits >> LITIGATION & 1 == 1 && !merged {
        bits &= !(1 << REQUESTS);
    }
    if bits & 0b11_1110 != 0 && !any(&["总体", "概述", "基本情况"]) {
        bits &= !1;
    }
    match number {
        _ if bits != 0 => bits,
        Some(1) if any(&["公开", "工作"]) && letters.ends_with("情况") => 1 << OVERVIEW,
        Some(2) if any(&["公开政府信息", "信息公开情况", "政务公开情况"]) => {
            1 << DISCLOSURE
        }
        Some(6 | 7) if any(&["其他", "其它", "附件", "附则"]) => 1 << OTHER,
        _ => 0,
    }
}

/// The one section that a heading names in the words of the form or nearly so.
fn strict(letters: &str) -> Option<usize> {
    let has = |word: &str| has(letters, word);
    let any = |words: &[&str]| words.iter().any(|word| has(word));
    if is_overview(letters) {
        Some(OVERVIEW)
    } else if any(&["复议", "诉讼"]) {
        let only = !any(&["收到", "依申请", "问题", "其他", "收费"]);
        (only && has("情况") && any(&["政府信息", "信息公开", "行政复议"])).then_some(LITIGATION)
    } else if has("申请") {
        let request = any(&["收到", "依申请", "处理", "办理"]) && has("信息");
        (request && has("公开") && has("情况") && !has("主动")).then_some(REQUESTS)
    } else if has("主动公开") {
        (has("政府信息") && has("情况") && !has("总体")).then_some(DISCLOSURE)
    } else if any(&["问题", "不足"]) {
        let both = any(&["改进", "措施", "打算", "下一步", "整改", "建议", "方向"]);
        ((both || has("主要问题")) && !has("其他")).then_some(PROBLEMS)
    } else {
        (any(&["其他", "其它"]) && any(&["报告", "说明"]) && has("事项")).then_some(OTHER)
    }
}

fn is_overview(letters: &str) -> bool {
    let mut rest = letters.trim_start_matches(|c: char| c.is_ascii_digit() || c == '年');
    while let Some(shorter) = FILLERS.iter().find_map(|filler| rest.strip_prefix(filler)) {
        rest = shorter;
    }
    OVERVIEWS.contains(&rest) || OVERVIEWS.contains(&letters)
}

/// The number of letters of a text.
pub(super) fn count(text: &str) -> usize {
    text.chars().filter(|&c| is_letter(c)).count()
}

/// Whether a text has more letters than so many.
pub(super) fn longer(text: &str, most: usize) -> bool {
    text.chars().filter(|&c| is_letter(c)).nth(most).is_some()
}

/// The section whose full heading, in one of its wordings, `text` begins with, and its length.
pub(super) fn known(text: &str) -> Option<(usize, usize)> {
    static KNOWN: LazyLock<Words> = LazyLock::new(|| Words::new(WORDINGS.map(|(_, name)| name)));
    let (at, wording) = KNOWN.longest(text)?;
    Some((WORDINGS[at].0, wording.len()))
}
