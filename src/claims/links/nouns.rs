//! The nouns of tables two, three and four, and the cells that each may honestly mean.

use super::{
    all::of_applicant,
    cases::litigation,
    decisions::decisions,
    meaning::{Meaning, after_last, listed, new},
    stock::stock,
};
use crate::{
    claims::{
        lexicon::{
            Reading,
            cells::{
                APPLICANTS, CARRIED_IN, CARRIED_OUT, CLOSED, COMBINATIONS, GROUPS, ISSUED,
                NO_RESULTS, RECEIVED, RESULTS, ROWS, WITH_PARTS,
            },
            lists::REMAINDER,
            roles::TAKEN_IN,
        },
        reading::{
            page::{Page, alias, any, clip, has},
            roles::{Role, requests, role, said},
            ways::Way,
        },
        sums::parts::included,
    },
    text::{
        order::Order,
        words::{find, remove},
    },
};

/// What a mention means in the tables, if its noun is clearly one of theirs.
pub(super) fn meaning(page: &Page, at: usize, year: Option<u16>) -> Option<Meaning> {
    // 除2件外,未发生行政复议: all but these; but 除结转下年的2件外.
    let but = page.tail(at).starts_with('外') && !has(page.label(at), "结转");
    if !page.mentions[at].is_current() || but {
        return None;
    }
    litigation(page, at)
        .or_else(|| stock(page, at))
        .or_else(|| decisions(page, at))
        .or_else(|| result(page, at))
        .or_else(|| applicant(page, at))
        .or_else(|| whole(page, at, year))
}

/// Received, answered, carried over.
fn whole(page: &Page, at: usize, year: Option<u16>) -> Option<Meaning> {
    let role = role(page, at, year)?;
    let around = said(page, at);
    let named = has(&around, "申请");
    match role {
        Role::CarriedIn => new(
            "carried in",
            CARRIED_IN,
            has(&around, "结转") && !listed(page, at) && !of_applicant(page, at),
        ),
        Role::CarriedOut => {
            let said = any(&around, &["结转", "转入下", "转下年"]) || has(rest(page, at), "结转");
            new("carried-out", CARRIED_OUT, said && !of_applicant(page, at))
        }
        _ if listed(page, at) => None,
        Role::Handled => new("handled", RECEIVED, all_there_was(page, at, year)),
        Role::Received => {
            let plain = named
                && any(&around, TAKEN_IN)
                && any(&around, &["信息公开", "依申请", "政府信息", "公开申请"])
                || titled(page, at);
            new(
                "received",
                RECEIVED,
                plain && !any(&around, &["累计", "学年", "平台"]),
            )
        }
        Role::Closed => {
            let plain = named
                && any(&around, &["办结", "答复"])
                && !any(&around, &["电话", "口头", "累计", "书面"]);
            // (二)依申请公开。新收260件,办结258件
            let titled = || titled(page, 0) && page.same_sentence(0, at);
            new(
                "answered",
                CLOSED,
                plain && any(&around, &["信息公开", "依申请公开"]) || titled(),
            )
        }
    }
}

/// Whether nothing but a title that names requests stands before a number received: `(二)依申请公开。共收到13件`.
fn titled(page: &Page, at: usize) -> bool {
    const TITLE: usize = 60;
    let head = page.slice(0..page.mentions[at].wide.start);
    let label = page.label(at).trim_end_matches(['了', '新']);
    at == 0
        && head.len() <= TITLE
        && has(head, "依申请公开")
        && TAKEN_IN.iter().any(|word| label.ends_with(word))
}

/// The words after a number, up to the next one or the end of its sentence.
fn rest(page: &Page, at: usize) -> &str {
    let to = page
        .mentions
        .get(at + 1)
        .map_or(page.text().len(), |next| next.wide.start);
    let rest = page.slice(page.mentions[at].range.end..to);
    rest.split('。').next().unwrap_or(rest)
}

/// Whether a number dealt with is said to include what was carried in, so that it is all there was:
/// `处理申请158件(包含上年结转6件)`.
fn all_there_was(page: &Page, at: usize, year: Option<u16>) -> bool {
    let old = at + 1;
    old < page.mentions.len()
        && role(page, old, year) == Some(Role::CarriedIn)
        && included(page, at, old + 1) == Some(old)
        && has(&page.around(at), "申请")
}

/// Granted, denied, …, and combinations of them.
fn result(page: &Page, at: usize) -> Option<Meaning> {
    if !requests(page) || !["件", "个", "份", "条", ""].contains(&page.mentions[at].unit) {
        return None;
    }
    let bare = alias(page.wide(at)) == "公开" && before_result(page, at);
    let mut text = naming(page, at, bare)?;
    let groups = groups(page, at, &mut text);
    let named = GROUPS.iter().filter(|(group, _)| groups.contains(group));
    let cells: Vec<&'static str> = named.map(|&(_, cell)| cell).collect();
    // One figure for each of several names, not one for all.
    if cells.is_empty() || groups.len() > 1 && has(&text, "分别") {
        return None;
    }
    let mut readings = vec![combination(&cells)?];
    // 公开 alone may be all that was granted, in part too.
    if bare && !has(page.label(at + 1), "部分") {
        readings.extend(COMBINATIONS.iter().find(|reading| reading.cells == GRANTED));
    }
    Some(Meaning {
        name: groups.join("+"),
        readings,
        sure: is_sure(page, at, &text),
        governor: None,
    })
}

