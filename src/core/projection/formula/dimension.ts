import { parseUnit } from "../../indicator/unit.ts";

/** Powers of base dimensions: 元 is `{ money: 1 }`, 件/万人 `{ count: 1, people: -1 }`, a plain number `{}`. */
export type Dimension = Readonly<Record<string, number>>;

/** A unit inside formulas: its dimension, and what one printed unit is in base units (万元/个 is 10 000). */
export interface FormulaUnit {
  readonly dimension: Dimension;
  readonly factor: number;
  /** What turns a stored value of the unit into base units; not 1 for compound units, which are stored as printed. */
  readonly fromStored: number;
}

/** A plain number. */
export const PLAIN: Dimension = {};
/** A percentage as printed: 2.5 means 2.5 %. */
export const PERCENT: Dimension = { percent: 1 };

/** How base dimensions are written in messages. */
const WRITTEN: Readonly<Record<string, string>> = {
  money: "元",
  percent: "%",
  count: "个",
  people: "人",
  "person-years": "人年",
};

/** Units that have been read. Plans print few of them, again and again; what users type must not add up without end. */
const readUnits = new Map<string, FormulaUnit>();
const MOST_UNITS = 1000;

/** The unit of a series or of a number as formulas reckon with it; parts of a compound unit stand between slashes. */
export function formulaUnit(text: string): FormulaUnit {
  const known = readUnits.get(text);
  if (known !== undefined) return known;
  if (readUnits.size >= MOST_UNITS) readUnits.clear();
  const unit = readUnit(text);
  readUnits.set(text, unit);
  return unit;
}

function readUnit(text: string): FormulaUnit {
  const stored = parseUnit(text).factor;
  const [over = "", ...under] = text.split(/[/／]/u).map((part) => part.trim());
  if (under.some((part) => part === "") || over === "") return simpleUnit(text);
  const parts = [
    { ...simpleUnit(over), power: 1 },
    ...under.map((part) => ({ ...simpleUnit(part), power: -1 })),
  ];
  const dimension = parts.reduce<Dimension>((all, part) => times(all, part.dimension, part.power), PLAIN);
  const factor = parts.reduce((all, part) => all * part.factor ** part.power, 1);
  return { dimension, factor, fromStored: under.length === 0 ? 1 : factor / stored };
}

function simpleUnit(text: string): FormulaUnit {
  const { dimension, factor } = parseUnit(text);
  if (text === "") return { dimension: PLAIN, factor: 1, fromStored: 1 };
  const name = dimension === "percentage-point" ? "percent" : dimension;
  return { dimension: { [name]: 1 }, factor, fromStored: 1 };
}

/** `a · bᵖ`: powers add; those that cancel are left out. */
export function times(a: Dimension, b: Dimension, power = 1): Dimension {
  if (b === PLAIN) return a;
  const sum: Record<string, number> = { ...a };
  for (const [name, exponent] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + exponent * power;
  return Object.fromEntries(Object.entries(sum).filter(([, exponent]) => exponent !== 0));
}

/** Whether two dimensions are one. */
export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a === b || isPlain(times(a, b, -1));
}

/** Whether a dimension is that of plain numbers. */
export const isPlain = (dimension: Dimension): boolean => Object.keys(dimension).length === 0;

/** A dimension in words of units: 元, 个/人, 1 for a plain number. */
export function dimensionText(dimension: Dimension): string {
  const part = (sign: number) =>
    Object.entries(dimension)
      .filter(([, power]) => Math.sign(power) === sign)
      .map(([name, power]) => {
        const written = WRITTEN[name] ?? name.slice(name.indexOf(":") + 1);
        return Math.abs(power) === 1 ? written : `${written}^${Math.abs(power)}`;
      })
      .sort();
  const over = part(1);
  return [over.length === 0 ? "1" : over.join("·"), ...part(-1)].join("/");
}
