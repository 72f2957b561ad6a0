//! What kinds parts are of: one way to divide a whole or several, pairs, what is left.

use crate::{
    claims::{
        lexicon::lists::{
            ATTENDING, CHANNELS, COUPLES, EXCLUSIVE, FRAMES, LEFT_OF, LOWER_BODIES, NEGATIONS,
            PAIRS, PARTIAL, REST, SETS, UPPER_BODIES, VERBS,
        },
        reading::{
            page::{Page, any},
            ways::Way,
        },
    },
    text::words::{Glance, Words, has},
};
use std::sync::LazyLock;

/// Whether the parts divide their whole in more than one known way. What is left, 其他处理, belongs to any of them.
pub(in crate::claims) fn mixed(labels: &[&str]) -> bool {
    let named = |way: &&Way| {
        let mut telling = labels.iter().filter(|label| !rest(label));
        **way != Way::Origins && telling.any(|label| way.names(label))
    };
    Way::ALL.iter().filter(named).count() > 1
}

/// Whether reviews or lawsuits stand among parts of something else: `申请8件,其中网络申请6件;行政诉讼1起`.
pub(super) fn disputed(labels: &[&str]) -> bool {
    let cases = |label: &&&str| any(label, &["复议", "诉讼"]);
    (1..labels.len()).contains(&labels.iter().filter(cases).count())
}

/// Whether one of the parts is a channel, through which may have gone what went through another one too. Accounts are
/// counted by what they are, 微信3个,微博2个, and money is spent once.
pub(in crate::claims) fn overlapping(page: &Page, parts: &[usize]) -> bool {
    let through = |&at: &usize| {
        let account = ["个", "家", "元"].contains(&page.mentions[at].unit);
        // 专职人员数(不包括政府网站工作人员数)62人
        let name = page.words(at).split('(').next();
        !account && name.is_some_and(|name| any(name, CHANNELS))
    };
    parts.iter().any(through)
}

/// Whether the parts tell who took part, as several may have in one thing: `24场,其中县领导出席1场,部门负责人出席24场`.
pub(super) fn attended(page: &Page, parts: &[usize]) -> bool {
    parts.iter().any(|&at| attends(page.words(at)))
}

/// Whether some words tell who took part; 公众参与类信息 is a kind of information.
pub(super) fn attends(words: &str) -> bool {
    any(words, ATTENDING) && !words.contains('类')
}

/// Whether a part is what is left of its whole.
pub(in crate::claims) fn rest(label: &str) -> bool {
    REST.iter().any(|word| label.starts_with(word))
}

/// Whether a part is named as the other information of many kinds, which is as a rule what is left:
/// `工作报告、重大事件等公众关心的其他信息共计210条`.
pub(super) fn left_of(label: &str) -> bool {
    let name = label.trim_end_matches("共计").trim_end_matches('共');
    LEFT_OF.iter().any(|words| name.ends_with(words))
}

/// Whether all parts are of one known way to divide things.
pub(in crate::claims) fn one_kind(labels: &[&str]) -> bool {
    let all = |way: &Way| labels.iter().all(|label| way.names(label));
    Way::ALL.iter().any(all)
}

/// Whether nothing can be of two of the kinds that the parts are: 主办, 会办.
pub(super) fn exclusive(labels: &[&str]) -> bool {
    let known = |label: &&str, set: &[&str]| set.iter().any(|word| has(label, word));
    EXCLUSIVE
        .iter()
        .any(|set| labels.iter().all(|label| known(label, set)))
}

/// Whether two parts are a pair that leaves nothing out.
pub(in crate::claims) fn pair(page: &Page, parts: &[usize]) -> bool {
    let &[one, other] = parts else { return false };
    // 新收57件,结转下年3件: what is left over goes with what was dealt with, not with what came.
    let left = |&at: &usize| {
        let label = page.label(at);
        label.contains("结转") && any(label, &["下年", "下一年", "次年", "至下"])
    };
    let said = |at: usize| match page.wide(at) {
        "" => page.tail(at),
        words => words,
    };
    !parts.iter().any(left) && named(said(one), said(other))
}

/// Whether the parts are the kinds of a set that leaves nothing out, each of them once.
pub(super) fn full_set(labels: &[&str]) -> bool {
    let glance = Glance::of(labels.iter().copied());
    let named = |word: &&str| glance.may_have(word) && labels.iter().any(|label| has(label, word));
    let known = |label: &&str, set: &[&str]| set.iter().any(|word| has(label, word));
    SETS.iter().any(|set| {
        set.len() == labels.len()
            && set.iter().all(named)
            && labels.iter().all(|label| known(label, set))
    })
}

/// Whether two numbers are of two kinds that go together: 建议, 提案.
pub(in crate::claims) fn coupled(page: &Page, [one, other]: [usize; 2]) -> bool {
    let (a, b) = (page.label(one), page.label(other));
    COUPLES
        .iter()
        .any(|&(first, second)| a.contains(first) && b.contains(second))
}

/// Whether a number is named together with the one after it: `建议19件、提案25件`.
pub(in crate::claims) fn joined(page: &Page, at: usize) -> bool {
    page.gap(at, at + 1).starts_with(['、', '和', '及', '与'])
}

/// Whether one of two parts says that something is so, and the other one that it is not: 合格, 不合格; 已采纳, 未采纳.
pub(super) fn negated(page: &Page, parts: &[usize]) -> bool {
    let &[one, other] = parts else { return false };
    let [one, other] = [one, other].map(|at| page.label(at).trim_start_matches("其中"));
    let no = |yes: &str, no: &str| {
        let yes = yes.strip_prefix('已').unwrap_or(yes);
        let mut said = NEGATIONS.iter().filter_map(|word| no.strip_prefix(word));
        yes.chars().count() > 1 && said.any(|rest| rest == yes)
    };
    no(one, other) || no(other, one)
}