/// The words that may name results, before a number or else behind it.
fn naming(page: &Page, at: usize, bare: bool) -> Option<String> {
    let mut text = alias(page.wide(at)).into_owned();
    if bare {
        text.insert_str(0, "予以");
    }
    if RESULTS.iter().any(|(word, _)| has(&text, word)) {
        return Some(text);
    }
    // 依法应予公开的214件全部公开: all of those were.
    let all = page.label(at).ends_with('的') && page.tail(at).starts_with("全部");
    // 425件不予公开、无法提供或不予处理: of several together.
    let behind = page.text()[page.mentions[at].tail.end..].strip_prefix(['、', '或', '和']);
    let several = behind.is_some_and(|next| !next.starts_with(|c: char| c.is_ascii_digit()));
    // 办结388件中,主动撤回3件计入其他处理: one of those.
    let among = any(page.tail(at), &["计入", "列入", "并入"]);
    (!all && !several && !among).then(|| page.tail(at).to_owned())
}

/// The groups of results that a text names, whose names are taken out of it.
fn groups(page: &Page, at: usize, text: &mut String) -> Vec<&'static str> {
    let named = RESULTS.iter().filter(|(word, _)| remove(text, word));
    let mut groups: Vec<&str> = named.map(|&(_, group)| group).collect();
    let behind = |said: &str| {
        let lead = find(said, "部分").map(|at| &said[..at]);
        lead.is_some_and(|lead| WITH_PARTS.iter().any(|word| lead.ends_with(word)))
    };
    let in_part = !groups.is_empty() && groups.iter().all(|group| *group == "partial");
    if in_part && [page.wide(at), page.tail(at)].into_iter().any(behind) {
        groups.push("granted");
    }
    groups.order();
    groups.dedup();
    groups
}

/// Whether a number beside names of results is nothing but theirs; `text` is what else stands with them.
fn is_sure(page: &Page, at: usize, text: &str) -> bool {
    let row = any(text, ROWS) || any(page.label(at), REMAINDER);
    let divided = Way::OF_REQUESTS.iter().any(|way| way.names(text));
    let before = clip(&page.text()[..page.mentions[at].range.start]);
    let sentence = after_last(before, &['。', '!', '?']);
    let issued = any(sentence, ISSUED)
        || (page.mentions[at].unit == "条" && !any(sentence, &["办结", "答复", "收到"]));
    // 不同意公开、无法提供等59件: with others that it does not name.
    let more = any(
        page.label(at)
            .rsplit(['开', '供', '理'])
            .next()
            .unwrap_or_default(),
        &["等"],
    );
    !row && !divided && !more && !any(text, NO_RESULTS) && !issued && !of_applicant(page, at)
}

/// Granted, wholly or in part.
const GRANTED: [&str; 2] = ["t3.granted.total", "t3.partial.total"];

/// Whether another result stands right behind a number: `公开6件,无法提供3件`.
fn before_result(page: &Page, at: usize) -> bool {
    page.mentions.get(at + 1).is_some_and(|next| {
        next.unit == page.mentions[at].unit
            && page.same_sentence(at, at + 1)
            && Way::Results.names(page.words(at + 1))
    })
}

/// The combinations of result groups that a sentence may name together.
fn combination(cells: &[&'static str]) -> Option<Reading> {
    COMBINATIONS
        .iter()
        .copied()
        .find(|reading| reading.cells == cells)
}

/// Whether kinds of organisations are counted beside this one, which then are none of it:
/// `自然人285件,法人15件,法律服务机构2件`.
fn among(page: &Page, at: usize) -> bool {
    let kind = |i: usize| {
        let mut kinds = APPLICANTS.iter().map(|(word, _)| *word);
        kinds.any(|word| !["自然人", "法人"].contains(&word) && has(page.label(i), word))
    };
    let mut others = (0..page.mentions.len()).filter(|&i| i != at);
    others.any(|i| page.same_sentence(i.min(at), i.max(at)) && kind(i))
}

/// Requests by kind of applicant.
fn applicant(page: &Page, at: usize) -> Option<Meaning> {
    if !requests(page) || !["件", "个", "份", "条", ""].contains(&page.mentions[at].unit) {
        return None;
    }
    let mut text = page.wide(at).to_owned();
    if !APPLICANTS.iter().any(|(word, _)| has(&text, word)) {
        text = page.tail(at).to_owned();
    }
    // 公民、法人和其他组织 are all who may ask, before a number or behind it.
    let behind = rest(page, at).split([',', ';']).next();
    let all = |text: &str| any(text, &["公民", "自然人"]) && has(text, "法人");
    if all(&text) || behind.is_some_and(all) || has(&text, "非自然人") {
        return None;
    }
    let mut named = APPLICANTS.iter().filter(|(word, _)| has(&text, word));
    let (word, readings) = named.next()?;
    let single = named.next().is_none();
    let other = any(
        &text,
        &[
            "复议", "诉讼", "结转", "办结", "答复", "网上", "信函", "当面", "邮寄", "现场", "网络",
        ],
    );
    let below = page.lists.iter().any(|list| {
        list.has(at)
            && list
                .whole
                .is_none_or(|whole| !any(page.wide(whole), TAKEN_IN))
    });
    single.then(|| Meaning {
        name: (*word).to_owned(),
        readings: readings.to_vec(),
        sure: !other && !below && (*word == "自然人" || *word == "法人" && !among(page, at)),
        governor: None,
    })
}
