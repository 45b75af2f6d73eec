import { useTranslation } from "react-i18next";
import { type WhatIfGround, type WhatIfLine, yearsAfter, type WhatIfMethod } from "#core/scenario/what-if.ts";
import type { ValueFormat } from "./value-format.ts";

interface PathTableProps {
  readonly ground: WhatIfGround;
  readonly lines: readonly WhatIfLine[];
  readonly current: WhatIfMethod;
  readonly format: ValueFormat;
}

/** The chart's numbers: a row a method, a column a year. */
export function PathTable({ ground, lines, current, format }: PathTableProps) {
  const { t } = useTranslation("scenario");
  if (ground.start === null) return null;
  const { start } = ground;
  const years = yearsAfter(start.year, ground.lastYear);
  return (
    <section className="scenario-paths" aria-label={t("table.title")} data-region tabIndex={-1}>
      <table>
        <caption className="visually-hidden">
          {t("table.caption", { name: ground.indicator.name, unit: format.unit })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("table.method")}</th>
            <th scope="col" className="num">
              {start.year}
            </th>
            {years.map((year) => (
              <th key={year} scope="col" className="num projected">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.method} data-current={line.method === current || undefined}>
              <th scope="row">{t(`method.${line.method}`)}</th>
              <td className={start.provisional ? "num estimated" : "num"}>
                {format.known(start.value, start.decimals)}
              </td>
              {years.map((year, index) => (
                <td key={year} className="num">
                  {line.values.ok && index < line.values.value.length
                    ? format.amount(line.values.value[index] ?? Number.NaN)
                    : "—"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
