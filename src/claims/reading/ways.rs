//! The ways in which things are divided, each known by the words of its kinds.

use crate::{
    claims::lexicon::{lists::DIMENSIONS, sums::OUTCOMES},
    text::words::{Words, any, has},
};
use std::sync::LazyLock;

/// What things are divided by, in the order of `DIMENSIONS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::claims) enum Way {
    /// How requests arrive.
    Channels,
    /// Who asks.
    Applicants,
    /// What comes of requests.
    Results,
    /// Whether a term was kept.
    Terms,
    /// What comes of reviews and lawsuits.
    Outcomes,
    /// New or of the year before.
    Origins,
}

impl Way {
    /// All of them.
    pub(in crate::claims) const ALL: [Self; 6] = [
        Self::Channels,
        Self::Applicants,
        Self::Results,
        Self::Terms,
        Self::Outcomes,
        Self::Origins,
    ];

    /// The two that divide requests by where they come from.
    pub(in crate::claims) const OF_REQUESTS: [Self; 2] = [Self::Channels, Self::Applicants];

    /// Whether some words name one of its kinds.
    pub(in crate::claims) fn names(self, words: &str) -> bool {
        static KINDS: LazyLock<Vec<Words>> = LazyLock::new(|| {
            let prepared = |words: &&[&'static str]| Words::new(words.iter().copied());
            DIMENSIONS.iter().map(prepared).collect()
        });
        let kinds = KINDS.get(self as usize);
        kinds.is_some_and(|kinds| kinds.any(words))
    }
}

/// Whether words name some of those who may ask: not all of them, as 公民、法人和其他组织 do.
pub(in crate::claims) fn of_one_kind(words: &str) -> bool {
    let all = || has(words, "法人") && any(words, &["公民", "自然人"]);
    Way::Applicants.names(words) && !all()
}

/// Whether some words name an outcome of reviews or lawsuits of which a list names all.
pub(in crate::claims) fn ends_case(words: &str) -> bool {
    OUTCOMES.iter().any(|outcome| any(words, outcome))
}
