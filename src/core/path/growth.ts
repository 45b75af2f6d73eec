import { err, ok, type Result } from "../result.ts";

/** From which base to which level in how many years; `share` for percentages. Values in base units. */
export interface GrowthInput {
  readonly base: number | null;
  readonly level: number | null;
  readonly years: number;
  readonly share: boolean;
}

/** Required growth a year: `rate` as a fraction (0.12 is 12 %), and for shares also percentage points a year. */
export interface RequiredGrowth {
  readonly rate: number;
  readonly pointsPerYear: number | null;
}

/** Why there is no required growth; for a share from or to zero the points a year still exist. */
export type GrowthGap =
  | { readonly kind: "no-base" }
  | { readonly kind: "no-level" }
  | { readonly kind: "no-years" }
  | {
      readonly kind: "not-positive";
      readonly which: "base" | "level";
      readonly pointsPerYear: number | null;
    };

/** `(L/b)^(1/n) − 1` for b > 0, L > 0; for shares also `(L − b)/n` points a year (domain.md section 4). */
export function requiredGrowth(input: GrowthInput): Result<RequiredGrowth, GrowthGap> {
  const { base, level, years, share } = input;
  if (base === null || !Number.isFinite(base)) return err({ kind: "no-base" });
  if (level === null || !Number.isFinite(level)) return err({ kind: "no-level" });
  if (!Number.isInteger(years) || years <= 0) return err({ kind: "no-years" });
  const pointsPerYear = share ? (level - base) / years : null;
  if (base <= 0) return err({ kind: "not-positive", which: "base", pointsPerYear });
  if (level <= 0) return err({ kind: "not-positive", which: "level", pointsPerYear });
  const rate = (level / base) ** (1 / years) - 1;
  // A base so small that the ratio overflows is no base to grow from.
  if (!Number.isFinite(rate)) return err({ kind: "not-positive", which: "base", pointsPerYear });
  return ok({ rate, pointsPerYear });
}
