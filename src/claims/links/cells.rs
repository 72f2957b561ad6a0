//! The cells that nouns of the text stand for, as data.

/// One honest way to read a noun: its name in two languages and the cells to add up.
///
/// `t3.denied.*.total` stands for all rows of a group, `t3.new.org` for the five columns of organisations.
pub(in crate::claims) type Reading = (&'static str, &'static str, &'static [&'static str]);

pub(in crate::claims) const RECEIVED: &[Reading] = &[
    ("本年新收", "new", &["t3.new.total"]),
    (
        "本年新收＋上年结转",
        "new + carried in",
        &["t3.new.total", "t3.carried_in.total"],
    ),
    ("办理结果总计", "answered", &["t3.total.total"]),
];

pub(in crate::claims) const CLOSED: &[Reading] = &[
    ("办理结果总计", "answered", &["t3.total.total"]),
    (
        "本年新收＋上年结转",
        "new + carried in",
        &["t3.new.total", "t3.carried_in.total"],
    ),
    ("本年新收", "new", &["t3.new.total"]),
];

pub(in crate::claims) const CARRIED_IN: &[Reading] =
    &[("上年结转", "carried in", &["t3.carried_in.total"])];

pub(in crate::claims) const CARRIED_OUT: &[Reading] =
    &[("结转下年", "carried out", &["t3.carried_out.total"])];

/// Kinds of results as printed, the longest first where one contains another, and the group that they name.
pub(in crate::claims) const RESULTS: &[(&str, &str)] = &[
    ("部分予以公开", "partial"),
    ("予以部分公开", "partial"),
    ("同意部分公开", "partial"),
    ("不予以公开", "denied"),
    ("部分公开", "partial"),
    ("不予公开", "denied"),
    ("不同意公开", "denied"),
    ("予以公开", "granted"),
    ("同意公开", "granted"),
    ("完整公开", "granted"),
    ("全部公开", "granted"),
    ("无法提供", "unable"),
    ("不予处理", "rejected"),
    ("其他处理", "other"),
];

/// The cells of each group.
pub(in crate::claims) const GROUPS: &[(&str, &str)] = &[
    ("granted", "t3.granted.total"),
    ("partial", "t3.partial.total"),
    ("denied", "t3.denied.*.total"),
    ("unable", "t3.unable.*.total"),
    ("rejected", "t3.rejected.*.total"),
    ("other", "t3.other.*.total"),
];

/// Words of single rows inside a group: with one of them the figure may be the row's.
pub(in crate::claims) const ROWS: &[&str] = &[
    "国家秘密",
    "禁止公开",
    "三安全",
    "第三方",
    "内部事务",
    "过程性",
    "执法案卷",
    "查询事项",
    "不掌握",
    "没有现成",
    "另行制作",
    "补正",
    "信访",
    "重复申请",
    "出版物",
    "反复申请",
    "确认",
    "逾期",
];

/// Applicants as printed, and the column that they name.
pub(in crate::claims) const APPLICANTS: &[(&str, &[Reading])] = &[
    (
        "法人",
        &[
            (
                "法人或其他组织（新收）",
                "organisations, new",
                &["t3.new.org"],
            ),
            (
                "法人或其他组织（新收＋上年结转）",
                "organisations, new + carried in",
                &["t3.new.org", "t3.carried_in.org"],
            ),
            (
                "法人或其他组织（办理结果）",
                "organisations, answered",
                &["t3.total.org"],
            ),
        ],
    ),
    (
        "自然人",
        &[
            (
                "自然人（新收）",
                "natural persons, new",
                &["t3.new.natural"],
            ),
            (
                "自然人（新收＋上年结转）",
                "natural persons, new + carried in",
                &["t3.new.natural", "t3.carried_in.natural"],
            ),
            (
                "自然人（办理结果）",
                "natural persons, answered",
                &["t3.total.natural"],
            ),
        ],
    ),
    (
        "商业企业",
        &[
            ("商业企业（新收）", "businesses, new", &["t3.new.business"]),
            (
                "商业企业（新收＋上年结转）",
                "businesses, new + carried in",
                &["t3.new.business", "t3.carried_in.business"],
            ),
            (
                "商业企业（办理结果）",
                "businesses, answered",
                &["t3.total.business"],
            ),
        ],
    ),
    (
        "科研机构",
        &[
            (
                "科研机构（新收）",
                "research bodies, new",
                &["t3.new.research"],
            ),
            (
                "科研机构（新收＋上年结转）",
                "research bodies, new + carried in",
                &["t3.new.research", "t3.carried_in.research"],
            ),
            (
                "科研机构（办理结果）",
                "research bodies, answered",
                &["t3.total.research"],
            ),
        ],
    ),
    (
        "社会公益组织",
        &[
            (
                "社会公益组织（新收）",
                "welfare bodies, new",
                &["t3.new.welfare"],
            ),
            (
                "社会公益组织（新收＋上年结转）",
                "welfare bodies, new + carried in",
                &["t3.new.welfare", "t3.carried_in.welfare"],
            ),
            (
                "社会公益组织（办理结果）",
                "welfare bodies, answered",
                &["t3.total.welfare"],
            ),
        ],
    ),
    (
        "法律服务机构",
        &[
            (
                "法律服务机构（新收）",
                "legal services, new",
                &["t3.new.legal"],
            ),
            (
                "法律服务机构（新收＋上年结转）",
                "legal services, new + carried in",
                &["t3.new.legal", "t3.carried_in.legal"],
            ),
            (
                "法律服务机构（办理结果）",
                "legal services, answered",
                &["t3.total.legal"],
            ),
        ],
    ),
];

