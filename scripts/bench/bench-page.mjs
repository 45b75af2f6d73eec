import { cpus } from "node:os";

/** @typedef {import("../../test/bench/bench-row.ts").BenchRow} BenchRow */

/**
 * The figures as a table.
 * @param {readonly BenchRow[]} rows
 */
export function benchTable(rows) {
  const lines = rows.map((row) =>
    [
      ...[row.goal, row.name, row.against, row.runs, time(row.oursMs), time(row.theirsMs)],
      `${times(row.ratio, row)} (${times(row.spread[0], row)}–${times(row.spread[1], row)})`,
      row.target === null ? "" : `≤ ${times(row.target, row)}`,
      row.target === null ? "" : row.ratio <= row.target ? "met" : "**missed**",
    ].join(" | "),
  );
  return [
    "| goal | what | against | runs | ours | theirs | ratio (lowest–highest tenth) | aim | |",
    "|---|---|---|---|---|---|---|---|---|",
    ...lines.map((line) => `| ${line} |`),
  ].join("\n");
}

/** @param {number} ms */
function time(ms) {
  if (ms < 0.1) return `${(ms * 1000).toPrecision(3)} µs`;
  return `${ms < 100 ? ms.toPrecision(3) : Math.round(ms)} ms`;
}

/**
 * A ratio; where the aim is a small one, as how many times faster.
 * @param {number} ratio
 * @param {BenchRow} row
 */
function times(ratio, { target }) {
  return target !== null && target < 0.1 ? `1/${Math.round(1 / ratio)}` : `${ratio.toFixed(2)}×`;
}

/**
 * How the recalculation grows with the number of series.
 * @param {readonly BenchRow[]} rows
 */
function growthLines(rows) {
  const sizes = rows
    .filter(({ goal, against }) => goal === 1 && against === "hand loop")
    .map((row) => ({ size: Number(/\d+/u.exec(row.name)?.[0]), row }))
    .sort((a, b) => a.size - b.size);
  return sizes.map(({ size, row }) =>
    [
      size,
      time(row.oursMs),
      `${((row.oursMs / size) * 1e6).toFixed(0)} ns`,
      time(row.theirsMs),
      times(row.ratio, row),
    ].join(" | "),
  );
}

/**
 * The page of figures with how they were taken.
 * @param {readonly BenchRow[]} rows
 * @param {boolean} peers
 */
export function benchPage(rows, peers) {
  return `# Measured

Written by \`npm run bench${peers ? " -- --peers" : ""}\`: ours and the peer in turn in one run, on ${cpus().length} cores with Node ${process.versions.node}, and in the
Chromium shell without a window. Absolute times depend on the machine; the ratio is the figure. The goals are numbered as in the design's table;
those that are not listed belong to capabilities that are not there yet.

${benchTable(rows)}

## How a full recalculation grows with the number of series

| series | ours | a series | hand loop | ratio |
|---|---|---|---|---|
${growthLines(rows)
  .map((line) => `| ${line} |`)
  .join("\n")}

${HOW}`;
}

const HOW = `## How to run it

- \`npm run bench\` measures all goals and writes this page; \`npm run bench -- --peers\` does so with the programs of others as well.
- \`--goals 1,2\` measures some and prints the table only. \`--json\` prints one array instead of the table and writes nothing:
  \`{"goal":1,"against":"hand loop","ratio":2.1,"spread":[2.0,2.2],"target":3}\`, where the ratio is ours divided by theirs (200 times faster is 0.005)
  and the target its upper bound.
- \`--peers\` wants \`/usr/bin/soffice\` for LibreOffice, \`python3\` with numpy, and a package registry for HyperFormula and Squiggle, which are installed into a
  temporary folder for that run. A peer that is not there is left out with a line on standard error.

## What is measured

- Both sides compute the same and their results are compared before any time counts: bit for bit with the hand-written loops, to 12 digits with
  spreadsheets, and quantiles of draws within their sampling error.
- Ours and theirs run in turn; the figures are medians. Goals 1 and 2 count the time that the process has had of the processors, so that other programs
  on the machine do not show; short work is timed in batches of two milliseconds. LibreOffice and numpy take their own time by the clock
  on the wall; for LibreOffice its time on the processors counts where that is less.
- **1** computes a compiled model anew in its memory. Half the series grow by a rate of each scenario, half are \`a / b × 100\` of two of them. The hand-written
  loop (\`test/bench/model/hand-loop.ts\`) computes this model alone, over one typed array of the same layout, and knows no missing values. LibreOffice does a
  hard recalculation; HyperFormula computes all formulas after all rates were told to be new, the telling not counted.
- **2** gives one growing series other rates in all three scenarios. Once it is a series that two ratios need, once the driver (as GDP is) that 200 ratios
  divide by. Both sides return the list of series whose values changed: the hand-written loop compares each value with the one before while it writes, and
  is told the dependents beforehand. HyperFormula is given the three cells at once and returns its changes.
- **3** draws 300 000 lognormal paths over ten years with five exact quantiles a year: with normals drawn anew, and with those that are kept for the
  next question. numpy uses its SFC64 generator in one thread and \`numpy.percentile\`; Squiggle multiplies sample sets.
- **4** finds five exact quantiles of lognormal values, the draws of a usual simulation, those of goal 3, and more, against sorting them and \`numpy.percentile\`.
- **6** opens a table of numbers with the settings of the program's grid (rows carry an id, cells are read when they are drawn), once with 100 000 rows of 20 columns
  and once with 100, and changes a cell: by setting its value and drawing that cell anew, as the program does, and by a transaction of AG Grid. Two more starts
  of the whole program show what a plan of 100 000 indicators costs to read and check; that figure has no aim. A draft of 10 000 indicators is then edited and
  scrolled in the program, and so is one of 100: the edit as in goal 10, the median of nine; scrolling as the mean time from one frame to the next.
- **7** writes a Word file of 20 tables and 10 pictures and an Excel file of 10 000 rows of 20, against python-docx and openpyxl. It draws 50 charts as pictures for a report,
  letters and the start of the workers included, against the same code on the page itself, which gives the same bytes; and one picture on the page, against encoding its pixels once more.
- **9** starts the shell on a machine that has been used before, opens a draft of 32 indicators and waits for its grid; the peer is the same shell
  with a page of one letter.
- **10** types a target into a draft of 200 indicators by real keys and takes the time, in the page, from Enter to the later of the frame that
  shows it and the journal entry that a second connection can read; that connection looks every few milliseconds, which is in the figure. The
  second copy of the journal follows after that. It stands twice: against an empty transaction and against 50 ms.
- **11** takes the slider of a scenario in a draft of 200 indicators under three scenarios, moves it for twelve frames and lets go, as often as there are runs. A step is the time that
  its event takes and that of the frame after it until it is painted: path, band, end of the line, table and first sentence. The peer redraws such a chart alone with ECharts.
`;
