import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PLAIN_LOOK } from "#core/report/chart-look.ts";
import type { Report, ReportBlock } from "#core/report/report.ts";
import type { Workbook } from "#core/report/workbook/workbook.ts";
import { readWorkbook } from "#exchange/table/read-workbook.ts";
import { writeWorkbook } from "#exchange/table/write-workbook.ts";
import { writeWord } from "#exchange/word/write-word.ts";
import { type BenchRow, type Pair, rowOf } from "./bench-row.ts";
import { expectSame } from "./same-values.ts";

const run = promisify(execFile);

const GOAL = 7;
const RUNS = 7;
const WORD_TARGET = 0.17;
const EXCEL_TARGET = 0.24;
/** What the prototype measured: 20 tables of 20 rows and 10 pictures, and a sheet of 10 000 rows of 20. */
const TABLES = 20;
const ROWS = 20;
const COLUMNS = 6;
const PICTURES = 10;
const SHEET = { rows: 10_000, columns: 20 } as const;

/** Python with python-docx and openpyxl, installed into a folder of their own for one run. */
export class OfficePeer {
  readonly #folder: string;
  readonly #script: string;

  private constructor(folder: string, script: string) {
    this.#folder = folder;
    this.#script = script;
  }

  /** Installs the packages; throws where there is no Python or no registry. */
  static async open(script: string): Promise<OfficePeer> {
    const folder = await mkdtemp(join(tmpdir(), "wunian-office-peer-"));
    await run("python3", [
      ...["-m", "pip", "install", "--quiet", "--target", folder],
      ...["python-docx==1.2.0", "openpyxl==3.1.5"],
    ]);
    return new OfficePeer(folder, script);
  }

  /** Has the peer write a file; the milliseconds that it took, without its start. */
  async write(kind: "docx" | "xlsx", file: string, picture: string): Promise<number> {
    const { stdout } = await run("python3", [this.#script, kind, file, picture], {
      env: { ...process.env, PYTHONPATH: this.#folder },
    });
    return Number(stdout);
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Goal 7: a Word file against python-docx, an Excel file against openpyxl; `picture` is a PNG file. */
export async function officeGoal(peer: OfficePeer, picture: string): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "wunian-office-bench-"));
  try {
    const png = new Uint8Array(await readFile(picture));
    return [await wordRow(peer, folder, picture, png), await excelRow(peer, folder, picture)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function wordRow(
  peer: OfficePeer,
  folder: string,
  picture: string,
  png: Uint8Array,
): Promise<BenchRow> {
  const { report, pictures } = sampleDocument(png);
  const pairs = await measured(
    async () => {
      await writeWord(report, { editable: false, pictures });
    },
    () => peer.write("docx", join(folder, "peer.docx"), picture),
  );
  const name = `a Word file of ${TABLES} tables and ${PICTURES} pictures`;
  return rowOf(pairs, { goal: GOAL, name, against: "python-docx", target: WORD_TARGET });
}

async function excelRow(peer: OfficePeer, folder: string, picture: string): Promise<BenchRow> {
  const workbook = sampleWorkbook();
  const file = join(folder, "peer.xlsx");
  const pairs = await measured(
    async () => {
      writeWorkbook(workbook);
      return Promise.resolve();
    },
    () => peer.write("xlsx", file, picture),
  );
  const theirs = new Uint8Array(await readFile(file));
  expectSame("goal 7, openpyxl", numbersOf(writeWorkbook(workbook)), numbersOf(theirs), 0);
  const name = `an Excel file of ${SHEET.rows / 1000} k rows of ${SHEET.columns}`;
  return rowOf(pairs, { goal: GOAL, name, against: "openpyxl", target: EXCEL_TARGET });
}

/** Both in turn; the first of ours warms up and is not counted. */
async function measured(ours: () => Promise<void>, theirs: () => Promise<number>): Promise<readonly Pair[]> {
  await ours();
  const pairs: Pair[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    const peer = await theirs();
    const from = performance.now();
    await ours();
    pairs.push({ ours: performance.now() - from, theirs: peer });
  }
  return pairs;
}

function sampleDocument(png: Uint8Array): {
  readonly report: Report;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
} {
  const columns = Array.from({ length: COLUMNS }, (_, at) => ({
    ...{ title: `列${at}`, share: 1, align: "center" as const },
  }));
  const rows = Array.from({ length: ROWS }, (_, row) => columns.map((_each, at) => `第${row}行${at}`));
  const tables = Array.from(
    { length: TABLES },
    (_, at): ReportBlock => ({
      ...{ kind: "table", id: `table-${at}`, caption: `表${at + 1}`, note: null },
      ...{ columns, rows },
    }),
  );
  const chart = {
    ...{ title: "图", unit: "", source: "", historyName: "", targetName: "" },
    ...{ years: { first: 2020, last: 2025 }, base: { year: 2020, label: "", projectedLabel: "" } },
    ...{ history: [], projections: [], levels: [], target: null, milestones: [] },
    ...{ band: null, holds: [] },
  };
  const charts = Array.from(
    { length: PICTURES },
    (_, at): ReportBlock => ({
      ...{ kind: "chart", id: `chart-${at}`, caption: `图${at + 1}` },
      ...{ drawing: { kind: "projection", chart }, look: PLAIN_LOOK },
    }),
  );
  return {
    report: { title: "样本", blocks: [...tables, ...charts] },
    pictures: new Map(charts.map((_, at) => [`chart-${at}`, png])),
  };
}

function sampleWorkbook(): Workbook {
  const rows = Array.from({ length: SHEET.rows }, (_, row) =>
    Array.from({ length: SHEET.columns }, (_each, column) => ({
      ...({ kind: "number", value: numberAt(row, column), format: null, style: "number" } as const),
    })),
  );
  const sheet = { name: "Sheet", widths: [], rows, frozen: { rows: 0, columns: 0 } };
  return { title: "样本", sheets: [sheet], names: [] };
}

/** The number that both write into a cell. */
const numberAt = (row: number, column: number): number => (row * 31 + column * 7) / 8;

function numbersOf(bytes: Uint8Array): readonly number[] {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(`The file could not be read: ${read.error.kind}`);
  return (read.value[0]?.rows ?? []).flatMap((row) =>
    row.map((cell) => (cell?.kind === "number" ? cell.value : Number.NaN)),
  );
}
