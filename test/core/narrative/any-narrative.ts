import * as fc from "fast-check";
import {
  type NarrativeBlock,
  type NarrativeRun,
  SECTIONS,
  type SectionText,
} from "#core/narrative/narrative.ts";
import type { IndicatorId, Year } from "#core/plan/ids.ts";

/** Any text of a plan: some of its sections in their order, with references to any of the given indicators and years. */
export function anyNarrative(
  indicator: fc.Arbitrary<IndicatorId>,
  year: fc.Arbitrary<Year>,
): fc.Arbitrary<readonly SectionText[]> {
  const strong = fc.boolean();
  const run: fc.Arbitrary<NarrativeRun> = fc.oneof(
    fc.record({ kind: fc.constant("words" as const), text: fc.string({ minLength: 1 }), strong }),
    fc.record({
      kind: fc.constant("reference" as const),
      reference: fc.record({
        indicator,
        says: fc.constantFrom("value" as const, "target" as const, "goal" as const),
        year: fc.option(year, { nil: null }),
      }),
      strong,
    }),
  );
  const runs = fc.array(run, { maxLength: 4 });
  const block: fc.Arbitrary<NarrativeBlock> = fc.oneof(
    fc.record({
      kind: fc.constant("heading" as const),
      level: fc.constantFrom(2 as const, 3 as const, 4 as const),
      runs,
    }),
    fc.record({ kind: fc.constant("paragraph" as const), runs }),
    fc.record({
      kind: fc.constant("list" as const),
      ordered: fc.boolean(),
      items: fc.array(runs, { minLength: 1, maxLength: 3 }),
    }),
  );
  const blocks = fc.array(block, { minLength: 1, maxLength: 4 });
  return fc
    .subarray([...SECTIONS])
    .chain((sections) =>
      fc.tuple(...sections.map((section) => fc.record({ section: fc.constant(section), blocks }))),
    );
}
