//! The words that the grammar knows, as data. To teach it a word, add it here.

/// What kind of thing a unit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A count of things.
    Count,
    /// Percent.
    Percent,
    /// Money, in yuan.
    Money,
    /// Time, dates, measures, addresses: no quantity of the report.
    None,
}

/// Units as printed (longest first where one begins another), their kind, and the unit that they are compared as.
pub(super) const UNITS: &[(&str, Kind, &str)] = &[
    ("个百分点", Kind::None, ""),
    ("个工作日", Kind::None, ""),
    ("工作日", Kind::None, ""),
    ("个月", Kind::None, ""),
    ("个小时", Kind::None, ""),
    ("小时", Kind::None, ""),
    ("分钟", Kind::None, ""),
    ("平方米", Kind::None, ""),
    ("公里", Kind::None, ""),
    ("周年", Kind::None, ""),
    ("部门", Kind::None, ""),
    ("条例", Kind::None, ""),
    ("件事", Kind::None, ""),
    ("人民", Kind::None, ""),
    ("人大", Kind::None, ""),
    ("起草", Kind::None, ""),
    ("起诉", Kind::None, ""),
    ("期间", Kind::None, ""),
    ("名单", Kind::None, ""),
    ("次性", Kind::None, ""),
    ("百分点", Kind::None, ""),
    ("年", Kind::None, ""),
    ("月", Kind::None, ""),
    ("日", Kind::None, ""),
    ("号", Kind::None, ""),
    ("时", Kind::None, ""),
    ("天", Kind::None, ""),
    ("楼", Kind::None, ""),
    ("室", Kind::None, ""),
    ("岁", Kind::None, ""),
    ("版", Kind::None, ""),
    ("届", Kind::None, ""),
    ("秒", Kind::None, ""),
    ("级", Kind::None, ""),
    ("分", Kind::None, ""),
    ("米", Kind::None, ""),
    ("%", Kind::Percent, "%"),
    ("件次", Kind::Count, "件"),
    ("条次", Kind::Count, "条"),
    ("人次", Kind::Count, "人次"),
    ("场次", Kind::Count, "场"),
    ("批次", Kind::Count, "批"),
    ("次", Kind::Count, "次"),
    ("件", Kind::Count, "件"),
    ("宗", Kind::Count, "件"),
    ("起", Kind::Count, "件"),
    ("例", Kind::Count, "件"),
    ("条", Kind::Count, "条"),
    ("期", Kind::Count, "期"),
    ("场", Kind::Count, "场"),
    ("篇", Kind::Count, "篇"),
    ("项", Kind::Count, "项"),
    ("部", Kind::Count, "部"),
    ("份", Kind::Count, "份"),
    ("册", Kind::Count, "册"),
    ("个", Kind::Count, "个"),
    ("家", Kind::Count, "家"),
    ("名", Kind::Count, "人"),
    ("位", Kind::Count, "人"),
    ("人", Kind::Count, "人"),
    ("户", Kind::Count, "户"),
    ("幅", Kind::Count, "幅"),
    ("组", Kind::Count, "组"),
    ("类", Kind::Count, "类"),
    ("处", Kind::Count, "处"),
    ("则", Kind::Count, "则"),
    ("张", Kind::Count, "张"),
    ("套", Kind::Count, "套"),
    ("台", Kind::Count, "台"),
    ("本", Kind::Count, "本"),
    ("批", Kind::Count, "批"),
    ("字", Kind::Count, "字"),
    ("元", Kind::Money, "元"),
    ("倍", Kind::None, ""),
    ("成", Kind::None, ""),
];

/// Units after which a number spelled in Chinese numerals is taken for a quantity.
pub(super) const SPELLED: &[&str] = &[
    "件次", "条次", "人次", "件", "条", "宗", "起", "份", "次", "场", "篇", "部", "册", "家", "名",
];

/// Units of one kind of thing, which lists mix freely.
pub(super) const ALIKE: &[&[&str]] = &[
    &["件", "个"],
    &["条", "件"],
    &["条", "个"],
    &["部", "件"],
    &["篇", "条"],
    &["份", "件"],
    &["项", "个"],
    &["项", "件"],
    &["家", "个"],
];

/// Words before a number that soften it.
pub(super) const NEARLY: &[&str] = &["近", "将近", "接近"];
/// Words before a number that mean somewhere near.
pub(super) const ABOUT: &[&str] = &["约", "大约", "约为", "约有"];
/// Words before a number that mean more than it.
pub(super) const OVER: &[&str] = &["超", "超过", "逾", "突破", "至少", "多于", "高于", "不少于"];
/// Words before a number that mean less than it.
pub(super) const UNDER: &[&str] = &["不足", "少于", "不到", "低于", "不超过"];

