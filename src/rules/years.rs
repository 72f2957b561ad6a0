//! The years that a report gives itself: in its title, its stated period and its text.

use super::{
    catalogue::F104,
    form::{finding, holds, violated},
    left_over::{self, NOW},
};
use crate::{
    document::Document,
    forms::{Form, READS_OLDER, UNIFORM_FROM},
    recognise::{Recognised, Title},
    rule::{Bilingual, Cause, Check, Evidence, Severity, Verdict},
    text::{
        Folded, Span,
        folded::fold_str,
        pattern::{self, Match, Regex},
        words::has,
    },
};
use std::{cell::LazyCell, ops::Range, sync::LazyLock};

/// What the patterns of periods and of the report's name begin with.
const CENTURY: &str = "20";
static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^(20[0-9]{2})年?1月1日(?:零时)?(?:起|开始)?(?:至|到|-|—|–|~|～)+(?:(20[0-9]{2})年)?12月31日",
    )
    .expect("a valid pattern")
});
static SELF: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(20[0-9]{2})年(?:度)?[^。,，;；:《》“”]{0,16}?(?:信息|政务)公开[^。,，;；:《》“”]{0,8}(?:报告|年报)")
        .expect("a valid pattern")
});
static OPENING: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^20[0-9]{2}年度?(?:以来)?,").expect("a valid pattern"));
static OWN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(20[0-9]{2})年度?,(?:我|本)[市县区局委办厅镇乡街旗州省机单]")
        .expect("a valid pattern")
});

/// An item of the overview that begins with a year and tells at once how much was opened or asked for.
static ITEM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^\\(?[一二三四五六七八九十0-9]{1,3}[)、.]{0,2}[^。:,0-9]{0,14}(?:主动公开|依申请公开)[^。:,0-9]{0,10}[。:](20[0-9]{2})年,[^。0-9]{0,40}(?:公开|发布|收到|受理)[^。0-9]{0,16}[0-9]+(?:余|多)?[条件篇份则宗]",
    )
    .expect("a valid pattern")
});

/// A file's name that says of which year the report in it is.
static FILED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(20[0-9]{2})年度?[^0-9]*公开[^0-9]*(?:报告|年报)").expect("a valid pattern")
});

/// A sentence that states the period says one of these.
const STATED: [&str; 5] = ["统计期限", "所列数据", "统计时间", "统计数据", "报告期"];
/// What stands before the report's name where a sentence presents it.
const PRESENTING: [&str; 5] = ["编制", "公布", "现将", "撰写", "发布"];
/// A sentence that says one of these speaks of another paper.
const ABOUT_OTHERS: [&str; 7] = ["通知", "上年", "上一年", "去年", "往年", "相比", "同比"];
/// A paragraph that says one of these may well tell of the year before.
pub(super) const HISTORY: [&str; 16] = [
    "考核", "评估", "评为", "获", "位列", "排名", "名列", "表彰", "荣", "测评", "相比", "较", "比",
    "同比", "截至", "反馈",
];

/// An item that says one of these has figures of something else than of what was opened in the year that it names.
const NOT_OPENED: [&str; 19] = [
    "报告年度",
    "报告期",
    "一年来",
    "目前",
    "决算",
    "预算",
    "印发",
    "结转",
    "整改",
    "整合",
    "迁移",
    "修订",
    "指出",
    "列明",
    "口径",
    "补充",
    "法院",
    "开通",
    "目录",
];

/// The title's year against the stated period and the text.
pub(super) fn apply(document: &Document, recognised: &Recognised, checks: &mut Vec<Check>) {
    let Some(title) = &recognised.title else {
        return;
    };
    let Some(year) = title.year else { return };
    let year = i32::from(year);
    let from = checks.len();
    filed(document, title, year, checks);
    let first = recognised.sections.iter().find(|section| section.form == 0);
    let start = recognised
        .sections
        .first()
        .map(|section| section.heading.start);
    for (at, (&span, folded)) in recognised.prose.iter().zip(&recognised.folded).enumerate() {
        if let Some(&next) = recognised.prose.get(at + 1)
            && is_cut(folded.text())
            && next.start <= span.end + 2
        {
            let both = Folded::new(document.text(), Span::new(span.start, next.end));
            period(&both, title, year, checks);
        }
        if !folded.text().contains("20") {
            continue;
        }
        let lead = start.is_none_or(|start| span.start < start) && span.start > title.span.start;
        period(folded, title, year, checks);
        if lead {
            presented(folded, title, year, checks);
        }
    }
    if let Some(first) = first {
        let from = first.heading.end;
        let next = |section: &&crate::recognise::Section| section.heading.start > from;
        let to = recognised
            .sections
            .iter()
            .find(next)
            .map(|section| section.heading.start);
        let own = Span::new(first.heading.start, to.unwrap_or(document.text().len()));
        opening(document, recognised, own, year, checks);
    }
    let older = |form: &Form| READS_OLDER && form.from < UNIFORM_FROM;
    if recognised.form.is_some_and(older) {
        left_over::apply(recognised, title, year, checks);
    }
    let lead = start.unwrap_or(0);
    for check in &mut checks[from..] {
        let printed = check
            .finding
            .as_ref()
            .and_then(|finding| finding.found.clone());
        if printed.is_some_and(|printed| also_titled(document, lead, &printed)) {
            check.verdict = Verdict::Undecided;
            check.finding = None;
        }
    }
}

