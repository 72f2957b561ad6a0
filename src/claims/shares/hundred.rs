//! Shares that stand without their parts and should add up to 100 % (N202): `自然人占85%,法人占15%`.

use crate::{
    claims::{
        lexicon::shares::VIEWS,
        reading::{
            page::{Page, finding},
            ways::Way,
        },
        rules,
        sums::kinds::rest,
    },
    rule::{Check, Severity},
    text::{Number, number::plain},
};

/// Finds and checks the runs of shares that no other relation explains.
pub(super) fn check(page: &mut Page, checks: &mut Vec<Check>) {
    let mut at = 0;
    while at < page.mentions.len() {
        let run = run(page, at);
        at += run.len().max(1);
        if run.len() > 1 {
            checks.extend(judge(page, &run));
        }
    }
}

/// The shares that begin at a mention and follow each other in one sentence.
fn run(page: &Page, first: usize) -> Vec<usize> {
    (first..page.mentions.len())
        .take_while(|&at| {
            let mention = &page.mentions[at];
            let label = page
                .label(at)
                .trim_end_matches(['比', '约', '为', '了', '达', '例', '的']);
            mention.is_percent()
                && !mention.malformed
                && !page.used[at]
                && label.ends_with('占')
                && (at == first || page.same_sentence(first, at))
        })
        .collect()
}

fn judge(page: &mut Page, run: &[usize]) -> Option<Check> {
    let sum: Number = page.values(run).into_iter().sum();
    let slack: Number = run
        .iter()
        .map(|&at| Number::new(5, page.mentions[at].places + 1))
        .sum();
    let soft = run.iter().any(|&at| page.mentions[at].hedged);
    let gap = sum - Number::ONE_HUNDRED;
    let labels: Vec<&str> = run.iter().map(|&at| page.label(at)).collect();
    let by = |way: Way| labels.iter().all(|label| way.names(label));
    let persons = labels.len() == 2
        && by(Way::Applicants)
        && labels.iter().any(|label| label.contains("法人"));
    let asked = page.requests && labels.len() > 2 && by(Way::Channels);
    let viewed = view(page, run[0]);
    let rest = labels.last().is_some_and(|last| rest(last));
    let closed = rest && labels.len() > 2 && ends(page, run);
    if soft || !(viewed || persons || asked || closed) {
        return None;
    }
    if gap.abs() <= slack {
        return Some(page.check(rules::SHARE_DIFFERS, "share", run, None));
    }
    let close = gap.abs() <= Number::from(5) || persons || (asked && gap > Number::ZERO);
    let channels = labels.len() > 2 && by(Way::Channels);
    if !close || !(gap > Number::ZERO || rest || persons || channels) {
        return None;
    }
    let severity = if channels || !(viewed || persons) {
        Severity::Notice
    } else {
        Severity::Warning
    };
    let shown: Vec<String> = run.iter().map(|&at| page.quote(at).to_owned()).collect();
    let formula = format!("{} = {}%", shown.join(" + "), plain(sum));
    let mut found = finding(
        severity,
        format!("各项占比之和不是 100%：{formula}。"),
        format!("The shares do not add up to 100%: {formula}."),
        Some(formula),
    );
    found.expected = Some("100%".to_owned());
    found.found = Some(format!("{}%", plain(sum)));
    Some(page.check(rules::SHARE_DIFFERS, "share", run, Some(found)))
}

/// Whether shares of one thing end a sentence with all that is left: `…、其他占5.2%。`; not where 主要 leaves some out.
fn ends(page: &Page, run: &[usize]) -> bool {
    let (first, last) = (run[0], run[run.len() - 1]);
    let kind = page
        .label(last)
        .trim_start_matches(['其', '他', '它', '余']);
    let kind = kind.trim_end_matches(['所', '占', '比', '约', '为']);
    ["", "情况", "方面", "处理", "方式", "类", "结果"].contains(&kind)
        && !page.before(first).contains("主要")
        && page.text()[page.mentions[last].range.end..].starts_with(['。', ';'])
}

/// Whether the words before the first share say that the whole is divided: 从申请渠道看.
fn view(page: &Page, first: usize) -> bool {
    let label = page.label(first);
    let clause = page
        .before(first)
        .strip_suffix(label)
        .and_then(|before| before.strip_suffix([',', ':']))
        .and_then(|before| before.rsplit(['。', ';', ',']).next())
        .unwrap_or_default();
    (clause.starts_with('从') || clause.starts_with('按'))
        && VIEWS.iter().any(|word| clause.ends_with(word))
}
