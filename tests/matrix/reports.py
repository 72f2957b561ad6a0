"""Invented reports: a form's labels, seeded numbers that satisfy its sums, and prose that agrees with them."""

import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

FORMS = Path(__file__).parents[2] / "src" / "forms"


@dataclass
class Row:
    """A row of a form: its name (none for a group), label, indent, and the columns of its block."""

    name: str | None
    label: str
    level: int
    columns: list[tuple[str, str]]


@dataclass
class Table:
    name: str
    title: str
    rows: list[Row] = field(default_factory=list)
    sums: list[tuple[str, list[str], list[str]]] = field(default_factory=list)

    def named(self) -> list[Row]:
        return [row for row in self.rows if row.name]


def read_form(name: str) -> list[Table]:
    """The tables of one `.form` file, as far as fixtures need them."""
    tables: list[Table] = []
    columns: list[tuple[str, str]] = []
    for line in (FORMS / f"{name}.form").read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition(" ")
        rest = rest.strip()
        if word == "table":
            tables.append(Table(*rest.split(maxsplit=1)))
        elif word == "columns":
            pairs = [piece.strip().split(maxsplit=1) for piece in rest.split("|")]
            columns = [(key.split(":")[0], label.split(" / ")[0]) for key, label in pairs]
        elif word in ("row", "group"):
            key, rest = rest.split(maxsplit=1) if word == "row" else (None, rest)
            found = re.match(r"(\d) +(.*)", rest)
            level, label = (int(found[1]), found[2]) if found else (0, rest)
            tables[-1].rows.append(Row(key, label.split(" / ")[0].strip(), level, columns))
        elif word == "sum" and ("each column" in rest or "each row" in rest):
            kind = "column" if "each column" in rest else "row"
            left, right = rest.split(":", 1)[1].split("=")
            names = lambda side: [piece.strip() for piece in side.split("+")]
            tables[-1].sums.append((kind, names(left), names(right)))
    return tables


@dataclass
class Report:
    name: str
    edition: str
    year: int
    body: str
    tables: list[Table]
    values: dict[str, int | str]
    before: list[str]
    after: list[str]

    @property
    def title(self) -> str:
        return f"{self.body}{self.year}年政府信息公开工作年度报告"

    def cell(self, table: Table, row: Row, column: str) -> str:
        return str(self.values[f"{table.name}.{row.name}.{column}" if table.name != "f2014" else f"f2014.{row.name}"])

    def truth(self) -> str:
        facts = {key: str(value) for key, value in self.values.items()}
        head = {"year": self.year, "edition": self.edition, "organization": self.body}
        return json.dumps(head | {"facts": facts}, ensure_ascii=False, indent=1) + "\n"


def requests(table: Table, rng: random.Random) -> dict[str, list[int]]:
    """Numbers for table three that satisfy its rows, columns and balance."""
    results = [row.name for row in table.named() if row.name not in ("new", "carried_in", "total", "carried_out")]
    values = {}
    for name in results:
        busy = rng.random() < 0.6
        natural = rng.choice([1, 2, 4, 7, 13, 26, 58, 131]) if busy else 0
        others = [rng.choice([0, 0, 0, 1, 2, 9]) if busy else 0 for _ in range(5)]
        values[name] = [natural, *others]
    total = [sum(values[name][at] for name in results) for at in range(6)]
    after = [rng.choice([3, 8, 12]), 1, 0, 0, 0, 0]
    before = [min(rng.choice([2, 5, 9]), total[0]), 0, 0, 0, 0, 0]
    values["total"], values["carried_out"], values["carried_in"] = total, after, before
    values["new"] = [total[at] + after[at] - before[at] for at in range(6)]
    return {name: [*row, sum(row)] for name, row in values.items()}


def statutory(name: str, edition: str, year: int, body: str, seed: int) -> Report:
    """A report of the editions 2019 and 2021."""
    rng = random.Random(seed)
    tables = read_form(f"edition_{edition}")
    values: dict[str, int | str] = {}
    for row in tables[0].named():
        for column, _ in row.columns:
            values[f"t2.{row.name}.{column}"] = rng.choice([0, 3, 12, 47, 385, 2916])
    for row in ("rules", "normative"):
        first, second, third = [column for column, _ in tables[0].named()[0].columns]
        made = rng.choice([2, 5, 14])
        values |= {f"t2.{row}.{first}": made, f"t2.{row}.{second}": min(made, 1), f"t2.{row}.{third}": made + 63}
    if edition == "2019":
        values |= {f"t2.{row}.change": change for row, change in
                   [("licensing", -4), ("other_services", 2), ("penalty", 0), ("coercion", -1), ("fees", 0)]}
        values |= {f"t2.{row}.prior": prior for row, prior in
                   [("licensing", 214), ("other_services", 96), ("penalty", 3074), ("coercion", 187), ("fees", 21)]}
        values |= {"t2.procurement.projects": 35, "t2.procurement.amount": "1826.47"}
    else:
        values["t2.fees.amount"] = "4068.208"
    for row, numbers in requests(tables[1], rng).items():
        for (column, _), number in zip(tables[1].rows[0].columns, numbers):
            values[f"t3.{row}.{column}"] = number
    for row in ("review", "direct", "after_review"):
        parts = [rng.choice([0, 2, 5, 11]) for _ in range(4)]
        for (column, _), number in zip(tables[2].rows[0].columns, [*parts, sum(parts)]):
            values[f"t4.{row}.{column}"] = number
    return Report(name, edition, year, body, tables, values, *statutory_prose(year, values))


