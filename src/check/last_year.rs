//! Last year's report: read like any other, and compared where it is one, of that year.

use super::{Found, LastYear};
use crate::{
    compare::{self, Side},
    document::Document,
    facts::Facts,
    ingest,
    locate::Explained,
    recognise::{Recognised, recognise},
    report,
    rule::{Bilingual, Check, Compared},
    text::{folded::fold_str, number::plain},
};

/// Last year's report as it was read.
#[derive(Debug, Default)]
pub(super) struct Last {
    /// What it turned out to be, where it can be compared.
    read: Option<(Document, Recognised)>,
    /// What must be said of it.
    note: Option<Bilingual>,
    /// The file's name.
    name: Option<String>,
    /// Whether it was given at all.
    given: bool,
}

impl Last {
    /// Reads the report that is given as last year's. Total: what cannot be compared is said in a note.
    pub(super) fn read(given: Option<LastYear<'_>>, document: &Document, now: &Recognised) -> Self {
        let Some(given) = given else {
            return Self::default();
        };
        let mut last = Self {
            name: given.name.map(str::to_owned),
            given: true,
            ..Self::default()
        };
        let read = match ingest::read(given.bytes, given.name) {
            Ok(read) => read,
            Err(error) => {
                last.note = Some(unread(&error.message));
                return last;
            }
        };
        let recognised = recognise(&read);
        let refused = refused(&recognised, now.year);
        last.note = refused
            .clone()
            .or_else(|| another_body((&read, &recognised), (document, now)));
        if refused.is_none() {
            last.read = Some((read, recognised));
        }
        last
    }

    /// What its tables say.
    pub(super) fn facts(&self) -> Option<&Facts> {
        self.read.as_ref().map(|(_, read)| &read.facts)
    }

    /// Adds what it and this year's report say of each other to the checks, and gives what the report says of it.
    pub(super) fn compare(
        &self,
        now: Found<'_>,
        told: Vec<Compared>,
        checks: &mut Vec<Check>,
        explained: &mut Explained,
    ) -> Option<report::LastYear<'_>> {
        let mut places = Vec::new();
        let found = self.sides(now).map(|(now, last)| compare::check(now, last));
        for Compared { check, last } in found.into_iter().flatten().chain(told) {
            if now.off.contains(&check.rule.code) {
                continue;
            }
            let cause = same_cause(checks, explained, &check);
            explained
                .parts
                .extend(cause.map(|cause| (checks.len(), cause)));
            places.push((checks.len(), last));
            checks.push(check);
        }
        self.given.then(|| report::LastYear {
            name: self.name.as_deref(),
            read: self.read.as_ref().map(|(document, read)| (document, read)),
            note: self.note.as_ref(),
            places,
        })
    }

    /// The two reports, where they can be compared.
    fn sides<'a>(&'a self, now: Found<'a>) -> Option<(Side<'a>, Side<'a>)> {
        let (document, recognised) = self.read.as_ref()?;
        let last = Side {
            document,
            recognised,
        };
        let Found {
            document,
            recognised,
            ..
        } = now;
        let now = Side {
            document,
            recognised,
        };
        Some((now, last))
    }
}

/// The finding that mends the same cell in the same way as last year's report does.
fn same_cause(checks: &[Check], explained: &Explained, compared: &Check) -> Option<usize> {
    let due = compared.finding.as_ref()?.expected.as_ref()?;
    let place = compared.evidence.first()?;
    let mends = |check: &Check| {
        let repairs = check.finding.iter().flat_map(|finding| &finding.repairs);
        repairs
            .filter(|repair| repair.evidence.span == place.span)
            .any(|repair| plain(repair.value) == *due)
    };
    let found = checks.iter().position(mends)?;
    let whole = explained.parts.iter().find(|(part, _)| *part == found);
    Some(whole.map_or(found, |&(_, whole)| whole))
}

fn unread(why: &Bilingual) -> Bilingual {
    Bilingual::new(
        format!("上年报告没有读成：{}", why.zh),
        format!("Last year's report was not read: {}", why.en),
    )
}

/// Why a report cannot be compared with that of the year `now`.
fn refused(last: &Recognised, now: Option<u16>) -> Option<Bilingual> {
    if !last.is_report() {
        return Some(Bilingual::new(
            "所选的上年报告里没有读到政府信息公开工作年度报告，没有作两年对照。",
            "What was chosen as last year's report is no such report; the years were not compared.",
        ));
    }
    let (year, now) = last.year.zip(now)?;
    (year + 1 != now).then(|| {
        Bilingual::new(
            format!("所选的上年报告是 {year} 年度的，而本报告是 {now} 年度的，没有作两年对照。"),
            format!("What was chosen as last year's report is of {year}, and this report is of {now}; the years were not compared."),
        )
    })
}

/// What must be said where the two titles name two bodies. They are compared all the same: bodies are renamed.
fn another_body(
    last: (&Document, &Recognised),
    now: (&Document, &Recognised),
) -> Option<Bilingual> {
    let name = |(document, read): (&Document, &Recognised)| {
        let span = read.title.as_ref()?.organization?;
        Some(fold_str(document.quote(span)))
    };
    let (then, now) = (name(last)?, name(now)?);
    (!then.contains(&now) && !now.contains(&then)).then(|| {
        Bilingual::new(
            format!("两年报告的单位名称不同（上年为“{then}”），请确认选对了文件。"),
            format!("The two reports name different bodies (last year “{then}”): see that it is the right file."),
        )
    })
}
