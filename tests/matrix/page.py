"""A report as a web page: the tables as the notices print them."""

import html

from reports import Report, Row, Table

HEADINGS = {
    "t2": "二、主动公开政府信息情况",
    "t3": "三、收到和处理政府信息公开申请情况",
    "t4": "四、政府信息公开行政复议、行政诉讼情况",
}
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
ARTICLES = {"rules": "（一）", "licensing": "（五）", "penalty": "（六）", "fees": "（八）", "procurement": "（九）"}
UNITS = {"1.1": "条", "1.2": "条", "2.1": "次", "2.2.3": "篇", "3": "件", "4": "件", "5": "件", "6": "件", "7": "万元"}

Cell = tuple[str, int, int]
"""Text, columns and rows covered."""


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return text, columns, rows


def table_cells(report: Report, table: Table) -> list[list[Cell]]:
    return {"t2": disclosure, "t3": requests, "t4": litigation, "f2014": statistics, "f2008": cumulative}[table.name](
        report, table
    )


def disclosure(report: Report, table: Table) -> list[list[Cell]]:
    """Table two: blocks of four columns in all."""
    rows: list[list[Cell]] = []
    for row in table.named():
        width = {1: 3, 2: 1, 3: 1}[len(row.columns)]
        spans = [1, 2] if len(row.columns) == 2 else [width] * len(row.columns)
        if row.name in ARTICLES:
            rows.append([cell(f"第二十条第{ARTICLES[row.name]}项", 4)])
            rows.append([cell("信息内容"), *(cell(label, span) for (_, label), span in zip(row.columns, spans))])
        numbers = [cell(report.cell(table, row, key), span) for (key, _), span in zip(row.columns, spans)]
        rows.append([cell(row.label), *numbers])
    return rows


def requests(report: Report, table: Table) -> list[list[Cell]]:
    """Table three: three columns of labels, seven of numbers."""
    labels = [label for _, label in table.rows[0].columns]
    rows = [
        [cell(NOTE, 3, 3), cell("申请人情况", 7)],
        [cell(labels[0], 1, 2), cell("法人或其他组织", 5), cell(labels[6], 1, 2)],
        [cell(label) for label in labels[1:6]],
    ]
    waiting: list[Cell] = []
    for at, row in enumerate(table.rows):
        if not row.name:
            inner = [later for later in table.rows[at + 1 :]]
            deep = next((n for n, later in enumerate(inner) if later.level <= row.level), len(inner))
            waiting.append(cell(row.label, 1, sum(1 for later in inner[:deep] if later.name)))
            continue
        width = {0: 3, 1: 2, 2: 1}[row.level]
        numbers = [cell(report.cell(table, row, key)) for key, _ in row.columns]
        rows.append([*waiting, cell(row.label, width), *numbers])
        waiting = []
    return rows


def litigation(report: Report, table: Table) -> list[list[Cell]]:
    """Table four: one row of fifteen numbers under three rows of heads."""
    labels = [label for _, label in table.rows[0].columns]
    numbers = [cell(report.cell(table, row, key)) for row in table.rows for key, _ in row.columns]
    return [
        [cell("行政复议", 5), cell("行政诉讼", 10)],
        [*(cell(label, 1, 2) for label in labels), cell("未经复议直接起诉", 5), cell("复议后起诉", 5)],
        [cell(label) for label in labels * 2],
        numbers,
    ]


def statistics(report: Report, table: Table) -> list[list[Cell]]:
    """The statistics of 2014 to 2018: label, unit, number."""
    rows = [[cell("统计指标"), cell("单位"), cell("统计数")]]
    for row in table.rows:
        number = report.cell(table, row, "value") if row.name else ""
        rows.append([cell("　" * row.level + row.label), cell(unit(row) if row.name else ""), cell(number)])
    return rows


def unit(row: Row) -> str:
    if row.name in ("7", "8.4"):
        return "万元"
    if row.name.startswith("8.3"):
        return "人"
    if row.name == "9.3":
        return "人次"
    return next((UNITS[key] for key in sorted(UNITS, reverse=True) if row.name.startswith(key)), "个")


def cumulative(report: Report, table: Table) -> list[list[Cell]]:
    """The form of Jilin: label, cumulative number, the year's."""
    rows = [[cell("指标"), cell("累计数"), cell(f"{report.year}年发生数")]]
    for row in table.rows:
        rows.append([cell(row.label), *(cell(report.cell(table, row, key)) for key, _ in row.columns)])
    return rows


def flow(report: Report) -> list[str | Table]:
    """Title, paragraphs and tables in reading order."""
    parts: list[str | Table] = [report.title, *report.before]
    for table in report.tables:
        parts.append(HEADINGS.get(table.name, f"附件：{table.title}"))
        parts.append(table)
    return [*parts, *report.after]


def markup(report: Report, table: Table) -> str:
    def tag(item: Cell) -> str:
        text, columns, rows = item
        spans = (f' colspan="{columns}"' if columns > 1 else "") + (f' rowspan="{rows}"' if rows > 1 else "")
        align = ' align="center"' if text.replace(".", "").lstrip("-").isdigit() else ""
        return f"<td{spans}{align}><p>{html.escape(text)}</p></td>"

    lines = ["<tr>" + "".join(tag(item) for item in row) + "</tr>" for row in table_cells(report, table)]
    style = 'border="1" cellspacing="0" cellpadding="2" width="100%"'
    return f"<table {style}>\n" + "\n".join(lines) + "\n</table>"


def page(report: Report, chrome: bool = True) -> str:
    """The whole page, with or without what stands around a report on a portal."""
    body = []
    for at, part in enumerate(flow(report)):
        if isinstance(part, Table):
            body.append(markup(report, part))
        else:
            body.append(f"<h1>{part}</h1>" if at == 0 else f"<p>{html.escape(part)}</p>")
    around = (
        '<div class="top">登录 | 注册</div><ul><li>首页</li><li>政务公开</li><li>办事服务</li></ul>'
        '<div>当前位置：首页 &gt; 政务公开 &gt; 年度报告</div><div>字体：大 中 小　点击数：218</div>'
        if chrome
        else ""
    )
    below = f"<div>主办：{report.body}办公室　备案号：虚ICP备00000000号</div>" if chrome else ""
    style = "body{font-family:'Noto Sans CJK SC',sans-serif;font-size:11pt} table{font-size:9pt} p{margin:2pt 0}"
    return (
        f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>{report.title}</title>'
        f"<style>{style}</style></head><body>{around}\n" + "\n".join(body) + f"\n{below}</body></html>\n"
    )
