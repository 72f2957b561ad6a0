//! What the words around a number say of its place in a list: what opens one, its verbs, whether it names a kind or a place.

use super::{
    context::cuts,
    list::{Opener, Trait},
    mention::Mention,
    page::{Page, any},
    ways::ends_case,
};
use crate::{
    claims::lexicon::lists::{
        CLOSED_OPENERS, DIMENSIONS, OPEN_OPENERS, OPENERS, REST, SUMMING, VERBS,
    },
    text::words::{Endings, Words},
};
use std::sync::LazyLock;

/// How long the words between a whole and the mark that opens its parts may be, in bytes.
const SAID: usize = 30;

/// The traits of all mentions of a passage.
pub(in crate::claims) fn traits(page: &Page) -> Vec<Trait> {
    let (mut sentence, mut enumerated) = (0, false);
    (0..page.mentions.len())
        .map(|at| {
            let mention = &page.mentions[at];
            let (label, place) = (page.label(at), place(page.wide(at)));
            let verbs_near = verbs(label) | verbs(page.tail(at));
            let lead = page.slice(mention.wide.start..mention.label.start);
            let from = at
                .checked_sub(1)
                .map_or(0, |last| page.mentions[last].range.end);
            let gap = page.slice(from..mention.range.start);
            if gap.contains(['。', '!', '?']) {
                sentence += 1;
                enumerated = false;
            }
            enumerated |= gap.contains("其中:");
            Trait {
                opener: opener(page, at),
                sentence,
                place,
                kind: place || kind(page, page.words(at)),
                summing: sums_up(label) && !(enumerated && named(label)),
                verbs: verbs_near,
                verbs_around: verbs_near | verbs(lead),
            }
        })
        .collect()
}

/// Whether the words name a part: of a known kind, what is left, an outcome of a case.
fn kind(page: &Page, label: &str) -> bool {
    let rest = REST.iter().any(|word| label.starts_with(word));
    known(label) || rest || page.litigation && ends_case(label)
}

/// Whether the words name any known kind of part.
fn known(text: &str) -> bool {
    static KINDS: LazyLock<Words> = LazyLock::new(|| Words::new(DIMENSIONS.concat()));
    KINDS.any(text)
}

/// Whether the words before a number say that it sums up those before it.
fn sums_up(label: &str) -> bool {
    static WORDS: LazyLock<Endings> = LazyLock::new(|| Endings::new(SUMMING.iter().copied()));
    WORDS.any(label)
}

/// Whether the words say what is counted, so that a part of a list has a 共 of its own: `其中:政策解读共7条;财政预算共5条`.
fn named(label: &str) -> bool {
    let name = label.strip_suffix('共').unwrap_or_default();
    name.chars().nth(1).is_some() && !name.ends_with('总')
}

fn verbs(text: &str) -> u64 {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(VERBS.iter().copied()));
    WORDS.mask(text)
}

/// The count before `at`, percentages skipped.
pub(in crate::claims) fn count_before(page: &Page, at: usize) -> Option<usize> {
    (0..at)
        .rev()
        .take(4)
        .find(|&i| page.mentions[i].is_amount())
}

/// Whether a number is only what a share right behind it is of: `纠正8件,占已审结56件的14.3%`.
pub(in crate::claims) fn is_base(page: &Page, at: usize) -> bool {
    let share = page.mentions.get(at + 1).is_some_and(Mention::is_percent);
    share && page.label(at).starts_with('占') && page.gap(at, at + 1) == "的"
}

