import type { Assumption } from "#core/projection/assumption.ts";
import type { ModelSeries, ProjectionModel, SeriesPlan } from "#core/projection/engine/projection-model.ts";

/** A plan with this assumption alone. */
export const planOf = (assumption: Assumption): SeriesPlan => ({ assumption, shocks: [], clamp: false });

/** A plan by a formula. */
export const formulaOf = (text: string): SeriesPlan => planOf({ method: "formula", text });

/** A series with one name, values known from 2020 on, of a plain unit unless told. */
export function seriesOf(name: string, known: readonly number[], unit = ""): ModelSeries {
  return {
    id: name,
    names: [],
    unit,
    range: null,
    known: known.flatMap((value, k) => (Number.isNaN(value) ? [] : [{ year: 2020 + k, value }])),
  };
}

/** A model of one column from 2020 to 2025. */
export function modelOf(
  list: readonly (readonly [ModelSeries, ...SeriesPlan[]])[],
  columns = 1,
): ProjectionModel {
  return {
    firstYear: 2020,
    lastYear: 2025,
    columns,
    series: list.map(([series]) => series),
    plans: list.map(([, ...plans]) =>
      Array.from({ length: columns }, (_, column) => plans[column] ?? plans[0] ?? planOf({ method: "hold" })),
    ),
  };
}
