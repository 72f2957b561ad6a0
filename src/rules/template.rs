//! What was left out or left over in writing: the statement of fees, template text, broken sentences.

use super::catalogue::{F106, F107, F110};
use crate::{
    document::Document,
    recognise::{Recognised, outline::marker::marker},
    rule::{Bilingual, Cause, Check, Evidence, Finding},
    text::{
        Folded, Span,
        character::is_han,
        folded::fold_str,
        words::{ends, find},
    },
};
use std::ops::Range;

/// What a statement of fees says.
const FEES: [&str; 6] = ["处理费", "收费", "收取", "费用", "收缴", "缴费"];
/// Instructions of the form that are no part of a report.
const INSTRUCTIONS: [&str; 22] = [
    "该部分以表格形式报告",
    "本部分以表格形式报告",
    "此部分以表格形式报告",
    "待填写",
    "此处填写",
    "(此处",
    "请在此处",
    "(请填写",
    "(填写说明",
    "(示例)",
    "【示例】",
    "(单位名称)",
    "【单位名称】",
    "[单位名称]",
    "(宋体",
    "(黑体",
    "(仿宋",
    "(楷体",
    "(方正小标宋",
    "(三号黑体",
    "(三号仿宋",
    "(三号楷体",
];
/// What announces a table.
const ANNOUNCED: [&str; 3] = ["表格如下:", "表格如下", "如下表:"];
/// What a placeholder stands before.
const AFTER_BLANK: [&str; 26] = [
    "省", "市", "县", "区", "镇", "乡", "街道", "局", "委", "办", "厅", "单位", "部门", "年", "月",
    "日", "件", "条", "次", "个", "人", "万", "期", "场", "份", "篇",
];
/// What a number stands behind, and before a unit.
const COUNTED: [&str; 12] = [
    "信息", "建议", "提案", "收到", "受理", "办结", "答复", "公开", "发布", "解读", "复议", "诉讼",
];
/// What a rate stands behind.
const RATED: [&str; 7] = ["增长", "下降", "减少", "上升", "占比", "率为", "率达"];
/// What a sentence cannot end with.
const UNFINISHED: [&str; 14] = [
    "截止",
    "截至",
    "面积",
    "必须于",
    "应当于",
    "在于",
    "为",
    "和",
    "与",
    "及",
    "的",
    "、",
    ",",
    "于",
];
/// A paragraph shorter than this, in characters, may be a heading or a cell.
const SHORT: usize = 18;

/// The statement of fees, template text and broken sentences.
pub(super) fn apply(document: &Document, recognised: &Recognised, checks: &mut Vec<Check>) {
    fees(document, recognised, checks);
    for (at, (&span, folded)) in recognised.prose.iter().zip(&recognised.folded).enumerate() {
        left(document, recognised, folded, span, checks);
        cut_off(
            document,
            folded,
            span,
            recognised.folded.get(at + 1).map(AsRef::as_ref),
            checks,
        );
    }
}

/// Whether section six says whether fees were collected (edition 2021).
fn fees(document: &Document, recognised: &Recognised, checks: &mut Vec<Check>) {
    let due = recognised.is_due(2021) && recognised.year.is_none_or(|year| year >= 2021);
    let last = recognised
        .sections
        .iter()
        .rfind(|section| section.form == 5);
    let Some(section) = last.filter(|_| due) else {
        return;
    };
    let tail = Span::new(section.heading.start, document.text().len());
    let said = |text: &str| {
        let text = fold_str(text);
        FEES.iter().any(|word| text.contains(word))
    };
    let elsewhere = || fold_str(document.text()).contains("信息处理费");
    if said(document.quote(tail)) || elsewhere() {
        checks.push(Check::holds(
            &F106,
            vec![Evidence::words(section.heading, "其他事项")],
        ));
        return;
    }
    let message = Bilingual::new(
        "“其他需要报告的事项”没有说明是否收取信息处理费。",
        "“Other matters” does not say whether information handling fees were collected.",
    );
    let finding = Finding::of(&F106, Cause::Report, message);
    checks.push(Check::violated(
        &F106,
        vec![Evidence::words(section.heading, "其他事项")],
        finding,
    ));
}

/// Template text in one paragraph: at most one finding.
fn left(
    document: &Document,
    recognised: &Recognised,
    folded: &Folded,
    span: Span,
    checks: &mut Vec<Check>,
) {
    let text = folded.text();
    let signs = Signs::of(text);
    let whole = |word: &&str| find(text, word).map(|at| at..at + word.len());
    let instruction = || INSTRUCTIONS.iter().find_map(whole);
    let found = (signs.instruction.then(instruction).flatten())
        .or_else(|| signs.placeholder.then(|| placeholder(text)).flatten())
        .or_else(|| announced(document, recognised, text, span));
    let lost = found.is_none();
    let unfilled = || signs.unfilled.then(|| unfilled(document, folded)).flatten();
    let Some(range) = found.or_else(unfilled) else {
        return;
    };
    let quote = text[range.clone()].to_owned();
    let (zh, en, cause) = match lost {
        true => ("缺了数字", "A number is missing", Cause::Either),
        false => ("残留模板文字", "Template text was left in", Cause::Report),
    };
    let message = Bilingual::new(format!("{zh}：“{quote}”。"), format!("{en}: “{quote}”."));
    let mut finding = Finding::of(&F107, cause, message);
    finding.found = Some(quote);
    let evidence = vec![Evidence::words(folded.origin(range), "模板文字")];
    checks.push(Check::violated(&F107, evidence, finding));
}

