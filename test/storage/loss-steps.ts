import * as fc from "fast-check";

/** One thing that a window does; `window` is 0 or 1, and numbers choose among what there is. */
export type Deed =
  | { readonly kind: "type" | "correct"; readonly window: number; readonly rows: readonly number[] }
  | { readonly kind: "command"; readonly window: number; readonly which: number }
  | { readonly kind: "undo" | "redo" | "copy" | "remove" | "rename" | "back up"; readonly window: number }
  | {
      readonly kind: "restore";
      readonly window: number;
      readonly which: number;
      readonly how: "replace" | "copy" | "merge";
    };

/** How the machine takes what it is given: as it should, refusing all, refusing journals alone, taking it while its answers get lost, or slowly. */
export type MachineMood = "well" | "disk-full" | "held" | "deaf" | "slow";

/** One step of a walk. */
export type LossStep =
  | Deed
  | { readonly kind: "at once"; readonly deeds: readonly Deed[] }
  | { readonly kind: "machine"; readonly mood: MachineMood }
  | { readonly kind: "database"; readonly refuses: boolean }
  /** The write with this number from now on fails, whichever table it is for. */
  | { readonly kind: "stutter"; readonly write: number }
  | { readonly kind: "open" | "close"; readonly window: number; readonly deeds: readonly Deed[] }
  | {
      readonly kind: "kill";
      readonly window: number;
      readonly answers: "dead" | "deaf";
      readonly deeds: readonly Deed[];
    }
  | { readonly kind: "lose" | "start anew" | "settle" | "shorten" }
  | { readonly kind: "cut"; readonly left: number };

const window = fc.nat({ max: 1 });
const rows = fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1, maxLength: 3 });
const which = fc.nat({ max: 30 });

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("type" as const), window, rows }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("correct" as const), window, rows }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("command" as const), window, which }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const), window }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("copy" as const, "remove" as const, "rename" as const),
      window,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("back up" as const), window }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("restore" as const),
      ...{ window, which },
      how: fc.constantFrom("replace" as const, "copy" as const, "merge" as const),
    }),
  },
);

const deeds = fc.array(deed, { maxLength: 5 });

/** A step of a walk, at random. */
export const lossStep: fc.Arbitrary<LossStep> = fc.oneof(
  { weight: 12, arbitrary: deed },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("at once" as const), deeds }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("machine" as const),
      mood: fc.constantFrom<MachineMood>("well", "disk-full", "held", "deaf", "slow", "slow"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("database" as const), refuses: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("stutter" as const), write: fc.nat({ max: 6 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom("open" as const, "close" as const), window, deeds }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("kill" as const),
      window,
      answers: fc.constantFrom("dead" as const, "deaf" as const),
      deeds,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "lose" as const,
        "lose" as const,
        "start anew" as const,
        "settle" as const,
        "shorten" as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cut" as const), left: fc.nat({ max: 12 }) }) },
);
