"""Writes the file that the benchmark asks for with python-docx or openpyxl and prints the milliseconds it took."""

import sys
import time

kind, file, picture = sys.argv[1:4]


def write_docx():
    import docx
    from docx.shared import Mm

    begin = time.perf_counter()
    document = docx.Document()
    for number in range(20):
        document.add_paragraph(f"表{number + 1}")
        table = document.add_table(rows=21, cols=6)
        for row_number, row in enumerate(table.rows):
            for column, cell in enumerate(row.cells):
                cell.text = f"列{column}" if row_number == 0 else f"第{row_number - 1}行{column}"
    for number in range(10):
        document.add_picture(picture, width=Mm(120), height=Mm(70))
        document.add_paragraph(f"图{number + 1}")
    document.save(file)
    return begin


def write_xlsx():
    import openpyxl

    begin = time.perf_counter()
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in range(10_000):
        sheet.append([(row * 31 + column * 7) / 8 for column in range(20)])
    workbook.save(file)
    return begin


begin = write_docx() if kind == "docx" else write_xlsx()
print((time.perf_counter() - begin) * 1000)
