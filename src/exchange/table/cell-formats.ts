/**
 * What a number format makes of a number: digits after the point (`null` for as many as there are), with a sign of per cent a hundred times
 * the number; or a date or time, whose number says nothing to a reader.
 */
export type CellFormat =
  | { readonly kind: "plain" | "percent"; readonly decimals: number | null }
  | { readonly kind: "date" };

/** The format of cells that have none of their own. */
export const GENERAL: CellFormat = { kind: "plain", decimals: null };

/** Formats that spreadsheets know by number: 0, 0.00, #,##0, #,##0.00, 0%, 0.00%, and the four of accounts. */
const BUILT_IN: ReadonlyMap<number, CellFormat> = new Map([
  [1, { kind: "plain", decimals: 0 }],
  [2, { kind: "plain", decimals: 2 }],
  [3, { kind: "plain", decimals: 0 }],
  [4, { kind: "plain", decimals: 2 }],
  [9, { kind: "percent", decimals: 0 }],
  [10, { kind: "percent", decimals: 2 }],
  [37, { kind: "plain", decimals: 0 }],
  [38, { kind: "plain", decimals: 0 }],
  [39, { kind: "plain", decimals: 2 }],
  [40, { kind: "plain", decimals: 2 }],
]);

/** Numbers of the formats of dates and times, those of Chinese spreadsheets among them. */
const BUILT_IN_DATES = [
  { first: 14, last: 22 },
  { first: 27, last: 36 },
  { first: 45, last: 47 },
  { first: 50, last: 58 },
] as const;

/** Texts between quotes, signs behind \, widths behind _ and fillings behind *, colours, conditions and languages; not [h], [m], [s]. */
const WORDS = /"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/giu;

/** What the format of a number makes of a number: one that spreadsheets know, or one that the file spells out. */
export function cellFormat(id: number, codes: ReadonlyMap<number, string>): CellFormat {
  const code = codes.get(id);
  if (code !== undefined) return spelledFormat(code);
  if (BUILT_IN_DATES.some(({ first, last }) => id >= first && id <= last)) return { kind: "date" };
  return BUILT_IN.get(id) ?? GENERAL;
}

function spelledFormat(code: string): CellFormat {
  const signs = code.replace(WORDS, "");
  if (/general/iu.test(signs)) return GENERAL;
  if (/[ymdhs]/iu.test(signs)) return { kind: "date" };
  const [positive = ""] = signs.split(";");
  const digits = /^[#,]*0(?:\.(0+))?%?$/u.exec(positive.replace(/\s+/gu, ""));
  return {
    kind: positive.includes("%") ? "percent" : "plain",
    decimals: digits === null ? null : (digits[1]?.length ?? 0),
  };
}