pub(in crate::claims) const REVIEW: &[(&str, &[Reading])] = &[
    (
        "upheld",
        &[("复议维持", "reviews upheld", &["t4.review.upheld"])],
    ),
    (
        "corrected",
        &[("复议纠正", "reviews corrected", &["t4.review.corrected"])],
    ),
    (
        "pending",
        &[("复议尚未审结", "reviews pending", &["t4.review.pending"])],
    ),
    (
        "other",
        &[("复议其他结果", "reviews, other", &["t4.review.other"])],
    ),
    (
        "total",
        &[("行政复议总计", "reviews", &["t4.review.total"])],
    ),
];

pub(in crate::claims) const LAWSUIT: &[(&str, &[Reading])] = &[
    (
        "upheld",
        &[
            (
                "诉讼维持",
                "lawsuits upheld",
                &["t4.direct.upheld", "t4.after_review.upheld"],
            ),
            ("直接起诉维持", "direct, upheld", &["t4.direct.upheld"]),
            (
                "复议后起诉维持",
                "after review, upheld",
                &["t4.after_review.upheld"],
            ),
        ],
    ),
    (
        "corrected",
        &[
            (
                "诉讼纠正",
                "lawsuits corrected",
                &["t4.direct.corrected", "t4.after_review.corrected"],
            ),
            (
                "直接起诉纠正",
                "direct, corrected",
                &["t4.direct.corrected"],
            ),
            (
                "复议后起诉纠正",
                "after review, corrected",
                &["t4.after_review.corrected"],
            ),
        ],
    ),
    (
        "pending",
        &[
            (
                "诉讼尚未审结",
                "lawsuits pending",
                &["t4.direct.pending", "t4.after_review.pending"],
            ),
            (
                "直接起诉尚未审结",
                "direct, pending",
                &["t4.direct.pending"],
            ),
            (
                "复议后起诉尚未审结",
                "after review, pending",
                &["t4.after_review.pending"],
            ),
        ],
    ),
    (
        "other",
        &[
            (
                "诉讼其他结果",
                "lawsuits, other",
                &["t4.direct.other", "t4.after_review.other"],
            ),
            ("直接起诉其他结果", "direct, other", &["t4.direct.other"]),
            (
                "复议后起诉其他结果",
                "after review, other",
                &["t4.after_review.other"],
            ),
        ],
    ),
    (
        "total",
        &[
            (
                "行政诉讼总计",
                "lawsuits",
                &["t4.direct.total", "t4.after_review.total"],
            ),
            ("未经复议直接起诉", "direct", &["t4.direct.total"]),
            ("复议后起诉", "after review", &["t4.after_review.total"]),
        ],
    ),
];

/// The combinations of result groups that a sentence may name together.
pub(in crate::claims) const COMBINATIONS: &[&[&str]] = &[
    &["t3.granted.total"],
    &["t3.partial.total"],
    &["t3.denied.*.total"],
    &["t3.unable.*.total"],
    &["t3.rejected.*.total"],
    &["t3.other.*.total"],
    &["t3.granted.total", "t3.partial.total"],
    &["t3.rejected.*.total", "t3.other.*.total"],
    &["t3.unable.*.total", "t3.other.*.total"],
    &["t3.unable.*.total", "t3.rejected.*.total"],
    &["t3.denied.*.total", "t3.unable.*.total"],
    &["t3.denied.*.total", "t3.rejected.*.total"],
    &["t3.denied.*.total", "t3.other.*.total"],
    &[
        "t3.unable.*.total",
        "t3.rejected.*.total",
        "t3.other.*.total",
    ],
    &[
        "t3.denied.*.total",
        "t3.unable.*.total",
        "t3.rejected.*.total",
    ],
    &[
        "t3.denied.*.total",
        "t3.unable.*.total",
        "t3.rejected.*.total",
        "t3.other.*.total",
    ],
];

/// Rules and normative documents: made, repealed, in force.
pub(in crate::claims) const STOCK: &[(&str, &str, Reading)] = &[
    (
        "normative",
        "made",
        (
            "行政规范性文件本年制发",
            "normative documents made",
            &["t2.normative.made"],
        ),
    ),
    (
        "normative",
        "repealed",
        (
            "行政规范性文件本年废止",
            "normative documents repealed",
            &["t2.normative.repealed"],
        ),
    ),
    (
        "normative",
        "valid",
        (
            "行政规范性文件现行有效",
            "normative documents in force",
            &["t2.normative.valid"],
        ),
    ),
    (
        "normative",
        "valid",
        (
            "规范性文件对外公开总数量",
            "normative documents published in all",
            &["t2.normative.total"],
        ),
    ),
    (
        "rules",
        "valid",
        (
            "规章对外公开总数量",
            "rules published in all",
            &["t2.rules.total"],
        ),
    ),
    (
        "rules",
        "made",
        ("规章本年制发", "rules made", &["t2.rules.made"]),
    ),
    (
        "rules",
        "repealed",
        ("规章本年废止", "rules repealed", &["t2.rules.repealed"]),
    ),
    (
        "rules",
        "valid",
        ("规章现行有效", "rules in force", &["t2.rules.valid"]),
    ),
];

/// Reviews and lawsuits together.
pub(in crate::claims) const BOTH: &[Reading] = &[(
    "行政复议＋行政诉讼",
    "reviews + lawsuits",
    &[
        "t4.review.total",
        "t4.direct.total",
        "t4.after_review.total",
    ],
)];
