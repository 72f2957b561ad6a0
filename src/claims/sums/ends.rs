//! Where a list of parts ends, or is no longer certain.

use super::{
    kinds::{overlapping, pair, rest},
    outcomes::outcome,
    results::category,
};
use crate::{
    claims::{
        lexicon::lists::{COUPLES, SUMMING, VERBS},
        reading::{
            list::{List, Opener},
            page::{Page, any},
            traits::count_before,
        },
    },
    text::Number,
};

/// Whether a number says more of the one before it, `其中县级66项,县级已公开61项`, and is no other kind whose name begins
/// alike: 意见征集60条,意见征集反馈7条.
pub(super) fn resumes(page: &Page, last: usize, at: usize) -> bool {
    let said = page.label(last);
    let said = said.strip_prefix("其中").unwrap_or(said);
    let more = page.label(at).strip_prefix(said);
    let done = |more: &str| {
        more.starts_with(['已', '均', '全', '应', '中', '未'])
            || any(more, VERBS)
            || more.contains("公开")
    };
    said.chars().count() > 1 && more.is_some_and(|more| !more.is_empty() && done(more))
}

/// Whether a semicolon, the first since the list began, leads to things of another unit, and not just to one part of
/// several: `应公开事项98项,其中县级66项;应解读文件12件`.
pub(super) fn passes(page: &Page, list: &List, at: usize) -> bool {
    let first = list.items[0].at;
    let apart = |at: usize| page.gap(at - 1, at).contains(';');
    let other = |at: usize| page.mentions[at].unit != page.mentions[first].unit;
    let back = |&at: &usize| page.same_sentence(first, at) && apart(at) && !other(at);
    let leads = other(at) && apart(at) && !(first + 1..at).any(apart);
    leads && (at + 1..page.mentions.len()).take(8).filter(back).count() < 2
}

/// Whether a number past a semicolon is more than the whole of the list and has parts of its own:
/// `教职工3210人,其中教师1986人;学生28650人,其中研究生6320人`.
pub(super) fn divided(page: &Page, first: usize, at: usize) -> bool {
    let Some(whole) = count_before(page, first).filter(|_| page.gap(at - 1, at).contains(';'))
    else {
        return false;
    };
    // 制发文件5件,其中废止2件;办公室制发文件3件: the whole of others, in the same words.
    let noun = page.label(whole);
    let again = noun.chars().count() > 3 && page.label(at).ends_with(noun);
    // 直接起诉12件,其中维持7件;复议后起诉5件: beside the whole, of which it is no part.
    if again || whole + 1 == first && pair(page, &[whole, at]) {
        return true;
    }
    let next = page.traits.get(at + 1).and_then(|next| next.opener);
    next == Some(Opener::Among)
        && !segment(page, whole)
        && page.mentions[at].low > page.mentions[whole].high
}

/// Whether a mention begins a segment of a list with semicolons, or the first one after a colon.
pub(super) fn segment(page: &Page, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    page.same_sentence(before, at) && page.gap(before, at).contains([';', ':'])
}

/// Whether the whole of a list names a kind together with another one, so that it is no verb of a new statement:
/// `复议和诉讼11件,其中复议8件,诉讼3件`.
pub(super) fn coupled(page: &Page, first: usize, at: usize) -> bool {
    let Some(whole) = count_before(page, first) else {
        return false;
    };
    // 五、行政复议、诉讼情况全县发生行政复议5件: a heading glued to its paragraph couples nothing.
    let words = page.wide(whole).rsplit("情况").next();
    let (words, label) = (words.unwrap_or_default(), page.label(at));
    COUPLES.iter().any(|&(one, other)| {
        words.contains(one)
            && words.contains(other)
            && (label.contains(one) || label.contains(other))
    })
}

/// Whether a clause of its own before a mention says what is divided from there on: `;乡镇中,东镇20条`.
pub(super) fn headed(page: &Page, at: usize) -> bool {
    let label = page.label(at);
    let clause = page.before(at).strip_suffix(label);
    let head = clause.and_then(|clause| clause.strip_suffix("中,"));
    // 县级66项,县级事项中已公开61项.
    let again = label.split_once('中').is_some_and(|(of, _)| {
        let begun = of.get(..6).filter(|_| of.len() > 8 || of == "法人");
        begun.is_some_and(|begun| at > 0 && page.label(at - 1).contains(begun))
    });
    // 法人24件,法人中,商业企业20件
    let of_last = |head: &str| {
        let name = head.rsplit(',').next().filter(|name| name.len() > 5);
        name.is_some_and(|name| at > 0 && page.label(at - 1).starts_with(name))
    };
    again
        || head.is_some_and(|head| {
            head.contains([';', '。']) && !head.ends_with('其') || of_last(head)
        })
}

