import type { TFunction } from "i18next";
import type { IndicatorGrowth } from "#core/path/indicator-growth.ts";
import { assertNever } from "#core/assert-never.ts";
import { growthPercent, growthPoints } from "../../ui/growth-figures.ts";
import type { CellView } from "./cell-view.ts";
import type { Disagreeing } from "./disagreement-index.ts";
import type { EvidenceLevel } from "./evidence-level.ts";
import type { GridColumn } from "./grid-columns.ts";

/** Translates the words of the indicator room. */
export type GridWords = TFunction<"grid">;

/** How a cell's text looks; each tone also has a shape or a word of its own. */
export type CellTone = "plain" | "muted" | "estimated" | "warn" | "error";

/** What a small mark before a value says: computed, our reading, the planner's own, stated differently, or to be looked at again. */
export type CellMarkKind = "derived" | "inferred" | "estimated" | "disagreement" | "caution";

/** One mark with what it says; `estimated` is drawn as italic digits and only named by its mark. */
export interface CellMark {
  readonly kind: CellMarkKind;
  readonly label: string;
}

/** What the grid prints in one cell, in the reader's language. */
export interface PrintedCell {
  readonly text: string;
  readonly tone: CellTone;
  /** Percentage points beside a rate, or `null`. */
  readonly second: string | null;
  /** A year in a box: the value is of that year. */
  readonly boxed: string | null;
  readonly dot: EvidenceLevel | null;
  readonly marks: readonly CellMark[];
  /** What the pointer's tip says; `null` where the text says all. */
  readonly tip: string | null;
  /** What the planner has noted of the cell; a corner mark says so. */
  readonly note?: string;
}

const NOTHING = { second: null, boxed: null, dot: null, marks: [], tip: null } as const;

/** Prints a view for its column. */
export function printCell(view: CellView, column: GridColumn, words: GridWords): PrintedCell {
  switch (view.kind) {
    case "blank":
      return { ...NOTHING, text: column.kind === "category" ? "" : words("cell.blank"), tone: "muted" };
    case "text":
      return { ...NOTHING, text: view.text, tone: "plain", tip: view.text };
    case "value":
      return printValue(view, words);
    case "target":
      return printTarget(view, column, words);
    case "growth":
      return printGrowth(view.growth, words);
    case "attribute":
      return { ...NOTHING, text: words(`attribute.${view.attribute}`), tone: "plain" };
    case "no-department":
      return { ...NOTHING, text: words("cell.noDepartment"), tone: "warn" };
    case "evidence":
      return { ...NOTHING, text: words(`evidenceLevel.${view.level}`), tone: "plain", dot: view.level };
    case "rejected":
      return { ...NOTHING, text: view.text, tone: "error", tip: view.text };
    default:
      return assertNever(view);
  }
}

/** Whether a column prints targets as numbers where it can: all but the last target, which keeps its wording. */
function shortTarget(column: GridColumn): boolean {
  return column.kind === "predecessorTarget" || (column.kind === "target" && column.role !== "final");
}

type ValueView = Extract<CellView, { readonly kind: "value" }>;
type TargetView = Extract<CellView, { readonly kind: "target" }>;

function printTarget(view: TargetView, column: GridColumn, words: GridWords): PrintedCell {
  const marks = disagreementMarks(view, words);
  const text = shortTarget(column) ? view.short : view.wording;
  const tip = [view.wording, ...marks.map(({ label }) => label)].join("\n");
  return { ...NOTHING, text, tone: "plain", marks, tip };
}

function printValue(view: ValueView, words: GridWords): PrintedCell {
  const differing = disagreementMarks(view, words);
  const known = KNOWN_MARKS[view.basis];
  return {
    ...NOTHING,
    text: view.text,
    tone: known === "estimated" ? "estimated" : "plain",
    boxed: view.otherYear === null ? null : String(view.otherYear),
    marks: [...(known === null ? [] : [{ kind: known, label: words(`basis.${view.basis}`) }]), ...differing],
    tip: [valueNote(view, words), ...differing.map(({ label }) => label)].join("\n"),
  };
}

/** How a value is known, as a mark; what stands in looks like an estimate, as neither is the value itself. */
const KNOWN_MARKS: Readonly<
  Record<ValueView["basis"], Exclude<CellMarkKind, "disagreement" | "caution"> | null>
> = {
  stated: null,
  derived: "derived",
  inferred: "inferred",
  estimated: "estimated",
  provisional: "estimated",
};

function disagreementMarks({ disagreement }: ValueView | TargetView, words: GridWords): readonly CellMark[] {
  if (disagreement === null) return [];
  return [{ kind: "disagreement", label: disagreementText(disagreement, words) }];
}

/** In how many places a fact is stated differently, and how: 两处表述不一致：2—3家／3家. */
export function disagreementText({ places, wordings }: Disagreeing, words: GridWords): string {
  const list = wordings.join(words("disagreement.or"));
  return places === 2 ? words("disagreement.two", { list }) : words("disagreement.many", { places, list });
}

