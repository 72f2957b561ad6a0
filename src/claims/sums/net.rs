//! Net changes (N201): `新增12个、注销5个,净增7个`.

use crate::{
    claims::{
        lexicon::lists::{BEGUN, GAINED, LOST, STILL},
        reading::page::{Page, any, finding, unequal},
        rules,
    },
    rule::{Check, Severity, Terms},
    text::{number::plain, words::has},
};

/// Finds and checks the net changes of one passage.
pub(in crate::claims) fn check(page: &mut Page, checks: &mut Vec<Check>) {
    for net in 2..page.mentions.len() {
        let label = page.label(net);
        let more = label.ends_with("净增") || label.ends_with("净增加");
        let less = label.ends_with("净减") || label.ends_with("净减少");
        let still = page.tail(net).is_empty() && is_still(page, net);
        let steps = (more || less || still).then(|| told(page, net)).flatten();
        let Some(steps) = steps else { continue };
        if more || less {
            checks.push(judge(page, net, steps, less));
        } else if let Some(then) = then(page, net) {
            checks.push(stock(page, net, then, steps));
        }
    }
}

/// Whether a number is of what there is after gain and loss, perhaps with the noun of what there was: 年末共有账号.
fn is_still(page: &Page, at: usize) -> bool {
    let label = page.label(at);
    let rest = STILL.iter().find_map(|word| label.strip_prefix(word));
    let noun = rest.map(|rest| rest.trim_matches(['共', '有', '为']));
    let running = |noun: &str| ["在运行", "运行", "正常运行", "在用"].contains(&noun);
    let named = |then: usize, noun: &str| running(noun) || page.label(then).contains(noun);
    noun.is_some_and(|noun| then(page, at).is_some_and(|then| named(then, noun)))
}

/// What there was before gain and loss, if it stands before them or right after what there is: `现行有效26件,上年末24件`.
fn then(page: &Page, net: usize) -> Option<usize> {
    let now = &page.mentions[net];
    let same = |&at: &usize| {
        page.mentions
            .get(at)
            .is_some_and(|then| then.is_count() && !then.soft && then.unit == now.unit)
            && page.same_sentence(at.min(net), at.max(net))
    };
    let begun = |&at: &usize| {
        let label = page.label(at);
        BEGUN.iter().any(|word| {
            let noun = label.strip_prefix(word);
            let noun = noun.map(|noun| noun.trim_matches(['共', '有', '为']));
            has(label, word)
                && (at < net || noun.is_some_and(|noun| page.label(net).contains(noun)))
        })
    };
    let places = [net.checked_sub(3), Some(net + 1)];
    places.into_iter().flatten().filter(same).find(begun)
}

/// What there was, what was gained and what was lost of it, and what there is: `年初21个,新增9个,关停1个,年末29个`.
fn stock(page: &mut Page, is: usize, then: usize, [gained, lost]: [usize; 2]) -> Check {
    let numbers = [is, then, gained, lost];
    let [now, then, gained, lost] = numbers.map(|at| page.mentions[at].value);
    let sum = then + gained - lost;
    let found = (sum != now).then(|| {
        let formula = unequal(&[then, gained], &[lost], now);
        // Documents may lapse besides, which nobody counts.
        let severity = match page.mentions[is].unit {
            "件" => Severity::Notice,
            _ => Severity::Error,
        };
        let mut found = finding(
            severity,
            format!("原有数加减增减数不等于现有数：{formula}。"),
            format!("What there is now does not follow from what there was: {formula}."),
            Some(formula),
        );
        found.terms = Terms::equal(&[then, gained], &[lost, now]);
        found
    });
    page.check(rules::PARTS_DIFFER_FROM_SUM, "sum", &numbers, found)
}

/// What was gained and what was lost, the two numbers right before a net change.
fn told(page: &Page, net: usize) -> Option<[usize; 2]> {
    let exact = |&at: &usize| {
        let mention = &page.mentions[at];
        mention.is_count() && !mention.soft && mention.unit == page.mentions[net].unit
    };
    let steps = [[net - 2, net - 1], [net - 1, net - 2]];
    let named = |[gained, lost]: &[usize; 2]| {
        any(page.label(*gained), GAINED) && any(page.label(*lost), LOST)
    };
    let told = (net - 2..=net).all(|at| exact(&at)) && page.same_sentence(net - 2, net);
    steps.into_iter().find(named).filter(|_| told)
}

fn judge(page: &mut Page, net: usize, [gain, loss]: [usize; 2], less: bool) -> Check {
    let [gained, lost, said] = [gain, loss, net].map(|at| page.mentions[at].value);
    let (a, b) = if less { (lost, gained) } else { (gained, lost) };
    let change = a - b;
    let found = (change != said).then(|| {
        let formula = unequal(&[a], &[b], said);
        let mut found = finding(
            Severity::Error,
            format!("净增减数与增减两数不符：{formula}。"),
            format!("The net change is not the gain less the loss: {formula}."),
            Some(formula),
        );
        found.terms = Terms::equal(&[a], &[b, said]);
        (found.expected, found.found) = (Some(plain(change)), Some(plain(said)));
        found
    });
    page.check(
        rules::PARTS_DIFFER_FROM_SUM,
        "sum",
        &[net, gain, loss],
        found,
    )
}