/// What one look at the characters of a text leaves possible: most have none of it.
#[derive(Default)]
struct Signs {
    /// A character that every instruction has one of.
    instruction: bool,
    /// A character that stands for what was to be filled in.
    placeholder: bool,
    /// A unit before a mark without a digit before it.
    unfilled: bool,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = Self::default();
        // The two characters before.
        let (mut first, mut second) = (' ', ' ');
        for character in text.chars() {
            match character {
                '格' | '填' | '示' | '宋' | '黑' | '楷' | '处' | '称' => {
                    signs.instruction = true;
                }
                'X' | 'x' | '×' | '_' => signs.placeholder = true,
                ',' | '。' | ';' | '、' if is_unit(second) => {
                    signs.unfilled |= !first.is_ascii_digit();
                }
                _ => {}
            }
            (first, second) = (second, character);
        }
        signs
    }
}

/// Whether a number is expected right before this character.
fn is_unit(character: char) -> bool {
    matches!(character, '%' | '条' | '件' | '篇' | '次' | '份' | '场')
}

/// `XX市`, `××件`, `____年`: a blank that was to be filled in.
fn placeholder(text: &str) -> Option<Range<usize>> {
    ["XX", "xx", "××", "___"].iter().find_map(|blank| {
        text.match_indices(blank).find_map(|(at, _)| {
            let sign = blank.chars().next()?;
            let rest = text[at..].trim_start_matches(sign);
            let end = text.len() - rest.len();
            let unit = AFTER_BLANK.iter().find(|unit| rest.starts_with(**unit))?;
            let before = text[..at].chars().next_back();
            let alone = before.is_none_or(|c| is_han(c) || matches!(c, ',' | '。' | '、' | '('));
            (alone && !inside_quotes(&text[..at])).then_some(at..end + unit.len())
        })
    })
}

/// `主动公开信息  条,`, `同比增长%。`: a number left out before its unit.
fn unfilled(document: &Document, folded: &Folded) -> Option<Range<usize>> {
    let text = folded.text();
    text.match_indices([',', '。', ';', '、'])
        .find_map(|(end, _)| {
            let (at, unit) = text[..end].char_indices().next_back()?;
            let before = text[..at].trim_end_matches('余');
            if unit == '%' {
                let word = RATED.iter().find(|word| before.ends_with(**word))?;
                return Some(before.len() - word.len()..end);
            }
            if !is_unit(unit) {
                return None;
            }
            let word = COUNTED.iter().find(|word| before.ends_with(**word))?;
            let start = before.len() - word.len();
            let blank = document.quote(folded.origin(before.len() - '一'.len_utf8()..end));
            let blanks = blank.chars().filter(|c| c.is_whitespace()).count();
            let line = blank.contains('\n');
            (blanks > 1 && !line).then_some(start..end)
        })
}

/// Whether a quotation or a document's title is open at the end of `before`, or an example is being given.
fn inside_quotes(before: &str) -> bool {
    let open = |one: char, other: char| before.rfind(one) > before.rfind(other);
    let straight = before.matches('"').count() % 2 == 1;
    let example = ["如", "例如", "关于", "比如"]
        .iter()
        .any(|word| before.ends_with(word));
    straight || example || open('“', '”') || open('《', '》') || open('「', '」') || open('‘', '’')
}

/// A table announced where none follows.
fn announced(
    document: &Document,
    recognised: &Recognised,
    text: &str,
    span: Span,
) -> Option<Range<usize>> {
    let word = ANNOUNCED.iter().find(|word| ends(text, word))?;
    let block = document.block_at(span.start);
    let next = document.blocks().get(block + 1);
    let heads = |next: &Span| {
        recognised
            .sections
            .iter()
            .any(|section| section.plain && section.heading == *next)
    };
    let ends = next.is_none_or(heads);
    ends.then(|| text.len() - word.len()..text.len())
}

/// A paragraph that breaks off before a new one begins.
fn cut_off(
    document: &Document,
    folded: &Folded,
    span: Span,
    next: Option<&Folded>,
    checks: &mut Vec<Check>,
) {
    let text = folded.text();
    let long = || text.chars().filter(|&c| is_han(c)).count() >= SHORT;
    let Some(word) = UNFINISHED.iter().find(|word| ends(text, word)) else {
        return;
    };
    let index = text.matches('、').count() >= 3 && !text.contains('。') && text.ends_with(',');
    let adjacent = document.block_at(span.start);
    let begins = next.is_some_and(|next| {
        let follows = document.block_at(next.origin(0..0).start) == adjacent + 1;
        follows && marker(next.text()).is_some_and(|marker| marker.end < next.text().len())
    });
    // 在主动公开的信息中, 从公开渠道看, 按类别分: a list follows.
    let lead = text.strip_suffix(',');
    let leads = lead.is_some_and(|lead| lead.ends_with(['中', '看', '分']));
    if !begins || index || leads || !long() {
        return;
    }
    let message = Bilingual::new(
        format!("句子在“{word}”之后中断，后面另起了一段。"),
        format!("The sentence breaks off after “{word}”; a new paragraph begins."),
    );
    let finding = Finding::of(&F110, Cause::Either, message);
    let tail: String = text.chars().rev().take(8).collect();
    let from = text.len() - tail.len();
    let evidence = vec![Evidence::words(folded.origin(from..text.len()), "中断处")];
    checks.push(Check::violated(&F110, evidence, finding));
}
