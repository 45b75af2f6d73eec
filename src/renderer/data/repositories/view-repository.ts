import type { PlanId } from "#core/plan/ids.ts";
import type { Arrangement, SavedView } from "../views/arrangement.ts";
import { type ViewRow, viewSchema } from "../db/view-row.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";

/** The arrangements of grids; each reading method can be the source of a live query. A damaged record counts as none. */
export class ViewRepository {
  readonly #db: WorkbenchDatabase;

  constructor(db: WorkbenchDatabase) {
    this.#db = db;
  }

  /** The saved views of a plan and those of all plans, by name. */
  async saved(plan: PlanId): Promise<readonly SavedView[]> {
    const rows = await this.#db.views.toArray();
    return rows
      .flatMap((row) => {
        const view = read(row);
        if (view === null || view.name === null) return [];
        return view.plan === null || view.plan === plan ? [{ ...view, name: view.name }] : [];
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Saves a view, in place of the one with its id. */
  async put(view: SavedView): Promise<void> {
    await this.#db.views.put(toRow(view));
  }

  /** Forgets a view; does nothing when there is none with this id. */
  async remove(id: string): Promise<void> {
    await this.#db.views.delete(id);
  }

  /** How the grid of a plan was left; `null` when it was never arranged. */
  async left(plan: PlanId): Promise<Arrangement | null> {
    const row = await this.#db.views.get(leftId(plan));
    return row === undefined ? null : (read(row)?.arrangement ?? null);
  }

  /** Notes how the grid of a plan stands. */
  async putLeft(plan: PlanId, arrangement: Arrangement): Promise<void> {
    await this.#db.views.put(toRow({ id: leftId(plan), plan, name: null, arrangement }));
  }

  /** Forgets every arrangement of a plan that is gone. */
  async removeOf(plan: PlanId): Promise<void> {
    await this.#db.views.filter((row) => row.plan === plan).delete();
  }
}

const leftId = (plan: PlanId) => `left ${plan}`;

function read(row: unknown) {
  const read = viewSchema.safeParse(row);
  return read.success ? read.data : null;
}

function toRow(view: Omit<SavedView, "name"> & { readonly name: string | null }): ViewRow {
  const { arrangement } = view;
  return { ...view, arrangement: { ...arrangement, widths: { ...arrangement.widths } } };
}