/** How a value is known, in words. */
export function valueNote(view: ValueView, words: GridWords): string {
  const { basis, from, otherYear } = view;
  if (basis !== "provisional") {
    const known = words(`basis.explain.${basis}`);
    return otherYear === null ? known : words("basis.explain.otherYear", { year: otherYear, known });
  }
  if (otherYear !== null) return words("basis.explain.earlier", { year: otherYear });
  return from === "predecessor-target"
    ? words("basis.explain.predecessorTarget")
    : words("basis.explain.provisional");
}

/** Prints required growth: a rate (with points for shares), or why there is none. */
export function printGrowth(growth: IndicatorGrowth, words: GridWords): PrintedCell {
  switch (growth.kind) {
    case "rate": {
      const second =
        growth.points === null ? null : words("growth.points", { value: growthPoints(growth.points) });
      const text = words("growth.percent", { value: growthPercent(growth.rate) });
      return { ...NOTHING, text, tone: "plain", second, tip: words("growth.explain.rate") };
    }
    case "range":
      return printRange(growth, words);
    case "stated": {
      const text = words("growth.percent", { value: growthPercent(growth.rate) });
      return { ...NOTHING, text, tone: "plain", tip: words("growth.explain.stated") };
    }
    case "hold":
      return { ...NOTHING, text: words("growth.hold"), tone: "plain", tip: words("growth.explain.hold") };
    case "judged":
      return { ...NOTHING, text: words("growth.judged"), tone: "plain", tip: words("growth.explain.judged") };
    case "no-base":
      return { ...NOTHING, text: words("growth.noBase"), tone: "warn", tip: words("growth.explain.noBase") };
    case "no-target":
      return { ...NOTHING, text: words("growth.noTarget"), tone: "muted" };
    case "rejected":
      return {
        ...NOTHING,
        text: words("growth.rejected"),
        tone: "error",
        tip: words("growth.explain.rejected"),
      };
    case "not-computable":
      return printGap(growth.gap, words);
    default:
      return assertNever(growth);
  }
}

function printRange(
  growth: Extract<IndicatorGrowth, { readonly kind: "range" }>,
  words: GridWords,
): PrintedCell {
  const text = words("growth.percentRange", {
    low: growthPercent(growth.low),
    high: growthPercent(growth.high),
  });
  const second =
    growth.points === null
      ? null
      : words("growth.pointsRange", {
          low: growthPoints(growth.points.low),
          high: growthPoints(growth.points.high),
        });
  return { ...NOTHING, text, tone: "plain", second, tip: words("growth.explain.range") };
}

type GrowthGap = Extract<IndicatorGrowth, { readonly kind: "not-computable" }>["gap"];

function printGap(gap: GrowthGap, words: GridWords): PrintedCell {
  switch (gap.kind) {
    case "no-base":
      return { ...NOTHING, text: words("growth.noBase"), tone: "warn", tip: words("growth.explain.noBase") };
    case "no-level":
      return {
        ...NOTHING,
        text: words("growth.noLevel"),
        tone: "muted",
        tip: words("growth.explain.noLevel"),
      };
    case "no-years":
      return {
        ...NOTHING,
        text: words("growth.noYears"),
        tone: "warn",
        tip: words("growth.explain.noYears"),
      };
    case "not-positive": {
      const word = gap.which === "base" ? words("growth.notPositiveBase") : words("growth.notPositiveLevel");
      const second =
        gap.pointsPerYear === null
          ? null
          : words("growth.points", { value: growthPoints(gap.pointsPerYear) });
      return { ...NOTHING, text: word, tone: "muted", second, tip: words("growth.explain.notPositive") };
    }
    default:
      return assertNever(gap);
  }
}

/** A printed cell as one plain text: what Ctrl+C copies. */
export function plainText(cell: PrintedCell): string {
  return [
    cell.text,
    cell.boxed === null ? null : `（${cell.boxed}）`,
    cell.second === null ? null : ` ${cell.second}`,
  ]
    .filter((part) => part !== null)
    .join("");
}

/** A printed cell with what its marks say, as a screen reader is to say it. */
export function spokenText(cell: PrintedCell, words: GridWords): string {
  return cell.marks.reduce(
    (value, { label }) => words("cell.spoken", { value, mark: label }),
    plainText(cell),
  );
}

/** The two lines of a column's header. */
export function printHeader(
  column: GridColumn,
  words: GridWords,
): { readonly title: string; readonly role: string | null } {
  switch (column.kind) {
    case "observation":
    case "target":
      return { title: String(column.year), role: words(`columns.roles.${column.role}`) };
    case "predecessorTarget":
      return { title: String(column.year), role: words("columns.roles.predecessorTarget") };
    case "growth":
      return { title: words("columns.growth"), role: words("columns.growthRole") };
    default:
      return { title: words(`columns.${column.kind}`), role: null };
  }
}

/** A column's name in one line, as cell bar and panel call it: 2025 基期, 责任部门. */
export function columnName(column: GridColumn, words: GridWords): string {
  const { title, role } = printHeader(column, words);
  return "year" in column && role !== null ? words("columns.yearAndRole", { year: title, role }) : title;
}
