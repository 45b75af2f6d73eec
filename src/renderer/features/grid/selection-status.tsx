import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#core/indicator/quantity.ts";
import { growthPercent, growthPoints } from "../../ui/growth-figures.ts";
import { isSingle, rectsOf, type Selection } from "../../ui/sheet/selection.ts";
import type { CellSource } from "./cell-view.ts";
import type { GridWords } from "./printed-cell.ts";
import { selectedText } from "./selected-cell-input.tsx";
import { type NumberFigures, type SelectionFigures, selectionFigures } from "./selection-figures.ts";
import type { CellPlaces } from "./use-grid-layout.ts";

interface SelectionStatusProps {
  readonly source: CellSource;
  readonly places: CellPlaces;
  readonly selection: Selection;
}

/** What the status bar says of several selected cells; reckoned behind the selection, which never waits for it. */
export function SelectionStatus({ source, places, selection }: SelectionStatusProps) {
  const { t } = useTranslation("grid");
  const settled = useDeferredValue(selection);
  const figures = useMemo(
    () => (isSingle(settled) ? null : selectionFigures(source, places, rectsOf(settled))),
    [source, places, settled],
  );
  return (
    <span className="selection-status" role="group" aria-label={t("status.figures")}>
      <span>{selectedText(selection, t)}</span>
      {figures === null
        ? null
        : figureTexts(figures, t).map(({ label, value }) => (
            <span key={label}>
              {label} <strong>{value}</strong>
            </span>
          ))}
    </span>
  );
}

interface FigureText {
  readonly label: string;
  readonly value: string;
}

function figureTexts({ filled, blank, numbers, growth }: SelectionFigures, words: GridWords): FigureText[] {
  const counts = [
    { label: words("status.filled"), value: String(filled) },
    { label: words("status.blank"), value: String(blank) },
  ];
  if (numbers === "mixed") return [...counts, { label: words("status.mixed"), value: "" }];
  const texts = numbers === null ? counts : [...counts, ...numberTexts(numbers, words)];
  if (growth === null || !growth.ok) return texts;
  const { rate, pointsPerYear } = growth.value;
  const percent = words("growth.percent", { value: growthPercent(rate) });
  const points =
    pointsPerYear === null ? null : words("growth.points", { value: growthPoints(pointsPerYear) });
  return [
    ...texts,
    { label: words("status.growth"), value: points === null ? percent : `${percent}｜${points}` },
  ];
}

function numberTexts(
  { unit, decimals, sum, average, least, most }: NumberFigures,
  words: GridWords,
): FigureText[] {
  const withUnit = (value: string) => words("cell.withUnit", { value, unit }).trim();
  return [
    { label: words("status.sum"), value: withUnit(formatNumber(sum, decimals)) },
    {
      label: words("status.average"),
      value: withUnit(formatNumber(average, decimals + 1).replace(/\.?0$/u, "")),
    },
    { label: words("status.least"), value: formatNumber(least, decimals) },
    { label: words("status.most"), value: formatNumber(most, decimals) },
  ];
}
