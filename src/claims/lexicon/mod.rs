//! The words that the grammar knows. They are data: files of words beside this one, made into constants by `build.rs`.

/// What kind of thing a unit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A count of things.
    Count,
    /// Percent.
    Percent,
    /// Money, in yuan.
    Money,
    /// Time, dates, measures, addresses: no quantity of the report.
    None,
}

/// One honest way to read a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    /// Its name in Chinese.
    pub(super) zh: &'static str,
    /// Its name in English.
    pub(super) en: &'static str,
    /// The cells to add up: `t3.denied.*.total` stands for all rows of a group, `t3.new.org` for the five columns of
    /// organisations.
    pub(super) cells: &'static [&'static str],
}

/// What a word of a clause says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// Nothing of its own.
    Fill,
    /// Requests.
    Asked,
    /// Receiving.
    Received,
    /// Answering.
    Closed,
    /// Dealing with.
    Handled,
    /// A group of results.
    Group(&'static str),
    /// A row of a group of results.
    Row(&'static str, Reading),
    /// A column of applicants, by its name in `APPLICANTS`.
    Applicant(&'static str),
    /// One cell that stands for itself, by the name that its numbers share.
    Cell(&'static str, Reading),
}

/// What a word says in a statement that there was none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Nothing,
    Requests,
    Reviews,
    Lawsuits,
    Documents,
    CarriedIn,
    CarriedOut,
}

/// How a text names an item of the form of 2014.
pub(super) struct Item {
    /// The item.
    pub(super) fact: &'static str,
    /// Other items that the same words may honestly mean.
    pub(super) also: &'static [&'static str],
    /// The item whose own number must stand right before, where the words alone say too little.
    pub(super) after: &'static [&'static str],
    /// What the words before the number end with.
    pub(super) ends: &'static [&'static str],
    /// What must stand somewhere in the clause; nothing where the ends say enough.
    pub(super) with: &'static [&'static str],
    /// What the number counts.
    pub(super) units: &'static [&'static str],
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));
