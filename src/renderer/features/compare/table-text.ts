import type { ConceptRow } from "#core/compare/concept-row.ts";
import { inertText } from "#exchange/table/csv-text.ts";
import { cellOf, type ConceptStudy } from "./concept-study.ts";
import type { Words } from "./comparison-view.ts";
import { printCell, printGrowth } from "./printed-cell.ts";

/** The table as tab-separated lines that Excel and WPS take: the concept itself, then each other caliber under its name. */
export function tableText(study: ConceptStudy, t: Words): string {
  const { table, conceptName } = study;
  const head = [t("table.plan"), ...table.years.map(String), t("table.growth")];
  const title = (concept: typeof table.concept) => `${conceptName(concept)}（${table.unit}）`;
  const lines = [
    [title(table.concept)],
    head,
    ...table.rows.map((row) => rowText(study, row, t)),
    ...table.relatives.flatMap(({ concept, rows }) => [
      [],
      [title(concept), concept.differs ?? ""],
      ...rows.map((row) => rowText(study, row, t)),
    ]),
  ];
  return lines.map((line) => line.map(plain).join("\t")).join("\n");
}

function rowText(study: ConceptStudy, row: ConceptRow, t: Words): readonly string[] {
  const cells = study.table.years.map((year) => {
    const cell = cellOf(row, year);
    return cell === null
      ? ""
      : printCell(cell, row, t)
          .map(({ text }) => text)
          .join(" ");
  });
  return [study.planTitle(row.plan), ...cells, printGrowth(row.growth, t)];
}

/** A cell holds neither the sign that ends it nor the one that ends its line, and begins no formula. */
function plain(text: string): string {
  return inertText(text.replace(/\s+/gu, " "));
}
