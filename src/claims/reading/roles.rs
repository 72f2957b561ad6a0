//! What a number of requests says: received, carried in, answered, carried out.

use super::page::{Page, any, has};
use crate::claims::lexicon::DIMENSIONS;

/// What a count of requests counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::claims) enum Role {
    Received,
    CarriedIn,
    Closed,
    CarriedOut,
    /// Dealt with: all that there was to deal with, or what was finished.
    Handled,
}

/// Words of receiving.
const RECEIVED: &[&str] = &["收到", "受理", "新收", "接收", "接到", "收办", "登记"];
/// Words of answering.
const CLOSED: &[&str] = &[
    "办结",
    "答复",
    "处理完成",
    "办理完毕",
    "办理完成",
    "办复",
    "处理完毕",
    "已办理",
];
/// Words of carrying over.
const CARRIED: &[&str] = &["结转", "顺延", "转结", "转至", "转入", "转下", "延至"];
/// Words of what is not answered yet.
const WAITING: &[&str] = &[
    "正在办理",
    "尚在办理",
    "正在处理",
    "尚未办结",
    "未办结",
    "正在答复",
];
/// Things that are received and answered but are no requests.
const OTHERS: &[&str] = &[
    "咨询", "留言", "投诉", "信访", "建议", "提案", "复议", "诉讼", "举报", "热线", "来电", "事项",
    "意见", "网民", "信件", "问题", "办件", "审批", "工单", "诉求", "来信", "监督", "邮件", "议案",
    "许可", "应诉", "案件", "热点",
];
/// Words that make a figure less than the whole.
const PARTLY: &[&str] = &[
    "其中",
    "上半年",
    "下半年",
    "季度",
    "月份",
    "超期",
    "逾期",
    "按期",
    "按时",
    "延期",
    "撤回",
    "撤销",
    "同比",
    "每",
    "平均",
    "仅",
    "未",
];

/// Whether the passage speaks of requests for information.
pub(in crate::claims) fn requests(page: &Page) -> bool {
    page.requests
}

/// What a mention says, if it is a count of requests as a whole.
pub(in crate::claims) fn role(page: &Page, at: usize, year: Option<u16>) -> Option<Role> {
    let mention = &page.mentions[at];
    let counts = ["件", "个", "份", "条", ""].contains(&mention.unit);
    if !mention.is_count() || mention.change || mention.earlier || !counts || !requests(page) {
        return None;
    }
    let around = page.around(at);
    if any(&around, WAITING) && !any(&around, OTHERS) {
        return Some(Role::CarriedOut);
    }
    if any(&around, CARRIED) && !any(&around, OTHERS) && !has(&around, "项目") {
        return carried(page, at, &around, year);
    }
    // One kind of channel or applicant is a part; several in one clause are all of them.
    let divided = DIMENSIONS.iter().take(3).any(|words| {
        let named = words.iter().filter(|word| has(&around, word)).count();
        named == 1 || (named > 1 && !around.contains('、') && !around.contains('和'))
    });
    if divided || any(&around, OTHERS) || any(&around, PARTLY) {
        return None;
    }
    if any(&around, CLOSED) {
        Some(Role::Closed)
    } else if any(&around, RECEIVED) {
        Some(Role::Received)
    } else if any(&around, &["办理", "处理"]) && has(&around, "申请") {
        Some(Role::Handled)
    } else {
        None
    }
}

fn carried(page: &Page, at: usize, around: &str, year: Option<u16>) -> Option<Role> {
    let named = |year: u16| around.contains(&format!("{year}年"));
    let next = any(
        around,
        &["下年", "下一年", "次年", "下一年度", "明年", "继续办理"],
    ) || year.is_some_and(|y| named(y.saturating_add(1)));
    let last = any(around, &["上年", "上一年", "去年"])
        || year.is_some_and(|y| named(y.saturating_sub(1)));
    match (last, next) {
        (true, false) => Some(Role::CarriedIn),
        (false, true) => Some(Role::CarriedOut),
        (true, true) => {
            let label = page.label(at);
            any(label, &["下年", "下一年", "次年"]).then_some(Role::CarriedOut)
        }
        (false, false) => None,
    }
}
