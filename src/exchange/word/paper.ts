/** Measures of GB/T 9704-2012 in twentieths of a point, the unit of Word (1 mm is 56.69). */
const MM = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * MM);

/** A4 with the type area of 156 × 225 mm: 37 mm above it and 28 mm to its left (7.2.1, 7.2.2). */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  bottom: mm(297 - 37 - 225),
  left: mm(28),
  right: mm(210 - 28 - 156),
  /** The page number's line ends 7 mm below the type area (7.5). */
  footer: mm(297 - 37 - 225 - 7 - 5),
} as const;

/** Width of the type area. */
export const TEXT_WIDTH = mm(156);

/** 22 lines of 28 characters fill the type area (5.2.3). */
export const GRID = { lines: 22, characters: 28 } as const;

/** The exact height of a line: 22 of them fit into 225 mm. */
export const LINE_PITCH = Math.floor(mm(225) / GRID.lines);

/** Sizes of letters in half points: 2号, 3号, 4号, 小四, 五号, 小五. */
export const SIZES = { title: 44, body: 32, page: 28, caption: 24, table: 21, note: 18 } as const;

/**
 * What is taken from the width of a character of 3号, so that 28 of them fit into 156 mm. Word's own grid of characters would
 * say the same, but LibreOffice gives a letter that is wider than its cell two cells.
 */
export const TIGHTENING = Math.floor(TEXT_WIDTH / GRID.characters - SIZES.body * 10);

/** Width of a character of the body. */
export const CHARACTER = SIZES.body * 10 + TIGHTENING;

/** Fonts by their role; they are named and never embedded, so that each machine takes its own (仿宋_GB2312 and the like). */
export const FONTS = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  first: "黑体",
  second: "楷体_GB2312",
  page: "宋体",
  latin: "Times New Roman",
} as const;

/** Pixels of 1/96 inch, in which drawings are measured. */
export const PIXELS_PER_MM = 96 / 25.4;
