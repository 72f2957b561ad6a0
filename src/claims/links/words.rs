//! The words of the tables' rows and columns as the text uses them, as data.

use super::cells::Reading;
use Word::{Applicant, Asked, Cell, Closed, Fill, Group, Handled, Received, Row};

/// What a word of a clause says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// Nothing of its own.
    Fill,
    /// Requests.
    Asked,
    /// Receiving.
    Received,
    /// Answering.
    Closed,
    /// Dealing with.
    Handled,
    /// A group of results.
    Group(&'static str),
    /// A row of a group of results.
    Row(&'static str, Reading),
    /// A column of applicants, by its name in `APPLICANTS`.
    Applicant(&'static str),
    /// One cell that stands for itself, by the name that its numbers share.
    Cell(&'static str, Reading),
}

const CARRIED_OUT: Reading = ("结转下年", "carried out", &["t3.carried_out.total"]);
const RULES_MADE: Reading = ("规章本年制发", "rules made", &["t2.rules.made"]);
const DIRECT: Reading = ("未经复议直接起诉", "direct", &["t4.direct.total"]);
const AFTER_REVIEW: Reading = ("复议后起诉", "after review", &["t4.after_review.total"]);

/// A row of table three.
macro_rules! row {
    ($group:literal, $row:literal, $zh:literal, $en:literal) => {
        Row(
            $group,
            ($zh, $en, &[concat!("t3.", $group, ".", $row, ".total")]),
        )
    };
}

const SECRET: Word = row!("denied", "secret", "属于国家秘密", "state secrets");
const SAFETY: Word = row!("denied", "safety", "危及“三安全一稳定”", "safety");
const THIRD: Word = row!(
    "denied",
    "third_party",
    "保护第三方合法权益",
    "third parties"
);
const INTERNAL: Word = row!(
    "denied",
    "internal",
    "属于三类内部事务信息",
    "internal affairs"
);
const PROCESS: Word = row!(
    "denied",
    "process",
    "属于四类过程性信息",
    "matters in process"
);
const ENFORCEMENT: Word = row!(
    "denied",
    "enforcement",
    "属于行政执法案卷",
    "enforcement files"
);
const QUERY: Word = row!("denied", "query", "属于行政查询事项", "queries");
const NOT_HELD: Word = row!("unable", "not_held", "本机关不掌握相关政府信息", "not held");
const CREATION: Word = row!(
    "unable",
    "needs_creation",
    "没有现成信息需要另行制作",
    "to be made"
);
const UNCLEAR: Word = row!("unable", "unclear", "补正后申请内容仍不明确", "unclear");
const PETITION: Word = row!("rejected", "petition", "信访举报投诉类申请", "petitions");
const REPEAT: Word = row!("rejected", "repeat", "重复申请", "repeated");
const PUBLICATION: Word = row!(
    "rejected",
    "publication",
    "要求提供公开出版物",
    "publications"
);
const EXCESSIVE: Word = row!(
    "rejected",
    "excessive",
    "无正当理由大量反复申请",
    "excessive"
);
const CONFIRM: Word = row!(
    "rejected",
    "confirm",
    "要求行政机关确认或重新出具已获取信息",
    "confirmation"
);
const UNCORRECTED: Word = row!(
    "other",
    "uncorrected",
    "申请人无正当理由逾期不补正",
    "not corrected"
);
const UNPAID: Word = row!(
    "other",
    "unpaid",
    "申请人逾期未按收费通知要求缴纳费用",
    "unpaid"
);

/// The words that a clause may consist of; the longest that fits is taken.
#[rustfmt::skip]
pub(super) const WORDS: &[(&str, Word)] = &[
    ("予以公开", Group("granted")), ("部分公开", Group("partial")), ("予以部分公开", Group("partial")),
    ("部分予以公开", Group("partial")), ("不予公开", Group("denied")), ("不予以公开", Group("denied")),
    ("无法提供", Group("unable")), ("不予处理", Group("rejected")), ("其他处理", Group("other")),
    ("国家秘密", SECRET), ("三安全一稳定", SAFETY), ("保护第三方合法权益", THIRD), ("第三方合法权益", THIRD), ("涉及", Fill),
    ("三类内部事务信息", INTERNAL), ("内部事务信息", INTERNAL), ("四类过程性信息", PROCESS),
    ("过程性信息", PROCESS), ("行政执法案卷", ENFORCEMENT), ("行政查询事项", QUERY),
    ("本机关不掌握相关政府信息", NOT_HELD), ("本机关不掌握", NOT_HELD), ("不掌握相关政府信息", NOT_HELD),
    ("没有现成信息需要另行制作", CREATION), ("没有现成信息需另行制作", CREATION), ("没有现成信息", CREATION),
    ("补正后申请内容仍不明确", UNCLEAR), ("补正后仍不明确", UNCLEAR),
    ("信访举报投诉类", PETITION), ("重复申请", REPEAT), ("要求提供公开出版物", PUBLICATION),
    ("无正当理由大量反复申请", EXCESSIVE), ("要求行政机关确认或重新出具已获取信息", CONFIRM),
    ("申请人无正当理由逾期不补正", UNCORRECTED), ("无正当理由逾期不补正", UNCORRECTED),
    ("逾期不补正", UNCORRECTED), ("行政机关不再处理其政府信息公开申请", Fill),
    ("申请人逾期未按收费通知要求缴纳费用", UNPAID), ("逾期未按收费通知要求缴纳费用", UNPAID),
    ("自然人", Applicant("自然人")), ("商业企业", Applicant("商业企业")), ("科研机构", Applicant("科研机构")),
    ("社会公益组织", Applicant("社会公益组织")), ("法律服务机构", Applicant("法律服务机构")),
    ("结转下年度继续办理", Cell("carried out", CARRIED_OUT)), ("结转下年度", Cell("carried out", CARRIED_OUT)),
    ("结转下一年度", Cell("carried out", CARRIED_OUT)), ("结转至下年度", Cell("carried out", CARRIED_OUT)),
    ("结转下年度办理", Cell("carried out", CARRIED_OUT)), ("结转至下年度继续办理", Cell("carried out", CARRIED_OUT)),
    ("结转下一年度继续办理", Cell("carried out", CARRIED_OUT)),
    ("未经复议直接起诉", Cell("direct", DIRECT)), ("复议后起诉", Cell("after review", AFTER_REVIEW)),
    ("制发规章", Cell("rules-made", RULES_MADE)),
    ("收到", Received), ("受理", Received), ("新收", Received), ("接收", Received),
    ("答复", Closed), ("办结", Closed), ("办复", Closed), ("办理", Handled), ("处理", Handled),
    ("申请", Asked), ("政府信息公开申请", Asked), ("信息公开申请", Asked), ("依申请公开", Asked),
    ("依申请公开申请", Asked), ("依申请公开政府信息", Asked),
    ("办理结果", Fill), ("申请人", Fill), ("申请主体", Fill), ("全年", Fill), ("本年", Fill), ("本年度", Fill),
    ("年度", Fill), ("今年", Fill), ("我市", Fill), ("我县", Fill), ("我区", Fill), ("全市", Fill), ("全县", Fill),
    ("全区", Fill), ("全省", Fill), ("共", Fill), ("共计", Fill), ("合计", Fill), ("总计", Fill), ("总共", Fill),
    ("其中", Fill), ("的", Fill), ("有", Fill), ("为", Fill), ("是", Fill), ("因", Fill), ("由于", Fill),
    ("属于", Fill), ("属", Fill), ("危及", Fill), ("而", Fill), ("相关政府信息", Fill), ("提出", Fill),
    ("作出", Fill), ("做出", Fill), ("决定", Fill), ("情形", Fill), ("依法", Fill), ("原因", Fill), ("在", Fill),
    ("中", Fill), ("对", Fill), ("按照", Fill), ("按", Fill), ("划分", Fill), ("分", Fill), ("来看", Fill),
    ("和", Fill), ("及", Fill), ("与", Fill), ("以及", Fill), ("、", Fill), ("“", Fill), ("”", Fill), ("\"", Fill),
    (",", Fill), ("所有", Fill), ("全部", Fill), ("总数", Fill), ("总量", Fill), ("数量", Fill), ("数", Fill),
    ("量", Fill), ("件", Fill), ("了", Fill), ("已", Fill), ("已经", Fill),
];

/// Bodies, matters and times that have figures of their own: beside them nothing is said of a table.
pub(super) const ELSEWHERE: &[&str] = &[
    "局",
    "委",
    "办公室",
    "本级",
    "乡镇",
    "街道",
    "部门",
    "单位",
    "各县",
    "各区",
    "县区",
    "区县",
    "镇",
    "医院",
    "学校",
    "公司",
    "12345",
    "热线",
    "提案",
    "议案",
    "建议",
    "留言",
    "工单",
    "来信",
    "信件",
    "公文",
    "发文",
    "属性",
    "主动公开",
    "许可",
    "审批",
    "累计",
    "历年",
    "以来",
    "季度",
    "上半年",
    "下半年",
    "截至",
    "涉及",
    "关于",
    "针对",
    "有关",
    "平均",
    "咨询",
    "办件",
    "征地",
    "拆迁",
];
/// The same beside documents and rules, which offices make.
pub(super) const STOCK_ELSEWHERE: &[&str] = &["局", "委", "本级", "累计", "部门", "以来", "办公室"];

/// Bodies whose own figures make those after them suspect.
pub(super) const BODIES: &[&str] = &["局", "本级", "各县", "县区", "街道", "乡镇", "办公室"];

/// How a body speaks of itself.
pub(super) const OWN: &[&str] = &[
    "我局",
    "本局",
    "全局",
    "我委",
    "本委",
    "我办",
    "我单位",
    "本单位",
];
