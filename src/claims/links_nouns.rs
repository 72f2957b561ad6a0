//! The nouns of tables two, three and four, and the cells that each may honestly mean.

use super::{
    lexicon::DIMENSIONS,
    page::{Page, any},
    roles::{Role, requests, role},
};

/// One honest way to read a noun: its name in two languages and the cells to add up.
///
/// `t3.denied.*.total` stands for all rows of a group, `t3.new.org` for the five columns of organisations.
pub(super) type Reading = (&'static str, &'static str, &'static [&'static str]);

/// What a number of the text means in the tables.
#[derive(Debug, Clone)]
pub(super) struct Meaning {
    /// Its name, the same for all numbers that mean the same.
    pub(super) name: String,
    /// The readings, the plainest first.
    pub(super) readings: Vec<Reading>,
    /// Whether a number that fits none of them is a fault.
    pub(super) sure: bool,
    /// A number that governs this one, such as the reviews of which some were corrected.
    pub(super) governor: Option<usize>,
}

const RECEIVED: &[Reading] = &[
    ("本年新收", "new", &["t3.new.total"]),
    (
        "本年新收＋上年结转",
        "new + carried in",
        &["t3.new.total", "t3.carried_in.total"],
    ),
    ("办理结果总计", "answered", &["t3.total.total"]),
];
const CLOSED: &[Reading] = &[
    ("办理结果总计", "answered", &["t3.total.total"]),
    (
        "本年新收＋上年结转",
        "new + carried in",
        &["t3.new.total", "t3.carried_in.total"],
    ),
    ("本年新收", "new", &["t3.new.total"]),
];
const CARRIED_IN: &[Reading] = &[("上年结转", "carried in", &["t3.carried_in.total"])];
const CARRIED_OUT: &[Reading] = &[("结转下年", "carried out", &["t3.carried_out.total"])];

/// Kinds of results as printed, the longest first where one contains another, and the group that they name.
const RESULTS: &[(&str, &str)] = &[
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
const GROUPS: &[(&str, &str)] = &[
    ("granted", "t3.granted.total"),
    ("partial", "t3.partial.total"),
    ("denied", "t3.denied.*.total"),
    ("unable", "t3.unable.*.total"),
    ("rejected", "t3.rejected.*.total"),
    ("other", "t3.other.*.total"),
];
/// Words of single rows inside a group: with one of them the figure may be the row's.
const ROWS: &[&str] = &[
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
const APPLICANTS: &[(&str, &[Reading])] = &[
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
                "法律服务机构（办理结果）",
                "legal services, answered",
                &["t3.total.legal"],
            ),
        ],
    ),
];

/// What a mention means in the tables, if its noun is clearly one of theirs.
pub(super) fn meaning(page: &Page, at: usize, year: Option<u16>) -> Option<Meaning> {
    let mention = &page.mentions[at];
    if !mention.is_count() || mention.change || mention.earlier {
        return None;
    }
    litigation(page, at)
        .or_else(|| stock(page, at))
        .or_else(|| result(page, at))
        .or_else(|| applicant(page, at))
        .or_else(|| whole(page, at, year))
}

fn new(name: impl Into<String>, readings: &[Reading], sure: bool) -> Option<Meaning> {
    Some(Meaning {
        name: name.into(),
        readings: readings.to_vec(),
        sure,
        governor: None,
    })
}

fn listed(page: &Page, at: usize) -> bool {
    page.lists.iter().any(|list| list.has(at))
}

/// Received, answered, carried over.
fn whole(page: &Page, at: usize, year: Option<u16>) -> Option<Meaning> {
    let role = role(page, at, year)?;
    let around = page.around(at);
    let named = around.contains("申请");
    match role {
        Role::CarriedIn => new("carried in", CARRIED_IN, named && !listed(page, at)),
        Role::CarriedOut => new(
            "carried out",
            CARRIED_OUT,
            (named || around.contains("下年度继续")) && around.contains("结转"),
        ),
        _ if listed(page, at) => None,
        Role::Received => {
            let plain = named
                && any(&around, &["收到", "受理", "新收"])
                && any(&around, &["信息公开", "依申请公开", "政府信息"]);
            new("received", RECEIVED, plain && !around.contains("累计"))
        }
        Role::Closed => {
            let plain = named
                && any(&around, &["办结", "答复"])
                && !any(&around, &["电话", "口头", "累计", "书面"]);
            new(
                "answered",
                CLOSED,
                plain && any(&around, &["信息公开", "依申请公开"]),
            )
        }
    }
}

