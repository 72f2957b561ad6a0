//! Products (N201): `公报12期,每期2000份,共24000份`, or the number of each at the end.

use super::sure::near;
use crate::{
    claims::{
        lexicon::lists::SUMMING,
        reading::{
            mention::Mention,
            page::{Page, any, clip, finding, has},
        },
        rules,
    },
    rule::{Check, Finding, Severity},
    text::{Number, number::plain},
};

/// Units of what appears again and again, each time as often.
const ISSUED: &[&str] = &["期", "批", "场", "次"];

/// Finds and checks the products of one passage.
pub(in crate::claims) fn check(page: &mut Page, checks: &mut Vec<Check>) {
    for total in 2..page.mentions.len() {
        let after = [total - 2, total, total - 1];
        let numbers = [total - 2, total - 1, total];
        let numbers = if product(page, after) { after } else { numbers };
        if product(page, numbers) {
            let found = differs(page, numbers);
            // 15个乡镇,每个设点1个,共16个: the body may have one of its own besides.
            // 每场60人,共352人次: not all of them came each time.
            let [count, each, all] = numbers.map(|at| page.mentions[at].unit);
            // 会议64场,其中…其他11场;答问187个,平均每场2.9个: of all of them.
            let part = page.whole(numbers[0]).is_some();
            if found.is_some() && (part || !ISSUED.contains(&count) || each != all) {
                continue;
            }
            checks.push(page.check(rules::PARTS_DIFFER_FROM_SUM, "product", &numbers, found));
        }
    }
    for mean in 1..page.mentions.len() {
        checks.extend(mean_of_year(page, mean));
        if !page.used[mean] {
            checks.extend(mean_of_each(page, mean));
        }
    }
}

/// The mean of each of several things, right behind the number of all: `12家单位公开信息486条,平均每家公开40.5条`.
fn mean_of_each(page: &mut Page, mean: usize) -> Option<Check> {
    let label = page.label(mean);
    let (_, each) = label.split_once("平均每")?;
    let (last, one) = (mean - 1, &page.mentions[mean]);
    let beside = page.gap(last, mean).strip_suffix(label) == Some(",");
    let of = |at: usize| {
        let all = &page.mentions[at];
        all.is_current() && !all.hedged && all.unit == one.unit && page.same_sentence(at, mean)
    };
    let all = page.whole(last).unwrap_or(last);
    let several = all == last && (0..last).any(of) && !page.traits[last].summing;
    let counted = |&at: &usize| {
        let unit = page.mentions[at].unit;
        page.mentions[at].is_exact()
            && page.same_sentence(at, mean)
            && !unit.is_empty()
            && unit != one.unit
            && each.starts_with(unit)
    };
    let counts: Vec<usize> = (0..last).filter(counted).collect();
    if one.hedged || !beside || !of(all) || several || counts.is_empty() {
        return None;
    }
    // Rounded or cut off.
    let slack = match one.soft {
        true => one.high - one.low,
        false => Number::new(1, one.places),
    };
    let (mean_of, total) = (one.value, page.mentions[all].clone());
    let fits = |&at: &usize| {
        let times = page.mentions[at].value;
        (mean_of + slack) * times >= total.low && (mean_of - slack) * times <= total.high
    };
    let fitting = counts.iter().copied().find(fits);
    // 17个乡镇、45个部门发布3120条,平均每个乡镇92条: the others have their own.
    if fitting.is_none() && counts.len() > 1 {
        return None;
    }
    let count = fitting.unwrap_or(counts[0]);
    let found = fitting.is_none().then(|| {
        let [a, b, c] = [page.mentions[count].value, mean_of, total.value].map(plain);
        let formula = format!(
            "{a} × {b} = {} ≠ {c}",
            plain(page.mentions[count].value * mean_of)
        );
        finding(
            Severity::Notice,
            format!("总数与平均数不符：{formula}。"),
            format!("The total is not the count times the mean: {formula}."),
            Some(formula),
        )
    });
    Some(page.check(
        rules::PARTS_DIFFER_FROM_SUM,
        "product",
        &[count, mean, all],
        found,
    ))
}

/// How often the mean of a month or day, by its words, is in the year.
fn times(label: &str) -> Option<u32> {
    if !has(label, "均") || any(label, &["工作日", "每月均", "每日均"]) {
        None
    } else if any(label, &["月均", "月平均", "平均每月", "每月平均"]) {
        Some(12)
    } else {
        any(label, &["日均", "日平均", "天平均", "平均每日", "平均每天"]).then_some(365)
    }
}

