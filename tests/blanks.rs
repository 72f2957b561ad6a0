//! A total that is left blank is not a total that is printed as zero, and is not called one.

use gouji::{Options, check};

const LABELS: [&str; 5] = [
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
];

/// What is said of totals where every row's total is printed so.
fn sentences(total: &str) -> Vec<String> {
    let rows: String = LABELS
        .iter()
        .map(|label| {
            format!("<tr><td>{label}</td><td>3</td><td>1</td><td>&nbsp;</td><td>&nbsp;</td><td>&nbsp;</td><td>&nbsp;</td><td>{total}</td></tr>")
        })
        .collect();
    let page = format!(
        "<h1>云溪市2023年政府信息公开工作年度报告</h1><p>三、收到和处理政府信息公开申请情况</p><table>\
         <tr><td></td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td>\
         <td>其他</td><td>总计</td></tr>{rows}</table>"
    );
    let report = check(page.as_bytes(), &Options::default()).expect("a report");
    let told = report.findings.into_iter().map(|finding| finding.message);
    told.filter(|message| message.contains("总计")).collect()
}

#[test]
fn a_blank_total_is_never_called_a_printed_zero() {
    let blank = sentences("&nbsp;");
    assert!(!blank.is_empty());
    assert!(blank.iter().all(|one| !one.contains("印为")), "{blank:?}");
    let zero = sentences("0");
    assert!(
        zero.iter().any(|one| one.contains("总计印为 0")),
        "{zero:?}"
    );
    assert!(sentences("4").is_empty());
}