/// Granted, denied, …, and combinations of them.
fn result(page: &Page, at: usize) -> Option<Meaning> {
    if !requests(page) || !["件", "个", "份", "条", ""].contains(&page.mentions[at].unit) {
        return None;
    }
    let mut text = super::page::alias(page.wide(at));
    if !RESULTS.iter().any(|(word, _)| text.contains(word)) {
        text = page.tail(at).to_owned();
    }
    let mut groups: Vec<&str> = Vec::new();
    for (word, group) in RESULTS {
        if text.contains(word) {
            text = text.replace(word, "");
            groups.push(group);
        }
    }
    groups.sort_unstable();
    groups.dedup();
    let cells: Vec<&'static str> = GROUPS
        .iter()
        .filter(|(group, _)| groups.contains(group))
        .map(|&(_, cell)| cell)
        .collect();
    if cells.is_empty() {
        return None;
    }
    let row = any(&text, ROWS);
    let divided = DIMENSIONS.iter().take(2).any(|words| any(&text, words));
    let asked = any(
        &text,
        &[
            "原因", "收到", "复议", "诉讼", "累计", "主动", "信息", "意见", "条款",
        ],
    );
    Some(Meaning {
        name: groups.join("+"),
        readings: vec![("办理结果", "results", combination(&cells)?)],
        sure: !row && !divided && !asked,
        governor: None,
    })
}

