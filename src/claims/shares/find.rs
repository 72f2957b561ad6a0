//! Which percentages are shares, and of which number each is said: 占…的比例为, n件(N%), 分别占X%和Y%.

use crate::{
    claims::{
        lexicon::shares::SHARE_FILL,
        reading::{
            list::List,
            page::{Page, any},
            ways::Way,
        },
        shares::Share,
    },
    text::number::{percent, rounded},
};

/// All percentages of a passage that are shares, each with the number that it is said of.
pub(in crate::claims) fn find(page: &Page, lists: &[List]) -> Vec<Share> {
    let mut shares: Vec<Share> = Vec::new();
    let mut at = 0;
    let mut divided = None;
    while at < page.mentions.len() {
        if page.mentions[at].is_percent() {
            let run = run(page, at);
            if let Some(mut base) = marker(page, at) {
                if let Some(noun) = within(page, at) {
                    divided = Some((at, noun));
                }
                if base.is_empty()
                    && let Some((from, noun)) = divided
                    && page.same_sentence(from, at)
                {
                    base = noun.to_owned();
                }
                spread(page, at, run, &base, lists, &mut shares);
            } else if run == 1 && counted(page, at) {
                shares.push(Share {
                    percent: at,
                    part: at + 1,
                    base: String::new(),
                    list: None,
                });
            }
            at += run;
        } else {
            at += 1;
        }
    }
    shares
}

/// How many percentages stand in a row: `82.22%和17.78%`.
fn run(page: &Page, at: usize) -> usize {
    let mut end = at + 1;
    while end < page.mentions.len()
        && page.mentions[end].is_percent()
        && ["和", "、", "及", "与", ",", "以及"].contains(&page.gap(end - 1, end))
    {
        end += 1;
    }
    end - at
}

/// What a percentage is said to be a share of, if it is a share: 占 … 的比例为, in parentheses.
fn marker(page: &Page, at: usize) -> Option<String> {
    let before = page.before(at);
    if before == "(" {
        return Some(String::new());
    }
    let place = before.rfind('占')?;
    let (lead, after) = (&before[..place], &before[place + '占'.len_utf8()..]);
    if after.contains([',', '。', ';']) || after.contains('率') || after.chars().count() > 40 {
        return None;
    }
    let cut = lead.rfind([',', '。', ';', '(', ':', '、', ')']);
    let lead = cut.map_or("", |cut| {
        lead[cut..].trim_start_matches([',', '。', ';', '(', ':', '、', ')'])
    });
    let again = at
        .checked_sub(1)
        .is_some_and(|part| lead.chars().count() > 1 && page.label(part).ends_with(lead));
    if !lead.is_empty() && !fill(lead) && !again {
        return None;
    }
    Some(base_noun(after))
}

/// Whether the number that a share is said of follows it: `其中网上申请占64.2%,共70件`.
fn counted(page: &Page, at: usize) -> bool {
    let next = at + 1;
    let Some(part) = page.mentions.get(next) else {
        return false;
    };
    let label = page
        .label(at)
        .trim_end_matches(['比', '约', '为', '了', '达']);
    let named = || {
        let kind = [Way::Results, Way::Applicants]
            .iter()
            .any(|way| way.names(label));
        let alone = part.tail.is_empty() && page.label(next).is_empty();
        kind && alone && page.gap(at, next) == "(" && !label.contains('率')
    };
    (label.ends_with('占') || named())
        && part.is_count()
        && !part.change
        && [",共", ",计", ",有", ",为", "("].contains(&page.gap(at, next))
}

/// The noun whose things the clause before a part divides: `不予公开中,信息不存在4件,占…`.
fn within(page: &Page, percent: usize) -> Option<&str> {
    let part = percent
        .checked_sub(1)
        .filter(|&at| page.mentions[at].is_count())?;
    let label = page.label(part);
    if let Some((noun, rest)) = label.split_once('中')
        && any(noun, &["办结", "答复", "公开", "办理", "申请"])
        && !rest.starts_with(['心', '央', '国'])
    {
        return Some(noun.strip_prefix('在').unwrap_or(noun));
    }
    let before = page.before(part).strip_suffix(label)?;
    let lead = before.strip_suffix("中,")?;
    let clause = lead.rsplit([',', '。', ';', ':']).next()?;
    // 46篇解读材料中,文字解读31篇: the number right before is what is divided.
    if clause.len() == lead.len() && part > 0 {
        return None;
    }
    let noun = clause.strip_prefix('在').unwrap_or(clause);
    (noun.chars().count() > 3 && !noun.starts_with('其')).then_some(noun)
}

