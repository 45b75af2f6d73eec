import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

const STEPS = 1_000;
const RESTART_AFTER: ReadonlySet<number> = new Set([250, 500, 750]);
const ROWS = 6;
/** The columns that the walk edits: values of 2010 and 2015. */
const COLUMNS = ["observation-2010", "observation-2015"] as const;
const SEED = 20_261_129;

type Cells = readonly (readonly string[])[];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What the grid must hold: the cells after each edit, and which of these states is shown. */
class Model {
  readonly #states: Cells[];
  #at = 0;

  constructor(cells: Cells) {
    this.#states = [cells];
  }

  get cells(): Cells {
    return this.#states[this.#at] ?? [];
  }

  /** Writes a block; what is shown already is no edit, and an edit ends what could be brought again. */
  write(row: number, column: number, block: Cells): void {
    const next = this.cells.map((line, r) => line.map((text, c) => block[r - row]?.[c - column] ?? text));
    if (JSON.stringify(next) === JSON.stringify(this.cells)) return;
    this.#at += 1;
    this.#states.splice(this.#at, this.#states.length, next);
  }

  undo(): void {
    this.#at = Math.max(0, this.#at - 1);
  }

  redo(): void {
    this.#at = Math.min(this.#states.length - 1, this.#at + 1);
  }
}

let machine: string;
let workbench: Workbench;
let page: Page;
let room: IndicatorRoom;

const start = async () => {
  workbench = await startWorkbench({ machine });
  page = workbench.page;
  room = new IndicatorRoom(page);
  await new LibraryRoom(page).ready();
};
const goTo = (row: number, column: number) =>
  page.locator(`[row-index="${row}"] [col-id="${COLUMNS[column]}"]`).click({ force: true });
const paste = (text: string) =>
  page.evaluate((plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", plain);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
/** The cells as they are printed, without marks and with nothing for the dash. */
const shown = (): Promise<Cells> =>
  page.evaluate(
    ({ rows, columns }) =>
      Array.from({ length: rows }, (_, row) =>
        columns.map((column) => {
          const cell = document.querySelector(`[row-index="${row}"] [col-id="${column}"] .cell-text`);
          return (cell?.textContent ?? "?").trim().replace(/^—$/u, "");
        }),
      ),
    { rows: ROWS, columns: COLUMNS },
  );

beforeAll(async () => {
  machine = await freshMachine();
  await start();
  await new LibraryRoom(page).startNextPlan("恩平市科学技术发展“十三五”规划");
  await room.ready();
});
afterAll(async () => {
  await workbench.close();
  await removeMachine(machine);
});

test(`${STEPS} edits, pastes, undos and restarts at random end as a model says`, {
  timeout: 400_000,
}, async () => {
  const random = randomFrom(SEED);
  const below = (count: number) => Math.floor(random() * count);
  const number = () => String(below(900) + 100);
  const model = new Model(await shown());
  const step = async () => {
    const [row, column] = [below(ROWS), below(COLUMNS.length)];
    const choice = random();
    if (choice < 0.2) {
      await page.keyboard.press(choice < 0.13 ? "Control+z" : "Control+y");
      if (choice < 0.13) model.undo();
      else model.redo();
      // A planner looks at what came back before going on: the cells that changed are selected then.
      await expect.poll(shown).toEqual(model.cells);
      return;
    }
    await goTo(row, column);
    if (choice < 0.3) {
      await page.keyboard.press("Delete");
      model.write(row, column, [[""]]);
    } else if (choice < 0.45) {
      const [top, left] = [Math.min(row, ROWS - 2), 0];
      const block = [0, 1].map(() => [number(), number()]);
      await goTo(top, left);
      await paste(block.map((line) => line.join("\t")).join("\n"));
      model.write(top, left, block);
    } else {
      const text = number();
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
      model.write(row, column, [[text]]);
    }
  };
  for (let count = 1; count <= STEPS; count += 1) {
    await step();
    if (count % 100 === 0) await expect.poll(shown, { message: `after step ${count}` }).toEqual(model.cells);
    if (!RESTART_AFTER.has(count)) continue;
    await new Frame(page).waitUntilSaved();
    await workbench.close();
    await start();
    await new LibraryRoom(page).open("恩平市科学技术发展“十四五”规划");
    await room.ready();
    expect(await shown(), `after the restart at step ${count}`).toEqual(model.cells);
  }
  await expect.poll(shown).toEqual(model.cells);
  expect(workbench.pageErrors).toEqual([]);
});
