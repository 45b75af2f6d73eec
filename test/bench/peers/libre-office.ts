import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type BenchModel, COLUMNS, YEARS } from "../model/bench-model.ts";
import { type Cell, columnLetters, FIRST_VALUE_COLUMN, spreadsheetRow } from "../model/spreadsheet.ts";
import { groupProcessorMs } from "./group-time.ts";
import { MODULE, MODULE_LIST } from "./libre-office-macro.ts";

const PROGRAM = "/usr/bin/soffice";
const LOOK_MS = 20;
const MOST_MS = 300_000;

/**
 * A model of benchmarks in a sheet of LibreOffice without windows, with a profile of its own. A macro there does what
 * files in a common folder ask for, and takes the time itself.
 */
export class LibreOfficeSheet {
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly #size: number;
  #asked = 0;

  private constructor(folder: string, process: ChildProcess, size: number) {
    this.#folder = folder;
    this.#process = process;
    this.#size = size;
  }

  /** Writes the sheet, starts the program and waits until it has read it. */
  static async open(model: BenchModel): Promise<LibreOfficeSheet> {
    if (!existsSync(PROGRAM)) throw new Error(`no ${PROGRAM}`);
    const folder = await mkdtemp(join(tmpdir(), "wunian-calc-"));
    await writeSheet(join(folder, "model.fods"), model);
    const macros = join(folder, "profile/user/basic/Standard");
    // The first start makes the profile, and would write over macros that are there before it.
    await new Promise((resolve) => start(folder, ["--terminate_after_init"]).once("exit", resolve));
    await mkdir(macros, { recursive: true });
    await writeFile(join(macros, "script.xlb"), MODULE_LIST);
    await writeFile(join(macros, "Serve.xba"), MODULE);
    const started = start(folder, [`macro:///Standard.Serve.Serve("${folder}")`]);
    const sheet = new LibreOfficeSheet(folder, started, model.observed.length);
    try {
      await sheet.#appears("ready");
    } catch (error) {
      await sheet.close();
      throw error;
    }
    return sheet;
  }

  /**
   * Milliseconds of a hard recalculation: as the program itself takes the time, or what it had of the processors where that
   * is less, because other programs kept it waiting.
   */
  async recalculate(): Promise<number> {
    const group = this.#process.pid ?? 0;
    const before = groupProcessorMs(group);
    const ms = Number(await this.#ask("calculate"));
    const after = groupProcessorMs(group);
    return before === null || after === null ? ms : Math.min(ms, after - before);
  }

  /** The values of the projected years, series by series. */
  async values(): Promise<Float64Array> {
    await this.#ask("export");
    const lines = (await readFile(join(this.#folder, "values.csv"), "utf8")).split("\n").slice(0, this.#size);
    const end = FIRST_VALUE_COLUMN + YEARS * COLUMNS;
    return Float64Array.from(
      lines.flatMap((line) => line.split(",").slice(FIRST_VALUE_COLUMN, end).map(Number)),
    );
  }

  async close(): Promise<void> {
    await writeFile(join(this.#folder, "stop"), "");
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    if (this.#process.exitCode === null)
      await Promise.race([ended, delay(10_000, undefined, { ref: false })]);
    // What has not stopped by itself is ended with the programs that it started.
    if (this.#process.exitCode === null && this.#process.pid !== undefined) process.kill(-this.#process.pid);
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Asks for something and gives what the macro wrote as its answer. */
  async #ask(what: "calculate" | "export"): Promise<string> {
    this.#asked += 1;
    await writeFile(join(this.#folder, `${what}-${this.#asked}`), "");
    return this.#appears(`done-${this.#asked}`);
  }

  async #appears(name: string): Promise<string> {
    const path = join(this.#folder, name);
    for (let waited = 0; waited < MOST_MS; waited += LOOK_MS) {
      if (existsSync(path)) return readFile(path, "utf8");
      if (this.#process.exitCode !== null) break;
      await delay(LOOK_MS);
    }
    throw new Error(`no answer ${name}`);
  }
}

function start(folder: string, args: readonly string[]): ChildProcess {
  const profile = pathToFileURL(join(folder, "profile")).href;
  const flags = ["--headless", "--invisible", "--norestore", "--nologo", `-env:UserInstallation=${profile}`];
  // A group of its own: the program is a script that starts others.
  return spawn(PROGRAM, [...flags, ...args], { stdio: "ignore", detached: true });
}

async function writeSheet(path: string, model: BenchModel): Promise<void> {
  const out = createWriteStream(path);
  out.write(
    '<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.3"' +
      ' office:mimetype="application/vnd.oasis.opendocument.spreadsheet"' +
      ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"' +
      ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"' +
      ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2">' +
      '<office:body><office:spreadsheet><table:table table:name="model">\n',
  );
  const name = (row: number, column: number) => `[.${columnLetters(column)}${row + 1}]`;
  for (let row = 0; row < model.observed.length; row += 1) {
    const cells = spreadsheetRow(model, row, name).map(cellXml).join("");
    out.write(`<table:table-row>${cells}</table:table-row>\n`);
  }
  out.write("</table:table></office:spreadsheet></office:body></office:document>\n");
  await new Promise<void>((resolve, reject) => {
    out.once("error", reject);
    out.end(resolve);
  });
}

function cellXml(cell: Cell): string {
  return typeof cell === "number"
    ? `<table:table-cell office:value-type="float" office:value="${cell}"/>`
    : `<table:table-cell table:formula="of:=${cell.formula}"/>`;
}
