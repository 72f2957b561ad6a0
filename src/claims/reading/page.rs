//! The prose as the relations see it: passages with their mentions, and which numbers are explained.

use super::{
    list::{List, Trait},
    mention::Mention,
    passage::Passage,
};
use crate::{
    claims::lexicon::numbers::{ALIASES, ALIKE},
    rule::{Bilingual, Check, Evidence, Finding, Rule, Severity},
    text::{
        Number,
        number::plain,
        words::{Glance, Words, last, replaced},
    },
};
use std::{borrow::Cow, ops::Range, rc::Rc, sync::LazyLock};

pub(in crate::claims) use crate::text::words::{any, has};
/// How many bytes of text before a number are looked at.
pub(in crate::claims) const LOOK: usize = 900;

/// A passage with its mentions.
#[derive(Debug)]
pub(in crate::claims) struct Page {
    pub(in crate::claims) passage: Passage,
    pub(in crate::claims) mentions: Vec<Mention>,
    /// What the words around each mention say of its place in a list.
    pub(in crate::claims) traits: Vec<Trait>,
    /// Which mentions took part in a check.
    pub(in crate::claims) used: Vec<bool>,
    /// Which of them took part in one that holds.
    pub(in crate::claims) borne_out: Vec<bool>,
    /// The lists of parts found in the passage.
    pub(in crate::claims) lists: Vec<List>,
    /// Whether it speaks of requests for information.
    pub(in crate::claims) requests: bool,
    /// Whether it speaks of reviews or lawsuits.
    pub(in crate::claims) litigation: bool,
    /// Which characters the passage has: what cannot be in it is not sought in any part of it.
    pub(in crate::claims) glance: Glance,
    /// The heading under which the passage stands.
    pub(in crate::claims) heading: String,
    /// The name of the report's own body.
    pub(in crate::claims) body: Rc<str>,
}

impl Page {
    pub(in crate::claims) fn text(&self) -> &str {
        &self.passage.text
    }

    /// Whether the passage has one of the words.
    pub(in crate::claims) fn says(&self, words: &[&str]) -> bool {
        self.glance.says(self.text(), words)
    }

    /// A stretch of the folded text; empty where it is out of bounds.
    pub(in crate::claims) fn slice(&self, range: Range<usize>) -> &str {
        self.passage.text.get(range).unwrap_or_default()
    }

    /// The text between two mentions.
    pub(in crate::claims) fn gap(&self, from: usize, to: usize) -> &str {
        self.slice(self.mentions[from].range.end..self.mentions[to].range.start)
    }

    /// The text before a mention, from the mention before it on.
    pub(in crate::claims) fn before(&self, at: usize) -> &str {
        let from = at
            .checked_sub(1)
            .map_or(0, |last| self.mentions[last].range.end);
        clip(self.slice(from..self.mentions[at].range.start))
    }

    pub(in crate::claims) fn label(&self, at: usize) -> &str {
        self.slice(self.mentions[at].label.clone())
    }

    /// The words that name a part: those before it or, where there are none, those after it: 其中15件予以公开.
    pub(in crate::claims) fn words(&self, at: usize) -> &str {
        let label = self.label(at);
        if label.is_empty() || label.ends_with("其中") {
            self.tail(at)
        } else {
            label
        }
    }

    pub(in crate::claims) fn wide(&self, at: usize) -> &str {
        self.slice(self.mentions[at].wide.clone())
    }

    pub(in crate::claims) fn tail(&self, at: usize) -> &str {
        self.slice(self.mentions[at].tail.clone())
    }

    /// The clause around a mention: the words before it and the words after it.
    pub(in crate::claims) fn around(&self, at: usize) -> String {
        alias(format!("{}{}", self.wide(at), self.tail(at))).into_owned()
    }

    /// What a mention counts, in words.
    pub(in crate::claims) fn noun(&self, at: usize) -> &str {
        let label = self.label(at).trim_matches(|c: char| !c.is_alphanumeric());
        let label = label.strip_prefix("其中").unwrap_or(label);
        let noun = if label.is_empty() {
            self.tail(at)
        } else {
            label
        };
        last(noun, 24)
    }

    pub(in crate::claims) fn evidence(&self, at: usize) -> Evidence {
        let mention = &self.mentions[at];
        Evidence {
            span: self.passage.origin(&mention.mark),
            label: self.noun(at).into(),
            value: (!mention.malformed).then_some(mention.value),
        }
    }

