import type { PlanId } from "#core/plan/ids.ts";
import { type KeptCharts, PLAIN_CHARTS } from "#core/report/gallery/kept-charts.ts";
import { chartsSchema, looksSchema } from "../db/charts-row.ts";
import type { WorkbenchDatabase } from "../db/workbench-database.ts";
import type { SavedLook } from "../views/saved-look.ts";

/** The designs of charts; each reading method can be the source of a live query. A damaged record counts as none. */
export class ChartsRepository {
  readonly #db: WorkbenchDatabase;

  constructor(db: WorkbenchDatabase) {
    this.#db = db;
  }

  /** How the charts of a plan are designed. */
  async charts(plan: PlanId): Promise<KeptCharts> {
    const read = chartsSchema.safeParse(await this.#db.views.get(chartsId(plan)));
    return read.success ? read.data.charts : PLAIN_CHARTS;
  }

  /** Keeps how the charts of a plan are designed. */
  async putCharts(plan: PlanId, { look, designs, inReport, placed }: KeptCharts): Promise<void> {
    await this.#db.views.put({
      id: chartsId(plan),
      plan,
      charts: { look, designs: { ...designs }, inReport, placed },
    });
  }

  /** The saved styles. */
  async looks(): Promise<readonly SavedLook[]> {
    const read = looksSchema.safeParse(await this.#db.views.get(LOOKS));
    return read.success ? read.data.looks : [];
  }

  /** Keeps these styles in place of the ones before. */
  async putLooks(looks: readonly SavedLook[]): Promise<void> {
    await this.#db.views.put({ id: LOOKS, plan: null, looks });
  }
}

const LOOKS = "looks of charts";
const chartsId = (plan: PlanId) => `charts ${plan}`;
