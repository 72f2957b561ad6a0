"""The ways in which a report arrives, each made by the program that people make it with."""

import shutil
import subprocess
from pathlib import Path

import page
from reports import Report, Table

CHROMIUM = "/usr/bin/chromium"


def write_all(report: Report, folder: Path, scratch: Path) -> None:
    source = scratch / "page.html"
    source.write_text(page.page(report), encoding="utf-8")
    shutil.copy(source, folder / "page.html")
    bare = scratch / "report.html"
    bare.write_text(page.page(report, chrome=False), encoding="utf-8")
    texts(report, folder)
    office(bare, report, folder, scratch)
    browser(source, bare, folder)
    poppler(folder)
    predefined(report, folder / "predefined.pdf")


def rows_of(report: Report) -> list[list[str]]:
    """Paragraphs as rows of one cell, tables as their rows."""
    rows: list[list[str]] = []
    for part in page.flow(report):
        if isinstance(part, Table):
            rows += [[text.strip() for text, _, _ in row] for row in page.table_cells(report, part)]
        else:
            rows.append([part])
    return rows


def texts(report: Report, folder: Path) -> None:
    rows = rows_of(report)
    cells = "\r\n".join(text for row in rows for text in row if text)
    (folder / "lines-gbk.txt").write_bytes(cells.encode("gb18030"))
    (folder / "tabs.txt").write_text("\n".join("\t".join(row) for row in rows), encoding="utf-16")
    (folder / "spaces.txt").write_text(" ".join(text for row in rows for text in row if text), encoding="utf-8")
    markdown = []
    for part in page.flow(report):
        if isinstance(part, str):
            markdown += [part, ""]
            continue
        for at, row in enumerate(page.table_cells(report, part)):
            width = max(len(other) for other in page.table_cells(report, part))
            markdown.append("| " + " | ".join([text.strip() for text, _, _ in row] + [""] * (width - len(row))) + " |")
            markdown += ["|" + "---|" * width] if at == 0 else []
        markdown.append("")
    (folder / "markdown.md").write_text("\n".join(markdown), encoding="utf-8")
    (folder / "glued.txt").write_text(glued(report), encoding="utf-8")


def glued(report: Report) -> str:
    """Each table in one line with nothing between its cells."""
    lines = []
    for part in page.flow(report):
        if isinstance(part, Table):
            rows = page.table_cells(report, part)
            lines.append("".join(text.strip() for row in rows for text, _, _ in row))
        else:
            lines.append(part)
    return "\n".join(lines)


def convert(source: Path, target: str, folder: Path) -> Path:
    command = ["soffice", "--headless", "--convert-to", target, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{source.stem}.{target.split(':')[0]}"


def office(source: Path, report: Report, folder: Path, scratch: Path) -> None:
    """LibreOffice: Word, old Word, Excel, old Excel, PDF."""
    odt = scratch / "writer.odt"
    subprocess.run(
        ["soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "odt:writer8", "--outdir",
         str(scratch), str(source)], check=True, capture_output=True, timeout=180)
    (scratch / "report.odt").rename(odt)
    convert(odt, "docx:MS Word 2007 XML", folder)
    convert(odt, "doc:MS Word 97", folder)
    convert(odt, "pdf:writer_pdf_Export", folder)
    calc = scratch / "calc.html"
    calc.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    for target in ("xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97"):
        subprocess.run(
            ["soffice", "--headless", "--infilter=HTML (StarCalc)", "--convert-to", target, "--outdir", str(folder),
             str(calc)], check=True, capture_output=True, timeout=180)


def browser(source: Path, bare: Path, folder: Path) -> None:
    """Chromium: what it copies as HTML and as text, what it prints, what it saves in one file."""
    from playwright.sync_api import sync_playwright

    read = """async () => {
        document.execCommand('selectAll'); document.execCommand('copy');
        const [item] = await navigator.clipboard.read();
        const text = async (type) => (await item.getType(type)).text();
        return { html: await text('text/html'), text: await text('text/plain') };
    }"""
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
        tab = context.new_page()
        tab.goto(source.as_uri())
        saved = context.new_cdp_session(tab).send("Page.captureSnapshot", {"format": "mhtml"})
        (folder / "page.mhtml").write_bytes(saved["data"].encode())
        copied = tab.evaluate(read)
        (folder / "copied.html").write_text(copied["html"], encoding="utf-8")
        (folder / "copied.txt").write_text(copied["text"], encoding="utf-8")
        tab.goto(bare.as_uri())
        tab.pdf(path=str(folder / "chromium.pdf"), format="A4", margin=dict(top="2cm", bottom="2cm", left="2cm", right="2cm"))
        chromium.close()


def poppler(folder: Path) -> None:
    """pdftotext in its three modes, from the PDF of LibreOffice."""
    for name, options in (("plain", []), ("layout", ["-layout"]), ("raw", ["-raw"])):
        target = folder / f"poppler-{name}.txt"
        subprocess.run(["pdftotext", *options, str(folder / "writer.pdf"), str(target)], check=True)


def predefined(report: Report, target: Path) -> None:
    """reportlab: a font that is not embedded, its characters by a predefined CMap."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate
    from reportlab.platypus import Table as Grid
    from reportlab.lib import colors

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    body = ParagraphStyle("body", fontName="STSong-Light", fontSize=11, leading=17, wordWrap="CJK")
    small = ParagraphStyle("small", parent=body, fontSize=7.5, leading=10)
    parts = []
    for part in page.flow(report):
        if isinstance(part, str):
            parts.append(Paragraph(part, body))
            continue
        parts.append(Grid(*reportlab_table(report, part, small), style=grid_style(report, part, colors.black)))
    SimpleDocTemplate(str(target), pagesize=A4, title=report.title, invariant=1).build(parts)


def positions(report: Report, table: Table) -> tuple[list[tuple[int, int, page.Cell]], int, int]:
    """Each cell with its row and column, and the table's size."""
    taken: set[tuple[int, int]] = set()
    placed = []
    rows = page.table_cells(report, table)
    for at, row in enumerate(rows):
        column = 0
        for item in row:
            while (at, column) in taken:
                column += 1
            placed.append((at, column, item))
            taken |= {(at + down, column + right) for down in range(item[2]) for right in range(item[1])}
    return placed, len(rows), max(column for _, column in taken) + 1


def reportlab_table(report: Report, table: Table, style) -> tuple[list[list], list[float]]:
    from reportlab.platypus import Paragraph

    placed, height, width = positions(report, table)
    grid: list[list] = [[""] * width for _ in range(height)]
    for at, column, (text, _, _) in placed:
        grid[at][column] = Paragraph(text, style) if text else ""
    widths = {10: [38, 52, 110, *[36] * 7], 15: [30] * 15, 3: [290, 60, 90], 4: [150, 90, 90, 90]}[width]
    return grid, widths


def grid_style(report: Report, table: Table, colour) -> list:
    placed, _, _ = positions(report, table)
    spans = [("SPAN", (column, at), (column + item[1] - 1, at + item[2] - 1)) for at, column, item in placed]
    return [("GRID", (0, 0), (-1, -1), 0.5, colour), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *spans]
