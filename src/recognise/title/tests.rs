use super::*;
use crate::document::{Builder, Format};

fn title(lines: &[&str]) -> Option<(Option<String>, Option<u16>)> {
    let mut builder = Builder::new(Format::Text, None);
    for line in lines {
        builder.paragraph(line, None);
    }
    let document = builder.finish();
    let folds = Folds::new(&document);
    let dated = dated(&document, &folds);
    find(&document, &folds, &dated).map(|title| {
        (
            title
                .organization
                .map(|span| document.quote(span).to_owned()),
            title.year,
        )
    })
}

#[test]
fn titles_name_body_and_year() {
    let read = |text: &str| title(&[text]).unwrap();
    assert_eq!(
        read("青石县 2023 年政府信息公开工作年度报告"),
        (Some("青石县".into()), Some(2023))
    );
    assert_eq!(
        read("2022年度云溪市统计局政府信息公开工作年度报告"),
        (Some("云溪市统计局".into()), Some(2022))
    );
    assert_eq!(read("青石县二〇二〇年政府信息公开年度报告").1, Some(2020));
    assert_eq!(
        read("石 桥 镇 2 0 2 1 年 政 府 信 息 公 开 工 作 年 度 报 告"),
        (Some("石 桥 镇".into()), Some(2021))
    );
    for body in ["开宁经济开发区管委会", "开宁市公安局"] {
        let dated = format!("{body}2021年政府信息公开工作年度报告");
        assert_eq!(read(&dated), (Some(body.into()), Some(2021)));
    }
    let card = "发文日期：2024-03-12 名称：青石县2023年政府信息公开工作年度报告";
    assert_eq!(title(&[card]).unwrap().1, Some(2023));
    assert_eq!(
        title(&["青石区人民政府2013年", "政府信息公开工作年度报告"])
            .unwrap()
            .1,
        Some(2013)
    );
}

#[test]
fn a_year_inside_or_behind_the_name_is_read() {
    for text in [
        "青石县统计局政府信息公开工作2023年年度报告",
        "青石县统计局政府信息公开工作年度报告（2023年）",
        "关于青石县统计局2023年政府信息公开工作情况的报告",
        "青石县统计局关于2023年政府信息公开工作情况的报告",
    ] {
        let named = Some("青石县统计局".into());
        assert_eq!(title(&[text]), Some((named, Some(2023))), "{text}");
    }
    let named = Some("青石县人民政府".into());
    assert_eq!(
        title(&["青石县人民政府信息公开2023年年报"]),
        Some((named, Some(2023)))
    );
}

#[test]
fn a_name_in_the_line_above_belongs_to_the_title() {
    let read = |above| title(&[above, "2023年政府信息公开工作年度报告"]).unwrap().0;
    for name in ["青石县统计局", "青石县第三中学"] {
        assert_eq!(read(name), Some(name.into()));
    }
    assert_eq!(read("信息公开目录"), None);
}

#[test]
fn a_name_is_no_remains_of_other_words() {
    let named = |lines: &[&str]| title(lines).unwrap().0;
    let office = Some("青石县河湾街道办事处".into());
    assert_eq!(
        named(&["青石县河湾街道办事处", "政府信息公开工作2017年度报告"]),
        office
    );
    assert_eq!(named(&["现将我局2017年政府信息公开工作年度报告如下"]), None);
    assert_eq!(
        named(&["度假区税务局2022年政府信息公开工作年度报告"]),
        Some("度假区税务局".into())
    );
    for text in [
        "中文名：青石县河湾街道办事处2017年政府信息公开工作年度报告",
        "[青石县河湾街道办事处]2017年政府信息公开工作年度报告",
        "本报告由青石县河湾街道办事处编制的2017年度政府信息公开年度报告。",
    ] {
        assert_eq!(named(&[text]), office, "{text}");
    }
    let both = [
        "青石县统计局2017年政府信息公开工作年度报告",
        "2017年统计局信息公开工作年度报告",
        "一、概述",
    ];
    assert_eq!(named(&both), Some("青石县统计局".into()));
}

#[test]
fn the_lead_names_a_report_without_title() {
    let named = |name: &str| Some((Some(name.into()), Some(2023)));
    assert_eq!(
        title(&["根据《条例》，现公布青石县2023年政府信息公开工作年度报告。"]),
        named("青石县")
    );
    assert_eq!(
        title(&["本报告由青石县统计局编制。现发布《青石县统计局2023年度政府信息公开年报》。"]),
        named("青石县统计局")
    );
    assert_eq!(
        title(&["现公布我局2023年政府信息公开工作年度报告。"]),
        Some((None, Some(2023)))
    );
    for text in [
        "根据《关于做好2023年政府信息公开工作年度报告编制公布工作的通知》要求。",
        "根据《关于公布2023年政府信息公开工作年度报告的通知》要求。",
        "一、总体情况。按时公布了青石县2023年政府信息公开工作年度报告。",
    ] {
        assert_eq!(title(&[text]), None, "{text}");
    }
}

#[test]
fn where_a_page_stands_on_its_site_is_no_name() {
    let text = "这里是首页政务公开政府信息公开政府信息公开年报 青石县水务局2023年度政府信息公开工作年度报告 来源：青石县水务局";
    let long = format!("{text} {}", "本局推进公开工作。".repeat(80));
    assert_eq!(
        title(&[&long]),
        Some((Some("青石县水务局".into()), Some(2023)))
    );
}

#[test]
fn letters_and_explanations_are_no_titles() {
    for text in [
        "关于报送青石县2023年政府信息公开工作年度报告的函",
        "青石县2023年政府信息公开工作年度报告解读",
    ] {
        assert_eq!(title(&[text]), None, "{text}");
    }
}
