#!/usr/bin/env python3
"""Makes the files of the matrix: invented reports, one for each edition, as people receive them.

Needs: Debian's libreoffice-writer, libreoffice-calc, poppler-utils, chromium, fonts-noto-cjk; PyPI's reportlab and
playwright. Run it as `python3 tests/matrix/make.py`; what it writes is checked in, so tests need none of this.
Labels and sums come from `src/forms`, numbers from a seeded generator, prose from `reports.py`.
"""

import sys
import tempfile
from pathlib import Path

import arrivals
import reports

HERE = Path(__file__).parent


def main() -> None:
    for report in reports.all_reports():
        folder = HERE / report.name
        folder.mkdir(exist_ok=True)
        (folder / "truth.json").write_text(report.truth(), encoding="utf-8")
        with tempfile.TemporaryDirectory() as scratch:
            arrivals.write_all(report, folder, Path(scratch))
        print(report.name, *sorted(p.name for p in folder.iterdir()))


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main()
