import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Frame } from "./rooms/frame.ts";
import { IndicatorRoom } from "./rooms/indicator-room.ts";
import { LibraryRoom } from "./rooms/library-room.ts";
import { randomFrom } from "../torture/random.ts";
import { freshMachine, removeMachine, startWorkbench, type Workbench } from "./start-workbench.ts";

/** 1 000 steps, with a restart after each part. */
const [PARTS, STEPS] = [4, 250];
/** Neighbouring rows that count 件, and the columns that the walk edits in them: values of 2010 and 2015, and the target. */
const [FIRST_ROW, ROWS] = [17, 4];
const COLUMNS = ["observation-2010", "observation-2015", "target-2025"] as const;
const TARGET = COLUMNS.indexOf("target-2025");
const SEED = 20_261_129;

type Cells = readonly (readonly string[])[];

/** Official wordings of a target that the table prints as they were typed; the last one it cannot read, and keeps. */
const WORDINGS: readonly ((n: number) => string)[] = [
  (n) => `达到${n}件`,
  (n) => `${n}件以上`,
  (n) => `超过${n}件`,
  (n) => `控制在${n}件以内`,
  (n) => `${n}—${n + 20}件`,
  (n) => `保底${n}件，力争${n + 30}件`,
  (n) => `年均增长${n % 40}%以上`,
  (n) => `大约${n}件或者更多`,
];

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
  await page.setViewportSize({ width: 1366, height: 768 });
  await new LibraryRoom(page).ready();
};
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const goTo = async (row: number, column: number) => {
  // Near the window's end the message about a mistake stands over the cells above its own.
  if ((await room.reason.count()) > 0) await press("Control+Home");
  await page.locator(`[row-index="${FIRST_ROW + row}"] [col-id="${COLUMNS[column]}"]`).click({ force: true });
};
/** The cells as they are printed, without marks and with nothing for the dash. */
const shown = (): Promise<Cells> =>
  page.evaluate(
    ({ first, rows, columns }) =>
      Array.from({ length: rows }, (_, row) =>
        columns.map((column) => {
          const cell = document.querySelector(`[row-index="${first + row}"] [col-id="${column}"] .cell-text`);
          return (cell?.textContent ?? "?").trim().replace(/^—$/u, "");
        }),
      ),
    { first: FIRST_ROW, rows: ROWS, columns: COLUMNS },
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

describe(`${PARTS * STEPS} edits, pastes, undos and restarts at random`, () => {
  const { below } = randomFrom(SEED);
  let model: Model;
  beforeAll(async () => {
    model = new Model(await shown());
  });
  const textFor = (column: number) => {
    const number = below(900) + 100;
    const wording = WORDINGS[below(WORDINGS.length)];
    return column === TARGET && wording !== undefined ? wording(number) : String(number);
  };
  /** A planner looks at what came back before going on: the cells that changed are selected then. */
  const turn = async (back: boolean) => {
    await press(back ? "Control+z" : "Control+y");
    if (back) model.undo();
    else model.redo();
    await expect.poll(shown).toEqual(model.cells);
  };
  /** Copies two rows of both years, or of the target, over the clipboard. */
  const copy = async (column: number) => {
    const [left, width] = column === TARGET ? [TARGET, 1] : [0, 2];
    const [from, to] = [below(ROWS - 1), below(ROWS - 1)];
    await goTo(from, left);
    await press("Shift+ArrowDown", ...(width === 2 ? ["Shift+ArrowRight"] : []), "Control+c");
    await goTo(to, left);
    await press("Control+v");
    model.write(
      to,
      left,
      model.cells.slice(from, from + 2).map((line) => line.slice(left, left + width)),
    );
  };
  /** Moves a cell to another row of its column. */
  const move = async (row: number, column: number) => {
    const to = (row + 1 + below(ROWS - 1)) % ROWS;
    await goTo(row, column);
    await press("Control+x");
    await goTo(to, column);
    await press("Control+v");
    const texts = model.cells.map((line) => line[column] ?? "");
    model.write(
      0,
      column,
      texts.map((text, at) => [at === to ? (texts[row] ?? "") : at === row ? "" : text]),
    );
  };
  const step = async () => {
    const [row, column] = [below(ROWS), below(COLUMNS.length)];
    const choice = below(100);
    if (choice < 20) await turn(choice < 13);
    else if (choice < 32) await copy(column);
    else if (choice < 37) await move(row, column);
    else {
      const text = choice < 47 ? "" : textFor(column);
      await goTo(row, column);
      if (text === "") await press("Delete");
      else {
        await page.keyboard.type(text);
        await press("Enter");
      }
      model.write(row, column, [[text]]);
    }
  };
  test.each(Array.from({ length: PARTS }, (_, part) => part + 1))(
    `end as a model says, part %i of ${PARTS}`,
    { timeout: 150_000 },
    async () => {
      for (let count = 1; count <= STEPS; count += 1) {
        await step();
        if (count % 50 === 0)
          await expect.poll(shown, { message: `after step ${count}` }).toEqual(model.cells);
      }
      await new Frame(page).waitUntilSaved();
      await workbench.close();
      expect(workbench.pageErrors).toEqual([]);
      await start();
      await new LibraryRoom(page).open("恩平市科学技术发展“十四五”规划");
      await room.ready();
      expect(await shown(), "after the restart").toEqual(model.cells);
    },
  );
});
