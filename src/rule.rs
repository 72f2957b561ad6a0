//! What a rule is and what comes of applying one.

use crate::text::{Number, Span};
use std::sync::Arc;

/// A text in the two languages of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bilingual {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The same text in both languages.
    #[must_use]
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            zh: zh.into(),
            en: en.into(),
        }
    }

    /// The text in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

/// A count with its noun in English: `1 row`, `3 rows`.
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// Simplified Chinese.
    #[default]
    Chinese,
    /// English.
    English,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing may be wrong.
    Notice,
    /// Very probably wrong; a person must look.
    Warning,
    /// Arithmetic or a statement that cannot be right as printed.
    Error,
}

/// What is at fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The report itself.
    Report,
    /// Only what could be read of it.
    Reading,
    /// One of the two; it cannot be told.
    Either,
}

/// A rule of the catalogue.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The code, never reused: `T301`.
    pub code: &'static str,
    /// The name that says the fault: `requests-unbalanced`.
    pub name: &'static str,
    /// The severity that its findings have unless a finding says otherwise.
    pub severity: Severity,
    /// The Chinese title.
    pub zh: &'static str,
    /// The English title.
    pub en: &'static str,
    /// The user's page, Markdown in Chinese: what, why, how to mend, example, basis.
    pub page_zh: &'static str,
    /// The same in English.
    pub page_en: &'static str,
}

/// A rule with its pages, which only builds with the feature `pages` carry; in the others they are empty.
macro_rules! rule {
    ($code:ident, $severity:ident, $name:literal, $zh:literal, $en:literal) => {
        $crate::rule::Rule {
            code: stringify!($code),
            name: $name,
            severity: $crate::rule::Severity::$severity,
            zh: $zh,
            en: $en,
            page_zh: $crate::rule::rule!(page $code ".zh.md"),
            page_en: $crate::rule::rule!(page $code ".en.md"),
        }
    };
    (page $code:ident $ending:literal) => {
        if cfg!(feature = "pages") {
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules/", stringify!($code), $ending))
        } else {
            ""
        }
    };
}
pub(crate) use rule;

/// Declares a rule under its code, or under a name that says what is wrong, with that as its documentation.
macro_rules! declare {
    ($code:ident, $severity:ident, $name:literal, $zh:literal, $en:literal) => {
        #[doc = concat!("`", $name, "`: ", $en, ".")]
        pub static $code: $crate::rule::Rule =
            $crate::rule::rule!($code, $severity, $name, $zh, $en);
    };
    ($called:ident = $code:ident, $severity:ident, $name:literal, $zh:literal, $en:literal) => {
        $crate::rule::declare!($code, $severity, $name, $zh, $en);
        #[doc = concat!("`", $name, "`: ", $en, ".")]
        pub static $called: &$crate::rule::Rule = &$code;
    };
}
pub(crate) use declare;

/// How one application of a rule ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// What the rule demands is so.
    Holds,
    /// It is not so; a [`Finding`] says what is wrong.
    Violated,
    /// It cannot be told.
    Undecided,
}

/// A place in the report and what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The place.
    pub span: Span,
    /// What stands there, in Chinese as the form or the text names it.
    pub label: Arc<str>,
    /// The number as understood, where it is one.
    pub value: Option<Number>,
}

impl Evidence {
    /// A place of words, under its name.
    pub(crate) fn words(span: Span, label: impl Into<Arc<str>>) -> Self {
        Self {
            span,
            label: label.into(),
            value: None,
        }
    }
}

/// A value that would make broken sums hold. It is only ever shown beside the printed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The place.
    pub evidence: Evidence,
    /// The value that would stand there.
    pub value: Number,
    /// How many broken relations it would restore.
    pub restores: usize,
    /// Why it is likely.
    pub why: Bilingual,
    /// Which of several ways to mend it this belongs to, from 0: repairs of one way go together, ways stand side by
    /// side, the likeliest first.
    pub way: usize,
}