/// Whether a semicolon before a mention ends a pair that leaves nothing out:
/// `7件,其中直接起诉4件,复议后起诉3件;结果维持4件`.
pub(super) fn halts(page: &Page, list: &List, at: usize) -> bool {
    let [one, other] = list.items.as_slice() else {
        return false;
    };
    let whole = !page.gap(one.at, other.at).contains(';') && page.gap(at - 1, at).contains(';');
    whole && pair(page, &[one.at, other.at])
}

/// Whether a number with 共 may add up those of the list; one that is less than theirs, and says what it counts, is one
/// more part: `网站公开信息共106条,公众号公开信息共30条`.
pub(super) fn totals(page: &Page, list: &List, at: usize) -> bool {
    let sum: Number = page.values(&list.parts(list.items.len())).into_iter().sum();
    let label = page.label(at);
    SUMMING.contains(&label) || label.starts_with('占') || page.mentions[at].value >= sum
}

/// Whether a number says that it adds up something, and is what the parts of the list come to: `目录4条、其他3条,共发布7条`.
pub(super) fn adds_up(page: &Page, list: &List, at: usize) -> bool {
    let (total, label) = (&page.mentions[at], page.label(at));
    let last = list.items[list.items.len() - 1].at;
    let said = total.is_exact() && SUMMING.iter().any(|word| label.starts_with(word));
    said && ["", page.mentions[last].unit].contains(&total.unit)
        && page.same_sentence(last, at)
        && list
            .items
            .iter()
            .map(|item| page.mentions[item.at].value)
            .sum::<Number>()
            == total.value
}

/// Whether a semicolon before a mention, or its other unit, ends a list whose last part is what is left:
/// `文件44条、其他信息52条;领导信箱收件75件`.
pub(super) fn rests(page: &Page, last: usize, at: usize) -> bool {
    let label = page.label(last);
    let other = page.mentions[at].unit != page.mentions[last].unit;
    rest(label) && !category(label) && (other || page.gap(last, at).contains(';'))
}

/// Whether a semicolon before a result ends a list of something else: `网上20件,信函14件;予以公开26件`. What is named as a
/// kind is no result: `财政类信息5条;其他主动公开类信息4条`; nor is what has a name in front of brackets: `;乡镇(街道)公开20条`.
pub(super) fn turns(page: &Page, list: &List, at: usize) -> bool {
    list.items.len() > 1
        && page.gap(at - 1, at).contains(';')
        && outcome(page, at)
        && !page.words(at).contains("类信息")
        && !page.text()[..page.mentions[at].label.start].ends_with(')')
        && !list.items.iter().any(|item| outcome(page, item.at))
}

/// Whether the first semicolon of a list of kinds leads to a channel with more than their whole, which is none of them:
/// `公开信息201条,其中概况类信息2条,政务动态72条,公开目录127条;微信公众号422条`.
pub(super) fn channel(page: &Page, list: &List, at: usize) -> bool {
    let first = list.items[0].at;
    let apart = |at: usize| page.gap(at - 1, at).contains(';');
    let whole = count_before(page, first);
    let more = whole.is_some_and(|whole| page.mentions[at].low > page.mentions[whole].high);
    list.items.len() > 1
        && more
        && apart(at)
        && !(first + 1..at).any(apart)
        && overlapping(page, &[at])
        && !overlapping(page, &list.parts(list.items.len()))
}

/// Whether a mention stands past the semicolon that ends the segment of the list's whole, itself an item of a list.
pub(super) fn beyond(page: &Page, list: &List, at: usize) -> bool {
    let first = list.items[0].at;
    let Some(whole) = first.checked_sub(1) else {
        return false;
    };
    let item = segment(page, whole) || page.traits[whole].opener == Some(Opener::Among);
    let inside = item && !page.gap(whole, first).contains([';', '。']);
    inside && list.opener == Opener::Among && page.gap(at - 1, at).contains(';')
}

/// Whether a verb begins the clause of a number, whose nouns 、 parts: `,办理代表建议、政协提案4件`.
pub(super) fn begun(page: &Page, at: usize) -> bool {
    let clause = page.gap(at - 1, at).rsplit([',', ';']).next();
    let nouns = clause.and_then(|clause| clause.rsplit_once('、'));
    nouns.is_some_and(|(nouns, _)| {
        let nouns = nouns.trim_start_matches(['共', '还', '另', '已', '并']);
        VERBS.iter().any(|verb| nouns.starts_with(verb))
    })
}