fn fill(lead: &str) -> bool {
    let mut rest = lead;
    while let Some(word) = SHARE_FILL.iter().find(|word| rest.starts_with(**word)) {
        rest = &rest[word.len()..];
    }
    matches!(rest, "" | "所" | "共计" | "大约" | "分别约" | "就")
}

/// The noun between 占 and the number: 占申请总数的比例为 → 申请总数.
pub(in crate::claims) fn base_noun(after: &str) -> String {
    let all = after.strip_prefix("全部");
    let mut noun = all.filter(|noun| noun.starts_with("申请")).unwrap_or(after);
    let tails = [
        "的比例",
        "的比重",
        "比例",
        "比重",
        "的百分比",
        "分别",
        "依次",
        "约",
        "为",
        "比",
        "达",
        "到",
        "近",
        "超过",
        "超",
        "是",
        "的",
        "了",
        ":",
        "均",
        "各",
    ];
    while let Some(cut) = tails.iter().find_map(|tail| noun.strip_suffix(tail)) {
        noun = cut;
    }
    if [
        "总数",
        "总量",
        "全部",
        "总",
        "总数量",
        "比",
        "全年",
        "总体",
        "总件数",
    ]
    .contains(&noun)
    {
        return String::new();
    }
    noun.to_owned()
}

/// Gives each percentage of a row the number that it is said of.
fn spread(page: &Page, at: usize, run: usize, base: &str, lists: &[List], shares: &mut Vec<Share>) {
    let mut parts: Vec<usize> = (0..at)
        .rev()
        .take(12)
        .take_while(|&i| page.gap(i, at).matches('。').count() <= usize::from(run == 1))
        .filter(|&i| page.mentions[i].is_count() && !page.mentions[i].change)
        .filter(|&i| !is_remark(page, i, at))
        .take(run + usize::from(run > 1))
        .collect();
    if parts.len() < run || (run == 1 && skips(page, parts[0], at)) {
        return;
    }
    parts.reverse();
    if parts.len() > run {
        let added = |at: usize| {
            lists
                .iter()
                .any(|list| list.holds && list.whole == Some(at))
        };
        let whole = (1..=run).find(|&whole| divides(page, at, &parts, whole));
        let whole = whole.or(Some(run).filter(|&last| added(parts[last])));
        parts.remove(whole.unwrap_or(0));
    }
    for (step, part) in parts.into_iter().enumerate() {
        let list = lists
            .iter()
            .position(|list| list.items.iter().any(|item| item.at == part));
        shares.push(Share {
            percent: at + step,
            part,
            base: base.to_owned(),
            list,
        });
    }
}

/// Whether a number stands in a parenthesis right behind another one that a percentage behind both is said of:
/// `网络申请32件(电脑26件、手机6件),占51.6%`.
fn is_remark(page: &Page, part: usize, at: usize) -> bool {
    let remarked = |open: usize| (0..part).any(|whole| page.mentions[whole].range.end == open);
    page.gap(part, at).contains(')') && page.mentions[part].paren.is_some_and(remarked)
}

/// Whether the percentages that begin at a mention are what the numbers are of the one among them:
/// `主动公开98件,占发文128件的76.6%,不公开30件,分别占76.6%和23.4%`.
fn divides(page: &Page, at: usize, numbers: &[usize], whole: usize) -> bool {
    let base = page.mentions[numbers[whole]].value;
    let parts = numbers.iter().filter(|&&part| part != numbers[whole]);
    parts.enumerate().all(|(step, &part)| {
        let share = &page.mentions[at + step];
        let (low, high) = rounded(share.value, share.places);
        percent(page.mentions[part].value, base).is_some_and(|real| (low..=high).contains(&real))
    })
}

/// Whether something other than a change stands between a part and its percentage.
fn skips(page: &Page, part: usize, at: usize) -> bool {
    (part + 1..at).any(|i| {
        let mention = &page.mentions[i];
        !(mention.change || mention.paren.is_some() && mention.paren != page.mentions[at].paren)
    }) || (page.gap(part, at).starts_with('。') && page.gap(part, at).chars().count() > 8)
}