def statutory_prose(year: int, values: dict) -> tuple[list[str], list[str]]:
    new, done = values["t3.new.total"], values["t3.total.total"]
    carried, left = values["t3.carried_in.total"], values["t3.carried_out.total"]
    granted, natural = values["t3.granted.total"], values["t3.new.natural"]
    share = f"{100 * natural / new:.2f}"
    before = [
        f"本报告根据《中华人民共和国政府信息公开条例》的要求编制，所列数据的统计期限自{year}年1月1日起至12月31日止。",
        "一、总体情况",
        "（一）主动公开。全年通过门户网站公开信息5078条，其中政策文件类312条、工作动态类3954条、其他信息812条；"
        "召开新闻发布会6场，发布政策解读材料48篇。",
        f"（二）依申请公开。全年新收政府信息公开申请{new}件，上年结转{carried}件。新收申请中，自然人申请{natural}件，占{share}%。"
        f"全年办结{done}件，其中予以公开{granted}件；结转下年度继续办理{left}件。",
        "（三）政府信息管理。健全信息发布审核机制，严格落实“先审查、后公开”。",
        "（四）平台建设。完成门户网站改版，新增专栏7个。",
        "（五）监督保障。举办业务培训2次，培训186人次。",
    ]
    after = [
        "五、存在的主要问题及改进情况",
        "主要问题：一是公开的主动性有待增强，二是解读形式不够丰富。下一步，将加强业务指导，丰富解读形式。",
        "六、其他需要报告的事项",
        "本年度未收取信息处理费。",
    ]
    return before, after


def settle(values: dict[str, int], sums: list) -> None:
    """Makes every whole the sum of its parts, deepest first."""
    wholes = [(left[0], parts) for kind, left, parts in sums if kind == "column" and len(left) == 1]
    for whole, parts in sorted(wholes, key=lambda pair: -pair[0].count(".")):
        if whole != "4" or parts != ["5"]:
            values[whole] = sum(values[part] for part in parts)


def national(name: str, year: int, body: str, seed: int) -> Report:
    """A report with the statistics of 2014 to 2018."""
    rng = random.Random(seed)
    (table,) = read_form("national_2014")
    numbers = {row.name: rng.choice([0, 1, 3, 6, 17, 42, 205]) for row in table.named()}
    numbers |= {"1.1": 6412, "1.1.1": 37, "1.1.2": 41, "2.2.1": 9, "2.2.1.1": 4, "2.2.2": 12, "2.2.2.1": 5}
    settle(numbers, table.sums)
    numbers["4"] = sum(numbers[f"4.{n}"] for n in (1, 2, 3))
    numbers["5"] = sum(numbers[f"5.{n}"] for n in (1, 2, 3))
    numbers["3.2.1"] += numbers["3.3"] - numbers["3.2"] if numbers["3.3"] > numbers["3.2"] else 0
    settle(numbers, table.sums)
    values = {f"f2014.{key}": value for key, value in numbers.items()}
    values["f2014.8.4"] = "23.5"
    before = [
        f"本报告由{body}办公室编制，数据统计期限自{year}年1月1日至{year}年12月31日。",
        "一、概述",
        "全市各级行政机关扎实推进政府信息公开，健全制度，拓宽渠道，方便群众查阅。",
        "二、主动公开情况",
        f"全年主动公开政府信息{numbers['1.1']}条，参加或举办新闻发布会{numbers['2.2.1']}次。",
        "三、依申请公开情况",
        f"全年收到政府信息公开申请{numbers['3.1']}件。",
        "四、存在的问题和改进措施",
        "公开的深度有待加强，下一步将细化目录，加强培训。",
    ]
    return Report(name, "2014", year, body, [table], values, before, [])


def jilin(name: str, year: int, body: str, seed: int) -> Report:
    """A report with the form of Jilin, two columns."""
    rng = random.Random(seed)
    (table,) = read_form("jilin_2008")
    values: dict[str, int | str] = {}
    yearly = {row.name: rng.choice([1, 2, 5, 14, 36, 120]) for row in table.named()}
    for column, factor in (("year", 1), ("cumulative", 4)):
        numbers = {key: value * factor for key, value in yearly.items()}
        numbers |= {"18": numbers["16"], "19": numbers["17"], "4.1": 0, "4.2": 3 * factor}
        numbers |= {"20.1": 240 * factor, "20.2": 31 * factor, "20.3": 12 * factor, "20.4": 2 * factor}
        settle(numbers, table.sums)
        numbers |= {"4.1": numbers["5"] - numbers["4.2"], "4": numbers["5"], "5.6": min(numbers["5.6"], numbers["5"])}
        numbers["8"] = numbers["8.1"] + 2 * factor
        numbers |= {"22.1": numbers["22.1.1"] + 1, "22": numbers["22.1.1"] + 2}
        values |= {f"f2008.{key}.{column}": value for key, value in numbers.items()}
    before = [
        f"根据《中华人民共和国政府信息公开条例》，现公布{body}{year}年政府信息公开工作年度报告。",
        "一、概述",
        "各部门认真编制公开指南和目录，及时更新内容，方便公众查询。",
        "二、存在的不足及改进措施",
        "公开内容有待充实，将进一步加强考核。",
    ]
    return Report(name, "2008", year, body, [table], values, before, [])


def all_reports() -> list[Report]:
    return [
        statutory("2021", "2021", 2023, "清渡市人民政府", 11),
        statutory("2019", "2019", 2020, "石桥县人民政府", 23),
        national("2014", 2016, "柳湾市人民政府", 37),
        jilin("2008", 2012, "松塔市人民政府", 41),
    ]
