//! Net changes (N201): `新增12个、注销5个,净增7个`.

use crate::{
    claims::{
        lexicon::lists::{GAINED, LOST},
        reading::page::{Page, any, finding},
        rules,
    },
    rule::{Check, Severity},
    text::number::plain,
};

/// Finds and checks the net changes of one passage.
pub(in crate::claims) fn check(page: &mut Page, checks: &mut Vec<Check>) {
    for net in 2..page.mentions.len() {
        let label = page.label(net);
        let more = label.ends_with("净增") || label.ends_with("净增加");
        let less = label.ends_with("净减") || label.ends_with("净减少");
        if STILL.contains(&label.trim_end_matches(['共', '有', '为']))
            && page.tail(net).is_empty()
            && net > 2
            && told(page, net)
            && begun(page, net - 3)
        {
            checks.push(stock(page, net));
        }
        if (more || less) && told(page, net) {
            let check = judge(page, net, less);
            checks.push(check);
        }
    }
}

/// What a clause says that counts what there is after gain and loss.
const STILL: [&str; 5] = ["现", "年末", "调整后", "年底", "目前"];

/// Whether a number is what there was before gain and loss.
fn begun(page: &Page, at: usize) -> bool {
    let mention = &page.mentions[at];
    let exact = mention.is_count() && !mention.soft && mention.unit == page.mentions[at + 1].unit;
    exact
        && any(page.label(at), &["原有", "年初", "上年末", "上年底"])
        && page.same_sentence(at, at + 3)
}

/// What there was, what was gained and what was lost of it, and what there is: `年初21个,新增9个,关停1个,年末29个`.
fn stock(page: &mut Page, is: usize) -> Check {
    let numbers = [is, is - 3, is - 2, is - 1];
    let [now, then, gained, lost] = numbers.map(|at| page.mentions[at].value);
    let [a, b, c, d] = [then, gained, lost, now].map(plain);
    let formula = format!("{a} + {b} − {c} = {} ≠ {d}", plain(then + gained - lost));
    let found = (then + gained - lost != now).then(|| {
        finding(
            Severity::Error,
            format!("原有数加减增减数不等于现有数：{formula}。"),
            format!("What there is now does not follow from what there was: {formula}."),
            Some(formula),
        )
    });
    page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, found)
}

/// Whether the two numbers right before a net change are what was gained and what was lost.
fn told(page: &Page, net: usize) -> bool {
    let [gained, lost] = [net - 2, net - 1];
    let exact = |at: usize| {
        let mention = &page.mentions[at];
        mention.is_count() && !mention.soft && mention.unit == page.mentions[net].unit
    };
    [gained, lost, net].into_iter().all(exact)
        && any(page.label(gained), GAINED)
        && any(page.label(lost), LOST)
        && page.same_sentence(gained, net)
}

fn judge(page: &mut Page, net: usize, less: bool) -> Check {
    let [gained, lost, said] = [net - 2, net - 1, net].map(|at| page.mentions[at].value);
    let (a, b) = if less { (lost, gained) } else { (gained, lost) };
    let change = a - b;
    let formula = format!(
        "{} − {} = {} ≠ {}",
        plain(a),
        plain(b),
        plain(change),
        plain(said)
    );
    let found = (change != said).then(|| {
        let mut found = finding(
            Severity::Error,
            format!("净增减数与增减两数不符：{formula}。"),
            format!("The net change is not the gain less the loss: {formula}."),
            Some(formula),
        );
        (found.expected, found.found) = (Some(plain(change)), Some(plain(said)));
        found
    });
    page.check(
        rules::PARTS_DIFFER_FROM_SUM,
        "sum",
        &[net, net - 2, net - 1],
        found,
    )
}