/// Whether a line that is to state the period ends before the period does: `统计期限为2013年1月⏎1日至…`.
fn is_cut(line: &str) -> bool {
    STATED.iter().any(|word| has(line, word))
        && !has(line, "12月31日")
        && line.ends_with(|c: char| c.is_ascii_digit() || "年月日至到为自从起".contains(c))
}

/// The year in the file's name, where it names one report.
fn filed(document: &Document, title: &Title, year: i32, checks: &mut Vec<Check>) {
    let Some(name) = document.name() else { return };
    let name = fold_str(name.rsplit(['/', '\\']).next().unwrap_or(name));
    let mut years = FILED
        .captures_iter(&name)
        .filter_map(|groups| groups.get(1));
    let (Some(printed), None) = (years.next(), years.next()) else {
        return;
    };
    let place = place(title.span, "标题");
    let printed = printed.as_str();
    if printed.parse() == Ok(year) {
        checks.push(holds(&F104, vec![place]));
        return;
    }
    let message = Bilingual::new(
        format!("标题是 {year} 年，文件名却是 {printed} 年的报告。"),
        format!("The title says {year}, the file's name {printed}."),
    );
    let mut finding = finding(&F104, Severity::Warning, Cause::Report, message);
    finding.expected = Some(year.to_string());
    finding.found = Some(printed.to_owned());
    checks.push(violated(&F104, vec![place], finding));
}

/// Whether a line above the text names a report of that year too: then the title may have been another's.
fn also_titled(document: &Document, lead: usize, year: &str) -> bool {
    const LONGEST: usize = 200;
    let lines = document
        .blocks()
        .iter()
        .take_while(|span| span.start < lead);
    lines
        .filter(|span| span.end - span.start <= LONGEST)
        .any(|&span| {
            let text = fold_str(document.quote(span));
            text.contains(year)
                && text.contains("公开")
                && !text.contains(['。', '《'])
                && (text.contains("报告") || text.contains("年报"))
        })
}

/// The stretch between sentence ends around `range`.
fn sentence(text: &str, range: Range<usize>) -> &str {
    let ends = ['。', '；', ';'];
    let from = text[..range.start].rfind(ends).unwrap_or(0);
    let to = text[range.end..]
        .find(ends)
        .map_or(text.len(), |at| range.end + at);
    &text[from..to]
}

/// The stated period against the title.
fn period(folded: &Folded, title: &Title, year: i32, checks: &mut Vec<Check>) {
    let text = folded.text();
    if !text.contains("1月1日") {
        return;
    }
    for (at, groups) in pattern::captures_at(&PERIOD, CENTURY, text) {
        let Some(whole) = groups.get(0) else { continue };
        let range = |found: Match<'_>| at + found.start()..at + found.end();
        let around = sentence(text, range(whole));
        let named = |words: &[&str]| words.iter().any(|word| around.contains(word));
        if !named(&STATED) || named(&ABOUT_OTHERS) {
            continue;
        }
        let wrong = [1, 2]
            .iter()
            .filter_map(|&at| groups.get(at))
            .find(|found| found.as_str().parse() != Ok(year));
        match wrong {
            None => checks.push(holds(
                &F104,
                vec![place(folded.origin(range(whole)), "统计期限")],
            )),
            Some(wrong) => {
                let printed = wrong.as_str();
                let message = Bilingual::new(
                    format!(
                        "标题是 {year} 年，统计期限却写作 {printed} 年（{}）。",
                        whole.as_str()
                    ),
                    format!(
                        "The title says {year}, the period stated says {printed} ({}).",
                        whole.as_str()
                    ),
                );
                let place = place(folded.origin(range(wrong)), "统计期限");
                checks.push(differs(message, place, title, year, printed));
            }
        }
    }
}

/// The year under which the lead presents this report.
fn presented(folded: &Folded, title: &Title, year: i32, checks: &mut Vec<Check>) {
    let text = folded.text();
    if !text.contains('。') || !text.contains("公开") {
        return;
    }
    for (at, groups) in pattern::captures_at(&SELF, CENTURY, text) {
        let (Some(whole), Some(printed)) = (groups.get(0), groups.get(1)) else {
            continue;
        };
        let range = |found: Match<'_>| at + found.start()..at + found.end();
        let around = sentence(text, range(whole));
        let named = |words: &[&str]| words.iter().any(|word| around.contains(word));
        let before = around.split(whole.as_str()).next().unwrap_or_default();
        let presented = PRESENTING.iter().any(|word| before.contains(word));
        if quoted(&text[..at + whole.start()]) || !presented || named(&ABOUT_OTHERS) {
            continue;
        }
        let place = place(folded.origin(range(printed)), "报告年度");
        if printed.as_str().parse() == Ok(year) {
            checks.push(holds(&F104, vec![place]));
            continue;
        }
        let printed = printed.as_str();
        let message = Bilingual::new(
            format!("标题是 {year} 年，正文却称本报告为 {printed} 年的报告。"),
            format!("The title says {year}, the text calls this the report of {printed}."),
        );
        checks.push(differs(message, place, title, year, printed));
    }
}