/// Words that make a number a change against another year.
pub(super) const CHANGE: &[&str] = &[
    "增长",
    "增加",
    "增多",
    "减少",
    "下降",
    "上升",
    "降低",
    "提高",
    "提升",
    "增幅",
    "降幅",
    "多出",
    "压减",
    "净增",
    "多收",
    "少收",
    "多受理",
    "少受理",
    "多公开",
    "少公开",
];
/// Changes downwards.
pub(super) const DOWN: &[&str] = &[
    "减少",
    "下降",
    "降低",
    "降幅",
    "压减",
    "少收",
    "少受理",
    "少公开",
];
/// Words that compare with another year.
pub(super) const AGAINST: &[&str] = &["比", "较", "同比", "同期", "环比"];
/// Words that place a number in an earlier year.
pub(super) const EARLIER: &[&str] = &["去年", "上年", "上一年", "前年", "往年", "上期", "同期"];
/// Documents that bear the year that they are about.
pub(super) const DOCUMENTS: &[&str] = &[
    "报告", "年报", "决算", "预算", "总结", "计划", "要点", "公报",
];
/// Words of a running total.
pub(super) const CUMULATIVE: &[&str] = &["累计", "历年", "以来", "截至", "截止", "总访问", "目前"];

/// Words that open a list of parts after the whole.
pub(super) const OPENERS: &[&str] = &[
    "其中",
    "分别为",
    "分别是",
    "分为",
    "包括",
    "包含",
    "涉及",
    "主要有",
];
/// Openers that promise all parts.
pub(super) const CLOSED_OPENERS: &[&str] = &["分别为", "分别是", "分为"];
/// Openers that promise no more than some parts.
pub(super) const OPEN_OPENERS: &[&str] = &["涉及", "主要有", "主要包括", "含", "包含"];
/// Words that name what is left, so that a list with them is complete.
pub(super) const REST: &[&str] = &["其他", "其它", "其余", "另外"];
/// Words that make a number a total.
pub(super) const TOTAL: &[&str] = &["共", "总", "合计", "累计", "全年"];
/// Words directly before a number that say that it adds up what stands before.
pub(super) const SUMMING: &[&str] = &["共", "共计", "合计", "总计", "总共", "一共", "总数", "总量"];
/// Verbs that begin another statement: a list of parts ends before them unless its first part has the verb too.
pub(super) const VERBS: &[&str] = &[
    "收到", "受理", "办结", "答复", "结转", "办理", "新建", "注销", "召开", "举办", "印发", "发布",
    "开展", "制定", "废止", "修订", "培训", "接待", "回复", "处理", "推送", "访问", "阅读", "点击",
    "维护", "转办", "编制", "撤销", "撤回", "订阅", "关注", "浏览", "发放", "开设", "整改", "发现",
    "新增", "调整", "采纳", "听取", "邀请", "参加", "累计", "截至", "设立", "设置", "建成", "完成",
    "引发", "复议", "诉讼",
];
/// Channels: one item may go through several of them, so they may add up to more than the items.
pub(super) const CHANNELS: &[&str] = &[
    "网站",
    "微信",
    "微博",
    "公报",
    "公众号",
    "新媒体",
    "广播",
    "电视",
    "报纸",
    "报刊",
    "公开栏",
    "公示栏",
    "客户端",
    "APP",
    "渠道",
    "平台",
    "抖音",
    "头条",
    "媒体",
    "公告栏",
    "显示屏",
    "电子屏",
    "信息公开网",
    "门户网",
];
/// Kinds that divide the same things in different ways: a list that mixes them is a cross-cut.
pub(super) const DIMENSIONS: &[&[&str]] = &[
    &[
        "网上",
        "网络",
        "信函",
        "当面",
        "邮寄",
        "现场",
        "传真",
        "电子邮件",
        "在线",
        "邮件",
        "来信",
        "信件",
        "快递",
        "书面",
        "线上",
        "线下",
        "窗口",
    ],
    &[
        "自然人",
        "法人",
        "企业",
        "科研",
        "公益",
        "法律服务",
        "公民",
        "个人",
    ],
    &[
        "予以公开",
        "部分公开",
        "不予公开",
        "无法提供",
        "不予处理",
        "其他处理",
        "同意公开",
        "信息不存在",
        "非本机关",
        "非本部门",
    ],
    &["按时", "延期", "逾期", "按期"],
    &[
        "维持",
        "纠正",
        "纠错",
        "审结",
        "败诉",
        "胜诉",
        "驳回",
        "撤销",
        "撤诉",
        "确认违法",
        "其他结果",
        "审理",
    ],
    &["结转", "新收"],
];
/// Pairs of kinds that leave nothing out.
pub(super) const PAIRS: &[(&str, &str)] = &[
    ("专职", "兼职"),
    ("电子", "纸质"),
    ("自然人", "法人"),
    ("线上", "线下"),
    ("不超过", "超过"),
    ("按时", "延期"),
    ("本级", "县"),
    ("本级", "乡"),
    ("本级", "镇"),
    ("新收", "结转"),
    ("市级", "县级"),
    ("原创", "转载"),
];

/// Words that may stand before 占 without naming another part.
pub(super) const SHARE_FILL: &[&str] = &[
    "其中", "约", "共", "均", "各", "分别", "两者", "二者", "三者", "四者", "其", "则",
];

/// Nouns that a copy in traditional characters replaces, and what they were.
pub(super) const ALIASES: &[(&str, &str)] = &[
    ("档案", "文件"),
    ("民众", "群众"),
    ("网际网路", "互联网"),
    ("计画", "计划"),
    ("视窗", "窗口"),
    ("联络", "联系"),
];