/// Whether the words of the whole name each of two parts and nothing else:
/// `建议和提案130件,其中建议56件,提案74件`.
pub(super) fn couple(page: &Page, whole: usize, parts: &[usize]) -> bool {
    let &[one, other] = parts else { return false };
    let words = page.around(whole);
    let named = |a: &str, b: &str| page.label(one).contains(a) && page.label(other).contains(b);
    let joined = words.matches(['、', '和', '及', '与']).count() < 2 && !words.contains('等');
    joined
        && COUPLES
            .iter()
            .any(|&(a, b)| words.contains(a) && words.contains(b) && (named(a, b) || named(b, a)))
}

/// Whether all parts are kinds of what the words of the whole name: `解读材料45篇,文字解读20篇,图文解读18篇,视频解读7篇`.
pub(super) fn akin(page: &Page, whole: usize, parts: &[usize]) -> bool {
    let Some((first, others)) = parts.split_first() else {
        return false;
    };
    let (words, noun) = (page.around(whole), page.label(*first));
    let named = |from: &usize| {
        let tail = &noun[*from..];
        let kind = |&at: &usize| page.label(at).ends_with(tail);
        words.contains(tail) && others.iter().all(kind)
    };
    let starts: Vec<usize> = noun.char_indices().map(|(from, _)| from).collect();
    let done = VERBS.iter().any(|verb| noun.ends_with(verb));
    // 公众号发布信息278条,网站发布信息90条,…: channels beside each other, unless 新媒体 or 平台 are all of them.
    let channel = |&at: &usize| any(page.label(at), CHANNELS);
    let beside = !any(page.label(whole), &["媒体", "平台", "渠道"]) && channel(&whole);
    !(done || beside && parts.iter().all(channel))
        && starts
            .split_last_chunk::<1>()
            .is_some_and(|(starts, _)| starts.iter().any(named))
}

/// Whether parts that nothing announces are plainly of one kind: places, what begins with one of the words of origin, or
/// what is left among them.
pub(super) fn framed(page: &Page, parts: &[usize]) -> bool {
    let labels: Vec<&str> = parts.iter().map(|&at| page.label(at)).collect();
    let frame = |word: &&str| labels.iter().all(|label| label.starts_with(*word));
    let place = |&at: &usize| page.traits[at].place;
    !overlapping(page, parts) && (parts.iter().all(place) || FRAMES.iter().any(frame))
        || closed_by_rest(&labels)
}

/// Whether parts are named by their levels alone: 市级, 县级, 乡镇级, 村(社区)级.
pub(super) fn graded(labels: &[&str]) -> bool {
    labels
        .iter()
        .all(|label| label.ends_with('级') && label.chars().count() < 9)
}

/// Whether the parts tell of something that need not befall all of the whole: `发放问卷1200份,线上收回860份,线下收回310份`.
pub(super) fn lesser(page: &Page, whole: usize, parts: &[usize]) -> bool {
    let every = |word: &&str| parts.iter().all(|&at| page.words(at).contains(*word));
    PARTIAL
        .iter()
        .any(|word| every(word) && !page.around(whole).contains(*word))
}

/// Whether only the first of several numbers has words, which give each its own: `一至四季度分别公开77条、133条、50条、90条`.
pub(super) fn in_turn(page: &Page, parts: &[usize]) -> bool {
    let Some((first, others)) = parts.split_first() else {
        return false;
    };
    let label = page.label(*first);
    let bare = |&at: &usize| ["、", "和", "与", "及"].contains(&page.before(at));
    (label.contains("分别") || label.ends_with(['各', '为'])) && others.iter().all(bare)
}

/// Whether the parts are bodies of two levels, those of each level together, which as a rule leaves none out:
/// 市政府办62件、市直部门411件、县（市、区）363件.
pub(in crate::claims) fn levels(page: &Page, parts: &[usize]) -> bool {
    let upper = |&at: &usize| any(page.words(at), UPPER_BODIES);
    let lower = |at: &usize| !upper(at) && any(page.words(*at), LOWER_BODIES);
    parts.iter().any(upper)
        && parts.iter().any(lower)
        && parts.iter().all(|at| upper(at) || lower(at))
}

/// Whether two texts name the two kinds of one of the pairs.
pub(super) fn named(a: &str, b: &str) -> bool {
    /// The bits of the first kinds; each is followed by the bit of the second.
    const FIRST: u64 = u64::MAX / 3;
    static KINDS: LazyLock<Words> =
        LazyLock::new(|| Words::new(PAIRS.iter().flat_map(|&(one, other)| [one, other])));
    let (a, b) = (KINDS.mask(a), KINDS.mask(b));
    FIRST & (a & b >> 1 | b & a >> 1) != 0
}

/// Whether the last of several parts is what is left.
pub(in crate::claims) fn closed_by_rest(labels: &[&str]) -> bool {
    let last = labels.last().copied().unwrap_or_default();
    let last = last.trim_start_matches("涉及").trim_start_matches("通过");
    // 房屋安全及其他
    let joined = ["及其他", "和其他"].iter().any(|end| last.ends_with(end));
    labels.len() > 1 && (rest(last) || joined) && !of_ways(labels)
}

/// Whether the last of several classes is what went other ways, which is the rest of no classes:
/// `文件类32条;动态类52条;其他方式公开21条`.
pub(super) fn of_ways(labels: &[&str]) -> bool {
    let Some((last, others)) = labels.split_last() else {
        return false;
    };
    any(last, &["方式", "渠道", "途径"]) && others.iter().any(|label| label.ends_with('类'))
}
