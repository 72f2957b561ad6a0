//! Last year's report: read like any other, and compared where it is one, of that year.

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

/// Last year's report, in any kind that is read: read once, and compared as often as this year's is checked.
#[derive(Debug, Clone)]
pub struct LastYear {
    name: Option<String>,
    read: Result<(Document, Recognised), Bilingual>,
}

impl LastYear {
    /// Reads a report. Total: what cannot be opened is told in the report that it is to be compared with.
    #[must_use]
    pub fn read(bytes: &[u8], name: Option<&str>) -> Self {
        let read = ingest::read(bytes, name).map(|document| {
            let recognised = recognise(&document);
            (document, recognised)
        });
        Self {
            name: name.map(str::to_owned),
            read: read.map_err(|error| unread(&error.message)),
        }
    }
}

/// Last year's report beside this year's.
#[derive(Debug, Default)]
pub(super) struct Last<'a> {
    given: Option<&'a LastYear>,
    /// What it turned out to be, where it can be compared.
    read: Option<(&'a Document, &'a Recognised)>,
    /// What must be said of it.
    note: Option<Bilingual>,
}

impl<'a> Last<'a> {
    /// The report that is given as last year's. What cannot be compared is said in a note.
    pub(super) fn of(given: Option<&'a LastYear>, document: &Document, now: &Recognised) -> Self {
        let Some(last) = given else {
            return Self::default();
        };
        let (read, note) = match &last.read {
            Err(why) => (None, Some(why.clone())),
            Ok((then, recognised)) => match refused(recognised, now.year) {
                None => {
                    let read = (then, recognised);
                    (Some(read), another_body(read, (document, now)))
                }
                why => (None, why),
            },
        };
        Self { given, read, note }
    }

    /// What its tables say.
    pub(super) fn facts(&self) -> Option<&'a Facts> {
        self.read.map(|(_, read)| &read.facts)
    }

    /// What the tables and the words of the two reports say of each other.
    pub(super) fn compare(&self, document: &Document, recognised: &Recognised) -> Vec<Compared> {
        let now = Side {
            document,
            recognised,
        };
        let last = self.read.map(|(document, recognised)| Side {
            document,
            recognised,
        });
        last.map_or_else(Vec::new, |last| compare::check(now, last))
    }

    /// Adds what was compared to the checks, and gives what the report says of last year's.
    pub(super) fn told(
        &self,
        compared: Vec<Compared>,
        checks: &mut Vec<Check>,
        explained: &mut Explained,
    ) -> Option<report::LastYear<'_>> {
        let mut places = Vec::new();
        for Compared { check, last } in compared {
            let cause = same_cause(checks, explained, &check);
            explained
                .parts
                .extend(cause.map(|cause| (checks.len(), cause)));
            places.push((checks.len(), last));
            checks.push(check);
        }
        self.given.map(|given| report::LastYear {
            name: given.name.as_deref(),
            read: self.read,
            note: self.note.as_ref(),
            places,
        })
    }
}

/// The finding that mends the same cell in the same way as last year's report does.
pub(super) fn same_cause(
    checks: &[Check],
    explained: &Explained,
    compared: &Check,
) -> Option<usize> {
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
        format!("上年报告读取失败：{}", why.zh),
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