/// The combinations of result groups that a sentence may name together.
fn combination(cells: &[&'static str]) -> Option<&'static [&'static str]> {
    const ALL: &[&[&str]] = &[
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
    ALL.iter().copied().find(|all| *all == cells)
}

/// Requests by kind of applicant.
fn applicant(page: &Page, at: usize) -> Option<Meaning> {
    if !requests(page) || !["件", "个", "份", "条", ""].contains(&page.mentions[at].unit) {
        return None;
    }
    let mut text = page.wide(at).to_owned();
    if !APPLICANTS.iter().any(|(word, _)| text.contains(word)) {
        text = page.tail(at).to_owned();
    }
    let mut named = APPLICANTS.iter().filter(|(word, _)| text.contains(word));
    let (word, readings) = named.next()?;
    let single = named.next().is_none();
    let other = any(
        &text,
        &[
            "复议", "诉讼", "结转", "办结", "答复", "网上", "信函", "当面", "邮寄", "现场", "网络",
        ],
    );
    let below = page.lists.iter().any(|list| {
        list.has(at)
            && list
                .whole
                .is_none_or(|whole| !any(page.wide(whole), &["收到", "受理", "新收"]))
    });
    single.then(|| Meaning {
        name: (*word).to_owned(),
        readings: readings.to_vec(),
        sure: !other && !below && matches!(*word, "自然人" | "法人"),
        governor: None,
    })
}

const REVIEW: &[(&str, &[Reading])] = &[
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
const LAWSUIT: &[(&str, &[Reading])] = &[
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
const BOTH: &[Reading] = &[(
    "行政复议＋行政诉讼",
    "reviews + lawsuits",
    &[
        "t4.review.total",
        "t4.direct.total",
        "t4.after_review.total",
    ],
)];

/// Reviews and lawsuits.
fn litigation(page: &Page, at: usize) -> Option<Meaning> {
    let mention = &page.mentions[at];
    let sentence = after_last(&page.text()[..mention.range.start], &['。', '!', '?']);
    let (wide, tail) = (page.wide(at), page.tail(at));
    let clause = format!("{wide}{tail}");
    let body = ["复议", "诉讼"]
        .into_iter()
        .filter(|word| clause.contains(word))
        .collect::<Vec<_>>();
    let outcome = outcome(&clause);
    let far = ["复议", "诉讼"]
        .into_iter()
        .filter_map(|word| Some((sentence.rfind(word)?, word)))
        .max();
    let known = body
        .first()
        .copied()
        .or_else(|| outcome.and(far).map(|(_, word)| word))?;
    let unit = matches!(mention.unit, "件" | "个" | "");
    let skip = [
        "一审",
        "二审",
        "再审",
        "答复",
        "应诉",
        "审理",
        "受理",
        "代理",
        "办理",
        "承办",
        "出庭",
        "开庭",
        "撤回",
        "申请撤",
        "收到申请",
    ];
    if !unit || any(&clause, &skip) {
        return None;
    }
    if body.len() == 2
        && outcome.is_none()
        && !clause.contains("复议后")
        && !clause.contains("经复议")
    {
        return new("both", BOTH, false);
    }
    let table = if known == "复议" && !clause.contains("复议后") && !clause.contains("经复议")
    {
        REVIEW
    } else {
        LAWSUIT
    };
    let word = outcome.unwrap_or("total");
    let (_, readings) = table.iter().find(|(name, _)| *name == word)?;
    let tied = any(sentence, &["信息公开", "依申请"])
        || any(&page.heading, &["申请", "复议"])
        || requests(page);
    let simple = word == "total"
        && tied
        && !listed(page, at)
        && any(&clause, &["引发", "发生", "产生", "提起", "因"]);
    Some(Meaning {
        name: format!("{known}-{word}"),
        readings: readings.to_vec(),
        sure: simple
            && !any(
                &clause,
                &["累计", "审结", "直接", "复议后", "结案", "均", "全部"],
            ),
        governor: outcome.and_then(|_| governor(page, at, known)),
    })
}

fn outcome(clause: &str) -> Option<&'static str> {
    const WORDS: &[(&str, &str)] = &[
        ("未审结", "pending"),
        ("未办结", "pending"),
        ("正在审理", "pending"),
        ("纠正", "corrected"),
        ("纠错", "corrected"),
        ("败诉", "corrected"),
        ("维持", "upheld"),
        ("驳回", "upheld"),
        ("其他结果", "other"),
    ];
    WORDS
        .iter()
        .find(|(word, _)| clause.contains(word))
        .map(|&(_, name)| name)
}

/// The total of reviews or lawsuits that an outcome is one of, right before it.
fn governor(page: &Page, at: usize, word: &str) -> Option<usize> {
    let total = (0..at)
        .rev()
        .take(4)
        .find(|&i| page.wide(i).contains(word))?;
    (page.same_sentence(total, at)
        && page.mentions[total].is_count()
        && outcome(page.wide(total)).is_none())
    .then_some(total)
}

/// Rules and normative documents in force, made, repealed.
fn stock(page: &Page, at: usize) -> Option<Meaning> {
    if !matches!(page.mentions[at].unit, "件" | "部" | "个" | "份") {
        return None;
    }
    let text = super::page::alias(&format!("{}{}", page.label(at), page.tail(at)));
    let wide = super::page::alias(&format!("{}{}", page.wide(at), page.tail(at)));
    let clause = clause_start(page, at);
    let kind = if text.contains("规范性文件") {
        "normative"
    } else if text.contains("规章") && !text.contains("规章制度") {
        "rules"
    } else {
        return None;
    };
    let other = any(
        &wide,
        &[
            "草案",
            "解读",
            "征求",
            "备案",
            "审查",
            "党内",
            "累计",
            "公布",
            "历年",
            "部门规范",
            "党委",
        ],
    );
    let act = if any(&wide, &["废止", "失效"]) {
        "repealed"
    } else if any(&wide, &["现行有效", "有效"]) || clause.contains("现行有效") {
        "valid"
    } else if any(&wide, &["制发", "制定", "出台", "印发", "新制作", "制作"]) {
        "made"
    } else {
        return None;
    };
    const CELLS: &[(&str, &str, Reading)] = &[
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
    let (_, _, reading) = CELLS.iter().find(|(k, a, _)| *k == kind && *a == act)?;
    new(
        format!("{kind}-{act}"),
        &[*reading],
        !other && act == "valid" && !listed(page, at),
    )
}

/// The words before a mention in its sentence, at most 60 characters, earlier items of its list included.
fn clause_start(page: &Page, at: usize) -> &str {
    let piece = after_last(
        &page.text()[..page.mentions[at].range.start],
        &['。', ';', '!', '?'],
    );
    let skip = piece.chars().count().saturating_sub(60);
    piece
        .char_indices()
        .nth(skip)
        .map_or(piece, |(cut, _)| &piece[cut..])
}

/// What stands after the last of the marks.
fn after_last<'a>(text: &'a str, marks: &[char]) -> &'a str {
    text.rsplit(marks).next().unwrap_or(text)
}