/// The numbers of a formula, and what they should be to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Terms {
    /// Two sides that should add up to the same. What is taken away on one side stands on the other.
    Equal(Vec<Number>, Vec<Number>),
    /// A part of a whole, and the percentage as it is printed.
    Share {
        /// The part.
        part: Number,
        /// What it is a part of.
        whole: Number,
        /// The percentage.
        percent: Number,
    },
}

impl Terms {
    /// Two sides that should add up to the same.
    #[must_use]
    pub fn equal(one: &[Number], other: &[Number]) -> Option<Box<Self>> {
        Some(Box::new(Self::Equal(one.to_vec(), other.to_vec())))
    }
}

/// What is wrong, in words and with its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What is at fault.
    pub cause: Cause,
    /// A sentence with the numbers in it.
    pub message: Bilingual,
    /// The sum written out as recomputed: `844 + 193 + 21 + 2 = 1060 ≠ 1039`.
    pub formula: Option<String>,
    /// The same as numbers, where findings of the text may have one cause.
    pub terms: Option<Box<Terms>>,
    /// What should stand there.
    pub expected: Option<String>,
    /// What stands there.
    pub found: Option<String>,
    /// What might mend it, the likeliest first.
    pub repairs: Vec<Repair>,
}

impl Finding {
    /// What a rule finds wrong, as severe as the rule is.
    pub(crate) fn of(rule: &Rule, cause: Cause, message: Bilingual) -> Self {
        Self {
            cause,
            ..Self::new(rule.severity, message)
        }
    }

    /// What is wrong with the report in words, without a sum.
    #[must_use]
    pub fn new(severity: Severity, message: Bilingual) -> Self {
        Self {
            severity,
            cause: Cause::Report,
            message,
            formula: None,
            terms: None,
            expected: None,
            found: None,
            repairs: Vec::new(),
        }
    }
}

/// A check against last year's report, with what that one says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The check, with its places in this year's report.
    pub check: Check,
    /// The places in last year's.
    pub last: Vec<Evidence>,
}

/// One application of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The rule.
    pub rule: &'static Rule,
    /// How it ended.
    pub verdict: Verdict,
    /// The numbers and words it looked at, the most telling first.
    pub evidence: Vec<Evidence>,
    /// What is wrong: present where the verdict is [`Verdict::Violated`], unless another finding of the same rule tells
    /// it as well; and also where a check holds or is undecided but has something worth knowing to say.
    pub finding: Option<Finding>,
    /// Whether this is a claim of the text, to be listed with the claims: its kind, such as `sum`, `share`, `growth`, `link`.
    pub claim: Option<&'static str>,
}

impl Check {
    /// A check of what is as it should be.
    pub(crate) fn holds(rule: &'static Rule, evidence: Vec<Evidence>) -> Self {
        Self::of(rule, evidence, None)
    }

    /// A check of which nothing can be told.
    pub(crate) fn undecided(rule: &'static Rule, evidence: Vec<Evidence>) -> Self {
        Self {
            verdict: Verdict::Undecided,
            ..Self::holds(rule, evidence)
        }
    }

    /// A check of what is not as it should be.
    pub(crate) fn violated(rule: &'static Rule, evidence: Vec<Evidence>, finding: Finding) -> Self {
        Self::of(rule, evidence, Some(finding))
    }

    /// A check that holds where nothing is found.
    pub(crate) fn of(
        rule: &'static Rule,
        evidence: Vec<Evidence>,
        finding: Option<Finding>,
    ) -> Self {
        let verdict = match finding {
            Some(_) => Verdict::Violated,
            None => Verdict::Holds,
        };
        Self {
            rule,
            verdict,
            evidence,
            finding,
            claim: None,
        }
    }

    /// Whether it could be told.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.verdict != Verdict::Undecided
    }

    /// Makes what it tells a mere hint.
    pub(crate) fn soften(&mut self) {
        if let Some(found) = &mut self.finding {
            found.severity = Severity::Notice;
        }
    }
}
