//! What the text calls the items of the national form of 2014 to 2018.

use crate::claims::{
    lexicon::CUMULATIVE,
    reading::page::{Page, any, has},
};

/// How a text names an item.
struct Name {
    /// The item.
    fact: &'static str,
    /// Other items that the same words may honestly mean.
    also: &'static [&'static str],
    /// What the words before the number end with.
    ends: &'static [&'static str],
    /// What must stand somewhere in the clause; nothing where the ends say enough.
    with: &'static [&'static str],
    /// What the number counts.
    units: &'static [&'static str],
}

const CASES: &[&str] = &["件", "条", "次", "宗", "起"];
const TIMES: &[&str] = &["次", "场", "期", "场次", "个"];
const PEOPLE: &[&str] = &["人", "名"];
const ASKED: &[&str] = &["f2014.3.1", "f2014.3.2", "f2014.3.3"];

const fn name(
    fact: &'static str,
    ends: &'static [&'static str],
    units: &'static [&'static str],
) -> Name {
    Name {
        fact,
        also: &[],
        ends,
        with: &[],
        units,
    }
}

const fn asked(
    fact: &'static str,
    ends: &'static [&'static str],
    with: &'static [&'static str],
) -> Name {
    Name {
        fact,
        also: ASKED,
        ends,
        with,
        units: CASES,
    }
}

/// The names, those with longer words before those that end alike.
const NAMES: [Name; 31] = [
    name(
        "f2014.1.2.1",
        &["政府公报公开", "政府公报公开政府信息"],
        &["条"],
    ),
    name(
        "f2014.1.2.2",
        &["政府网站公开", "政府网站公开政府信息", "政府网站主动公开"],
        &["条"],
    ),
    name(
        "f2014.1.2.3",
        &["政务微博公开", "政务微博公开政府信息"],
        &["条"],
    ),
    name(
        "f2014.1.2.4",
        &["政务微信公开", "政务微信公开政府信息"],
        &["条"],
    ),
    name("f2014.1.1.1", &["主动公开规范性文件"], &["件", "条", "份"]),
    name("f2014.1.1.2", &["制发规范性文件"], &["件", "份"]),
    name(
        "f2014.1.1",
        &["主动公开政府信息", "主动公开各类政府信息", "主动公开信息"],
        &["条", "件"],
    ),
    name("f2014.2.2.1", &["新闻发布会"], TIMES),
    name("f2014.2.2.2", &["在线访谈"], TIMES),
    name(
        "f2014.2.2.3",
        &["政策解读稿件", "政策解读稿", "发布解读稿件"],
        &["篇", "条", "件", "份"],
    ),
    name(
        "f2014.2.1",
        &["回应公众关注热点或重大舆情", "公众关注热点或重大舆情"],
        &["次", "件", "条"],
    ),
    name("f2014.3.1.1", &["当面申请", "现场申请"], CASES),
    name("f2014.3.1.2", &["传真申请"], CASES),
    name(
        "f2014.3.1.3",
        &["网络申请", "网上申请", "互联网申请", "在线申请"],
        CASES,
    ),
    name("f2014.3.1.4", &["信函申请", "信件申请", "邮寄申请"], CASES),
    name("f2014.3.2.1", &["按时办结", "按期办结"], CASES),
    name("f2014.3.2.2", &["延期办结"], CASES),
    name(
        "f2014.3.3.1",
        &["属于已主动公开范围", "已主动公开范围"],
        CASES,
    ),
    name("f2014.3.3.3", &["同意部分公开", "部分公开"], CASES),
    name("f2014.3.3.4", &["不同意公开"], CASES),
    name("f2014.3.3.2", &["同意公开"], CASES),
    name(
        "f2014.3.3.5",
        &["不属于本行政机关公开", "不属于本机关公开"],
        CASES,
    ),
    name("f2014.3.3.6", &["申请信息不存在", "信息不存在"], CASES),
    asked(
        "f2014.3.1",
        &[
            "信息公开申请",
            "依申请公开申请",
            "申请公开政府信息",
            "收到申请",
            "受理申请",
        ],
        &["收到", "受理", "接到"],
    ),
    asked("f2014.3.2", &["办结"], &["申请"]),
    asked("f2014.3.3", &["答复"], &["申请"]),
    name("f2014.8.3.1", &["专职人员", "专职工作人员"], PEOPLE),
    name("f2014.8.3.2", &["兼职人员", "兼职工作人员"], PEOPLE),
    name("f2014.9.2", &["举办培训班", "举办各类培训班"], TIMES),
    name(
        "f2014.4",
        &["信息公开行政复议", "发生行政复议", "收到行政复议"],
        CASES,
    ),
    name(
        "f2014.5",
        &["信息公开行政诉讼", "发生行政诉讼", "涉及行政诉讼"],
        CASES,
    ),
];

/// What may stand between a name and its number.
const FILLERS: [&str; 12] = [
    "总数", "总量", "数量", "共计", "合计", "答复", "共", "为", "数", "达", "约", ":",
];
/// Words that narrow or widen what a clause speaks of.
const OTHER_SCOPE: [&str; 20] = [
    "网站",
    "平台",
    "微信",
    "微博",
    "公众号",
    "通过",
    "部门",
    "乡镇",
    "街道",
    "本级",
    "办公室",
    "重点",
    "领域",
    "其中",
    "转办",
    "上年",
    "结转",
    "每",
    "季度",
    "月",
];

/// An item that the words before a number name.
pub(super) struct Named {
    /// The item, and others that the words may mean.
    pub(super) facts: Vec<&'static str>,
    /// Whether the words leave no doubt that the whole of the item is meant.
    pub(super) sure: bool,
}

/// The item of the national form that the words before a mention name.
pub(super) fn named(page: &Page, at: usize) -> Option<Named> {
    let mention = &page.mentions[at];
    let label = page.label(at);
    let wide = page.wide(at);
    let found = NAMES.iter().find_map(|name| {
        let fits =
            name.units.contains(&mention.unit) && (name.with.is_empty() || any(wide, name.with));
        let end = fits.then(|| ending(label, name.ends)).flatten()?;
        Some((name, end))
    });
    let (name, end) = found?;
    let rest = wide.replace(end, "");
    let narrowed = OTHER_SCOPE.iter().any(|word| has(&rest, word)) && !is_part(name.fact);
    Some(Named {
        facts: std::iter::once(name.fact)
            .chain(name.also.iter().copied())
            .collect(),
        sure: !narrowed && !any(wide, CUMULATIVE) && !mention.soft,
    })
}

/// Whether an item is one of several parts, so that a text lists it behind 其中.
fn is_part(fact: &str) -> bool {
    ["f2014.3.1.", "f2014.3.2.", "f2014.3.3.", "f2014.8.3."]
        .iter()
        .any(|group| fact.starts_with(group))
}

/// The name that some words end with, whatever fills the space to the number.
fn ending<'a>(words: &str, ends: &[&'a str]) -> Option<&'a str> {
    let mut rest = words.trim_end();
    loop {
        if let Some(end) = ends.iter().find(|end| rest.ends_with(**end)) {
            return Some(end);
        }
        let filler = FILLERS
            .iter()
            .find_map(|filler| rest.strip_suffix(filler))?;
        rest = filler;
    }
}
