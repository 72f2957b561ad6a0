//! What rates are called and measured by, as data.

/// What a rate is called.
pub(super) const RATES: &[&str] = &[
    "办结率",
    "答复率",
    "回复率",
    "办复率",
    "办理率",
    "处置率",
    "处理率",
    "反馈率",
    "受理率",
    "完成率",
    "回应率",
    "采纳率",
    "整改率",
    "满意率",
    "满意度",
    "网办率",
    "网上可办率",
    "网上办理率",
    "解读率",
    "按时办结",
    "按期办结",
];
/// What is measured.
pub(super) const DONE: &[&str] = &[
    "办结", "答复", "回复", "办复", "办理", "处置", "处理", "反馈", "完成", "回应", "受理", "采纳",
    "整改", "满意", "网上", "网办", "解读",
];
/// What names of rates mean: a wrong rate is told only beside a count of the same.
pub(super) const SAME: &[&[&str]] = &[
    &["办结", "办理", "办复", "处理", "处置", "完成"],
    &["答复", "回复", "办复", "回应", "反馈"],
    &["受理"],
    &["采纳"],
    &["整改"],
    &["满意"],
    &["网办", "网上"],
];
/// What cannot be more than all.
pub(super) const BOUNDED: &[&str] = &[
    "办结率",
    "答复率",
    "回复率",
    "办复率",
    "满意率",
    "满意度",
    "公开率",
    "合格率",
    "整改率",
    "网办率",
    "采纳率",
    "解读率",
    "反馈率",
];
/// What it is measured by.
pub(super) const RECEIVED: &[&str] = &[
    "回访",
    "评价",
    "测评",
    "问卷",
    "事项",
    "发现",
    "收到",
    "受理",
    "接到",
    "接收",
    "收",
    "交办",
    "承办",
    "征集",
    "申请",
    "留言",
    "咨询",
    "投诉",
    "诉求",
    "办件",
    "共办理",
];
/// What a wrong rate is surely measured by.
pub(super) const TAKEN: &[&str] = &[
    "回访",
    "评价",
    "测评",
    "问卷",
    "服务事项",
    "审批事项",
    "发现",
    "收到",
    "受理",
    "接到",
    "接收",
    "转办",
    "交办",
    "承办",
    "征集",
    "来信",
    "诉求",
];
/// All were done.
pub(super) const ALL: &[&str] = &["全部", "均", "都", "全", "已"];
/// Signs that some were not due.
pub(super) const PENDING: &[&str] = &[
    "结转",
    "正在",
    "尚未",
    "未到期",
    "撤",
    "不予受理",
    "顺延",
    "延期",
    "按时",
    "按期",
    "期限",
    "时限",
];