/// What opens a list at the mention `at`, if anything does.
fn opener(page: &Page, at: usize) -> Option<Opener> {
    let mention = &page.mentions[at];
    if !mention.is_amount() || mention.change || is_base(page, at) {
        return None;
    }
    let whole = count_before(page, at)?;
    let before = page.before(at);
    let word = last_outside(before);
    let word = word.filter(|(_, word)| *word != "涉及" || !of(page.tail(whole)));
    if let Some((place, word)) = word
        && !before[place..].contains(['。', ';', '!', '?'])
    {
        // 其中涉及公告6条、动态41条: what 其中 announces, whatever the verb.
        let led = word == "涉及" && before[..place].ends_with("其中");
        return Some(if CLOSED_OPENERS.contains(&word) {
            Opener::Closed
        } else if !led && OPEN_OPENERS.contains(&word) {
            Opener::Open
        } else {
            Opener::Among
        });
    }
    if among(before) || headed(page, whole, before) {
        return Some(Opener::Among);
    }
    let based = page.label(whole).starts_with('占');
    let rated = |between: usize| page.mentions[between].is_percent() && !based;
    if !(whole + 1..at).all(rated) {
        return None;
    }
    let gap = page.gap(at - 1, at);
    let inside = mention.paren != page.mentions[at - 1].paren;
    // 120件公开申请(网上85件、信函35件)
    let said = page.tail(at - 1);
    let named = said.len() <= SAID && mention.unit == page.mentions[whole].unit;
    let gap = gap.strip_prefix(said).filter(|_| named).unwrap_or(gap);
    if inside && gap.starts_with('(') {
        if gap.starts_with("(含") || gap.starts_with("(包含") {
            return Some(Opener::Included);
        }
        // 办结率93.6%(办结291件,应办311件): the numbers of a rate.
        let rate = page.label(at - 1).trim_end_matches(['为', '达', '约']);
        let name = rate
            .strip_suffix('率')
            .filter(|_| page.mentions[at - 1].is_percent());
        let label = page.label(at);
        if name.is_some_and(|name| label.starts_with('应') || label.contains(name)) {
            return None;
        }
        // 答复10件(结转下年15件): what is left, or was carried in, stands beside what was dealt with.
        let next = page.mentions.get(at + 1);
        let single = next.is_none_or(|next| next.paren != mention.paren);
        if single && label.contains("结转") && !label.starts_with("其中") {
            return None;
        }
        let other = ["(不含", "(较", "(比", "(同比", "(另", "(其余"];
        return (!other.iter().any(|word| gap.starts_with(word))).then_some(Opener::Paren);
    }
    if whole + 1 != at {
        return None;
    }
    if of(page.tail(whole)) && !page.gap(whole, at).contains('。') {
        return Some(Opener::Of);
    }
    let rest = page.gap(whole, at).strip_prefix(said);
    let rest = rest.filter(|_| said.len() <= SAID)?;
    match rest.trim_start_matches(',') {
        said if said.starts_with(':') => Some(Opener::Colon),
        said if said.starts_with('即') => Some(Opener::Closed),
        said if said.starts_with('含') => Some(Opener::Among),
        said if sorted(said) => Some(Opener::Colon),
        _ => None,
    }
}

/// Whether some words and a colon lead to the kinds of a number: `10条,类别有七类:机构类1条`.
fn sorted(said: &str) -> bool {
    let head = said.split_once(':').filter(|(_, name)| !name.is_empty());
    head.is_some_and(|(head, _)| {
        head.len() <= SAID && !head.contains(cuts) && any(head, &["类", "如下", "具体", "分别"])
    })
}

/// Whether a sentence, or what follows a whole, begins by saying what its numbers are parts of: `在主动公开的信息中,`.
fn among(before: &str) -> bool {
    let sentence = before.rsplit('。').next().unwrap_or_default();
    let sentence = sentence.trim_start_matches([',', ';']);
    let opening = sentence
        .strip_prefix('在')
        .filter(|rest| rest.len() < before.len());
    opening.is_some_and(|rest| of(rest.split(',').next().unwrap_or_default()))
}

/// Whether a sentence begins by saying that its numbers are parts of the one before: `法人申请96件。法人申请中,商业企业55件`.
fn headed(page: &Page, whole: usize, before: &str) -> bool {
    let sentence = before.rsplit('。').next().unwrap_or_default();
    let clause = sentence.split(',').next().unwrap_or_default();
    let noun = clause.strip_suffix('中').unwrap_or_default();
    noun.len() > 6
        && sentence.len() < before.len()
        && sentence != clause
        && page.label(whole).starts_with(noun)
}

/// The last word that opens a list and stands in no parenthesis that is closed again: `工作文件类(包括通知、公告)10条`.
fn last_outside(mut before: &str) -> Option<(usize, &'static str)> {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(OPENERS.iter().copied()));
    loop {
        let (at, word) = WORDS.last(before)?;
        let inside = before[at..].split_once(')').map(|(inside, _)| inside);
        if inside.is_none_or(|inside| inside.contains('(')) {
            return Some((at, word));
        }
        before = &before[..at];
    }
}

/// Whether the words after a number say "of these": 中, 申请件中.
fn of(tail: &str) -> bool {
    let Some((before, after)) = tail.split_once('中').or_else(|| tail.split_once('里')) else {
        return false;
    };
    let last = before.chars().next_back();
    let word = after.starts_with([
        '心', '国', '共', '央', '小', '学', '标', '介', '型', '层', '期', '旬', '的',
    ]);
    before.len() <= 36 && !word && last.is_none_or(|c| "件条请息项份案个次起量数位门街".contains(c))
}

/// Whether the words before a number end in the name of a place or level.
fn place(words: &str) -> bool {
    const TAILS: [&str; 13] = [
        "信息",
        "政府",
        "及其部门",
        "公开",
        "发布",
        "收到",
        "受理",
        "办理",
        "报送",
        "政务",
        "共",
        "为",
        "各类",
    ];
    const LEVELS: [&str; 11] = [
        "县",
        "区",
        "市",
        "旗",
        "镇",
        "乡",
        "州",
        "盟",
        "街道",
        "本级",
        "办事处",
    ];
    static SILENT: LazyLock<Endings> = LazyLock::new(|| Endings::new(TAILS));
    static PLACES: LazyLock<Endings> = LazyLock::new(|| Endings::new(LEVELS));
    let (mut name, _) = words.split_once('(').unwrap_or((words, ""));
    while let Some(tail) = SILENT.of(name) {
        name = &name[..name.len() - tail.len()];
    }
    PLACES.any(name)
}
