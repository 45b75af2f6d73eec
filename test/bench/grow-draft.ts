import type { Page } from "playwright-core";

/**
 * Lets the only draft of a workbench have `rows` indicators by repeating its own under fresh ids and names, straight in the
 * database. The page has to be loaded again afterwards.
 */
export function growDraft(page: Page, rows: number): Promise<void> {
  return page.evaluate(async (wanted) => {
    interface PlanRow {
      readonly id: string;
      readonly origin: string;
      readonly generation: string;
      readonly summary: object;
    }
    interface IndicatorRow {
      readonly id: string;
      readonly name: string;
    }
    interface ChunkRow {
      readonly indicators: readonly IndicatorRow[];
      readonly years: readonly number[];
      readonly values: Float64Array;
      readonly statuses: Uint8Array;
      readonly statements: readonly unknown[];
      readonly positions: readonly number[];
    }
    const SIZE = 200;
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onerror = () => reject(request.error ?? new Error("no answer"));
        request.onsuccess = () => resolve(request.result);
      });
    const database = await answer(indexedDB.open("wunian"));
    const transaction = database.transaction(["plans", "chunks", "names"], "readwrite");
    const [plans, chunks] = [transaction.objectStore("plans"), transaction.objectStore("chunks")];
    const all: readonly PlanRow[] = await answer(plans.getAll());
    const draft = all.find(({ origin }) => origin === "own");
    if (draft === undefined) throw new Error("There is no draft");
    const range = IDBKeyRange.bound([draft.id, 0], [draft.id, Number.MAX_SAFE_INTEGER]);
    const old: readonly ChunkRow[] = await answer(chunks.getAll(range));
    // Chunks of a larger plan before would be taken for damage at the next start.
    chunks.delete(range);
    const [first] = old;
    if (first === undefined) throw new Error("The draft has no rows");
    const templates = first.indicators;
    const indicators = Array.from({ length: wanted }, (_, at) => {
      const row = templates[at % templates.length];
      if (row === undefined) throw new Error("The draft has no rows");
      if (at < templates.length) return row;
      return {
        ...row,
        id: `${draft.id}/grown-${at}`,
        name: `${row.name} ${at}`,
        category: null,
        sources: [],
      };
    });
    const width = first.years.length;
    const count = Math.ceil(wanted / SIZE);
    for (let index = 0; index < count; index += 1) {
      const rows = indicators.slice(index * SIZE, (index + 1) * SIZE);
      const values = new Float64Array(rows.length * width);
      const statuses = new Uint8Array(rows.length * width);
      rows.forEach((_, row) => {
        const from = ((index * SIZE + row) % templates.length) * width;
        values.set(first.values.subarray(from, from + width), row * width);
        statuses.set(first.statuses.subarray(from, from + width), row * width);
      });
      chunks.put({
        ...{ plan: draft.id, index, revision: 0 },
        ...{ indicators: rows, years: first.years, values, statuses },
        statements: old[index]?.statements ?? [],
        positions: old[index]?.positions ?? [],
      });
    }
    const generation = `${draft.generation}-${wanted}`;
    transaction.objectStore("names").put({
      ...{ plan: draft.id, generation },
      ids: indicators.map(({ id }) => id).join("\u0000"),
      names: indicators.map(({ name }) => name).join("\u0000"),
    });
    plans.put({
      ...{ ...draft, generation },
      chunkRevisions: new Array<number>(count).fill(0),
      summary: { ...draft.summary, indicatorCount: wanted },
    });
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
    });
    database.close();
  }, rows);
}
