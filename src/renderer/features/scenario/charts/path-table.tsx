import { useTranslation } from "react-i18next";
import type { ProjectionChart } from "#core/report/projection-chart.ts";
import { LineKey } from "./line-key.tsx";

interface PathTableProps {
  readonly chart: ProjectionChart;
  readonly name: string;
  readonly unit: string;
  readonly cursor: number | null;
  readonly onCursor: (year: number | null) => void;
}

/** The chart's numbers: a row for what is known and one a scenario, a column a year. */
export function PathTable({ chart, name, unit, cursor, onCursor }: PathTableProps) {
  const { t } = useTranslation("answers");
  const { first, last } = chart.years;
  const years = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  const known = new Map(chart.history.map((point) => [point.year, point]));
  const cell = (year: number) => (year === cursor ? "num at-cursor" : "num");
  return (
    <section
      className="path-table"
      aria-label={t("table.title")}
      data-region
      tabIndex={0}
      onPointerLeave={() => onCursor(null)}
    >
      <table>
        <caption className="visually-hidden">{t("table.caption", { name, unit })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("table.scenario")}</th>
            {years.map((year) => (
              <th
                key={year}
                scope="col"
                className={`${cell(year)}${year > chart.base.year ? " projected" : ""}`}
                onPointerEnter={() => onCursor(year)}
              >
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <LineKey style={null} />
              {chart.historyName}
            </th>
            {years.map((year) => {
              const point = known.get(year);
              const estimated = point?.provisional === true ? " estimated" : "";
              return (
                <td key={year} className={`${cell(year)}${estimated}`} onPointerEnter={() => onCursor(year)}>
                  {point?.label ?? (year > chart.base.year ? "" : t("table.none"))}
                </td>
              );
            })}
          </tr>
          {chart.projections.map((line) => {
            const values = new Map(line.points.slice(1).map((point) => [point.year, point.label]));
            return (
              <tr key={line.id} data-current={line.current || undefined}>
                <th scope="row">
                  <LineKey style={line.style} />
                  {line.name}
                </th>
                {years.map((year) => (
                  <td key={year} className={cell(year)} onPointerEnter={() => onCursor(year)}>
                    {values.get(year) ?? (year > chart.base.year ? t("table.none") : "")}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
