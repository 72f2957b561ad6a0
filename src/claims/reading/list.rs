//! A list of parts, as data: what opens it, its items, its whole.

/// How a list of parts is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::claims) enum Opener {
    /// 其中, 包括: perhaps not all parts.
    Among,
    /// 分别为, 分为: all parts.
    Closed,
    /// 主要有, 涉及: some parts.
    Open,
    /// A parenthesis right after the whole.
    Paren,
    /// A parenthesis of some that the whole includes: (含…).
    Included,
    /// N件中….
    Of,
    /// A colon after the whole.
    Colon,
    /// Nothing but the total's 共.
    Unmarked,
}

/// One part of a list, with the percentages that follow it.
#[derive(Debug, Clone)]
pub(in crate::claims) struct Item {
    pub(in crate::claims) at: usize,
    pub(in crate::claims) shares: Vec<usize>,
}

/// A list of parts.
#[derive(Debug, Clone)]
pub(in crate::claims) struct List {
    pub(in crate::claims) opener: Opener,
    pub(in crate::claims) items: Vec<Item>,
    /// Numbers of another unit between or after the items: perhaps parts as well.
    pub(in crate::claims) strays: Vec<usize>,
    /// How many items belong to the list for certain.
    pub(in crate::claims) firm: usize,
    /// The mention that is the whole, once known.
    pub(in crate::claims) whole: Option<usize>,
    /// Whether the parts add up to the whole.
    pub(in crate::claims) holds: bool,
}

impl List {
    /// Whether the mention is one of the parts.
    pub(in crate::claims) fn has(&self, at: usize) -> bool {
        self.items.iter().take(self.firm).any(|item| item.at == at)
    }

    /// The mentions of the first `count` items.
    pub(in crate::claims) fn parts(&self, count: usize) -> Vec<usize> {
        self.items.iter().take(count).map(|item| item.at).collect()
    }
}

/// What the words around a mention say of its place in a list.
#[derive(Debug, Clone, Copy)]
pub(in crate::claims) struct Trait {
    /// What opens a list there.
    pub(in crate::claims) opener: Option<Opener>,
    /// In which sentence of the passage it stands.
    pub(in crate::claims) sentence: usize,
    /// Whether its clause ends in the name of a place or level.
    pub(in crate::claims) place: bool,
    /// Whether its words name a known kind of part.
    pub(in crate::claims) kind: bool,
    /// Whether it is said to add up what stands before it.
    pub(in crate::claims) summing: bool,
    /// Which verbs stand in its item, one bit each.
    pub(in crate::claims) verbs: u64,
    /// Which verbs stand in its clause.
    pub(in crate::claims) verbs_around: u64,
}