/// The mean of a month or day right after the number of the year: `发布信息1236条,月均103条`.
fn mean_of_year(page: &mut Page, mean: usize) -> Option<Check> {
    let all = mean - 1;
    let (one, total) = (&page.mentions[mean], &page.mentions[all]);
    let label = page.label(mean);
    let times = times(label)?;
    let printed = |at: &Mention| at.is_current() && !at.hedged;
    let exact = printed(one) && printed(total) && one.unit == total.unit;
    let before = clip(page.slice(0..total.range.start));
    let sentence = before.rsplit('。').next().unwrap_or_default();
    // 公告36期、通告12期,月均4期: the mean may be of both.
    let several = all > 0
        && page.same_sentence(all - 1, all)
        && page.mentions[all - 1].is_count()
        && !page.traits[all].summing;
    let whole = page.traits[all].summing || !any(sentence, &["月", "季度"]);
    let year = !several && whole && !any(sentence, &["以来", "累计"]);
    let beside = page.gap(all, mean).strip_suffix(label) == Some(",");
    if !exact || !year || !beside {
        return None;
    }
    // Rounded or cut off.
    let slack = if one.soft {
        one.high - one.low
    } else {
        Number::new(1, one.places)
    };
    let (parts, mean_of, figure) = (Number::from(times), one.value, total.value);
    let missed = (mean_of + slack) * parts < total.low || (mean_of - slack) * parts > total.high;
    // Of days there may be those on which the office works.
    if missed && times > 12 && !near(mean_of * parts, figure) {
        return None;
    }
    let found = missed.then(|| {
        let (a, b, product) = (plain(mean_of), plain(figure), plain(mean_of * parts));
        let formula = format!("{times} × {a} = {product} ≠ {b}");
        finding(
            Severity::Notice,
            format!("全年总数与月均或日均数不符：{formula}。若不足一年，请核对。"),
            format!("The year's total is not the mean times its months or days: {formula}. Please check."),
            Some(formula),
        )
    });
    Some(page.check(rules::PARTS_DIFFER_FROM_SUM, "product", &[all, mean], found))
}

/// Whether three numbers are a count, how many there are of something to each, and how many in all.
fn product(page: &Page, [count, each, total]: [usize; 3]) -> bool {
    let [times, one, all] = [count, each, total].map(|at| &page.mentions[at]);
    let exact = [times, one, all]
        .iter()
        .all(|mention| mention.is_current() && !mention.hedged);
    let label = page.label(each);
    let added = || each > total || any(page.label(total), SUMMING);
    let by = || {
        let after = label.split_once('每').map(|(_, after)| after);
        after.is_some_and(|after| !times.unit.is_empty() && after.starts_with(times.unit))
    };
    exact
        && (one.unit == all.unit || (one.unit == "人" && all.unit == "人次"))
        && by()
        && added()
        && !besides(page, total.max(each))
        && page.same_sentence(count, total.max(each))
}

/// Whether the clause after a number tells of more besides: 另加印400册.
fn besides(page: &Page, at: usize) -> bool {
    let rest = page.slice(page.mentions[at].range.end..page.text().len());
    rest.trim_start_matches([',', ';', '('])
        .starts_with(['另', '并', '外'])
}

/// What is told where the third is not the product of the first two.
fn differs(page: &Page, numbers: [usize; 3]) -> Option<Finding> {
    let [times, one, all] = numbers.map(|at| &page.mentions[at]);
    // An average may be rounded either way, or cut off.
    let unit = if page.label(numbers[1]).contains("平均") {
        Number::new(1, one.places)
    } else {
        Number::ZERO
    };
    let low = times.low * (one.low - unit);
    let high = times.high * (one.high + unit);
    if low <= all.high && high >= all.low {
        return None;
    }
    let product = times.value * one.value;
    let [a, b, c] = [times, one, all].map(|mention| plain(mention.value));
    let formula = format!("{a} × {b} = {} ≠ {c}", plain(product));
    let mut found = finding(
        Severity::Error,
        format!("总数与每{}的数量不符：{formula}。", times.unit),
        format!("The total is not the count times the number of each: {formula}."),
        Some(formula),
    );
    found.expected = Some(plain(product));
    found.found = Some(c);
    Some(found)
}
