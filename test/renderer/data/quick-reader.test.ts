import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Plan } from "#core/plan/plan.ts";
import { summarise } from "#core/plan/summary.ts";
import { changesSchema, toChangeRows } from "#renderer/data/db/change-row.ts";
import { chunkSchema, planSchema } from "#renderer/data/db/plan-row.ts";
import { programmeSchema, toProgrammeRow } from "#renderer/data/db/programme-row.ts";
import { quickReader } from "#renderer/data/db/quick-reader.ts";
import { z } from "#renderer/data/db/schema-library.ts";
import { chunkCount, toChunkRows, toPlanRow } from "#renderer/data/repositories/plan-mapping.ts";
import { changesOf, walk } from "../../core/command/arbitraries.ts";
import { planArbitrary } from "../../core/plan/arbitraries.ts";

const book = {
  ...{
    generation: "g",
    revision: 3,
    chunkRevisions: [3],
    scenariosRevision: 3,
    narrativeRevision: 3,
    namesRevision: 3,
    history: { undo: null, redo: [2] },
  },
  ...{ lastEditAt: 5, createdAt: 1, updatedAt: 5 },
};

const chunkOf = (plan: Plan): unknown =>
  toChunkRows(plan, new Array<number>(chunkCount(plan.indicators.length)).fill(1))[0];

/** What no row holds in this place, and what some do. */
const odd = fc.constantFrom<unknown>(
  ...[null, undefined, "", "level", "2020", 0, -1, 1.5, 1949, 2101, Number.NaN, Number.POSITIVE_INFINITY],
  ...[
    2 ** 53,
    true,
    [],
    [null],
    {},
    { kind: "name" },
    { kind: "target" },
    { form: "fullCoverage" },
    new Map(),
  ],
);

/** All places in a value that could hold something else. */
function placesIn(value: unknown): readonly (readonly [object, string])[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => [[value, key] as const, ...placesIn(part)]);
}

// A structured clone is of another realm here, and so of other classes.
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]));
}

/** A copy of a row with one of its parts lost, made another, or one too many. */
const damaged = (row: unknown): fc.Arbitrary<unknown> =>
  fc.tuple(fc.nat(), fc.constantFrom("put", "lose", "add"), odd).map(([pick, how, other]) => {
    const copy = copyOf(row);
    const places = placesIn(copy);
    const [holder, key] = places[pick % places.length] ?? [{}, ""];
    if (how === "lose") Reflect.deleteProperty(holder, key);
    else Reflect.set(holder, how === "put" || Array.isArray(holder) ? key : "more", other);
    return copy;
  });

/** Both take the same rows and read the same from them. */
function agree(schema: z.ZodType, value: unknown): void {
  const [quick, slow] = [quickReader(schema)(value), schema.safeParse(value)];
  expect(quick.ok).toBe(slow.success);
  if (quick.ok) expect(quick.value).toStrictEqual(slow.data);
  else expect(quick.error).toBe(slow.error?.message);
}

describe("a quick reader reads what its schema reads", () => {
  const plans = planArbitrary();

  test.each([
    ["chunks", chunkSchema, chunkOf],
    ["records of plans", planSchema, (plan: Plan) => toPlanRow(plan, book, summarise(plan))],
    ["programmes", programmeSchema, (plan: Plan) => toProgrammeRow(plan, "g")],
  ] as const)("%s, whole or damaged", (_, schema, rowOf) => {
    const row = plans.map(rowOf);
    fc.assert(
      fc.property(row, (whole) => {
        agree(schema, whole);
      }),
      { numRuns: 20 },
    );
    fc.assert(
      fc.property(row.chain(damaged), (value) => agree(schema, value)),
      { numRuns: 150 },
    );
  });

  // 控制在…以内 is left out of a row, and comes in when it is read.
  const isWhole = ({ indicators }: Plan) =>
    indicators
      .flatMap(({ targets }) => targets)
      .every(({ target }) => target.form !== "atMost" || target.wording !== "within");

  test("a chunk that is as it should be is given back as it is", () => {
    fc.assert(
      fc.property(plans.filter(isWhole).map(chunkOf), (chunk) => {
        const read = quickReader(chunkSchema)(chunk);
        expect(read.ok && read.value).toBe(chunk);
      }),
      { numRuns: 20 },
    );
  });

  test("changes of a random walk, whole or damaged", () => {
    const rows = walk.map(({ plan, commands }) =>
      // As the database gives them back: objects of the ordinary kind.
      structuredClone(toChangeRows(commands.flatMap((command) => changesOf(plan, command)))),
    );
    fc.assert(
      fc.property(rows, (whole) => agree(changesSchema, whole)),
      { numRuns: 20 },
    );
    fc.assert(
      fc.property(rows.chain(damaged), (value) => agree(changesSchema, value)),
      { numRuns: 150 },
    );
  });

  test("kinds of schemas that it leaves to the schema itself", () => {
    const schema = z.object({
      code: z.string().regex(/^\d{6}$/),
      note: z.string().optional(),
      rest: z.looseObject({ kind: z.string() }),
      some: z.array(z.number().gt(3)).min(1),
      kind: z.literal("cell").default("cell"),
    });
    const whole = { code: "440785", note: "n", rest: { kind: "k", more: 1 }, some: [4], kind: "cell" };
    const { note, kind, ...short } = whole;
    for (const value of [
      whole,
      short,
      { ...whole, some: [] },
      { ...whole, some: [3] },
      { ...whole, code: "1" },
    ]) {
      agree(schema, value);
    }
    expect([note, kind]).toEqual(["n", "cell"]);
  });
});