/// Whether a document's title is open at the end of `before`.
fn quoted(before: &str) -> bool {
    before.rfind('《') > before.rfind('》')
}

/// Whether a paragraph that begins with a year goes on with the reporting body.
fn tells_of_body(text: &str, body: Option<&str>) -> bool {
    let after = || text.split_once(',').map_or("", |(_, after)| after);
    OWN.is_match(text) || body.is_some_and(|name| after().starts_with(name))
}

/// The paragraphs of section one that begin with a year: last year's text may have been left.
fn opening(
    document: &Document,
    recognised: &Recognised,
    own: Span,
    year: i32,
    checks: &mut Vec<Check>,
) {
    let title = recognised.title.as_ref();
    let body = title.and_then(|title| title.organization);
    let body = body.map(|span| fold_str(document.quote(span)));
    let all = recognised.prose.iter().zip(&recognised.folded);
    let paragraphs: Vec<&Folded> = all
        .filter(|(span, _)| own.contains(**span))
        .map(|(_, folded)| folded.as_ref())
        .collect();
    let now = format!("{year}年");
    let begins = |folded: &Folded, year: i32| {
        folded.text().starts_with(&year.to_string()) && OPENING.is_match(folded.text())
    };
    let first = paragraphs.iter().find(|folded| begins(folded, year));
    if let Some(first) = first {
        checks.push(holds(&F104, vec![place(first.origin(0..4), "本年")]));
    }
    let begun = first.is_some();
    let said = |folded: &&Folded| has(folded.text(), &now) || has(folded.text(), "二〇");
    let current = LazyCell::new(|| paragraphs.iter().any(said));
    let dated = |folded: &&&Folded| OPENING.is_match(folded.text());
    let lead = paragraphs.iter().find(dated).map(|folded| folded.text());
    for folded in paragraphs.iter().filter(|folded| begins(folded, year - 1)) {
        let text = folded.text();
        let history = HISTORY.iter().any(|word| text.contains(word));
        let first = !begun || lead == Some(text);
        let told = first && tells_of_body(text, body.as_deref());
        let left = !*current || told && !text.contains(&now) && !history;
        if !left {
            continue;
        }
        let printed = (year - 1).to_string();
        let message = Bilingual::new(
            format!(
                "标题是 {year} 年，总体情况却以“{printed}年”叙述本年工作，可能沿用了上年的文字。"
            ),
            format!(
                "The title says {year}, the overview tells of {printed} as its own year: text of last year may have been left."
            ),
        );
        if let Some(title) = title {
            checks.push(differs(
                message,
                place(folded.origin(0..4), "正文年份"),
                title,
                year,
                &printed,
            ));
        }
    }
    if let Some(title) = title {
        items(&paragraphs, title, year, checks);
    }
}

/// The items of section one that count what was opened or asked for under the year before, and say nothing of this year:
/// `(一)主动公开情况。2022年,通过网站公开信息915条` of 2023.
fn items(paragraphs: &[&Folded], title: &Title, year: i32, checks: &mut Vec<Check>) {
    let (now, then) = (format!("{year}年"), format!("{}年", year - 1));
    for folded in paragraphs {
        let text = folded.text();
        if !has(text, &then) || has(text, &now) {
            continue;
        }
        let item = ITEM.captures(text).and_then(|groups| groups.get(1));
        let Some(said) = item.filter(|said| said.as_str().parse() == Ok(year - 1)) else {
            continue;
        };
        if HISTORY
            .iter()
            .chain(&NOW)
            .chain(&NOT_OPENED)
            .any(|word| has(text, word))
        {
            continue;
        }
        let printed = said.as_str();
        let message = Bilingual::new(
            format!("标题是 {year} 年，这一项却写作“{printed}年”的数量，可能沿用了上年的文字。"),
            format!(
                "The title says {year}, this item counts for {printed}: text of last year may have been left."
            ),
        );
        let place = place(folded.origin(said.start()..said.end()), "正文年份");
        checks.push(differs(message, place, title, year, printed));
    }
}

pub(super) fn place(span: Span, label: &str) -> Evidence {
    Evidence {
        span,
        label: label.into(),
        value: None,
    }
}

pub(super) fn differs(
    message: Bilingual,
    at: Evidence,
    title: &Title,
    year: i32,
    printed: &str,
) -> Check {
    let mut finding = finding(&F104, Severity::Warning, Cause::Report, message);
    finding.expected = Some(year.to_string());
    finding.found = Some(printed.to_owned());
    violated(&F104, vec![at, place(title.span, "标题")], finding)
}