    /// The digits of a mention without its unit, where they alone are its value.
    pub(in crate::claims) fn digits(&self, at: usize) -> Option<Evidence> {
        let range = &self.mentions[at].range;
        let printed = self.slice(range.clone());
        let count = printed.bytes().take_while(u8::is_ascii_digit).count();
        let value: Number = printed[..count].parse().ok()?;
        (value == self.mentions[at].value).then(|| Evidence {
            span: self.passage.origin(&(range.start..range.start + count)),
            ..self.evidence(at)
        })
    }

    /// A number as printed, with its unit.
    pub(in crate::claims) fn quote(&self, at: usize) -> &str {
        self.slice(self.mentions[at].range.clone())
    }

    /// Whether two mentions stand in the same sentence.
    pub(in crate::claims) fn same_sentence(&self, from: usize, to: usize) -> bool {
        self.traits[from].sentence == self.traits[to].sentence
    }

    /// Whether a number goes on a series whose names stand before its first one: 95 of `财政、税务类信息11、95条`.
    pub(in crate::claims) fn serial(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let last = &self.mentions[before];
        let bare =
            !last.unit.is_empty() && self.quote(before).ends_with(|c: char| c.is_ascii_digit());
        bare && last.is_count() && ["、", ","].contains(&self.gap(before, at))
    }

    /// The whole of the list that a number is a part of, the nearest one where there are several.
    pub(in crate::claims) fn whole(&self, part: usize) -> Option<usize> {
        let lists = self.lists.iter().filter(|list| list.has(part));
        let wholes = lists.filter_map(|list| list.whole);
        wholes.min_by_key(|whole| whole.abs_diff(part))
    }

    /// The values of several mentions.
    pub(in crate::claims) fn values(&self, mentions: &[usize]) -> Vec<Number> {
        mentions.iter().map(|&at| self.mentions[at].value).collect()
    }

    /// What several mentions count.
    pub(in crate::claims) fn all_words(&self, mentions: &[usize]) -> Vec<&str> {
        mentions.iter().map(|&at| self.words(at)).collect()
    }

    pub(in crate::claims) fn use_all(&mut self, mentions: &[usize]) {
        for &at in mentions {
            self.used[at] = true;
        }
    }

    /// A check over mentions of this page, which are now explained.
    pub(in crate::claims) fn check(
        &mut self,
        rule: &'static Rule,
        claim: &'static str,
        numbers: &[usize],
        finding: Option<Finding>,
    ) -> Check {
        self.use_all(numbers);
        if finding.is_none() {
            for &at in numbers {
                self.borne_out[at] = true;
            }
        }
        let evidence = numbers.iter().map(|&at| self.evidence(at)).collect();
        Check {
            claim: Some(claim),
            ..Check::of(rule, evidence, finding)
        }
    }
}

/// The last part of a long text, so that looking at it takes bounded time.
pub(in crate::claims) fn clip(text: &str) -> &str {
    let mut from = text.len().saturating_sub(LOOK);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

/// A finding about the report itself.
pub(in crate::claims) fn finding(
    severity: Severity,
    zh: String,
    en: String,
    formula: Option<String>,
) -> Finding {
    Finding {
        formula,
        ..Finding::new(severity, Bilingual { zh, en })
    }
}

/// Whether two units may count the same things.
pub(in crate::claims) fn alike(one: &str, other: &str) -> bool {
    one == other
        || one.is_empty()
        || other.is_empty()
        || ALIKE
            .iter()
            .any(|pair| pair.contains(&one) && pair.contains(&other))
}

/// Undoes the words that a copy in traditional characters replaces.
pub(in crate::claims) fn alias<'a>(text: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
    static KNOWN: LazyLock<Words> =
        LazyLock::new(|| Words::new(ALIASES.iter().map(|(word, _)| *word)));
    let text = text.into();
    if !KNOWN.any(&text) {
        return text;
    }
    replaced(&text, ALIASES.iter().copied()).into()
}

/// A sum written out.
pub(in crate::claims) fn plus(values: &[Number]) -> String {
    values
        .iter()
        .map(|&value| plain(value))
        .collect::<Vec<_>>()
        .join(" + ")
}

/// A sum written out that is not what it is said to be: `12 + 4 − 1 = 15 ≠ 16`.
pub(in crate::claims) fn unequal(added: &[Number], taken: &[Number], said: Number) -> String {
    let mut sum = plus(added);
    for &value in taken {
        sum = format!("{sum} − {}", plain(value));
    }
    let real = added.iter().sum::<Number>() - taken.iter().sum::<Number>();
    format!("{sum} = {} ≠ {}", plain(real), plain(said))
}
