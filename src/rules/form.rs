//! Rules about the report's form: edition, tables.

use super::{
    catalogue::{F103, F201, F202, F203},
    stops,
};
use crate::{
    document::Document,
    forms,
    recognise::{Recognised, Status, TableRead, outline::SECTIONS},
    rule::{Bilingual, Cause, Check, Evidence, Finding, counted},
    text::{Span, folded::fold_str},
};

/// The first year with a form for the whole country.
const NATIONAL: u16 = 2014;

/// The edition of the form, by its labels and by the notice cited, against the year reported on.
pub(super) fn edition(document: &Document, recognised: &Recognised, checks: &mut Vec<Check>) {
    let (Some(form), Some(year)) = (recognised.form, recognised.year) else {
        return;
    };
    let Some(due) = forms::for_year(year) else {
        return;
    };
    // Before 2014 each province had its own form, or none: no other one is a fault.
    let free = year < NATIONAL && form.edition != due.edition;
    if recognised.labelled && !free {
        let place = recognised
            .tables
            .iter()
            .find_map(|table| table.region)
            .or(recognised.title.as_ref().map(|title| title.span));
        let place: Vec<Evidence> = first_line(document, place).into_iter().collect();
        checks.push(if form.edition == due.edition {
            Check::holds(&F103, place)
        } else {
            let message = Bilingual::new(
                format!(
                    "{year} 年度报告应使用 {} 年版表样，文中使用的是 {} 年版。",
                    due.edition, form.edition
                ),
                format!(
                    "A report of {year} uses the form of {}; this one has the form of {}.",
                    due.edition, form.edition
                ),
            );
            Check::violated(&F103, place, Finding::of(&F103, Cause::Report, message))
        });
    }
    cited(document, due, year, checks);
}

/// The notice cited.
fn cited(document: &Document, due: &forms::Form, year: u16, checks: &mut Vec<Check>) {
    for form in forms::all() {
        let Some(notice) = form.notice else { continue };
        let Some(at) = document.text().find(notice) else {
            continue;
        };
        let place = Evidence::words(Span::new(at, at + notice.len()), "引用的文件");
        let also_due = || due.notice.is_some_and(|due| document.text().contains(due));
        if form.edition == due.edition {
            checks.push(Check::holds(&F103, vec![place]));
        } else if is_formative(document.text(), at)
            && !also_due()
            && form.from > due.from.min(2018)
            && year >= 2019
        {
            let due_notice = due.notice.unwrap_or_default();
            let message = Bilingual::new(
                format!(
                    "文中引用的 {notice} 不是 {year} 年度适用的格式文件（应为 {due_notice}）。"
                ),
                format!(
                    "The notice cited, {notice}, is not the one for reports of {year} ({due_notice})."
                ),
            );
            checks.push(Check::violated(
                &F103,
                vec![place],
                Finding::of(&F103, Cause::Report, message),
            ));
        }
    }
}

/// Whether the notice is cited as the basis of the report's form.
fn is_formative(text: &str, at: usize) -> bool {
    let mut from = at.saturating_sub(240);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = fold_str(&text[from..at]);
    before.contains("年度报告") && before.contains("国办公开办函")
}

fn first_line(document: &Document, place: Option<Span>) -> Option<Evidence> {
    let place = place?;
    let block = document.block(document.block_at(place.start));
    let span = Span::new(place.start, place.end.min(block.end).max(place.start));
    Some(Evidence::words(span, "表样"))
}

/// Whether a table is there, and whole.
pub(super) fn table(
    document: &Document,
    recognised: &Recognised,
    table: &TableRead,
    checks: &mut Vec<Check>,
) {
    let behind = || stops::is_behind(document, recognised, table);
    let heading = heading_of(recognised, table);
    match table.status {
        Status::Read => {
            let place: Vec<Evidence> = heading.into_iter().collect();
            let all = [&F201, &F202, &F203];
            checks.extend(all.map(|rule| Check::holds(rule, place.clone())));
        }
        Status::Picture => checks.push(picture(table)),
        Status::Incomplete if table.is_scrambled() || behind() => {
            checks.push(Check::undecided(&F203, Vec::new()));
        }
        Status::Missing if behind() || stops::is_ahead(recognised, table) => {
            checks.push(Check::undecided(&F201, Vec::new()));
        }
        Status::Incomplete => checks.push(incomplete(recognised, table)),
        Status::Missing => {
            let reads_like_report = recognised.sections.len() >= 2
                || recognised.tables.iter().any(|other| other.region.is_some());
            if reads_like_report && recognised.is_due(2019) {
                checks.push(missing(recognised, table));
            }
        }
    }
}

/// A table that is absent; where all of them are, the first one tells it.
fn missing(recognised: &Recognised, table: &TableRead) -> Check {
    let tables = &recognised.tables;
    let all = tables.iter().all(|table| table.status == Status::Missing);
    let told = if all {
        &tables[..]
    } else {
        std::slice::from_ref(table)
    };
    let evidence = told
        .iter()
        .filter_map(|table| heading_of(recognised, table));
    let titles: Vec<&str> = told.iter().map(|table| &*table.form.title).collect();
    let message = Bilingual::new(
        format!(
            "没有找到“{}”表。如原文有表，请检查复制时是否丢失。",
            titles.join("”表、“")
        ),
        format!(
            "Not found: table “{}”. If the original has it, it was lost in copying.",
            titles.join("”, “")
        ),
    );
    let mut check = Check::violated(
        &F201,
        evidence.collect(),
        Finding::of(&F201, Cause::Either, message),
    );
    if told[0].form.id != table.form.id {
        check.finding = None;
    }
    check
}

fn heading_of(recognised: &Recognised, table: &TableRead) -> Option<Evidence> {
    let section = recognised
        .sections
        .iter()
        .find(|section| SECTIONS[section.form].table == Some(table.form.id))?;
    Some(Evidence::words(section.heading, table.form.title.as_ref()))
}

fn picture(table: &TableRead) -> Check {
    let title = &table.form.title;
    let message = Bilingual::new(
        format!("“{title}”表是图片，无法核对其中的数字。"),
        format!("Table “{title}” is a picture; its numbers cannot be checked."),
    );
    let evidence = table
        .picture
        .map(|span| Evidence::words(span, title.as_ref()));
    let finding = Finding::of(&F202, Cause::Report, message);
    Check::violated(&F202, evidence.into_iter().collect(), finding)
}

fn incomplete(recognised: &Recognised, table: &TableRead) -> Check {
    let lost: Vec<&str> = table.lost_rows().collect();
    let shown = lost
        .iter()
        .take(4)
        .map(|row| format!("“{row}”"))
        .collect::<Vec<_>>()
        .join("、");
    let (title, count) = (&table.form.title, lost.len());
    let message = Bilingual::new(
        format!(
            "“{title}”表缺 {count} 行：{shown}{}。",
            if count > 4 { "等" } else { "" }
        ),
        format!(
            "Table “{title}” lacks {}: {shown}{}.",
            counted(count, "row"),
            if count > 4 { " and others" } else { "" }
        ),
    );
    let evidence = heading_of(recognised, table).into_iter().collect();
    Check::violated(&F203, evidence, Finding::of(&F203, Cause::Either, message))
}
