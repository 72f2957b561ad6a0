//! What must be said of a whole document, apart from any rule.

use crate::{
    document::{Document, PageProblem},
    recognise::Recognised,
    rule::Bilingual,
};

/// What must be said of the whole: that the text was too long, that no table could be read, or which pages could not.
pub(super) fn of_report(document: &Document, recognised: &Recognised) -> Option<Bilingual> {
    let mut notes = Vec::new();
    if document.is_cut() {
        notes.push(cut());
    } else if recognised.school {
        notes.push(school());
    } else if recognised.facts.is_empty() {
        notes.push(no_tables());
    }
    if recognised.second.is_some() {
        notes.push(second());
    }
    joined(notes, document)
}

/// What must be said where the text is no such report. Where pages could not be read, what could be says nothing of it.
pub(super) fn of_no_report(document: &Document) -> Option<Bilingual> {
    let unread = !document.page_problems().is_empty();
    let notes = (!unread).then(no_report).into_iter().collect();
    joined(notes, document)
}

/// Some notes with those on single pages.
fn joined(mut notes: Vec<Bilingual>, document: &Document) -> Option<Bilingual> {
    notes.extend(page_notes(document));
    let first = notes.first()?.clone();
    let join = |all: Bilingual, next: &Bilingual| {
        Bilingual::new(
            format!("{}{}", all.zh, next.zh),
            format!("{} {}", all.en, next.en),
        )
    };
    Some(notes[1..].iter().fold(first, join))
}

/// One sentence for each kind of problem, with the pages that have it.
fn page_notes(document: &Document) -> Vec<Bilingual> {
    use PageProblem::{Damaged, Drawn, Recognised, Scanned, Unreadable};
    let sentence = |problem: PageProblem| {
        let of = document
            .page_problems()
            .iter()
            .filter(|(_, other)| *other == problem);
        let pages: Vec<usize> = of.map(|(page, _)| *page).collect();
        (!pages.is_empty()).then(|| page_note(problem, &pages))
    };
    [Scanned, Drawn, Unreadable, Damaged, Recognised]
        .into_iter()
        .filter_map(sentence)
        .collect()
}

fn page_note(problem: PageProblem, pages: &[usize]) -> Bilingual {
    let numbers = ranges(pages);
    let (zh, en) = match problem {
        PageProblem::Scanned => (
            "是扫描的图片，读不出文字，没有核对",
            "scanned pictures: nothing on them was read or checked",
        ),
        PageProblem::Drawn => (
            "的文字是画成图形的，读不出来，没有核对",
            "text drawn as shapes: nothing on them was read or checked",
        ),
        PageProblem::Unreadable => (
            "有许多字读不出来（文件没有说明是什么字），这些内容没有核对",
            "many characters that the file does not identify: they were not checked",
        ),
        PageProblem::Damaged => (
            "的内容不完整，缺失的部分没有核对",
            "incomplete in the file: what is missing was not checked",
        ),
        PageProblem::Recognised => (
            "的文字是扫描后由软件识别的，可能有误，请对照原件",
            "text recognised from a scan, which may be wrong: compare it with the original",
        ),
    };
    Bilingual::new(
        format!("第{}页{zh}。", numbers.join("、")),
        format!("Pages {}: {en}.", numbers.join(", ")),
    )
}

/// Numbers that follow each other as ranges.
fn ranges(pages: &[usize]) -> Vec<String> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for &page in pages {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == page => *last = page,
            _ => ranges.push((page, page)),
        }
    }
    let text = |(first, last): &(usize, usize)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    };
    ranges.iter().map(text).collect()
}

fn cut() -> Bilingual {
    Bilingual::new(
        "这份文件太长或不完整，只读了前面的部分，后面的内容没有核对。",
        "This file is too long or incomplete: only its beginning was read, the rest was not checked.",
    )
}

fn second() -> Bilingual {
    Bilingual::new(
        "这份文件里有两份（或更多）年度报告，只核对了第一份；其余的请分开检查。",
        "This file holds two or more annual reports: only the first was checked; check the others on their own.",
    )
}

fn no_report() -> Bilingual {
    Bilingual::new(
        "这段文字看起来不是政府信息公开工作年度报告，没有可以核对的内容。请粘贴报告全文，连同其中的表格。",
        "This does not look like a government disclosure annual report; there is nothing to check. Paste the whole report, tables included.",
    )
}

fn school() -> Bilingual {
    Bilingual::new(
        "这是高等学校或公共企事业单位的信息公开年度报告，格式另有规定，这里没有评判；只核对了正文。",
        "This is a report of a university or public enterprise, for whose form other measures hold: the form was not judged; only the text was checked.",
    )
}

fn no_tables() -> Bilingual {
    Bilingual::new(
        "没有读到表格中的数字，表内勾稽关系无法核对；只核对了正文。",
        "No table was read, so the sums inside the tables cannot be checked; only the text was.",
    )
}
